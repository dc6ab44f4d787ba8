"""Certificates for tests: an authority, a server on the loopback and a client, made with the openssl command line."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest


class Certificates(NamedTuple):
    """The files of an authority and of what it vouches for."""

    authority: Path
    server: Path
    server_key: Path
    client: Path
    client_key: Path
    client_with_key: Path

    def server_context(self, *, asks_for_a_client: bool = False) -> ssl.SSLContext:
        """What a server speaks TLS with."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.server, self.server_key)
        if asks_for_a_client:
            context.load_verify_locations(self.authority)
            context.verify_mode = ssl.CERT_REQUIRED
        return context


def made_in(folder: Path) -> Certificates:
    """Makes all files in a folder."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("there is no openssl to make certificates with")

    def run(*arguments: str) -> None:
        subprocess.run([openssl, *arguments], cwd=folder, check=True, capture_output=True)

    curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    authority = "basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign"
    extensions = [part for each in authority for part in ("-addext", each)]
    files = ("-keyout", "ca.key", "-out", "ca.pem")
    run("req", "-x509", *curve, "-days", "2", "-subj", "/CN=Test authority", *extensions, *files)
    for name, purpose in (("server", "serverAuth"), ("client", "clientAuth")):
        (folder / f"{name}.ext").write_text(
            f"subjectAltName=IP:127.0.0.1,DNS:localhost\nextendedKeyUsage={purpose}\nbasicConstraints=CA:FALSE\n"
        )
        run("req", *curve, "-keyout", f"{name}.key", "-subj", f"/CN=Test {name}", "-out", f"{name}.csr")
        signing = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", f"{name}.ext")
        run("x509", "-req", "-in", f"{name}.csr", *signing, "-out", f"{name}.pem")
    both = folder / "client-with-key.pem"
    both.write_bytes((folder / "client.pem").read_bytes() + (folder / "client.key").read_bytes())
    names = ("ca.pem", "server.pem", "server.key", "client.pem", "client.key")
    authority_file, server, server_key, client, client_key = (folder / name for name in names)
    return Certificates(authority_file, server, server_key, client, client_key, both)
