"""Before a marriage: ages by the packs, whether both are free, whether they are kin."""

from datetime import date

import pytest

from motcua.dossiers.evidence import Evidence
from motcua.dossiers.evidence.weddings import wedding
from motcua.people.models import Resident
from motcua.procedures.family import family_law
from tests import cast
from tests.consequences.written import living
from tests.dossiers.evidence.records import MAU, WIFE, asked, codes, married, noted, part

pytestmark = pytest.mark.django_db
THU = {"name": "Vàng Thị Thử", "birth": "1991-05-12", "identity": "000191000001"}
TU = {"name": "Lù Văn Tư", "birth": "1990-03-02", "identity": "000090000009"}
SOUND = ["no_kin", "lives", "of_age", "status_never", "lives", "of_age", "status_never"]


def of(
    husband: dict[str, str] = TU,
    wife: dict[str, str] = THU,
    *,
    again: bool = False,
    **means: str,
) -> Evidence:
    cast.thu()
    cast.mau()
    content = part("husband", husband) | part("wife", wife) | ({"again": "1"} if again else {})
    return wedding(asked("marriage", content, **means))


def test_two_who_are_of_age_free_and_not_kin() -> None:
    living()
    found = of(husband__marital="never", wife__marital="never")
    assert codes(found) == SOUND
    assert found.contradicts == []


@pytest.mark.parametrize(
    ("birth", "code"),
    [
        ("2006-03-03", "of_age"),
        ("2006-03-04", "under_age!"),
        ("2006", "perhaps_under_age!"),
        ("2005", "of_age"),
    ],
)
def test_a_man_marries_from_twenty_on(birth: str, code: str) -> None:
    assert family_law().marriage["male"].amount == 20
    found = of(husband={"name": "Phàn Văn Trẻ", "birth": birth})
    assert codes(found)[1] == code


def test_each_age_bears_the_mark_of_how_sure_it_is() -> None:
    law = family_law()
    measures = [law.of_age, *law.marriage.values(), law.kinship, law.certificate_months]
    assert {one.basis.mark for one in measures} == {"memory"}
    assert [one.amount for one in measures] == [18, 20, 18, 3, 6]


def test_whoever_is_married_may_not_marry() -> None:
    married()
    assert "not_free!" in codes(of(husband=MAU))


def test_who_says_never_and_is_divorced_is_contradicted() -> None:
    noted(married(), "divorce")
    assert "request_otherwise!" in codes(of(husband=MAU, husband__marital="never"))
    assert "status_divorced" in codes(of(husband=MAU, husband__marital="divorced"))


def test_a_marriage_that_is_registered_again_stands_already() -> None:
    entry = married(on=date(2026, 1, 1))
    found = of(husband=MAU, wife=WIFE, again=True)
    assert "not_free!" not in codes(found)
    couple = next(one for one in found.said if one.code == "couple")
    assert couple.source == f"entry:{entry.pk}"


def test_brother_and_sister_and_cousins_are_kin_and_second_cousins_are_not() -> None:
    man, thu = living(), cast.thu()
    old = living(full_name="Lù A Già", birth="1930", identity_number="")
    middle = living(full_name="Lù A Giữa", birth="1955", identity_number="")
    Resident.objects.filter(pk__in=[man.pk, thu.pk]).update(father=middle)
    found = of()
    assert codes(found)[0] == "kin!"
    assert found.said[0].facts["ancestor"] == "Lù A Giữa"
    other = living(full_name="Vàng A Chú", birth="1957", identity_number="")
    Resident.objects.filter(pk=thu.pk).update(father=other)
    assert codes(of())[0] == "no_kin"
    Resident.objects.filter(pk__in=[middle.pk, other.pk]).update(father=old)
    assert codes(of())[0] == "kin!"
    older = living(full_name="Lù A Cụ", birth="1900", identity_number="")
    aside = living(full_name="Vàng A Ông", birth="1931", identity_number="")
    Resident.objects.filter(pk=other.pk).update(father=aside)
    Resident.objects.filter(pk__in=[old.pk, aside.pk]).update(father=older)
    assert codes(of())[0] == "no_kin"


def test_a_father_and_his_daughter_are_kin() -> None:
    man = living()
    Resident.objects.filter(pk=cast.thu().pk).update(father=man)
    assert codes(of())[0] == "descends!"
