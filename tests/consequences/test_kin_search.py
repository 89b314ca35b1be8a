"""The books gone through for kin: proposed, taken by an officer with a reason; never silently."""

from datetime import date

import pytest

from motcua.audit.models import JournalLine
from motcua.consequences.errors import NotYourQuestion
from motcua.consequences.gathering import gather_once, waiting
from motcua.consequences.kin_deciding import Decided, leave_kin, proposals, take_kin
from motcua.consequences.kin_search import ask_for_kin
from motcua.consequences.models import KinProposal, KinSearch
from motcua.foundation.actor import Actor
from motcua.people.by_hand.errors import OwnRow, Unexplained
from motcua.people.history import standing
from motcua.people.models import Account, Kind, Move, Resident
from motcua.registers.models import Entry
from tests import cast, kin
from tests.unchanged import refused

pytestmark = pytest.mark.django_db
WHY = "Đã đối chiếu sổ giấy"


def officer() -> Actor:
    return cast.acting(cast.officer())


def untied() -> tuple[dict[str, Resident], dict[str, Entry]]:
    """The family and its entries, while the register knows of no kin."""
    family, entries = kin.family(), kin.books()
    Resident.objects.update(mother=None, father=None, spouse=None)
    return family, entries


def searched() -> dict[str, KinProposal]:
    """By the key of its entry, what was found."""
    ask_for_kin(by=officer(), commune=cast.COC_SAN, at=cast.AT)
    assert waiting()
    while gather_once(lambda: cast.AT):
        pass
    assert not waiting()
    return {str(row.entry_id): row for row in KinProposal.objects.all()}


def take(*rows: KinProposal, reason: str = WHY, by: Actor | None = None) -> Decided:
    keys = [row.pk for row in rows]
    return take_kin(keys=keys, reason=reason, by=by or officer(), at=cast.AT)


def test_what_the_books_know_is_proposed_and_nobody_is_changed() -> None:
    family, entries = untied()
    before = list(Resident.objects.order_by("pk").values())
    found = searched()
    told = {
        key: (row.word, row.certain, [tie["how"] for tie in row.ties]) for key, row in found.items()
    }
    assert told == {
        str(entries["birth"].pk): ("open", False, ["mother", "father"]),
        str(entries["marriage"].pk): ("open", True, ["spouse"]),
        str(entries["daughter"].pk): ("open", False, ["mother", "father"]),
    }
    assert list(Resident.objects.order_by("pk").values()) == before
    search = KinSearch.objects.get()
    assert (search.done, search.total, search.ended_at) == (3, 3, cast.AT)
    assert family["self"].pk in found[str(entries["birth"].pk)].people.values()


def test_what_is_taken_holds_from_its_day_and_keeps_its_reason() -> None:
    family, entries = untied()
    assert take(*searched().values()) == Decided(3, 0)
    thu, husband = (Resident.objects.get(pk=family[one].pk) for one in ("self", "spouse"))
    assert (thu.mother, thu.father) == (family["mother"], family["father"])
    assert (thu.spouse, husband.spouse) == (husband, thu)
    wed = Move.objects.get(
        resident=thu, kind=Kind.MARRIED, source=f"entry:{entries['marriage'].pk}"
    )
    assert (wed.on, wed.known_at, wed.reason) == ("2015-09-09", cast.AT, WHY)
    moves = list(Move.objects.filter(resident=thu))
    assert standing(moves, on=date(2015, 9, 8)).key("spouse") is None
    assert standing(moves, on=date(1991, 5, 12)).key("mother") == family["mother"].pk
    assert standing(moves, known_on=date(2026, 3, 2)).key("mother") is None
    line = JournalLine.objects.get(verb="take_kin")
    assert (line.why, len(line.facts["entries"])) == (WHY, 3)


def test_a_second_search_finds_nothing_more() -> None:
    untied()
    take(*searched().values())
    assert {row.word for row in searched().values()} == {"taken"}
    assert Move.objects.filter(kind=Kind.PARENTAGE).count() == 2


