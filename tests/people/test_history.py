"""What holds follows from what happened, in whatever order it became known."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from motcua.people.history import FIELDS, Value, in_force, standing

BEGUN = date(2026, 1, 1)


@dataclass(frozen=True)
class Row:
    """A row as the replay sees it; `known` in days after 2026 began."""

    pk: int
    kind: str
    begins: date
    known: int
    changes: Mapping[str, Value]
    replaces_id: int | None = None

    @property
    def known_on(self) -> date:
        return BEGUN + timedelta(days=self.known)


def day(number: int) -> date:
    return date(2000, 1, 1) + timedelta(days=number)


KINDS = ("entered", "settled", "headed", "married", "changed", "left", "died")
HAPPENED = st.lists(
    st.tuples(
        st.sampled_from(KINDS),
        st.integers(0, 9),
        st.sampled_from(("full_name", "household", "spouse", "died")),
        st.integers(1, 99),
    ),
    max_size=8,
    unique_by=lambda one: (one[0], one[1]),
)


def rows_of(happened: list[tuple[str, int, str, int]], known: list[int]) -> list[Row]:
    return [
        Row(pk, kind, day(begins), known[pk], {name: value})
        for pk, (kind, begins, name, value) in enumerate(happened)
    ]


@given(HAPPENED, st.data())
def test_the_order_in_which_things_become_known_does_not_matter(
    happened: list[tuple[str, int, str, int]], data: st.DataObject
) -> None:
    other = data.draw(st.permutations(happened))
    known = [0] * len(happened)
    for on in (None, *map(day, range(10))):
        one = standing(rows_of(happened, known), on=on).facts
        assert standing(rows_of(list(other), known), on=on).facts == one


@given(HAPPENED, st.lists(st.integers(0, 9), min_size=8, max_size=8), st.integers(0, 9))
def test_what_was_known_on_a_day_is_what_had_been_written_by_then(
    happened: list[tuple[str, int, str, int]], known: list[int], until: int
) -> None:
    rows = rows_of(happened, known)
    then = BEGUN + timedelta(days=until)
    earlier = [row for row in rows if row.known <= until]
    for on in (None, *map(day, range(10))):
        assert standing(rows, on=on, known_on=then) == standing(earlier, on=on)


@given(
    HAPPENED.filter(bool),
    st.lists(st.tuples(st.integers(0, 9), st.integers(1, 99)), max_size=4),
    st.data(),
)
def test_a_row_that_was_corrected_holds_as_it_was_last_corrected(
    happened: list[tuple[str, int, str, int]],
    corrections: list[tuple[int, int]],
    data: st.DataObject,
) -> None:
    rows = rows_of(happened, [0] * len(happened))
    wrong = last = data.draw(st.sampled_from(rows))
    for place, (begins, value) in enumerate(corrections, 1):
        changes = dict.fromkeys(wrong.changes, value)
        last = Row(100 + place, wrong.kind, day(begins), place, changes, replaces_id=last.pk)
        rows.append(last)
    right = [row for row in rows if row.pk < 100 and row.pk != wrong.pk] + [last]
    assert standing(rows).facts == standing(right).facts
    assert last in in_force(rows)
    # As it was known before the first correction, nothing was wrong.
    assert standing(rows, known_on=BEGUN).facts == standing(rows_of(happened, [0] * 8)).facts


BORN = Row(1, "entered", date(1968, 1, 1), 0, {"full_name": "Lù A Mẫu", "birth": "1968"})
HOME = Row(2, "settled", date(1990, 5, 1), 0, {"household": 7})
DIED = Row(3, "died", date(2026, 3, 1), 60, {"died": "2026-03-01", "household": None})


def test_nobody_is_there_before_their_birth() -> None:
    before = standing([BORN, HOME], on=date(1967, 12, 31))
    assert not before
    assert {name: before[name] for name in FIELDS} == dict(FIELDS)


def test_a_death_ends_the_household_from_its_day_and_from_when_it_was_known() -> None:
    for rows in permutations([BORN, HOME, DIED]):
        assert standing(rows)["household"] is None
        assert standing(rows, on=date(2026, 2, 28))["household"] == 7
        assert standing(rows, known_on=BEGUN)["household"] == 7
        assert standing(rows).said_by["died"] == 3


def test_who_is_born_and_dies_on_one_day_is_dead() -> None:
    child = Row(5, "born", date(2026, 3, 1), 0, {"full_name": "Lù Bé", "household": 7})
    dead = Row(4, "died", date(2026, 3, 1), 0, {"died": "2026-03-01", "household": None})
    assert standing([child, dead])["household"] is None


def test_what_is_withdrawn_never_was_for_who_knows_it() -> None:
    wed = Row(4, "married", date(2026, 1, 5), 5, {"spouse": 9})
    void = Row(5, "annulled", date(2026, 1, 5), 50, {}, replaces_id=4)
    rows = [BORN, wed, void]
    assert standing(rows)["spouse"] is None
    assert standing(rows, known_on=BEGUN + timedelta(days=49))["spouse"] == 9
