"""Volumes are opened, pictures of pages come in once, and are looked at by readers alone."""

import pytest

from motcua.audit.models import JournalLine
from motcua.foundation import files
from motcua.registers import actions, on_paper
from motcua.registers.errors import (
    NotYourBooks,
    PlaceOnPaper,
    TooManyScans,
    UnknownBook,
    YearOfBook,
)
from motcua.registers.models import PaperVolume, Scan
from tests import cast
from tests.registers.test_entries import write
from tests.registers.volumes import figures, first_reader, volume
from tests.unchanged import refused

pytestmark = pytest.mark.django_db
PAGE = b"\xff\xd8a page"


def test_a_volume_is_opened_once() -> None:
    assert volume(0).pk == volume(0).pk
    other = volume(0, kept_by=" Ủy ban nhân dân  xã Đồng Tuyển ")
    assert other.kept_by == "Ủy ban nhân dân xã Đồng Tuyển"
    assert PaperVolume.objects.count() == 2
    assert JournalLine.objects.filter(verb="open_volume").count() == 2


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"kind": "diary"}, UnknownBook),
        ({"year": 1899}, YearOfBook),
        ({"year": 2027}, YearOfBook),
        ({"volume": 0}, PlaceOnPaper),
        ({"volume": 1000}, PlaceOnPaper),
    ],
)
def test_a_volume_that_cannot_be_is_refused(
    facts: dict[str, object], refusal: type[Exception]
) -> None:
    cast.officer()
    with refused(refusal):
        volume(0, **facts)


def test_pages_follow_one_another_and_the_same_picture_is_the_same_page() -> None:
    row = volume(2)
    scan = actions.add_scan(volume=row, content=PAGE, by=first_reader(), at=cast.AT)
    again = actions.add_scan(volume=row, content=PAGE, by=first_reader(), at=cast.AT)
    assert (scan.pk, scan.place) == (again.pk, 3)
    assert [one.place for one in on_paper.scans(volume=row)] == [1, 2, 3]
    assert figures(row) == {"scans": 3, "waiting": 3}


def test_a_volume_takes_no_more_pages_than_it_can_have(monkeypatch: pytest.MonkeyPatch) -> None:
    row = volume(2)
    monkeypatch.setattr("motcua.registers.actions.scanning.MOST_SCANS", 2)
    with refused(TooManyScans):
        actions.add_scan(volume=row, content=PAGE, by=first_reader(), at=cast.AT)


def test_a_picture_is_attached_to_an_entry() -> None:
    entry = write("dossier:1")
    facts = {"by": first_reader(), "at": cast.AT}
    scan = actions.attach_scan(entry=entry, content=PAGE, **facts)
    assert actions.attach_scan(entry=entry, content=PAGE, **facts).pk == scan.pk
    assert on_paper.pictures_of(entry, by=first_reader()) == [scan]
    assert Scan.objects.count() == 1


def test_a_picture_is_looked_at_by_readers_alone_and_leaves_a_line() -> None:
    entry = write("dossier:1")
    scan = actions.attach_scan(entry=entry, content=PAGE, by=first_reader(), at=cast.AT)
    reader = cast.acting(cast.receptionist())
    assert on_paper.picture(by=reader, key=scan.pk, at=cast.AT) == PAGE
    line = JournalLine.objects.get(verb="read.scan")
    assert (line.about, line.actor_name) == (f"entry:{entry.pk}", "Nông Thị Tiếp")
    auditor = cast.acting(cast.auditor())
    with refused(NotYourBooks):
        on_paper.picture(by=auditor, key=scan.pk, at=cast.AT)


def test_only_those_who_keep_the_books_open_volumes_and_put_in_pages() -> None:
    row, entry = volume(0), write("dossier:1")
    for account in (cast.stranger_officer(), cast.receptionist(), cast.resident()):
        by = cast.acting(account)
        with refused(NotYourBooks):
            volume(0, by=by, volume=2)
        with refused(NotYourBooks):
            actions.add_scan(volume=row, content=PAGE, by=by, at=cast.AT)
        with refused(NotYourBooks):
            actions.attach_scan(entry=entry, content=PAGE, by=by, at=cast.AT)


def test_the_picture_of_a_page_is_named_so_that_no_sweep_takes_it() -> None:
    row = volume(1)
    assert files.path_of(Scan.objects.get(volume=row).digest).exists()
