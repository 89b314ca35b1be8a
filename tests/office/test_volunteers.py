"""The villages of a volunteer: ticked with the role, and changed on the person's page alone."""

from datetime import timedelta

import pytest

from motcua.audit.models import JournalLine
from motcua.people.account import Area
from motcua.people.actions import appoint, place
from motcua.people.areas import areas_of
from motcua.people.errors import AreaMissing, AreaUnknown, NotYourPeople, RoleOver
from motcua.people.models import Account, Membership
from tests import cast
from tests.office.visits import At, words
from tests.unchanged import everything, refused

pytestmark = pytest.mark.django_db
ONE, TWO = f"{cast.COC_SAN}-01", f"{cast.COC_SAN}-02"
FORM = {
    "login": "giup2",
    "name": "Lò Thị Mới",
    "phone": "",
    "role": "volunteer",
    "title": "Tổ công nghệ số cộng đồng",
    "since": "03/03/2026",
}


def held(account: Account) -> Membership:
    return Membership.objects.get(account=account)


def mine(account: Account) -> list[str]:
    return [one.code for one in areas_of(by=cast.acting(account), at=cast.AT)]


def test_a_volunteer_is_engaged_with_villages() -> None:
    answer = At(cast.administrator()).post("engage", **FORM, villages=[ONE, TWO])
    assert answer.status_code == 200
    assert mine(Account.objects.get(login="giup2")) == [ONE, TWO]
    line = JournalLine.objects.get(verb="appoint")
    assert line.facts["villages"] == f"{ONE},{TWO}"


@pytest.mark.parametrize("villages", [[], [f"{cast.OTHER}-01"]])
def test_without_a_village_of_the_commune_nobody_is_engaged(villages: list[str]) -> None:
    cast.other_commune()
    desk = At(cast.administrator())
    before = everything()
    answer = desk.post("engage", **FORM, villages=villages)
    assert answer.status_code == 422
    assert "thôn" in words(answer)
    assert everything() == before


def test_the_page_shows_the_villages_and_changes_them() -> None:
    account, desk = cast.volunteer(), At(cast.administrator())
    page = words(desk.get("account", account.pk))
    assert "Thôn Ún Tà" in page and "Đổi thôn" in page
    sent = {"membership": held(account).pk, "villages": [TWO]}
    assert desk.post("act", account.pk, "place", **sent)["Location"].endswith("?did=place")
    assert mine(account) == [TWO]
    assert JournalLine.objects.get(verb="place").facts == {"villages": TWO}
    before = everything()
    answer = desk.post("act", account.pk, "place", membership=held(account).pk)
    assert (answer.status_code, everything()) == (422, before)
    assert "Chưa đổi được thôn" in words(answer)


def test_who_may_not_and_what_is_over_is_refused() -> None:
    account, at = cast.volunteer(), cast.AT
    may = cast.acting(cast.administrator())
    facts = {"membership": held(account), "at": at}
    with refused(NotYourPeople):
        place(**facts, areas=[TWO], by=cast.acting(cast.officer()))
    with refused(AreaMissing):
        place(**facts, areas=[], by=may)
    with refused(AreaUnknown):
        place(**facts, areas=["nowhere"], by=may)
    officer = held(cast.officer())
    with refused(RoleOver):
        place(membership=officer, areas=[TWO], by=may, at=at)
    Membership.objects.filter(account=account).update(until=at.date())
    with refused(RoleOver):
        place(**facts, areas=[TWO], by=may)
    assert mine(account) == []


def test_a_role_that_has_no_villages_takes_none() -> None:
    by, at = cast.acting(cast.administrator()), cast.AT + timedelta(minutes=1)
    made = appoint(
        account=cast.resident(),
        commune=cast.COC_SAN,
        role="receptionist",
        title="",
        since=at.date(),
        by=by,
        at=at,
        areas=[ONE],
    )
    assert not Area.objects.filter(membership=made).exists()
