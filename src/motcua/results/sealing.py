"""The commune's own key for the QR of its results: the secret half here, the public in a row."""

import base64
from datetime import datetime
from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from motcua.foundation.clock import day_of
from motcua.results.key_files import write_once
from motcua.results.models import Result, VerificationKey
from motcua.results.verification import Face, claim_of, encode


def token_of(result: Result, *, at: datetime) -> str:
    """The sealed token of a result; the commune's key is made at its first result."""
    key = _key(Path(settings.MOTCUA_CA), result.commune_id)
    raw = key.public_key().public_bytes_raw()
    VerificationKey.objects.get_or_create(
        public=base64.urlsafe_b64encode(raw).decode(),
        defaults={"commune_id": result.commune_id, "made_at": at},
    )
    face = Face(
        commune=result.commune_id,
        result=result.pk,
        issued_on=day_of(result.issued_at),
        number=result.number,
        template=result.document.template,
        holder=result.holder,
    )
    return encode(claim_of(face), key)


@cache
def _key(folder: Path, commune: str) -> Ed25519PrivateKey:
    place = folder / f"qr-{commune}.pem"
    if not place.exists():
        write_once(place, _pem(Ed25519PrivateKey.generate()))
    key = serialization.load_pem_private_key(place.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise TypeError(f"{place} holds no Ed25519 key")
    return key


def _pem(key: Ed25519PrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
