"""The paper books of the demo: what was copied before its tale, and what waits to be read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.utils import translation

from motcua.counter.paper_page import terms_written
from motcua.demo.drawing import drawn
from motcua.demo.town import Town
from motcua.foundation.actor import Actor
from motcua.foundation.names import folded
from motcua.registers import actions
from motcua.registers.actions import Change, Draft, Origin, PaperEntry, PaperNote, Reader
from motcua.registers.kinds import book
from motcua.registers.models import PaperVolume
from motcua.registers.placing import where
from motcua.registers.reading import read_twice

# Which of the births have a note in the margin, as few have.
_NOTED = (5, 60, 240)
# After it there may be no year in which that was done.
_LAST = 2020
# As many pages of each volume as are drawn; a whole one would take longer than all the rest.
_PAGES = 8
_SIGNED = ("place", "signer.name", "signer.title")


def from_paper(drafts: Sequence[Draft], begun: date) -> tuple[list[PaperEntry], list[Draft]]:
    """What was registered before the commune began with the machine, numbered; and the rest."""
    earlier = [one for one in drafts if one.registered_on < begun]
    return _with_margins(_numbered(earlier)), [one for one in drafts if one.registered_on >= begun]


def _with_margins(entries: list[PaperEntry]) -> list[PaperEntry]:
    """A few births of which the place was put right years later, in the margin."""
    births = [place for place, one in enumerate(entries) if one.kind == "birth"]
    for place in [births[turn] for turn in _NOTED if turn < len(births)]:
        entries[place] = replace(entries[place], notes=[_put_right(entries[place])])
    return entries


def _put_right(entry: PaperEntry) -> PaperNote:
    was, now = entry.content.get("child.birth_place", ""), "Trạm xá xã (mẫu)"
    day = f"Ngày 12/3/{entry.year + 1}" if entry.year < _LAST else f"Năm {entry.year}"
    on = f"{entry.year + 1}-03-12" if entry.year < _LAST else str(entry.year)
    return PaperNote(
        kind="correction",
        text=f"{day}: cải chính nơi sinh từ “{was}” thành “{now}”.",
        on=on,
        basis="12/QĐ-UBND (mẫu), UBND xã",
        changes=[Change("child.birth_place", now, was)],
    )


def paper_origin(at: datetime) -> Origin:
    """Who vouches for the copied entries: two who do not serve in the tale itself."""
    first = Actor("demo:first", "Lý Thị Chép Mẫu", frozenset())
    second = Actor("demo:second", "Vàng Văn Soát Mẫu", frozenset())
    return Origin("reading", "", Reader(first, at), Reader(second, at))


def put_in_pages(here: Town, drafts: Sequence[Draft]) -> None:
    """Two volumes of which some pages are there: one begun, with a difference; one untouched."""
    officer = here.staff["hotich1"]
    for kind in ("birth", "marriage"):
        entries = _of_one_year([one for one in drafts if one.kind == kind])
        if not entries:
            continue
        row = actions.open_volume(
            commune=here.commune,
            kind=kind,
            year=entries[0].year,
            volume=1,
            by=officer,
            at=here.now,
        )
        for picture in drawn([_page(one) for one in entries]):
            actions.add_scan(volume=row, content=picture, by=officer, at=here.now)
        if kind == "birth":
            _begin_to_read(here, row, entries)


def _of_one_year(drafts: Sequence[Draft]) -> list[PaperEntry]:
    """The first pages of the year in which most of them stand."""
    years = [one.registered_on.year for one in drafts]
    year = max(set(years), key=years.count, default=0)
    return _numbered([one for one in drafts if one.registered_on.year == year])[:_PAGES]


def _numbered(drafts: Sequence[Draft]) -> list[PaperEntry]:
    """From one in each book and year, in the order of the days."""
    last: dict[tuple[str, int], int] = {}
    return [
        _entry(draft, last)
        for draft in sorted(drafts, key=lambda one: (one.registered_on, one.source))
    ]


def _entry(draft: Draft, last: dict[tuple[str, int], int]) -> PaperEntry:
    year = draft.registered_on.year
    number = last.get((draft.kind, year), 0) + 1
    last[draft.kind, year] = number
    volume, page = where(book(draft.kind), number)
    return PaperEntry(
        kind=draft.kind,
        year=year,
        volume=volume,
        number=number,
        page=page,
        registered_on=draft.registered_on,
        content=draft.content,
        source=draft.source,
    )


def _page(entry: PaperEntry) -> dict[str, Any]:
    with translation.override("vi"):
        facts = {key: said for key, said in entry.content.items() if key not in _SIGNED}
        lines = [list(line) for line in terms_written(entry.kind, facts)]
    return {
        "title": book(entry.kind).official,
        "year": str(entry.year),
        "volume": str(entry.volume),
        "page": str(entry.page),
        "number": str(entry.number),
        "day": f"{entry.registered_on:%d/%m/%Y}",
        "signer": entry.content["signer.name"],
        "lines": lines,
    }


def _begin_to_read(here: Town, row: PaperVolume, entries: Sequence[PaperEntry]) -> None:
    """Two pages are read, one of them twice and not alike; the others wait."""
    first, second, at = here.staff["hotich1"], here.staff["hotich2"], here.now
    for entry in entries[:2]:
        reading = actions.begin_next(volume=row, by=first, at=at)
        actions.finish_first(reading=reading, typed=_typed(entry), view={}, by=first, at=at)
    typed = _typed(entries[0])
    again = {key: typed[key] for key in read_twice(row.kind) if key in typed}
    again["child.name"] = _misread(again["child.name"])
    reading = actions.begin_second(volume=row, by=second, at=at)
    actions.finish_second(reading=reading, typed=again, by=second, at=at)


def _typed(entry: PaperEntry) -> Mapping[str, str]:
    return {
        **entry.content,
        "number": str(entry.number),
        "page": str(entry.page),
        "registered_on": f"{entry.registered_on:%d/%m/%Y}",
    }


def _misread(name: str) -> str:
    """The last word without its marks, as a tired eye reads it: ``Hương`` as ``Huong``."""
    family, _space, given = name.rpartition(" ")
    bare = folded(given).capitalize()
    return f"{family} {bare if bare != given else f'{given}h'}"
