"""Nobody is asked twice: what the commune knows stands in the form, of whom it is, with source."""

from collections.abc import Mapping
from datetime import timedelta

import pytest

from motcua.audit.models import JournalLine
from motcua.dossiers.known import Around, known
from motcua.people.errors import UnknownResident
from motcua.people.kin import Kin, kin_of
from motcua.people.models import Resident
from motcua.procedures.answers import visible
from motcua.procedures.queries import in_force
from tests import cast, kin
from tests.dossiers import story
from tests.dossiers.filled_in import asking, filled
from tests.procedures.packs import TODAY, codes

pytestmark = pytest.mark.django_db

NEWBORN = {"1.000110", "1.000689", "1.001193", "1.003583", "2.000528", "3.000722"}
COUPLE = {"1.000593", "1.000894", "1.004746", "2.000554", "2.000806", "2.002189"}
GUARDIAN = {"1.001669", "1.004837", "1.004845"}
DEATH = {"1.000419", "1.000656", "1.005461", "3.000725"}
PARENTAGE = {"1.001022"}
# What nobody but the person can say, by the field: of people whom no register of the commune links
# to the filer, or new. Whatever else is asked about a person says who that is.
OF_STRANGERS = {
    "after_ethnic", "after_nationality",  # what is to stand there from now on
    "decedent_name", "original_holder", "who_buried",  # whoever the paper names
    "fiance_name", "fiance_identity", "fiance_nationality",  # not married yet
    "foreign_country",
    "heir_b_name", "heir_b_identity", "party_b_name", "party_b_identity",  # the other party
    # Whoever comes along to help.
    "interpreter", "witness_one", "witness_two",
    "interpreter_identity", "witness_one_identity", "witness_two_identity",
}  # fmt: skip


@pytest.fixture(autouse=True)
def law() -> None:
    """All 39."""
    story.whole_law()


@pytest.fixture
def family() -> dict[str, Resident]:
    kin.books()
    return kin.family()


def stands(code: str, who: str, place: str) -> str | None:
    """By hand, apart from the code: whom of the family a place of the form is for."""
    own = {"mother": "self", "father": "spouse"} if code in NEWBORN else {}
    own |= {"wife": "self", "husband": "spouse"} if code in COUPLE else {}
    if place == "filer":
        return "self"
    if own:
        return own.get(place) if who == "self" else None
    if place in ("guardian", "parent"):
        oneself = who == "self" and code in {"1.001022", "1.004845"}
        return None if oneself else "self"
    if who == "self" and code in (GUARDIAN | DEATH) - {"1.004845"}:
        return None
    if place == "subject":
        return who
    links = {
        ("self", "mother"): "mother", ("self", "father"): "father", ("self", "spouse"): "spouse",
        ("spouse", "spouse"): "self",
        ("child", "mother"): "self", ("child", "father"): "spouse",
    }  # fmt: skip
    return links.get((who, place))


def facts_of(person: Resident) -> Mapping[str, str]:
    return {
        "name": person.full_name,
        "birth": person.birth,
        "sex": person.sex,
        "ethnic": person.ethnic,
        "nationality": person.nationality,
        "identity": person.identity_number,
        "home_place": person.home_place,
        "birth_place": person.birth_place,
        "phone": person.phone,
        "address": kin.HOME,
    }


@pytest.mark.parametrize("who", ["self", "child", "spouse", "mother"])
def test_nothing_that_is_known_is_asked_again(family: dict[str, Resident], who: str) -> None:
    blank, looked = [], 0
    for code in codes():
        procedure, found = in_force(code, TODAY), filled(code, who)
        answers = {name: fact.value for name, fact in found.items()}
        for one in visible(procedure, answers):
            place, _, what = (one.means or "").partition(".")
            person = family.get(stands(code, who, place) or "")
            value = facts_of(person).get(what, "") if person else ""
            if not value or (what == "identity" and one.kind != "identity_number"):
                continue
            looked += 1
            wanted = None if person and withheld(family, person, what) else value
            if answers.get(one.name) != wanted:
                blank.append((code, one.name, answers.get(one.name), wanted))
    assert blank == []
    assert looked > 39 * 3


def withheld(family: dict[str, Resident], person: Resident, what: str) -> bool:
    """Of another adult the office alone reads the number, and the address of another house."""
    if person in (family["self"], family["child"]):
        return False
    return what in ("identity", "phone") or (what == "address" and person != family["spouse"])


