"""The key that signs exported journals."""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from motcua.foundation.secret import kept


def journal_key(data: Path) -> Ed25519PrivateKey:
    """From ``<data>/journal-key``, made at first need."""
    made = Ed25519PrivateKey.generate().private_bytes_raw().hex()
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(kept(data / "journal-key", made)))
