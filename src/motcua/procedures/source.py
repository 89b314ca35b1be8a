"""What a loading of packs depends on, as one digest: the files, and our way of reading them."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

_OURS = Path(__file__).parent


def digest_of(path: Path, *, province: str | None = None) -> str:
    """SHA-256 over every file in a folder of packs, over this package's code, and the province.

    The code is in it because a newer program may read the same files otherwise, or refuse them.
    """
    digest = hashlib.sha256((province or "").encode())
    for root, files in ((path, _files(path)), (_OURS, _OURS.rglob("*.py"))):
        for file in sorted(files):
            content = hashlib.sha256(file.read_bytes()).hexdigest()
            digest.update(f"\n{file.relative_to(root).as_posix()} {content}".encode())
    return digest.hexdigest()


def _files(path: Path) -> Iterator[Path]:
    return (file for file in path.rglob("*") if file.is_file())
