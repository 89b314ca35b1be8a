"""Every fee of every edition: who is freed of it and who is not, and both sides of every date on
which money or a request hangs. The grounds and terms are those of the law, written here by hand."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import pytest

from motcua.procedures.answers import check, clean
from motcua.procedures.fees import ChargeLine, charge
from motcua.procedures.pack import Example, FeeRule, Procedure
from motcua.procedures.vocabulary import GROUNDS
from tests.procedures.packs import codes, editions, procedure

DAY = timedelta(days=1)
# Law on Civil Status 60/2014, art. 11(1)(a): families of merit, poor households, the disabled.
FREED: Mapping[str, frozenset[str]] = {
    "civil_status": frozenset({"merit", "poor", "disabled"}),
    "certification": frozenset(),
}
# The same law: a birth within 60 days (art. 15), a death within 15 (art. 33).
IN_TIME = {"child_birth": 60, "death_day": 15}
BOTH = [pytest.param(one, id=f"{one.code} {one.valid_from}") for one in editions()]
DEED = "2.001035"


def lines(
    one: Procedure, case: Example, grounds: frozenset[str] = frozenset(), on: date | None = None
) -> dict[str, ChargeLine]:
    """What the case costs on those grounds, by the name of the fee."""
    answers = clean(one.form, case.answers)
    facts = {"channel": case.channel, "grounds": grounds, "answers": answers}
    return {line.rule.name: line for line in charge(one, **facts, on=on or case.on).lines}


def paying(one: Procedure, rule: FeeRule) -> Example:
    """A worked case in which the fee is due from somebody whom nothing frees."""
    for case in one.examples:
        line = lines(one, case).get(rule.name)
        if line and line.amount:
            return case
    raise AssertionError(rule.name)


@pytest.mark.parametrize("one", BOTH)
def test_the_grounds_of_the_law_and_no_others_free_of_each_fee(one: Procedure) -> None:
    for rule in one.fees.rules:
        case = paying(one, rule)
        full = lines(one, case)[rule.name].full
        for ground in sorted(GROUNDS):
            line = lines(one, case, frozenset({ground}))[rule.name]
            free = ground in FREED[one.field]
            assert (line.full, line.amount) == (full, 0 if free else full), (rule.name, ground)
            said = line.exempted_by and line.exempted_by.basis.shown
            assert said == ("Điều 11 Luật Hộ tịch 60/2014/QH13" if free else None)


@pytest.mark.parametrize("one", BOTH)
def test_two_grounds_free_once_and_one_that_does_not_free_takes_nothing_away(
    one: Procedure,
) -> None:
    for rule in one.fees.rules:
        case = paying(one, rule)
        both = lines(one, case, GROUNDS)[rule.name]
        assert both.amount == (0 if FREED[one.field] else both.full)


def test_a_loan_for_farming_frees_of_the_fee_for_a_deed_and_nothing_else_does() -> None:
    one = procedure(DEED)
    with_it = {other.code for other in editions() for free in other.fees.exemptions if free.when}
    assert with_it == {DEED}
    case = next(case for case in one.examples if case.answers.get("farm_loan") == "yes")
    loan = clean(one.form, case.answers)
    facts = {"channel": "counter", "grounds": frozenset[str](), "on": case.on}
    assert charge(one, answers=loan, **facts).amount == 0
    assert charge(one, answers={**loan, "farm_loan": "no"}, **facts).amount == 50000


def dated() -> Iterator[tuple[Procedure, FeeRule]]:
    """The fees that hang on whether a birth or a death was registered in time."""
    for one in editions():
        yield from ((one, rule) for rule in one.fees.rules if rule.timely is not None)


@pytest.mark.parametrize(
    ("one", "rule"),
    [pytest.param(*two, id=f"{two[0].code} {two[0].valid_from}") for two in dated()],
)
def test_the_last_day_in_time_is_free_and_the_next_one_is_not(
    one: Procedure, rule: FeeRule
) -> None:
    assert one.timely is not None
    since, case = one.timely.since, paying(one, rule)
    began = date.fromisoformat(clean(one.form, case.answers)[since])
    last = began + IN_TIME[since] * DAY
    assert rule.name not in lines(one, case, on=began)
    assert rule.name not in lines(one, case, on=last)
    assert lines(one, case, on=last + DAY)[rule.name].amount == 8000
    for ground in FREED[one.field]:
        assert lines(one, case, frozenset({ground}), on=last + DAY)[rule.name].amount == 0


def test_who_pays_for_being_late_is_who_the_law_gives_a_term() -> None:
    late = {one.code for one, rule in dated() if not rule.timely}
    assert late == {"1.001193", "1.000689", "1.003583", "1.000656", "1.000419"}


def test_no_fee_has_a_date_of_its_own_beside_those_of_its_edition() -> None:
    """Where one gets one, both of its sides belong here."""
    for one in editions():
        for rule in (*one.fees.rules, *one.fees.exemptions):
            assert (rule.valid_from, rule.valid_to) == (None, None)


@pytest.mark.parametrize("code", codes())
def test_what_is_due_on_the_last_day_of_the_old_law_is_due_on_the_first_of_the_new(
    code: str,
) -> None:
    """No text of 2027 sets another fee yet: each is carried over, and says that it is not sure."""
    before, after = procedure(code, date(2027, 2, 28)), procedure(code, date(2027, 3, 1))
    assert (before is after) == (before.field == "certification")
    for rule in before.fees.rules:
        case = paying(before, rule)
        amounts = [lines(one, case)[rule.name].amount for one in (before, after)]
        assert amounts[0] == amounts[1] > 0
    if after is not before:
        assert after.marks["fees"] == "unsure"


def aged() -> Iterator[tuple[Procedure, str, int]]:
    """Each question whose answer must be so many years old."""
    for one in editions():
        for rule in one.form.checks:
            if rule.rule == "aged":
                yield one, rule.field, rule.value or 0


# Of age (Civil Code, art. 20), to marry (Law on Marriage, art. 8), to make a will (art. 625).
YEARS = {
    "husband_birth": {20},
    "wife_birth": {18},
    "guardian_birth": {18},
    "heir_birth": {18},
    "testator_birth": {15, 18},
    "party_a_birth": {18},
    "party_b_birth": {18},
    "heir_a_birth": {18},
    "heir_b_birth": {18},
}


@pytest.mark.parametrize(
    ("one", "field", "years"),
    [
        pytest.param(*row, id=f"{row[0].code} {row[0].valid_from} {row[1]} {row[2]}")
        for row in aged()
    ],
)
def test_on_the_birthday_somebody_is_old_enough_and_the_day_before_not(
    one: Procedure, field: str, years: int
) -> None:
    assert years in YEARS[field]
    case = next(case for case in one.examples if not case.blocking)
    answers = clean(one.form, case.answers)
    birthday = date(case.on.year - years, case.on.month, case.on.day)
    for born, young in ((birthday, 0), (birthday + DAY, 1)):
        found = check(one.form, {**answers, field: born.isoformat()}, on=case.on)
        named = [f for f in (*found.blocking, *found.advice) if f.field == field]
        ages = [f for f in named if f.code == "answer.too_young" and f"{years}" in str(f.sentence)]
        assert len(ages) == young


@pytest.mark.parametrize(
    ("years", "before", "after"),
    [(9, "under_9", "from_9"), (15, "from_9", "from_15"), (18, "from_15", "adult")],
)
@pytest.mark.parametrize("code", ["1.004859", "2.000748"])
def test_who_must_consent_to_a_change_changes_on_the_birthday(
    code: str, years: int, before: str, after: str
) -> None:
    for day in (date(2027, 2, 28), date(2027, 3, 1)):
        one = procedure(code, day)
        answers = clean(one.form, next(c for c in one.examples if not c.blocking).answers)
        birthday = date(day.year - years, day.month, day.day)
        for born, right, wrong in ((birthday, after, before), (birthday + DAY, before, after)):
            told = {**answers, "subject_birth": born.isoformat()}
            for chosen, codes_ in ((right, []), (wrong, ["answer.other_age"])):
                found = check(one.form, {**told, "age": chosen}, on=day)
                said = [f.code for f in (*found.blocking, *found.advice) if f.field == "age"]
                assert said == codes_, (born, chosen)
