"""TLS contexts. Making one costs more than all else that a client needs, so the usual one is made once."""

from __future__ import annotations

import os
import ssl
import sys
from functools import cache
from pathlib import Path
from typing import NoReturn

from ..errors import ConfigurationError
from .hooks import log


def tls_context(ca_bundle: Path | None, client_certificate: tuple[Path, ...] | None) -> ssl.SSLContext:
    """The context for these settings.

    Args:
        ca_bundle: Certificates to trust instead of the usual ones.
        client_certificate: Certificate, and key if it is in a file of its own, to show to the server.

    Raises:
        ConfigurationError: A file cannot be used.
    """
    named = str(ca_bundle)
    problem = ""
    try:
        if ca_bundle is None and client_certificate is None:
            return _usual()
        context = _make_context(ca_bundle) if ca_bundle is not None else _make_usual()
        if client_certificate is not None:
            named = ", ".join(str(file) for file in client_certificate)
            # Without a function for it, OpenSSL asks whoever sits at the terminal.
            context.load_cert_chain(
                client_certificate[0], client_certificate[-1], lambda: _refuse_encrypted(client_certificate[-1])
            )
        return context
    except _UnusableVariable as error:
        named, problem = error.named, error.problem
    except (ssl.SSLError, OSError) as error:
        problem = _reason(error)
    raise ConfigurationError(f"no certificates that can be used are in {named}: {problem}")


def context_that_trusts_nobody() -> ssl.SSLContext:
    """The context of a client that speaks no TLS: it costs nothing to make, and whoever used it would reach nobody."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class _UnusableVariable(Exception):
    """A variable names certificates that cannot be used."""

    def __init__(self, variable: str, problem: str) -> None:
        super().__init__(variable)
        self.named = f"{os.environ.get(variable)} ({variable})"
        self.problem = problem


def _reason(error: OSError) -> str:
    if isinstance(error, ssl.SSLError):
        return f"{error.reason or error}"
    return error.strerror or type(error).__name__


def _refuse_encrypted(file: Path) -> NoReturn:
    raise ConfigurationError(
        f"the key in {file} is encrypted, and there is no way to give its passphrase. "
        "Use a copy without one, which openssl pkey -in ... -out ... makes, and keep others from reading it."
    )


@cache
def _usual() -> ssl.SSLContext:
    return _make_usual()


def _make_usual() -> ssl.SSLContext:
    """The context that trusts what `SSL_CERT_FILE` and `SSL_CERT_DIR` name, else the authorities of certifi."""
    import certifi

    file, folder = os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
    try:
        context = _make_context(Path(file) if file else Path(certifi.where()))
    except (ssl.SSLError, OSError) as error:
        raise _UnusableVariable("SSL_CERT_FILE", _reason(error)) from None
    if folder:
        try:
            context.load_verify_locations(capath=folder)
        except (ssl.SSLError, OSError) as error:
            raise _UnusableVariable("SSL_CERT_DIR", _reason(error)) from None
    return context


def _make_context(authorities: Path) -> ssl.SSLContext:
    """A context for clients that trusts the authorities in a file.

    As `ssl.create_default_context` makes it, but for `SSLKEYLOGFILE`: a file that cannot be written there is a loss to
    whoever debugs TLS, and not a reason to send nothing.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if sys.version_info >= (3, 13):
        context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN | ssl.VERIFY_X509_STRICT
    context.load_verify_locations(cafile=authorities)
    file = os.environ.get("SSLKEYLOGFILE")
    if file and not sys.flags.ignore_environment:
        try:
            context.keylog_filename = file
        except OSError as error:
            log.warning("SSLKEYLOGFILE is ignored: %s cannot be written: %s", file, _reason(error))
    return context
