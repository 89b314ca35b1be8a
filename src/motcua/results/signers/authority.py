"""The rehearsal's own certificate authority, made at first need and kept with the data.

Every name in it says REHEARSAL: nothing that it certifies has any force outside a demonstration.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from motcua.results.key_files import PUBLIC, write_once

MARK = "REHEARSAL"
# Wide enough for demonstrations that play in other years.
_SINCE = datetime(2020, 1, 1, tzinfo=UTC)
_UNTIL = datetime(2046, 1, 1, tzinfo=UTC)
_CRL_DAYS = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Identity:
    """A private key and its certificate."""

    key: rsa.RSAPrivateKey
    certificate: x509.Certificate


class Authority:
    """A root in `folder` and the identities it certifies, each in a file that only we may read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def root(self) -> Identity:
        """The root; its certificate lies beside it as ``root.crt.pem`` for those who verify."""
        made = self._kept("root", _made_root)
        public = self._folder / "root.crt.pem"
        if not public.exists():
            write_once(public, _crt(made), PUBLIC)
        return made

    def signer(self, *, name: str, organisation: str) -> Identity:
        """The identity with which one person signs for one organisation."""
        tail = hashlib.sha256(f"{organisation}\n{name}".encode()).hexdigest()[:16]
        return self._kept(f"signer-{tail}", lambda: self._made_signer(name, organisation))

    @cached_property
    def time_stamper(self) -> Identity:
        """The identity of the rehearsal's time-stamp service."""
        return self._kept("time-stamp", self._made_time_stamper)

    def revocation_list(self, at: datetime) -> bytes:
        """The list of what is revoked (nothing) as of a moment, DER."""
        builder = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(self.root.certificate.subject)
            .last_update(at - _CRL_DAYS)
            .next_update(at + _CRL_DAYS)
            .add_extension(_known_by(self.root), critical=False)
            .add_extension(x509.CRLNumber(int(at.timestamp())), critical=False)
        )
        return builder.sign(self.root.key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)

    def _kept(self, name: str, make: Callable[[], Identity]) -> Identity:
        """The identity in the file of that name; the first process to write it decides."""
        place = self._folder / f"{name}.pem"
        if not place.exists():
            write_once(place, _pem(make()))
        content = place.read_bytes()
        key = serialization.load_pem_private_key(content, password=None)
        if not isinstance(key, rsa.RSAPrivateKey):
            raise TypeError(f"{place} holds no RSA key")
        return Identity(key, x509.load_pem_x509_certificate(content))

    def _made_signer(self, name: str, organisation: str) -> Identity:
        key = _new_key()
        builder = (
            _certificate(key, _name(name, organisation), self.root.certificate.subject)
            .add_extension(_usage(sign=True), critical=True)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_known_by(self.root), critical=False)
        )
        return Identity(key, builder.sign(self.root.key, hashes.SHA256()))

    def _made_time_stamper(self) -> Identity:
        key = _new_key()
        stamping = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        builder = (
            _certificate(key, _name("Time-stamp", "Motcua"), self.root.certificate.subject)
            .add_extension(_usage(sign=True), critical=True)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(stamping, critical=True)
            .add_extension(_known_by(self.root), critical=False)
        )
        return Identity(key, builder.sign(self.root.key, hashes.SHA256()))


def _made_root() -> Identity:
    key = _new_key()
    name = _name("Root", "Motcua")
    own = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    builder = (
        _certificate(key, name, name)
        .add_extension(_usage(sign=False), critical=True)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(own, critical=False)
    )
    return Identity(key, builder.sign(key, hashes.SHA256()))


def _certificate(
    key: rsa.RSAPrivateKey, subject: x509.Name, issuer: x509.Name
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(_SINCE)
        .not_valid_after(_UNTIL)
    )


def _usage(*, sign: bool) -> x509.KeyUsage:
    """A signer signs papers; a root signs certificates and revocation lists."""
    return x509.KeyUsage(
        digital_signature=sign,
        content_commitment=sign,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=not sign,
        crl_sign=not sign,
        encipher_only=False,
        decipher_only=False,
    )


def _known_by(root: Identity) -> x509.AuthorityKeyIdentifier:
    return x509.AuthorityKeyIdentifier.from_issuer_public_key(root.key.public_key())


def _name(person: str, organisation: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, f"{MARK} {organisation}"[:64]),
            x509.NameAttribute(NameOID.COMMON_NAME, f"{MARK} {person}"[:64]),
        ]
    )


def _new_key() -> rsa.RSAPrivateKey:
    # RSA, since it is what every PDF reader in use can check.
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _pem(identity: Identity) -> bytes:
    key = identity.key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return key + _crt(identity)


def _crt(identity: Identity) -> bytes:
    return identity.certificate.public_bytes(serialization.Encoding.PEM)