@pytest.mark.parametrize("who", ["", "self", "child", "spouse", "mother"])
def test_nobody_is_put_where_somebody_else_belongs(family: dict[str, Resident], who: str) -> None:
    named = 0
    for code in codes():
        means = {one.name: one.means or "" for one in in_force(code, TODAY).form.fields}
        for name, fact in filled(code, who).items():
            place, _, what = means[name].partition(".")
            if what == "name":
                person = family[stands(code, who, place) or ""]
                assert fact.value == person.full_name, (code, name)
                named += 1
    assert named >= 39


def test_every_question_about_a_person_says_who_that_is() -> None:
    personal = {"name", "identity_number", "ethnic", "nationality", "phone", "email"}
    for code in codes():
        asked = in_force(code, TODAY).form.fields
        silent = {one.name for one in asked if one.kind in personal and not one.means}
        assert silent <= OF_STRANGERS, code


def test_the_source_of_each_fact_is_said(family: dict[str, Resident]) -> None:
    found = filled("2.000635", "child", answers={"event": "birth"})
    child = family["child"]
    assert found["subject_name"].source.about == f"resident:{child.pk}"
    assert found["filer_phone"].source.kind == "account"
    entry = found["register_number"]
    assert (entry.value, entry.source.book, entry.source.number) == ("1/2019", "birth", "1/2019")
    assert found["register_volume"].value == "01/2019"
    assert found["register_day"].value == "2019-06-20"
    assert found["register_office"].value == kin.PLACE


def test_a_wedding_is_found_for_either_of_the_two(family: dict[str, Resident]) -> None:
    for who in ("self", "spouse"):
        found = filled("2.000635", who, answers={"event": "marriage"})
        assert found["register_number"].value == "1/2015"
        other = family["spouse" if who == "self" else "self"]
        assert found["spouse_name"].value == other.full_name


def test_where_the_register_has_no_parents_the_book_of_births_names_them(
    family: dict[str, Resident],
) -> None:
    Resident.objects.filter(pk=family["self"].pk).update(mother=None, father=None)
    found = filled("1.004884", "self")
    assert (found["mother_name"].value, found["mother_birth"].value) == ("Nông Thị Mẹ", "1965")
    assert found["mother_name"].source.kind == "entry"
    assert found["birth_place"].value == "Trạm y tế xã Cốc San"


def test_two_entries_of_one_name_and_birth_are_a_doubt_and_fill_in_nothing(
    family: dict[str, Resident],
) -> None:
    again = {**kin.books()["daughter"].content, "child.birth_place": "Ở nhà"}
    kin.written("birth", again, cast.AT.date())
    found = filled("2.000635", "child", answers={"event": "birth"})
    assert found["subject_name"].value == "Lù Thị Con"
    assert "register_number" not in found


def test_what_was_written_in_an_earlier_request_is_not_asked_again() -> None:
    by, law = asking(), in_force("2.000635", TODAY)
    dossier = story.submitted(law, answers={"filer_address": "Nhà cũ ở Ún Tà"})
    people = Around(account={"name": "Vàng Thị Thử"}, owner=by.id)
    found = known(law, people, by=by, at=cast.AT + timedelta(days=40))
    assert found["filer_address"].value == "Nhà cũ ở Ún Tà"
    assert found["filer_address"].source.about == f"dossier:{dossier.pk}"
    assert found["filer_address"].source.day == cast.AT.date()
    # What she wanted then is not what she wants now.
    assert not {"event", "copies", "delivery", "relation"} & found.keys()
    stranger = Around(owner=cast.acting(cast.other_resident()).id)
    assert known(law, stranger, by=by, at=cast.AT) == {}


def test_reading_the_family_leaves_a_line_about_each(family: dict[str, Resident]) -> None:
    kin_of(by=asking(), resident_id=cast.thu().pk, at=cast.AT, why="own form")
    lines = JournalLine.objects.filter(verb="read.resident")
    about = {line.about for line in lines}.union(*(line.facts.get("about", ()) for line in lines))
    assert about >= {f"resident:{one.pk}" for one in family.values()}


def test_a_stranger_has_no_kin_to_be_read(family: dict[str, Resident]) -> None:
    with pytest.raises(UnknownResident):
        kin_of(
            by=cast.acting(cast.other_resident()),
            resident_id=family["self"].pk,
            at=cast.AT,
            why="x",
        )
    assert not JournalLine.objects.filter(verb="read.resident").exists()


def test_the_key_of_a_kin_names_nobody() -> None:
    assert [Kin("child", Resident(), 2).key, Kin("spouse", Resident()).key] == ["child-2", "spouse"]
