"""Who heads the household that takes a child in stands in the form; the telephone does too."""

import pytest

from motcua.audit.models import JournalLine
from motcua.people.models import Resident
from tests import cast, kin
from tests.dossiers import story
from tests.dossiers.filled_in import filled

pytestmark = pytest.mark.django_db
BIRTH = "3.000722"


@pytest.fixture
def family() -> dict[str, Resident]:
    story.whole_law()
    return kin.family()


def heads(person: Resident, **more: object) -> None:
    Resident.objects.filter(pk=person.pk).update(head=True, **more)


def test_the_husband_heads_it_and_his_number_stays_with_the_office(
    family: dict[str, Resident],
) -> None:
    heads(family["spouse"])
    found = filled(BIRTH, "self")
    assert found["head_name"].value == "Lù Văn Bạn"
    assert found["head_name"].source.about == f"resident:{family['spouse'].pk}"
    assert found["head_relation"].value == "child"
    assert found["household_address"].value == kin.HOME
    assert "head_identity" not in found
    assert filled(BIRTH, "self", whole=True)["head_identity"].value == "000088000005"


def test_whoever_heads_it_oneself_reads_the_own_number(family: dict[str, Resident]) -> None:
    heads(family["self"])
    found = filled(BIRTH, "self")
    assert found["head_name"].value == "Vàng Thị Thử"
    assert found["head_identity"].value == "000191000001"


def test_a_grandmother_heads_it(family: dict[str, Resident]) -> None:
    heads(family["mother"], household=family["self"].household)
    found = filled(BIRTH, "self")
    assert (found["head_name"].value, found["head_relation"].value) == ("Nông Thị Mẹ", "grandchild")


def test_no_head_or_two_of_them_fill_in_nothing(family: dict[str, Resident]) -> None:
    assert "head_name" not in filled(BIRTH, "self")
    heads(family["spouse"])
    heads(family["mother"], household=family["self"].household)
    assert "head_name" not in filled(BIRTH, "self")


@pytest.mark.parametrize("gone", [{"died": "2026-01-02"}, {"left_on": "2026-01-02"}])
def test_a_head_who_is_gone_heads_no_more(
    family: dict[str, Resident], gone: dict[str, str]
) -> None:
    heads(family["spouse"], **gone)
    assert "head_name" not in filled(BIRTH, "self")


def test_for_somebody_unknown_no_head_is_read(family: dict[str, Resident]) -> None:
    heads(family["spouse"])
    assert "head_name" not in filled(BIRTH, "")


def test_reading_the_head_leaves_a_line(family: dict[str, Resident]) -> None:
    neighbour = cast.mau()
    heads(neighbour, household=family["self"].household)
    assert filled(BIRTH, "self")["head_name"].value == "Lù A Mẫu"
    lines = JournalLine.objects.filter(verb="read.resident", why="fill in")
    told = [line.about for line in lines]
    assert told == [f"resident:{neighbour.pk}"]


def test_the_telephone_of_the_account_is_newer_than_that_of_the_register(
    family: dict[str, Resident],
) -> None:
    Resident.objects.filter(pk=family["self"].pk).update(phone="+84990000009")
    fact = filled(BIRTH, "self")["filer_phone"]
    assert (fact.value, fact.source.kind) == (cast.PHONE, "account")


def test_the_register_has_a_telephone_where_no_account_has(family: dict[str, Resident]) -> None:
    Resident.objects.filter(pk=family["self"].pk).update(phone="+84990000009")
    cast.resident().__class__.objects.filter(resident=family["self"]).update(phone="")
    fact = filled(BIRTH, "self")["filer_phone"]
    assert (fact.value, fact.source.kind) == ("+84990000009", "resident")
