"""The demo's books: most of it copied from paper, some pages waiting to be read."""

from collections import Counter

import pytest

from motcua.foundation import files
from motcua.people.models import Resident
from motcua.registers.actions import open_fields
from motcua.registers.models import Entry, PaperVolume, Provenance, Reading, Scan
from tests.demo.conftest import AT, Loaded

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo")]


def test_the_books_hold_more_than_three_thousand_entries_most_of_them_from_paper(
    demo: Loaded,
) -> None:
    held = Counter(Entry.objects.values_list("kind", "copied"))
    assert sum(held.values()) >= 3000
    assert held["birth", True] > 2000
    assert held["marriage", True] > 800
    assert held["death", True] > 150
    assert Provenance.objects.count() == sum(n for (_, copied), n in held.items() if copied)


def test_what_was_registered_before_the_commune_began_is_from_paper_and_nothing_later(
    demo: Loaded,
) -> None:
    last = Entry.objects.filter(copied=True).order_by("-registered_on")[0]
    first = Entry.objects.filter(copied=False).order_by("registered_on")[0]
    assert last.registered_on < first.registered_on
    assert last.registered_on.year == 2026
    assert last.provenance.book == f"{_title(last)} 2026, quyển 1"
    assert (last.provenance.read_by_name, last.provenance.second_by_name) == (
        "Lý Thị Chép Mẫu",
        "Vàng Văn Soát Mẫu",
    )


def _title(entry: Entry) -> str:
    return {"birth": "Sổ đăng ký khai sinh", "marriage": "Sổ đăng ký kết hôn"}.get(
        entry.kind, "Sổ đăng ký khai tử"
    )


def test_two_volumes_wait_to_be_read_one_of_them_begun(demo: Loaded) -> None:
    births, weddings = PaperVolume.objects.order_by("kind")
    assert (births.kind, births.year, births.scans, births.waiting) == ("birth", 1979, 8, 6)
    assert (births.to_second, births.to_decide, births.written) == (1, 1, 0)
    assert (weddings.kind, weddings.year, weddings.open) == ("marriage", 1984, weddings.scans)
    assert weddings.scans >= 3
    for scan in Scan.objects.all():
        assert files.read(scan.digest).startswith(b"\xff\xd8")


def test_what_stands_on_the_pages_agrees_with_the_residents(demo: Loaded) -> None:
    for reading in Reading.objects.all():
        name, birth = reading.first["child.name"], reading.first["child.birth"]
        assert Resident.objects.filter(full_name=name, birth=birth).exists()
    apart = Reading.objects.get(stage="differs")
    assert open_fields(apart, AT) == ["child.name"]
