"""Who serves the commune: engaged, appointed, dismissed, and what is refused."""

from datetime import date, timedelta

import pytest

from motcua.audit.models import JournalLine
from motcua.foundation.actor import Role
from motcua.people import actions, queries
from motcua.people.errors import (
    DayPast,
    FullNameMissing,
    LastAdministrator,
    LoginTaken,
    LoginUnfit,
    NotAPhone,
    NotYourPeople,
    RoleHeld,
    RoleOver,
    RoleUnknown,
    UnknownAccount,
)
from motcua.people.models import Account, Membership
from motcua.people.queries import actor_for
from tests import cast
from tests.unchanged import refused

pytestmark = pytest.mark.django_db
TODAY, TOMORROW, YESTERDAY = date(2026, 3, 3), date(2026, 3, 4), date(2026, 3, 2)
NEW = {
    "login": "tiepnhan2",
    "name": " Giàng Thị  Mới ",
    "phone": "0912 345 678",
    "role": "receptionist",
    "title": "Công chức một cửa",
    "since": TODAY,
}


def may() -> object:
    return cast.acting(cast.administrator())


def member(account: Account, role: Role = Role.ADMINISTRATOR) -> Membership:
    return Membership.objects.get(account=account, role=role)


def test_somebody_new_has_an_account_a_role_and_a_password_to_be_changed() -> None:
    made = actions.engage(**NEW, by=may(), at=cast.AT)
    account = Account.objects.get(login="tiepnhan2")
    assert (account.name, account.phone) == ("Giàng Thị Mới", "+84912345678")
    assert account.password_given is True
    assert account.check_password(made.password)
    assert len(made.password) == 11
    assert cast.acting(account).roles == {Role.RESIDENT, Role.RECEPTIONIST}
    lines = JournalLine.objects.order_by("number").values_list("verb", "about", "chain")
    about = f"account:{account.pk}"
    assert list(lines) == [("open_account", about, "02746"), ("appoint", about, "02746")]
    assert made.password not in str(list(JournalLine.objects.values_list("facts", flat=True)))


@pytest.mark.parametrize(
    ("wrong", "refusal", "field"),
    [
        ({"login": "Tiếp Nhận"}, LoginUnfit, "login"),
        ({"login": "2tiep"}, LoginUnfit, "login"),
        ({"login": "may"}, LoginTaken, "login"),
        ({"name": "  "}, FullNameMissing, "name"),
        ({"phone": "0214 3 555"}, NotAPhone, "phone"),
        ({"role": "resident"}, RoleUnknown, "role"),
        ({"role": ""}, RoleUnknown, "role"),
        ({"since": YESTERDAY}, DayPast, "since"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_leaves_no_account(
    wrong: dict[str, object], refusal: type, field: str
) -> None:
    by = may()
    with refused(refusal) as caught:
        actions.engage(**{**NEW, **wrong}, by=by, at=cast.AT)
    assert caught.value.field == field


@pytest.mark.parametrize("who", [cast.officer, cast.chair, cast.auditor, cast.resident])
def test_nobody_but_an_administrator_engages_anybody(who: object) -> None:
    by = cast.acting(who())  # type: ignore[operator]
    with refused(NotYourPeople):
        actions.engage(**NEW, by=by, at=cast.AT)


def appoint(account: Account, role: Role, since: date) -> Membership:
    return actions.appoint(
        account=account,
        commune=cast.COC_SAN,
        role=role,
        title="",
        since=since,
        by=may(),
        at=cast.AT,
    )


def test_a_second_role_begins_on_its_day() -> None:
    officer = cast.officer()
    appoint(officer, Role.CHAIR, TOMORROW)
    assert not cast.acting(officer).has(Role.CHAIR)
    assert actor_for(officer, at=cast.AT + timedelta(days=1)).has(Role.CHAIR, Role.OFFICER)


def test_a_role_that_is_held_or_is_to_be_held_is_not_given_twice() -> None:
    officer = cast.officer()
    by_now, later = TODAY, TOMORROW
    appoint(officer, Role.CHAIR, later)
    with refused(RoleHeld):
        appoint(officer, Role.OFFICER, by_now)
    with refused(RoleHeld):
        appoint(officer, Role.CHAIR, by_now)


def test_a_role_that_ended_is_kept_and_may_be_given_again_from_its_end() -> None:
    officer = cast.officer()
    actions.dismiss(membership=member(officer, Role.OFFICER), until=TODAY, by=may(), at=cast.AT)
    appoint(officer, Role.OFFICER, TODAY)
    rows = Membership.objects.filter(account=officer).order_by("since")
    assert list(rows.values_list("since", "until")) == [
        (date(2025, 7, 1), TODAY),
        (TODAY, None),
    ]


def test_a_role_given_by_mistake_and_ended_the_same_day_is_given_again() -> None:
    officer = cast.officer()
    held = appoint(officer, Role.CHAIR, TODAY)
    actions.dismiss(membership=held, until=TODAY, by=may(), at=cast.AT)
    assert not cast.acting(officer).has(Role.CHAIR)
    appoint(officer, Role.CHAIR, TODAY)
    assert cast.acting(officer).has(Role.CHAIR)
    assert Membership.objects.filter(account=officer, role="chair").count() == 1


def test_the_past_is_not_written_and_an_ended_role_not_ended_again() -> None:
    officer, by = cast.officer(), may()
    held = member(officer, Role.OFFICER)
    with refused(DayPast):
        actions.dismiss(membership=held, until=YESTERDAY, by=by, at=cast.AT)
    actions.dismiss(membership=held, until=TODAY, by=by, at=cast.AT)
    with refused(RoleOver):
        actions.dismiss(membership=held, until=TOMORROW, by=by, at=cast.AT)


def test_an_end_that_is_still_to_come_may_be_moved() -> None:
    officer, by = cast.officer(), may()
    held = member(officer, Role.OFFICER)
    for until in (date(2026, 6, 1), TOMORROW):
        actions.dismiss(membership=held, until=until, by=by, at=cast.AT)
    assert member(officer, Role.OFFICER).until == TOMORROW


def test_the_last_administrator_stays_until_another_one_is_there_for_good() -> None:
    first, by = cast.administrator(), may()
    own = member(first)
    with refused(LastAdministrator):
        actions.dismiss(membership=own, until=TOMORROW, by=by, at=cast.AT)
    second = appoint(cast.officer(), Role.ADMINISTRATOR, TOMORROW)
    # Today there would be none.
    with refused(LastAdministrator):
        actions.dismiss(membership=own, until=TODAY, by=by, at=cast.AT)
    actions.dismiss(membership=own, until=TOMORROW, by=by, at=cast.AT)
    with refused(LastAdministrator):
        actions.dismiss(membership=second, until=date(2027, 1, 1), by=by, at=cast.AT)


def test_the_staff_of_another_commune_is_not_ours() -> None:
    stranger, by = cast.stranger_officer(), may()
    with refused(UnknownAccount):
        queries.staff_member(by=by, account_id=stranger.pk)  # type: ignore[arg-type]
    with refused(NotYourPeople):
        actions.dismiss(membership=member(stranger, Role.OFFICER), until=TODAY, by=by, at=cast.AT)
