"""What people hand in is looked into, cleaned and bounded before a byte of it is kept.

Photographs are re-encoded (so that nothing hides in them and no place where they were taken
travels along); PDFs are opened, and written anew without scripts or attachments. Both is done by a
program of its own (`cleaning`, docs/decisions/0013), which a hostile file may waste but not leave.
"""

import subprocess  # nosec B404 - our own program only
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock
from typing import IO

import structlog
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.cleaning.bounds import MOST_BYTES, SECONDS, Said
from motcua.foundation.refusal import Refusal

log = structlog.get_logger(__name__)

# What is looked into takes memory: one file at a time, however many arrive.
_ONE_AT_A_TIME = Lock()
# Whoever waits longer is told, so that a queue of hostile files does not keep every thread.
_PATIENCE = 20.0
_PROGRAM = "motcua.dossiers.cleaning."


class FileTooLarge(Refusal):
    code = "paper.too_large"
    sentence = _("This file is larger than 15 MB. Take the photograph again, a little smaller.")
    status = 413


class FileUnreadable(Refusal):
    code = "paper.unreadable"
    sentence = _("This file cannot be read as a photograph or a PDF. Please take a photograph.")
    status = 415


class FileGivenUp(FileUnreadable):
    """It took more time or memory than any honest file: said in the same words."""


class FileLocked(Refusal):
    code = "paper.locked"
    sentence = _("This PDF is locked with a password. Please hand it in without one.")
    status = 415


class TooManyPages(Refusal):
    code = "paper.too_many_pages"
    sentence = _("This PDF has more than 60 pages. Please hand in only the pages that are asked.")
    status = 413


class NoPicture(Refusal):
    code = "paper.no_picture"
    sentence = _("A page of this PDF is not a scan. Please scan the pages as pictures.")
    status = 415


class FilesWaiting(Refusal):
    code = "paper.waiting"
    sentence = _("Many files are being looked at just now. Please send this one again in a minute.")
    status = 503


_REFUSALS: dict[int, type[Refusal]] = {
    Said.UNREADABLE: FileUnreadable,
    Said.LOCKED: FileLocked,
    Said.TOO_MANY_PAGES: TooManyPages,
    Said.NO_PICTURE: NoPicture,
}


@dataclass(frozen=True, slots=True)
class Clean:
    """A file fit to be kept: its bytes, what it is by its content, and its pages."""

    content: bytes
    media: str
    pages: int


def cleaned(content: bytes) -> Clean:
    """The file as it may be kept; what it is called and said to be does not count."""
    is_pdf = _is_pdf(content)
    pages, kept = _in_turn("pdf" if is_pdf else "picture", content)
    return Clean(kept, "application/pdf" if is_pdf else "image/jpeg", pages)


def page_pictures(content: bytes) -> list[bytes]:
    """The pages of a scan, each a JPEG that may be kept: of a PDF every page, else the picture."""
    if not _is_pdf(content):
        return [_in_turn("picture", content)[1]]
    _pages, leaves = _in_turn("leaves", content)
    return [_in_turn("picture", leaf)[1] for leaf in _parted(leaves)]


def _is_pdf(content: bytes) -> bool:
    return content[:1024].lstrip().startswith(b"%PDF-")


def _parted(leaves: bytes) -> Iterator[bytes]:
    while leaves:
        end = 4 + int.from_bytes(leaves[:4], "big")
        yield leaves[4:end]
        leaves = leaves[end:]


def _in_turn(kind: str, content: bytes) -> tuple[int, bytes]:
    if len(content) > MOST_BYTES:
        raise FileTooLarge
    if not _ONE_AT_A_TIME.acquire(timeout=_PATIENCE):
        raise FilesWaiting
    try:
        return _by_program(kind, content)
    finally:
        _ONE_AT_A_TIME.release()


def _by_program(kind: str, content: bytes) -> tuple[int, bytes]:
    """What the program made of it. Files, not pipes: the kernel bounds what it may write."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as made:
        given.write(content)
        given.seek(0)
        said = _ended(kind, given, made)
        if said not in (Said.CLEAN, *_REFUSALS):
            log.warning("paper.given_up", kind=kind, size=len(content), ended=said)
            raise FileGivenUp
        if said != Said.CLEAN:
            raise _REFUSALS[said]
        made.seek(0)
        return int(made.readline()), made.read()


def _ended(kind: str, given: IO[bytes], made: IO[bytes]) -> int | None:
    """The program's exit code; None when its time was over."""
    command = [sys.executable, "-I", "-m", f"{_PROGRAM}{kind}"]
    # Nothing of ours goes along: no variable of the environment, no open file, no path.
    try:
        done = subprocess.run(  # noqa: S603 # nosec B603
            command,
            stdin=given,
            stdout=made,
            stderr=subprocess.DEVNULL,
            env={"LC_ALL": "C.UTF-8"},
            cwd="/",
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    return done.returncode
