"""On which grounds an entry may be cancelled: ``packs/vn/cancelling.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.utils.translation import get_language

_OFFICIAL: Final = "vi"
_PAPER: Final = "paper"


@dataclass(frozen=True, slots=True)
class Ground:
    """One of them: its code, its law, what it is called; `books` is empty where it fits all.

    `sure` says whether the law was seen in a public text.
    """

    code: str
    law: str
    sure: bool
    titles: Mapping[str, str]
    books: frozenset[str]
    note: str

    @property
    def title(self) -> str:
        """In the language of who reads."""
        return self.titles.get(get_language() or _OFFICIAL, self.official)

    @property
    def official(self) -> str:
        """As it stands in the margin and on papers."""
        return self.titles[_OFFICIAL]

    def noted(self, reason: str) -> str:
        """The text of the note in the margin."""
        return self.note.format(reason=reason)


def grounds(kind: str) -> Mapping[str, Ground]:
    """Those on which an entry of a book may be cancelled, by their code."""
    return {code: one for code, one in _grounds().items() if not one.books or kind in one.books}


def ground(code: str) -> Ground:
    """The ground of that code."""
    return _grounds()[code]


def said_of_paper(*, number: str, day: str, code: str) -> str:
    """What is said of a paper that was made of a cancelled entry: ``27/2026``, ``03/03/2026``."""
    said: str = _read()[_PAPER]["said"]
    reason = ground(code).official
    return said.format(number=number, day=day, ground=reason[0].lower() + reason[1:])


@cache
def _grounds() -> Mapping[str, Ground]:
    return {code: _ground(code, raw) for code, raw in _read().items() if code != _PAPER}


def _ground(code: str, raw: Mapping[str, Any]) -> Ground:
    basis = raw["basis"]
    return Ground(
        code=code,
        law=f"{basis['document']}, {basis['article']}",
        sure=basis["mark"] == "verified",
        titles=raw["title"],
        books=frozenset(raw.get("books", ())),
        note=raw["note"],
    )


@cache
def _read() -> Mapping[str, Any]:
    path = Path(settings.PACKS) / "vn" / "cancelling.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
