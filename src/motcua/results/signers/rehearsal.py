"""Signing in rehearsal: real PAdES signatures under an authority of our own, trusted by no one."""

from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from asn1crypto import cms, keys, x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from django.conf import settings
from pyhanko.sign.general import as_signing_certificate_v2, simple_cms_attribute
from pyhanko.sign.signers import SimpleSigner
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from motcua.results.signers.authority import Authority, Identity
from motcua.results.signers.base import BASIC, LONG_TERM, Block, Seal, SignedPdf
from motcua.results.signers.pades import signed

# Twice what two short chains and a time-stamp take.
_ROOM = 16_384


class RehearsalSigner:
    """Signs as whoever is named, since nothing that it signs has force.

    `folder` holds the authority (MOTCUA_DATA/ca when not given). Its time-stamp service is of its
    own too; without it (`time_stamps=False`, or MOTCUA_TIME_STAMPS=off) papers are signed B-B.
    """

    rehearsal = True

    def __init__(self, folder: Path | None = None, *, time_stamps: bool | None = None) -> None:
        self._authority = Authority(folder or Path(settings.MOTCUA_CA))
        self._time_stamps = settings.MOTCUA_TIME_STAMPS if time_stamps is None else time_stamps
        self._holders: dict[tuple[str, str], _KeyInMemory] = {}
        self._list: tuple[date, bytes] | None = None

    def level(self, at: datetime) -> str:
        """B-LT while the rehearsal's time-stamp service is on."""
        return LONG_TERM if self._time_stamps else BASIC

    def sign(self, content: bytes, seal: Seal, *, block: Block, level: str) -> SignedPdf:
        """Sign in the name of the seal; the certificate is made when the name is new."""
        holder = self._holder(seal)
        if level == BASIC:
            return SignedPdf(signed(content, seal, block, holder, room=_ROOM), BASIC)
        self._stamper.fixed_dt = seal.at
        made = signed(
            content,
            seal,
            block,
            holder,
            time_stamper=self._stamper,
            proof=self._proof(holder, seal.at),
            room=_ROOM,
        )
        return SignedPdf(made, LONG_TERM)

    def _holder(self, seal: Seal) -> "_KeyInMemory":
        wanted = (seal.name, seal.organisation)
        if wanted not in self._holders:
            made = self._authority.signer(name=seal.name, organisation=seal.organisation)
            self._holders[wanted] = _KeyInMemory(made, self._roots)
        return self._holders[wanted]

    @cached_property
    def _roots(self) -> SimpleCertificateStore:
        store = SimpleCertificateStore()
        store.register(_asn1(self._authority.root))
        return store

    @cached_property
    def _stamper(self) -> "_TimeStamper":
        return _TimeStamper(self._authority.time_stamper, self._roots)

    def _proof(self, holder: "_KeyInMemory", at: datetime) -> ValidationContext:
        """What shows, without a network, that no certificate was revoked at that moment."""
        if self._list is None or self._list[0] != at.date():
            self._list = (at.date(), self._authority.revocation_list(at))
        return ValidationContext(
            trust_roots=[_asn1(self._authority.root)],
            other_certs=[holder.signing_cert, self._stamper.tsa_cert],
            crls=[self._list[1]],
            moment=at,
            revocation_mode="require",
        )


class _KeyInMemory(SimpleSigner):
    """Keeps the key open: reading it anew for every paper takes three times as long as signing."""

    def __init__(self, identity: Identity, roots: SimpleCertificateStore) -> None:
        self._key = identity.key
        super().__init__(_asn1(identity), keys.PrivateKeyInfo.load(_der(identity)), roots)

    def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
        return self._key.sign(data, PKCS1v15(), hashes.SHA256())


class _TimeStamper(DummyTimeStamper):
    """An RFC 3161 service in this process, its key kept open as well."""

    def __init__(self, identity: Identity, roots: SimpleCertificateStore) -> None:
        self._key = identity.key
        super().__init__(_asn1(identity), keys.PrivateKeyInfo.load(_der(identity)), roots)

    def _sign_tst_info(
        self, tst_info_data: bytes, md_algorithm: str, dt: datetime
    ) -> tuple[bytes, cms.CMSAttributes]:
        digest = hashes.Hash(hashes.SHA256())
        digest.update(tst_info_data)
        attributes = cms.CMSAttributes(
            [
                simple_cms_attribute("content_type", "tst_info"),
                simple_cms_attribute(
                    "signing_certificate_v2", as_signing_certificate_v2(self.tsa_cert)
                ),
                simple_cms_attribute("message_digest", digest.finalize()),
            ]
        )
        return self._key.sign(attributes.dump(), PKCS1v15(), hashes.SHA256()), attributes


def _der(identity: Identity) -> bytes:
    return identity.key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def _asn1(identity: Identity) -> x509.Certificate:
    return x509.Certificate.load(identity.certificate.public_bytes(serialization.Encoding.DER))
