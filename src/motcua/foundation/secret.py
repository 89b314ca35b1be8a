"""A secret of the installation: made once, kept in a file beside the data, read by its owner."""

import contextlib
import os
from pathlib import Path


def kept(file: Path, made: str) -> str:
    """What the file holds; `made` is put there when there is none, readable by its owner only.

    The file appears whole or not at all, so that two processes that start together agree.
    """
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        ours = file.with_name(f".{file.name}.{os.getpid()}")
        with os.fdopen(os.open(ours, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w") as out:
            out.write(made)
        with contextlib.suppress(FileExistsError):
            file.hardlink_to(ours)
        ours.unlink()
    return file.read_text(encoding="ascii")
