"""A name that more people bear than are looked at one by one is asked of the entries themselves."""

import pytest

from motcua.foundation import name_index
from motcua.registers.born import Born
from motcua.registers.meant import COMMON, Group
from motcua.registers.models import EntryName
from motcua.registers.names_kept import learn
from motcua.registers.sought_rows import Where, by_name
from tests import cast
from tests.registers.test_entries import write
from tests.registers.test_finding import ask

pytestmark = pytest.mark.django_db

BIRTHS = ("1961-12-31", "1962", "1962-03", "1962-03-04", "1963-01-01")


@pytest.fixture
def bearers() -> list[str]:
    """The births of five who bear a name that hundreds have; the newest comes first."""
    for at, birth in enumerate(BIRTHS):
        content = {"child.name": f"Phùng Văn {'ABCDE'[at]}", "child.birth": birth}
        write(f"dossier:{at}", content=content)
    learn((cast.COC_SAN, f"phung van s{at}") for at in range(COMMON + 1))
    return list(BIRTHS)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("1962", ["1962-03-04", "1962-03", "1962"]),
        ("1962-1963", ["1963-01-01", "1962-03-04", "1962-03", "1962"]),
        ("03/1962", ["1962-03-04", "1962-03", "1962"]),
        ("05/1962", ["1962"]),
        ("04/03/1962", ["1962-03-04", "1962-03", "1962"]),
        ("1940-1961", ["1961-12-31"]),
    ],
    ids=["a year", "two years", "a month", "another month", "a day", "too many years to name"],
)
def test_of_a_common_name_those_born_then(bearers: list[str], typed: str, found: list[str]) -> None:
    where = Where(cast.COC_SAN, ("birth",), Born.typed(typed))
    keys = by_name(Group([], [("phung",)]), where, 10)
    rows = EntryName.objects.in_bulk(keys)
    assert [rows[key].birth for key in keys] == found
    hits = {hit.row.birth for hit in ask("phung", typed).hits}
    assert hits == set(found)
    assert set(found) <= set(bearers)


@pytest.mark.parametrize("tried", [1, 3, 250])
def test_of_more_than_are_wanted_the_newest(
    bearers: list[str], monkeypatch: pytest.MonkeyPatch, tried: int
) -> None:
    monkeypatch.setattr(name_index, "_TRIED", tried)
    where = Where(cast.COC_SAN, ("birth",), Born.typed("1962"))
    rows = EntryName.objects.in_bulk(by_name(Group([], [("phung",)]), where, 2))
    assert {row.birth for row in rows.values()} == {"1962-03-04", "1962-03"}
    dead = Where(cast.COC_SAN, ("death",), Born.typed("1962"))
    assert by_name(Group([], [("phung",)]), dead, 2) == []
    assert len(bearers) == len(BIRTHS)
