"""A spreadsheet that somebody sends: on the disk while it is looked at, and no longer."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from motcua.parts.doors import Visit
from motcua.sheets.errors import FileMissing, SheetTooLarge
from motcua.sheets.opening.bounds import MOST_BYTES


@contextmanager
def upload(request: Visit, name: str = "file") -> Iterator[Path]:
    """The file of a form field, as a path; refuses FileMissing and SheetTooLarge."""
    sent = request.FILES.get(name)
    if sent is None:
        raise FileMissing(field=name)
    if (sent.size or 0) > MOST_BYTES:
        raise SheetTooLarge(field=name, most=MOST_BYTES // 2**20)
    with tempfile.NamedTemporaryFile(prefix="motcua-") as kept:
        for chunk in sent.chunks():
            kept.write(chunk)
        kept.flush()
        yield Path(kept.name)


def missing(request: Visit, name: str = "file") -> list[FileMissing]:
    """That no file was sent, to be said with all else that is missing."""
    return [] if request.FILES.get(name) else [FileMissing(field=name)]


def name_of(request: Visit, name: str = "file") -> str:
    """What the file of a form field is called where it comes from."""
    sent = request.FILES.get(name)
    return (sent.name or "") if sent is not None else ""
