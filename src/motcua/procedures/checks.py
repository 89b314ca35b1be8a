"""The rules between answers that a pack may name: `vocabulary.RULES`, one function each."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from django.utils.translation import gettext_lazy as _

from motcua.foundation.partial_date import PartialDate
from motcua.procedures.form import Check, Field, Form
from motcua.procedures.kinds import dates
from motcua.procedures.speech import Wrong

# Civil Code, art. 20.
_OF_AGE = 18


def crossed(
    form: Form,
    shown: tuple[Field, ...],
    answers: Mapping[str, str],
    faulty: set[str],
    on: date,
) -> Iterator[tuple[Check, Wrong]]:
    """The rules that do not hold, among questions that are shown, answered and readable."""
    ready = {field.name for field in shown if answers.get(field.name) and field.name not in faulty}
    for rule in form.checks:
        if rule.field in ready and (rule.other is None or rule.other in ready):
            wrong = _RULES[rule.rule](form, rule, answers, on)
            if wrong:
                yield rule, wrong


def _not_future(form: Form, rule: Check, answers: Mapping[str, str], on: date) -> Wrong | None:
    day = dates(answers[rule.field])
    if day is None or not _before(PartialDate.of(on), day):
        return None
    return Wrong(
        "answer.in_future",
        _("“%(term)s” (%(day)s) is still to come. Please look at the date again."),
        {"day": day.shown},
    )


def _not_before(form: Form, rule: Check, answers: Mapping[str, str], on: date) -> Wrong | None:
    day, other = dates(answers[rule.field]), dates(answers[rule.other or ""])
    if day is None or other is None or not _before(day, other):
        return None
    return Wrong(
        "answer.too_early",
        _(
            "“%(term)s” (%(day)s) is before “%(other)s” (%(earlier)s). "
            "Please look at both dates again."
        ),
        {"day": day.shown, "earlier": other.shown},
        other=form.by_name[rule.other or ""],
    )


def _differs(form: Form, rule: Check, answers: Mapping[str, str], on: date) -> Wrong | None:
    if answers[rule.field] != answers[rule.other or ""]:
        return None
    return Wrong(
        "answer.same",
        _("“%(term)s” is the same as “%(other)s”. Please look at both again."),
        other=form.by_name[rule.other or ""],
    )


def _years_apart(form: Form, rule: Check, answers: Mapping[str, str], on: date) -> Wrong | None:
    day, other = dates(answers[rule.field]), dates(answers[rule.other or ""])
    if day is None or other is None or day.year - other.year >= (rule.value or 0):
        return None
    return Wrong(
        "answer.too_close",
        _(
            "Between “%(other)s” and “%(term)s” there are fewer than %(years)s years. "
            "Please look at both again."
        ),
        {"years": rule.value},
        other=form.by_name[rule.other or ""],
    )


def _aged(form: Form, rule: Check, answers: Mapping[str, str], on: date) -> Wrong | None:
    born, years = dates(answers[rule.field]), rule.value or 0
    if born is None or not _surely((on.year, on.month, on.day), _parts(born, years)):
        return None
    return Wrong(
        "answer.too_young",
        _("“%(term)s” (%(day)s): not yet %(years)s years old. Please look at it again."),
        {"day": born.shown, "years": years},
    )


def _before_day(form: Form, rule: Check, answers: Mapping[str, str], on: date) -> Wrong | None:
    day = dates(answers[rule.field])
    if day is None or rule.day is None or date(*(max(part, 1) for part in _parts(day))) < rule.day:
        return None
    return Wrong(
        "answer.too_late",
        _("“%(term)s” (%(day)s) must be before %(limit)s for this. Please look at it again."),
        {"day": day.shown, "limit": PartialDate.of(rule.day).shown},
    )


def _is_yes(form: Form, rule: Check, answers: Mapping[str, str], on: date) -> Wrong | None:
    if answers[rule.field] != "no":
        return None
    return Wrong(
        "answer.must_be_yes",
        _("With “No” to “%(term)s” the request cannot be settled. What stands beside it says why."),
    )


def _is_no(form: Form, rule: Check, answers: Mapping[str, str], on: date) -> Wrong | None:
    if answers[rule.field] != "yes":
        return None
    return Wrong(
        "answer.better_no",
        _("With “Yes” to “%(term)s” this may not be needed. What stands beside it says why."),
    )


def _age(form: Form, rule: Check, answers: Mapping[str, str], on: date) -> Wrong | None:
    """Silent while only a part of the birth date is known."""
    born = dates(answers[rule.other or ""])
    day = born.whole if born else None
    if born is None or day is None or day > on:
        return None
    years = on.year - day.year - ((on.month, on.day) < (day.month, day.day))
    lowest = {choice.value: _from_age(choice.value) for choice in form.by_name[rule.field].choices}
    reached = [value for value, low in lowest.items() if low <= years]
    if answers[rule.field] == max(reached, key=lowest.__getitem__):
        return None
    return Wrong(
        "answer.other_age",
        _("“%(term)s” does not fit “%(other)s” (%(day)s). Please look at both again."),
        {"day": born.shown},
        other=form.by_name[rule.other or ""],
    )


def _from_age(choice: str) -> int:
    """``from_15`` → 15, ``adult`` → 18, ``under_9`` → 0."""
    if choice == "adult":
        return _OF_AGE
    return int(choice.removeprefix("from_")) if choice.startswith("from_") else 0


def _before(one: PartialDate, other: PartialDate) -> bool:
    """Whether one is surely before the other, as far as both are known."""
    return _surely(_parts(one), _parts(other))


def _parts(day: PartialDate, years: int = 0) -> tuple[int, int, int]:
    """Year, month and day so many years later; a 29 February stays one, in any year."""
    return day.year + years, day.month, day.day


def _surely(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    for mine, theirs in zip(one, other, strict=True):
        if not mine or not theirs:
            return False
        if mine != theirs:
            return mine < theirs
    return False


_RULES: Mapping[str, Callable[[Form, Check, Mapping[str, str], date], Wrong | None]] = {
    "not_future": _not_future,
    "not_before": _not_before,
    "differs": _differs,
    "years_apart": _years_apart,
    "aged": _aged,
    "before_day": _before_day,
    "is_yes": _is_yes,
    "is_no": _is_no,
    "age": _age,
}
