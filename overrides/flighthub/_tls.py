"""TLS contexts. Making one costs more than all else that a client needs, so the usual one is made once."""

from __future__ import annotations

import os
import ssl
from functools import cache
from pathlib import Path
from typing import NoReturn

from .errors import ConfigurationError


def tls_context(ca_bundle: Path | None, client_certificate: tuple[Path, ...] | None) -> ssl.SSLContext:
    """The context for these settings.

    Args:
        ca_bundle: Certificates to trust instead of the usual ones.
        client_certificate: Certificate, and key if it is in a file of its own, to show to the server.

    Raises:
        ConfigurationError: A file cannot be used.
    """
    named = [str(ca_bundle)]
    if ca_bundle is None:
        named = [f"{os.environ[name]} ({name})" for name in ("SSL_CERT_FILE", "SSL_CERT_DIR") if os.environ.get(name)]
    try:
        if ca_bundle is None and client_certificate is None:
            return _usual()
        context = ssl.create_default_context(cafile=str(ca_bundle)) if ca_bundle is not None else _made()
        if client_certificate is not None:
            named = [str(file) for file in client_certificate]
            # Without a function for it, OpenSSL asks whoever sits at the terminal.
            context.load_cert_chain(named[0], named[-1], lambda: _encrypted(named[-1]))
    except (ssl.SSLError, OSError) as error:
        problem = f"{error.reason or error}" if isinstance(error, ssl.SSLError) else str(error.strerror)
    else:
        return context
    raise ConfigurationError(f"no certificates that can be used are in {', '.join(named)}: {problem}")


def _encrypted(file: str) -> NoReturn:
    raise ConfigurationError(
        f"the key in {file} is encrypted, and there is no way to give its passphrase. "
        "Use a copy without one, which openssl pkey -in ... -out ... makes, and keep others from reading it."
    )


@cache
def _usual() -> ssl.SSLContext:
    return _made()


def _made() -> ssl.SSLContext:
    import certifi

    return ssl.create_default_context(
        cafile=os.environ.get("SSL_CERT_FILE") or certifi.where(), capath=os.environ.get("SSL_CERT_DIR") or None
    )