def test_what_contradicts_is_shown_and_not_taken() -> None:
    family, entries = untied()
    Resident.objects.filter(pk=family["self"].pk).update(mother=cast.mau())
    Resident.objects.filter(pk=family["mother"].pk).update(sex="male")
    found = searched()
    birth = found[str(entries["birth"].pk)]
    assert (birth.word, birth.against) == ("against", ["tie_sex"])
    assert take(birth) == Decided(0, 0)
    assert Resident.objects.get(pk=family["self"].pk).father is None
    shown = proposals(by=officer(), commune=cast.COC_SAN, word="against", at=cast.AT)
    assert [row.pk for row in shown] == [birth.pk]


def test_what_changed_since_it_was_shown_is_not_taken() -> None:
    family, entries = untied()
    wedding = searched()[str(entries["marriage"].pk)]
    Resident.objects.filter(pk=family["self"].pk).update(spouse=cast.mau())
    assert take(wedding) == Decided(0, 1)
    wedding.refresh_from_db()
    assert (wedding.word, wedding.against) == ("against", ["tie_bound"])
    assert Resident.objects.get(pk=family["spouse"].pk).spouse is None


def test_two_marriages_of_one_person_wait_for_somebody_to_look() -> None:
    untied()
    mau = cast.mau()
    first = Entry.objects.get(kind="marriage")
    content = {**first.content, "husband.name": mau.full_name, "husband.birth": mau.birth}
    kin.written("marriage", content, date(2012, 1, 2))
    weddings = [row for row in searched().values() if row.entry.kind == "marriage"]
    assert [(row.word, row.against) for row in weddings] == [("against", ["tie_two"])] * 2


def test_two_of_one_name_are_never_taken_for_one_another() -> None:
    family, entries = untied()
    Resident.objects.filter(pk=family["mother"].pk).update(identity_number="")
    twin = Resident.objects.get(pk=family["mother"].pk)
    twin.pk = None
    twin.save(force_insert=True)
    found = searched()
    assert [tie["how"] for tie in found[str(entries["birth"].pk)].ties] == ["father"]


def test_what_was_left_is_not_proposed_again() -> None:
    _family, entries = untied()
    birth = searched()[str(entries["birth"].pk)]
    leave_kin(key=birth.pk, reason=WHY, by=officer(), at=cast.AT)
    again = [row for row in searched().values() if row.entry_id == birth.entry_id]
    assert [(row.word, row.reason, row.decided_by_name) for row in again] == [
        ("left", WHY, "Hoàng Văn Xét")
    ]


def test_nothing_is_taken_without_a_reason_by_strangers_or_of_oneself() -> None:
    family, entries = untied()
    wedding = searched()[str(entries["marriage"].pk)]
    with refused(Unexplained):
        take(wedding, reason=" ")
    with refused(Unexplained):
        leave_kin(key=wedding.pk, reason=" ", by=officer(), at=cast.AT)
    for account in (cast.receptionist(), cast.administrator(), cast.resident()):
        with refused(NotYourQuestion):
            take(wedding, by=cast.acting(account))
        with refused(NotYourQuestion):
            ask_for_kin(by=cast.acting(account), commune=cast.COC_SAN, at=cast.AT)
    stranger = cast.acting(cast.stranger_officer())
    assert take(wedding, by=stranger) == Decided(0, 0)
    own = cast.officer()
    Account.objects.filter(pk=own.pk).update(resident=family["self"])
    with refused(OwnRow):
        take(wedding)
    assert take(*KinProposal.objects.all()) == Decided(0, 3)
    assert Resident.objects.get(pk=family["self"].pk).spouse is None


def test_a_search_under_way_is_not_begun_twice() -> None:
    untied()
    one, two = (ask_for_kin(by=officer(), commune=cast.COC_SAN, at=cast.AT) for _ in range(2))
    assert one == two
