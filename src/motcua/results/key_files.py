"""Secret keys lie in files beside the data, written whole, once, and readable by no one else."""

import os
import secrets
from pathlib import Path

SECRET, PUBLIC = 0o600, 0o644


def write_once(place: Path, content: bytes, mode: int = SECRET) -> None:
    """Whole or not at all, and never over what another process has written first."""
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = place.with_name(f".{place.name}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, place)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
