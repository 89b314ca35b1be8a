"""One helper, one named person, half an hour; and everything that is refused."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from motcua.audit.models import JournalLine
from motcua.foundation.refusal import Refusal, Refusals
from motcua.helping import errors
from motcua.helping.actions import LONGEST, end
from motcua.helping.consent import Beside, Given, Person
from motcua.helping.models import Ended, Help
from motcua.helping.queries import hand_of, lent, over, running
from motcua.people.actions import begin_phone_check
from motcua.people.errors import NotAPhone, PhoneCheckOver, WrongPhoneCode
from tests import cast
from tests.helping.helps import HOME, THU, begun
from tests.unchanged import refused

pytestmark = pytest.mark.django_db
LATER = cast.AT + timedelta(minutes=10)


def test_a_volunteer_begins_with_somebody_of_their_village() -> None:
    made = begun(cast.volunteer())
    assert (made.name, made.birth, made.phone) == ("Vàng Thị Thử", "1991-05-12", "+84990000001")
    assert (made.village_id, made.volunteer) == (HOME, True)
    assert made.until - made.began_at == timedelta(minutes=30)
    assert (made.consent, made.witness, made.ended_at) == ("spoken", "Lò Thị Chứng", None)
    by = cast.acting(cast.volunteer())
    assert running(by=by, at=LATER) == made
    assert hand_of(made).id == f"help:{made.pk}"
    line = JournalLine.objects.get(verb="begin_help")
    assert (line.actor, line.about) == (by.id, f"help:{made.pk}")
    assert line.facts == {"consent": "spoken", "village": HOME}
    assert "Thử" not in str(line.facts)


def test_the_same_press_is_the_same_help() -> None:
    key = uuid4()
    assert begun(cast.volunteer(), key=key).pk == begun(cast.volunteer(), key=key, at=LATER).pk
    assert Help.objects.count() == 1


def test_the_next_person_ends_the_one_before() -> None:
    first = begun(cast.volunteer())
    second = begun(cast.volunteer(), person=Person("Lù A Mẫu", "1968", "", HOME), at=LATER)
    first.refresh_from_db()
    assert (first.ended, first.ended_at) == (Ended.NEXT, LATER)
    account = cast.volunteer().pk
    assert lent(help_id=str(first.pk), account=account, at=LATER) is None
    assert lent(help_id=str(second.pk), account=account, at=LATER) == second
    assert list(JournalLine.objects.order_by("number").values_list("verb", flat=True)) == [
        "begin_help",
        "end_help",
        "begin_help",
    ]


def test_after_half_an_hour_it_is_over_to_the_second() -> None:
    made, account = begun(cast.volunteer()), cast.volunteer().pk
    end_of_it = cast.AT + LONGEST
    assert lent(help_id=str(made.pk), account=account, at=end_of_it - timedelta(seconds=1))
    assert lent(help_id=str(made.pk), account=account, at=end_of_it) is None
    assert over(end_of_it - timedelta(seconds=1), 5) == []
    assert over(end_of_it, 5) == [made.pk]
    much_later = cast.AT + timedelta(hours=3)
    by = cast.acting(cast.volunteer())
    ended = end(help_id=made.pk, how=Ended.HANDED_OVER, by=by, at=much_later)
    assert (ended.ended, ended.ended_at) == (Ended.OVER, end_of_it)


def test_going_on_with_the_same_person_is_one_thread_with_consent_anew() -> None:
    first = begun(cast.volunteer())
    again = begun(cast.volunteer(), follows=first.pk, at=LATER)
    assert (again.thread, first.thread) == (first.pk, first.pk)


@pytest.mark.parametrize("other", [{"name": "Lù A Mẫu"}, {"birth": "1968"}, {"phone": ""}])
def test_gone_on_with_under_another_name_it_is_another_thread(other: dict[str, str]) -> None:
    first = begun(cast.volunteer())
    second = begun(cast.volunteer(), person=replace(THU, **other), follows=first.pk, at=LATER)
    assert second.thread == second.pk


def test_all_that_is_wrong_is_said_at_once() -> None:
    nobody = Person("", "mai", "12", "")
    beside = Beside(foreign=True, unlettered=True)
    with refused(Refusals) as caught:
        begun(cast.volunteer(), person=nobody, given=Given("spoken"), beside=beside)
    found = caught.value
    assert isinstance(found, Refusals)
    assert [(one.field, one.code) for one in found.each] == [
        ("name", "helping.person_missing"),
        ("birth", "helping.birth_unreadable"),
        ("phone", "people.not_a_phone"),
        ("village", "helping.village_missing"),
        ("interpreter", "helping.interpreter_missing"),
        ("witness_one", "helping.witnesses_missing"),
        ("witness", "helping.witness_missing"),
    ]


def test_a_code_is_not_used_up_while_something_else_is_wrong() -> None:
    check, code = begin_phone_check(phone="+84990000001", at=cast.AT)
    given = Given("code", check=str(check.pk), code=code)
    with refused(errors.PersonMissing):
        begun(cast.volunteer(), person=replace(THU, name=""), given=given)
    assert begun(cast.volunteer(), given=given).consent == "code"


def test_whoever_neither_reads_nor_speaks_vietnamese_has_people_beside_them() -> None:
    beside = Beside(
        foreign=True,
        interpreter="Vàng Văn Lù",
        language="Giáy",
        unlettered=True,
        witnesses=[("Hoàng Văn Sơn", "000068000009"), ("Lò Thị Hoa", "000068000010")],
    )
    made = begun(cast.volunteer(), beside=beside)
    assert made.interpreter == {"name": "Vàng Văn Lù", "language": "Giáy"}
    assert made.witnesses == [
        {"name": "Hoàng Văn Sơn", "identity": "000068000009"},
        {"name": "Lò Thị Hoa", "identity": "000068000010"},
    ]
    facts = JournalLine.objects.get(verb="begin_help").facts
    assert facts["witnesses"] == ["Hoàng Văn Sơn", "Lò Thị Hoa"]
    assert facts["interpreter"] == "Vàng Văn Lù"


def test_the_code_that_the_person_tells_is_consent() -> None:
    cast.coc_san()
    check, code = begin_phone_check(phone=THU.phone, at=cast.AT)
    made = begun(cast.volunteer(), given=Given("code", check=str(check.pk), code=code))
    assert made.consent == "code"


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"name": "  "}, errors.PersonMissing),
        ({"birth": "yesterday"}, errors.BirthUnreadable),
        ({"name": "Nông Văn GIÚP"}, errors.Yourself),
        ({"phone": "12"}, NotAPhone),
        ({"village": f"{cast.COC_SAN}-02"}, errors.NotYourVillage),
        ({"village": ""}, errors.VillageMissing),
    ],
)
def test_who_the_person_is_must_be_said_and_be_of_the_village(
    changed: dict[str, str], refusal: type[Refusal]
) -> None:
    cast.volunteer()
    with refused(refusal):
        begun(cast.volunteer(), person=replace(THU, **changed))


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        (Given(""), errors.ConsentMissing),
        (Given("perhaps"), errors.ConsentMissing),
        (Given("spoken"), errors.WitnessMissing),
        (Given("spoken", witness="Nông Văn Giúp"), errors.WitnessMissing),
        (Given("spoken", witness="vàng thị thử"), errors.WitnessMissing),
        (Given("drawn"), errors.NotSigned),
        (Given("code"), PhoneCheckOver),
        (Given("code", check=str(UUID(int=1)), code="123456"), PhoneCheckOver),
    ],
)
def test_without_consent_nothing_begins(given: Given, refusal: type[Refusal]) -> None:
    cast.volunteer()
    with refused(refusal):
        begun(cast.volunteer(), given=given)


def test_a_code_needs_a_telephone() -> None:
    cast.volunteer()
    with refused(errors.PhoneMissing):
        begun(cast.volunteer(), person=replace(THU, phone=""), given=Given("code"))


def test_a_wrong_code_and_one_of_another_telephone_begin_nothing() -> None:
    cast.volunteer()
    check, code = begin_phone_check(phone=THU.phone, at=cast.AT)
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    with pytest.raises(WrongPhoneCode):
        begun(cast.volunteer(), given=Given("code", check=str(check.pk), code=wrong))
    with pytest.raises(errors.CodeOfAnother):
        begun(
            cast.volunteer(),
            person=replace(THU, phone="0990 000 002"),
            given=Given("code", check=str(check.pk), code=code),
        )
    assert not Help.objects.exists()


@pytest.mark.parametrize(
    ("beside", "refusal"),
    [
        (Beside(foreign=True, interpreter="Vàng Văn Lù"), errors.InterpreterMissing),
        (Beside(unlettered=True), errors.WitnessesMissing),
        (Beside(unlettered=True, witnesses=[("A Một", "1"), ("A Một", "2")]), None),
        (Beside(unlettered=True, witnesses=[("A Một", "1"), ("A Hai", "")]), None),
        (Beside(unlettered=True, witnesses=[("A Một", "1"), ("Nông Văn Giúp", "2")]), None),
    ],
)
def test_two_witnesses_are_two_others_with_papers(
    beside: Beside, refusal: type[Refusal] | None
) -> None:
    cast.volunteer()
    with refused(refusal or errors.WitnessesMissing):
        begun(cast.volunteer(), beside=beside)


@pytest.mark.parametrize(
    "who",
    [cast.resident, cast.chair, cast.administrator, cast.auditor],
    ids=lambda one: one.__name__,
)
def test_nobody_else_helps(who: object) -> None:
    account = who()  # type: ignore[operator]
    with refused(errors.NotAHelper):
        begun(account)


def test_the_counter_helps_anybody_also_from_elsewhere() -> None:
    made = begun(cast.receptionist(), person=replace(THU, village=""))
    assert (made.village_id, made.volunteer) == (None, False)


def test_anothers_help_is_neither_ended_nor_gone_on_with() -> None:
    made = begun(cast.volunteer())
    other = cast.other_volunteer()
    there = replace(THU, village=f"{cast.COC_SAN}-02")
    by = cast.acting(other)
    with refused(errors.NoSuchHelp):
        end(help_id=made.pk, how=Ended.STOPPED, by=by, at=LATER)
    with refused(errors.NoSuchHelp):
        begun(other, person=there, follows=made.pk)
    with refused(errors.NoSuchHelp):
        begun(other, person=there, key=made.pk)
