"""Households and people are entered by those who keep them; impossible facts are refused."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from motcua.audit.models import JournalLine
from motcua.foundation.actor import Actor, Role
from motcua.people import actions
from motcua.people.actions.residents import Facts
from motcua.people.errors import FactImpossible, LoginTaken, NotYourPeople
from motcua.people.models import Account, Exemption, Ground, Household, Membership, Resident
from motcua.people.queries import actor_for
from motcua.places.models import Village
from tests import cast

pytestmark = pytest.mark.django_db

CHILD = Facts(full_name="  Lù Thị  Nháp ", sex="female", birth="2026-02-28", ethnic="25")


def officer() -> Actor:
    return cast.acting(cast.officer())


def home() -> Household:
    cast.coc_san()
    village = Village.objects.get(code="02746-01")
    return actions.enter_household(village=village, address="Số 1", by=officer(), at=cast.AT)


def test_households_are_numbered_one_after_the_other() -> None:
    assert [home().number for _ in range(3)] == [1, 2, 3]


def test_a_newborn_is_entered_and_found() -> None:
    household = home()
    mother = cast.thu()
    facts = replace(CHILD, mother=mother, identity_number="000 326 000 009")
    made = actions.enter_resident(household=household, facts=facts, by=officer(), at=cast.AT)
    row = Resident.objects.get(pk=made.pk)
    assert (row.full_name, row.name_folded) == ("Lù Thị Nháp", "lu thi nhap")
    assert (row.mother, row.village_id) == (mother, "02746-01")
    assert row.identity_number == "000326000009"
    line = JournalLine.objects.get(verb="enter_resident")
    assert (line.about, line.facts) == (f"resident:{made.pk}", {})


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"full_name": " "}, "full_name"),
        ({"sex": "nam"}, "sex"),
        ({"birth": "28/02/2026"}, "birth"),
        ({"birth": "2026-02-30"}, "birth"),
        ({"birth": "2026-03-04"}, "birth"),
        ({"birth": "2027"}, "birth"),
        ({"ethnic": "57"}, "ethnic"),
    ],
)
def test_what_cannot_be_is_refused(wrong: dict[str, Any], field: str) -> None:
    household = home()
    with pytest.raises(FactImpossible) as refusal:
        actions.enter_resident(
            household=household, facts=replace(CHILD, **wrong), by=officer(), at=cast.AT
        )
    assert refusal.value.field == field
    assert not Resident.objects.exists()
    assert not JournalLine.objects.filter(verb="enter_resident").exists()


def test_who_died_leaves_the_household_and_stays_in_the_rows() -> None:
    mau = cast.mau()
    actions.record_death(resident=mau, died="2026-03-01", by=officer(), at=cast.AT)
    row = Resident.objects.get(pk=mau.pk)
    assert (row.died, row.household) == ("2026-03-01", None)
    for died in ("1967", "2026-03-04", "hôm qua"):
        with pytest.raises(FactImpossible):
            actions.record_death(resident=cast.thu(), died=died, by=officer(), at=cast.AT)
    assert cast.thu().died == ""


def test_a_ground_that_ends_before_it_begins_is_refused() -> None:
    facts = {"resident": cast.mau(), "ground": Ground.MERIT, "basis": "QĐ 1", "by": officer()}
    day = date(2026, 1, 1)
    with pytest.raises(FactImpossible):
        actions.grant_exemption(**facts, valid_from=day, valid_to=day, at=cast.AT)
    assert not Exemption.objects.exists()
    made = actions.grant_exemption(**facts, valid_from=day, valid_to=None, at=cast.AT)
    assert (made.ground, made.commune_id) == ("merit", "02746")


def test_only_those_who_keep_the_people_enter_any() -> None:
    household = home()
    for make in (cast.resident, cast.receptionist, cast.auditor, cast.stranger_officer):
        with pytest.raises(NotYourPeople):
            actions.enter_resident(
                household=household, facts=CHILD, by=cast.acting(make()), at=cast.AT
            )
    assert not Resident.objects.filter(full_name="Lù Thị Nháp").exists()


def test_an_administrator_opens_an_account_appoints_and_dismisses() -> None:
    by = cast.acting(cast.administrator())
    account = actions.open_account(
        login="moi", name="Lò Văn  Mới", password="một mật khẩu", by=by, at=cast.AT
    )
    held = actions.appoint(
        account=account,
        commune="02746",
        role=Role.OFFICER,
        title="Công chức",
        since=date(2026, 3, 3),
        by=by,
        at=cast.AT,
    )
    assert actor_for(account, at=cast.AT).has(Role.OFFICER)
    actions.dismiss(membership=held, until=date(2026, 3, 3), by=by, at=cast.AT)
    assert not actor_for(account, at=cast.AT).has(Role.OFFICER)
    verbs = JournalLine.objects.order_by("number").values_list("verb", flat=True)
    assert list(verbs) == ["open_account", "appoint", "dismiss"]


def test_a_sign_in_name_is_given_once() -> None:
    by = cast.acting(cast.administrator())
    with pytest.raises(LoginTaken):
        actions.open_account(login="may", name="Ai Đó", password="x", by=by, at=cast.AT)
    assert Account.objects.filter(login="may").count() == 1


def test_an_administrator_appoints_nobody_elsewhere_and_an_officer_nobody_at_all() -> None:
    account = cast.resident()
    cast.other_commune()
    where = {"account": account, "role": Role.CHAIR, "title": "", "since": date(2026, 3, 3)}
    with pytest.raises(NotYourPeople):
        actions.appoint(
            **where, commune=cast.OTHER, by=cast.acting(cast.administrator()), at=cast.AT
        )
    with pytest.raises(NotYourPeople):
        actions.appoint(**where, commune=cast.COC_SAN, by=officer(), at=cast.AT)
    assert not Membership.objects.filter(account=account).exists()
