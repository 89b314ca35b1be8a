"""A condition in words, for a page without script: there every question stands, asked or not."""

from django.utils.translation import gettext as _

from motcua.procedures.conditions import Comparison, Condition
from motcua.procedures.form import Field, Form


def only_if(form: Form, condition: Condition | None, language: str) -> str:
    """``Only if “Who asks” is: the person, a parent``; "" for what is always asked."""
    terms = terms_of(form, condition, language)
    return _("Only if %(terms)s.") % {"terms": terms} if terms else ""


def needed_if(form: Form, condition: Condition | None, language: str) -> str:
    """The same of a paper, for who is not filling in the form."""
    terms = terms_of(form, condition, language)
    return _("Needed only if %(terms)s.") % {"terms": terms} if terms else ""


def terms_of(form: Form, condition: Condition | None, language: str) -> str:
    """The condition alone; "" where there is none."""
    if condition is None:
        return ""
    tests = (condition,) if isinstance(condition, Comparison) else condition.tests
    joined = "all" if isinstance(condition, Comparison) else condition.joined
    between = _(" and ") if joined == "all" else _(" or ")
    found = [(test, form.by_name[test.field]) for test in tests if test.field in form.by_name]
    return between.join(_term(test, field, language) for test, field in found)


def _term(test: Comparison, field: Field, language: str) -> str:
    words = field.words.get(language) or field.words["vi"]
    asked = (words.term or words.label).rstrip("?")
    values = ", ".join(_word(field, value, language) for value in test.values if value)
    if not values:
        return _("“%(asked)s” is answered") % {"asked": asked}
    if test.op == "not":
        return _("“%(asked)s” is not: %(values)s") % {"asked": asked, "values": values}
    return _("“%(asked)s” is: %(values)s") % {"asked": asked, "values": values}


def _word(field: Field, value: str, language: str) -> str:
    if field.kind == "yes_no":
        return _("Yes") if value == "yes" else _("No")
    found = next((one for one in field.choices if one.value == value), None)
    return found.words.get(language, found.words["vi"]) if found else value
