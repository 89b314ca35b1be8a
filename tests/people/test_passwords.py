"""Passwords that are given, and those that a person chooses."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt

from motcua.audit.models import JournalLine
from motcua.foundation.actor import SYSTEM, Actor
from motcua.foundation.refusal import Refusal
from motcua.people import actions
from motcua.people.account import Account
from motcua.people.errors import (
    NoSuchResidentAccount,
    NotYourPeople,
    OwnPassword,
    PaperNotNamed,
    PasswordGuessed,
    PasswordLong,
    PasswordSame,
    PasswordsDiffer,
    PasswordShort,
    PasswordTellsYou,
    ServesElsewhere,
    WrongPassword,
)
from motcua.people.models import Membership
from motcua.people.passwords import LEAST, MOST, made_up
from tests import cast
from tests.unchanged import refused

pytestmark = pytest.mark.django_db
OLD, GOOD = "trâu ăn cỏ non", "mưa rơi trên mái ngói"


def officer() -> Account:
    account = cast.officer()
    account.set_password(OLD)
    account.save(update_fields=["password"])
    return account


def change(account: Account, **other: str) -> None:
    words = {"present": OLD, "chosen": GOOD, "again": GOOD, **other}
    actions.change_password(account=account, **words, by=cast.acting(account), at=cast.AT)


def test_no_two_made_up_passwords_are_alike_and_none_can_be_misread() -> None:
    made = {made_up() for _ in range(200)}
    assert len(made) == 200
    assert not set("lo01") & set("".join(made))


def test_a_person_chooses_their_own() -> None:
    account = officer()
    account.password_given = True
    account.save(update_fields=["password_given"])
    change(account)
    account.refresh_from_db()
    assert account.check_password(GOOD)
    assert account.password_given is False
    line = JournalLine.objects.get()
    assert (line.verb, line.about) == ("change_password", f"account:{account.pk}")
    assert GOOD not in str(line.facts)


@pytest.mark.parametrize(
    ("words", "refusal", "field"),
    [
        ({"present": "trâu ăn cỏ"}, WrongPassword, "present"),
        ({"present": ""}, WrongPassword, "present"),
        ({"chosen": "a" * (LEAST - 1)}, PasswordShort, "chosen"),
        ({"chosen": "mưa rơi " * MOST}, PasswordLong, "chosen"),
        ({"chosen": "1qaz2wsx3edc"}, PasswordGuessed, "chosen"),
        ({"chosen": "Mật khẩu 2026"}, PasswordGuessed, "chosen"),
        ({"chosen": "0123456789"}, PasswordGuessed, "chosen"),
        ({"chosen": "HOANG van xet 1"}, PasswordTellsYou, "chosen"),
        ({"chosen": "xã 0912345678"}, PasswordTellsYou, "chosen"),
        ({"again": "mưa rơi trên mái tôn"}, PasswordsDiffer, "again"),
        ({"chosen": OLD, "again": OLD}, PasswordSame, "chosen"),
    ],
)
def test_an_unfit_password_is_refused_at_its_field(
    words: dict[str, str], refusal: type[Refusal], field: str
) -> None:
    account = officer()
    account.phone = "+84912345678"
    account.save(update_fields=["phone"])
    with refused(refusal) as caught:
        change(account, **words)
    assert caught.value.field == field
    account.refresh_from_db()
    assert account.check_password(OLD)


def test_nobody_changes_the_password_of_somebody_else() -> None:
    account, by = officer(), cast.acting(cast.second_officer())
    with refused(NotYourPeople):
        actions.change_password(
            account=account, present=OLD, chosen=GOOD, again=GOOD, by=by, at=cast.AT
        )


def test_an_administrator_gives_a_password_that_has_to_be_changed() -> None:
    account, by = officer(), cast.acting(cast.administrator())
    AccessAttempt.objects.create(username=account.login, failures_since_start=5)
    given = actions.give_password(account=account, by=by, at=cast.AT)
    account.refresh_from_db()
    assert account.check_password(given)
    assert account.password_given is True
    assert not AccessAttempt.objects.exists()
    line = JournalLine.objects.get()
    assert (line.verb, line.actor_name) == ("give_password", "Tráng Văn Máy")
    assert given not in str(line.facts)


def test_ones_own_password_is_not_given() -> None:
    account = cast.administrator()
    with refused(OwnPassword):
        actions.give_password(account=account, by=cast.acting(account), at=cast.AT)


@pytest.mark.parametrize("who", [cast.officer, cast.chair, cast.auditor, cast.receptionist])
def test_nobody_else_gives_passwords(who: object) -> None:
    by: Actor = cast.acting(who())  # type: ignore[operator]
    account = cast.second_officer()
    with refused(NotYourPeople):
        actions.give_password(account=account, by=by, at=cast.AT)


def test_no_password_is_given_to_whoever_serves_another_commune_or_none() -> None:
    by = cast.acting(cast.administrator())
    stranger, both, gone = cast.stranger_officer(), cast.officer(), cast.second_officer()
    Membership.objects.create(
        account=both, commune_id=cast.OTHER, role="chair", since=cast.AT + timedelta(days=9)
    )
    Membership.objects.filter(account=gone).update(until=cast.AT)
    for account in (stranger, both, gone, cast.resident()):
        with refused(ServesElsewhere):
            actions.give_password(account=account, by=by, at=cast.AT)
    assert actions.give_password(account=both, by=SYSTEM, at=cast.AT)


SHOWN = "thẻ căn cước, đã so ảnh"


def given_at_counter(login: str = "thu", shown: str = SHOWN, by: Actor | None = None) -> str:
    by = by or cast.acting(cast.receptionist())
    return actions.give_resident_password(login=login, shown=shown, by=by, at=cast.AT).password


@pytest.mark.parametrize("login", ["thu", "0990 000 001"])
def test_the_counter_gives_a_resident_a_password_and_says_by_which_paper(login: str) -> None:
    account = cast.resident()
    password = given_at_counter(login)
    account.refresh_from_db()
    assert account.check_password(password)
    assert account.password_given is True
    line = JournalLine.objects.get(verb="give_password")
    assert (line.about, line.why) == (f"account:{account.pk}", SHOWN)
    assert password not in str(line.facts)


def test_the_counter_gives_none_without_a_paper_nor_to_whom_it_does_not_know() -> None:
    cast.resident()
    cast.officer()
    for login, shown, why in (
        ("thu", "  ", PaperNotNamed),
        ("ai", SHOWN, NoSuchResidentAccount),
        ("", SHOWN, NoSuchResidentAccount),
        ("xet", SHOWN, NoSuchResidentAccount),
    ):
        with refused(why):
            given_at_counter(login, shown)


def test_who_serves_or_lives_elsewhere_is_not_given_one_at_the_counter() -> None:
    account = cast.resident()
    by = cast.acting(cast.officer())
    for other in (cast.chair, cast.administrator, cast.auditor):
        with refused(NotYourPeople):
            given_at_counter(by=cast.acting(other()))
    Membership.objects.create(
        account=account, commune_id=cast.COC_SAN, role="auditor", since=cast.AT
    )
    with refused(NoSuchResidentAccount):
        given_at_counter(by=by)
