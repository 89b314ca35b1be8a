"""The machine's voice: each sentence is read once and kept beside the data, where it may be lost.

One process reads at a time: ten phones that ask at once cost the machine one sentence, not ten.
"""

import fcntl
import hashlib
import os
import subprocess  # nosec B404 - our own module, with a fixed list of arguments
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

LANGUAGES = frozenset({"vi", "en", "hi"})
# What a person reads aloud in two minutes; no question of a pack comes near.
MOST_LETTERS = 2000
_SECONDS = 20


def read_aloud(sentence: str, language: str) -> bytes | None:
    """MP3 of the sentence; None where the machine has no voice for it."""
    if language not in LANGUAGES or len(sentence) > MOST_LETTERS:
        return None
    place = _place(sentence, language)
    if place.exists():
        return place.read_bytes()
    with _alone(place.parent):
        # Whoever was before us may have asked for the same.
        return place.read_bytes() if place.exists() else _read(sentence, language, place)


def _place(sentence: str, language: str) -> Path:
    mark = hashlib.sha256(f"{language} {sentence}".encode()).hexdigest()
    return Path(settings.DATA) / "cache" / "voices" / f"{mark}.mp3"


def _read(sentence: str, language: str, place: Path) -> bytes | None:
    command = [sys.executable, "-m", "motcua.voices.speaking", language]
    try:
        done = subprocess.run(  # noqa: S603 # nosec B603
            command, input=sentence.encode(), capture_output=True, timeout=_SECONDS, check=True
        )
    except (subprocess.SubprocessError, OSError):
        return None
    if not done.stdout:
        return None
    handle, name = tempfile.mkstemp(dir=place.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(done.stdout)
    Path(name).rename(place)
    return done.stdout


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder / ".reading", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
