"""Moves of the population follow from the books: once, surely, and only from what was decided."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from motcua.consequences import loop
from motcua.consequences.following import follow_books
from motcua.consequences.models import Followed, Stuck
from motcua.dossiers import actions
from motcua.dossiers.models import DossierEvent
from motcua.foundation.actor import SYSTEM
from motcua.people.history import standing
from motcua.people.models import Household, Move, Resident
from motcua.people.standings import life
from motcua.registers.actions import Draft, import_entries, write_entry
from tests import cast
from tests.consequences.written import (
    CHILD,
    DEAD,
    WEDDED,
    became,
    couple,
    decided,
    entry,
    follows,
    fresh,
    living,
    note,
)
from tests.dossiers import story
from tests.dossiers.test_books import at_check

pytestmark = pytest.mark.django_db


def test_a_child_joins_the_household_of_its_mother() -> None:
    mother = cast.thu()
    row = follows("birth", CHILD)
    child = Resident.objects.get(full_name="Lù Thị Bé")
    assert (row.word, row.told["residents"], row.told["household"]) == (
        "joined",
        [child.pk],
        mother.household_id,
    )
    assert (child.household, child.mother, child.village) == (
        mother.household,
        mother,
        mother.village,
    )
    (move,) = Move.objects.filter(resident=child)
    assert (move.kind, move.on, move.source) == ("born", "2026-02-20", f"entry:{row.entry_id}")


def test_a_child_joins_the_fathers_household_where_the_mother_is_from_elsewhere() -> None:
    father = cast.mau()
    said = {**CHILD, "mother.name": "Sần Thị Xa", "father.name": "Lù A Mẫu", "father.birth": "1968"}
    assert follows("birth", said).word == "joined"
    child = Resident.objects.get(full_name="Lù Thị Bé")
    assert (child.household, child.father, child.mother) == (father.household, father, None)


def test_a_child_without_parents_here_joins_whoever_declared_it() -> None:
    mau = cast.mau()
    said = {**CHILD, "mother.name": "Sần Thị Xa"}
    said |= {"declarant.name": "Lù A Mẫu", "declarant.identity": mau.identity_number}
    assert follows("birth", said).word == "joined"
    child = Resident.objects.get(full_name="Lù Thị Bé")
    assert (child.household, child.father, child.mother) == (mau.household, None, None)


def test_a_child_of_parents_from_elsewhere_changes_nobody() -> None:
    assert became(follows("birth", {**CHILD, "mother.name": "Sần Thị Xa"})) == ("no_home", 0)


def test_a_child_who_is_here_already_is_not_added_again() -> None:
    cast.thu()
    follows("birth", CHILD)
    assert became(follows("birth", CHILD)) == ("already", 0)
    assert Resident.objects.filter(full_name="Lù Thị Bé").count() == 1


def test_a_birth_that_is_registered_again_adds_nobody() -> None:
    cast.thu()
    assert became(follows("birth", {**CHILD, "again": "Đăng ký lại"})) == ("again", 0)


@pytest.mark.parametrize(("birth", "word"), [("2008-03-03", "grown"), ("2008-03-04", "joined")])
def test_who_is_eighteen_when_the_birth_is_registered_is_not_put_into_a_household(
    birth: str, word: str
) -> None:
    cast.thu()
    assert follows("birth", {**CHILD, "child.birth": birth}).word == word


def test_an_entry_from_a_paper_book_adds_no_baby_to_todays_household() -> None:
    cast.thu()
    old = {**CHILD, "child.birth": "1996-02-20"}
    draft = Draft("birth", old, "paper:birth:1996:12", date(1996, 3, 1))
    import_entries(commune=cast.COC_SAN, drafts=[draft], by=SYSTEM, at=cast.AT)
    write_entry(
        commune=cast.COC_SAN,
        kind="birth",
        content=CHILD,
        source="paper:birth:2026:3",
        by=cast.acting(cast.officer()),
        at=cast.AT,
    )
    before = Move.objects.count()
    loop.round_once(cast.AT)
    assert follow_books(decided().pk, at=cast.AT) == []
    assert (Move.objects.count(), Followed.objects.count()) == (before, 0)


def test_a_death_closes_a_membership_and_widows_the_spouse() -> None:
    mau = cast.mau()
    home, thu = mau.household_id, cast.thu()
    follows("marriage", couple(("Lù A Mẫu", "1968"), ("Vàng Thị Thử", "1991"), WEDDED))
    row = follows("death", DEAD)
    assert (row.word, row.told["names"]["spouse"]) == ("died_widowed", "Vàng Thị Thử")
    mau = fresh(mau)
    assert (mau.died, mau.household) == ("2026-03-01", None)
    moves = list(Move.objects.filter(resident=mau))
    assert standing(moves, on=date(2026, 2, 28))["household"] == home
    widow = life(by=cast.acting(cast.officer()), resident_id=thu.pk, at=cast.AT, why="test")
    assert widow.marital == "widowed"
    assert became(follows("death", DEAD)) == ("dead_already", 0)


def test_of_two_with_one_name_and_date_nobody_is_changed_silently() -> None:
    mau = cast.mau()
    other = living(full_name="Lù A Mẫu", birth="1968-05-01", identity_number="")
    row = follows("death", {**DEAD, "deceased.identity": ""})
    assert became(row) == ("unclear", 0)
    assert row.asked == {"deceased": [mau.pk, other.pk]}
    assert (fresh(mau).died, fresh(other).died) == ("", "")


@pytest.mark.parametrize(
    ("said", "word"),
    [
        # The number tells which of two it is.
        ({}, "died"),
        # A name with other marks, another number: alike, and not sure.
        ({"deceased.name": "Lù A Mậu"}, "unclear"),
        ({"deceased.identity": "000068000777"}, "unclear"),
        # Another birth year: somebody else.
        ({"deceased.birth": "1967", "deceased.identity": ""}, "stranger"),
        ({"deceased.name": "Lù A Khác", "deceased.identity": ""}, "stranger"),
        # The number of one and the name of another.
        ({"deceased.name": "Lù A Khác"}, "unclear"),
    ],
)
def test_a_person_is_recognised_by_name_date_and_number_together(
    said: dict[str, str], word: str
) -> None:
    cast.mau()
    living(full_name="Lù A Mẫu", birth="1968-05-01", identity_number="000068000555")
    assert follows("death", {**DEAD, **said}).word == word


def test_a_death_before_the_birth_is_left_for_a_person_to_look_at() -> None:
    cast.mau()
    assert became(follows("death", {**DEAD, "death.date": "1960-01-01"})) == ("by_hand", 0)


@pytest.mark.parametrize("kind", ["marital", "guardian", "change", "copy"])
def test_the_other_books_say_nothing_of_residents(kind: str) -> None:
    dossier = decided()
    assert follow_books(dossier.pk, at=cast.AT) == []
    assert not Followed.objects.exists()


def test_a_correction_was_always_so_and_a_change_holds_from_its_day() -> None:
    cast.thu()
    dossier = decided()
    born = entry("birth", CHILD, dossier)
    follow_books(dossier.pk, at=cast.AT)
    child = Resident.objects.get(full_name="Lù Thị Bé")
    later = decided()
    note(born, "correction", later, {"child.name": "Lù Thị Bẻ"})
    (row,) = follow_books(later.pk, at=cast.AT)
    assert (row.word, row.told["residents"]) == ("corrected", [child.pk])
    last = decided()
    note(born, "change", last, {"child.ethnic": "01"})
    (row,) = follow_books(last.pk, at=cast.AT)
    assert row.word == "changed"
    moves = list(Move.objects.filter(resident=child))
    first_day = standing(moves, on=date(2026, 2, 20))
    assert (first_day["full_name"], first_day["ethnic"]) == ("Lù Thị Bẻ", "25")
    assert (fresh(child).full_name, fresh(child).ethnic) == ("Lù Thị Bẻ", "01")
    assert fresh(child).name_folded == "lu thi be"


def test_a_note_that_changes_no_term_is_left_for_a_person_to_look_at() -> None:
    dossier = decided()
    born = entry("birth", CHILD, dossier)
    later = decided()
    note(born, "supplement", later, {})
    (row,) = follow_books(later.pk, at=cast.AT)
    assert became(row) == ("by_hand", 0)


def test_a_note_beside_the_entry_of_somebody_from_elsewhere_changes_nobody() -> None:
    dossier = decided()
    born = entry("birth", CHILD, dossier)
    later = decided()
    note(born, "correction", later, {"child.name": "Lù Thị Bẻ"})
    (row,) = follow_books(later.pk, at=cast.AT)
    assert became(row) == ("stranger", 0)


def test_what_was_followed_once_is_not_followed_again() -> None:
    cast.thu()
    dossier = decided()
    entry("birth", CHILD, dossier)
    assert len(follow_books(dossier.pk, at=cast.AT)) == 1
    assert follow_books(dossier.pk, at=cast.AT + timedelta(days=1)) == []
    assert (Followed.objects.count(), Resident.objects.count()) == (1, 2)


def test_a_worker_killed_in_the_middle_leaves_nothing_and_is_followed_by_one_that_does_it() -> None:
    cast.thu()
    dossier = decided()
    entry("birth", CHILD, dossier)
    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        follow_books(dossier.pk, at=cast.AT)
        raise KeyboardInterrupt
    assert (Followed.objects.count(), Resident.objects.count()) == (0, 1)
    follow_books(dossier.pk, at=cast.AT)
    assert (Followed.objects.count(), Resident.objects.count()) == (1, 2)


def test_the_loop_does_it_for_a_signed_dossier_and_a_second_worker_does_it_no_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dossier = at_check("1.000656", monkeypatch)
    dead = dossier.answers
    gone = living(
        full_name=dead["deceased_name"],
        birth=dead["deceased_birth"],
        identity_number=dead.get("deceased_identity", ""),
    )
    from_desk = cast.acting(cast.officer())
    dossier = actions.check(story.press(dossier, from_desk))
    actions.sign(story.press(dossier, cast.acting(cast.chair())))
    for _ in range(2):
        loop.follow_events(cast.AT + timedelta(minutes=10))
        DossierEvent.objects.update(followed_at=None)
    assert not Stuck.objects.exists()
    assert Followed.objects.get().word == "died"
    assert fresh(gone).died == Move.objects.get(kind="died").on
    assert Household.objects.filter(members=gone).count() == 0
