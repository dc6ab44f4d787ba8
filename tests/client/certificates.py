"""Certificates for tests: an authority, a server on the loopback and a client, and one that vouches for itself."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

LOOPBACK = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1")), x509.DNSName("localhost")])


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


class Issued(NamedTuple):
    """A certificate and its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    def certificate_pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    def key_pem(self) -> bytes:
        return self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def issue(name: str, *extensions: x509.ExtensionType, by: Issued | None = None) -> Issued:
    """Makes a certificate, valid for two days, vouched for by another, or by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    signing = key if by is None else by.key
    now = datetime.now(UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject if by is None else by.certificate.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signing.public_key()), critical=False)
    )
    for extension in extensions:
        critical = isinstance(extension, (x509.BasicConstraints, x509.KeyUsage))
        builder = builder.add_extension(extension, critical=critical)
    return Issued(builder.sign(signing, SHA256()), key)


def authority() -> tuple[x509.ExtensionType, ...]:
    """What makes a certificate one that may vouch for others."""
    uses = dict.fromkeys(
        (
            "digital_signature",
            "content_commitment",
            "key_encipherment",
            "data_encipherment",
            "key_agreement",
            "encipher_only",
            "decipher_only",
        ),
        False,
    )
    signs = x509.KeyUsage(key_cert_sign=True, crl_sign=True, **uses)
    return x509.BasicConstraints(ca=True, path_length=None), signs


def made_in(folder: Path) -> Certificates:
    """Makes all files in a folder."""
    ours = issue("Test authority", *authority())
    (folder / "ca.pem").write_bytes(ours.certificate_pem())
    purposes: dict[str, ObjectIdentifier] = {
        "server": ExtendedKeyUsageOID.SERVER_AUTH,
        "client": ExtendedKeyUsageOID.CLIENT_AUTH,
    }
    for name, purpose in purposes.items():
        end = x509.BasicConstraints(ca=False, path_length=None)
        issued = issue(f"Test {name}", end, LOOPBACK, x509.ExtendedKeyUsage([purpose]), by=ours)
        (folder / f"{name}.pem").write_bytes(issued.certificate_pem())
        (folder / f"{name}.key").write_bytes(issued.key_pem())
    both = folder / "client-with-key.pem"
    both.write_bytes((folder / "client.pem").read_bytes() + (folder / "client.key").read_bytes())
    names = ("ca.pem", "server.pem", "server.key", "client.pem", "client.key")
    return Certificates(*(folder / name for name in names), both)


def self_signed(folder: Path) -> Path:
    """A file with a certificate for the loopback that vouches for itself, and its key."""
    issued = issue("loopback", x509.BasicConstraints(ca=True, path_length=None), LOOPBACK)
    file = folder / "certificate.pem"
    file.write_bytes(issued.certificate_pem() + issued.key_pem())
    return file
