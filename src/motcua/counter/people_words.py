"""The register of residents in words: facts, what happened, and where it is known from."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from motcua.counter.matching import day_shown
from motcua.counter.words import SEXES, Words
from motcua.people.history import Standing, Value
from motcua.people.models import Kind
from motcua.procedures.lists import ethnic_names, nationality_names

FACTS: Mapping[str, Words] = {
    "full_name": _("Full name"),
    "sex": _("Sex"),
    "birth": _("Born"),
    "birth_place": _("Place of birth"),
    "home_place": _("Home place"),
    "ethnic": _("Ethnic group"),
    "nationality": _("Nationality"),
    "identity_number": _("Identity number"),
    "mother": _("Mother"),
    "father": _("Father"),
    "spouse": _("Wife or husband"),
    "partner": _("Wife or husband, not a resident"),
    "household": _("Household"),
    "head": _("Head of the household"),
    "died": _("Died"),
    "left_on": _("Left the commune"),
}
# What the page says by itself: the household has a line of its own, and holds the village.
UNSAID = frozenset({"village"})
MARITAL: Mapping[str, Words] = {
    "": _("no marriage known"),
    "married": _("married"),
    "widowed": _("widowed"),
    "divorced": _("divorced"),
}
HAPPENED: Mapping[str, tuple[str, Words]] = {
    Kind.ENTERED: ("draft", _("First written down")),
    Kind.BORN: ("people", _("Born")),
    Kind.PARENTAGE: ("people", _("A parent is recognised")),
    Kind.SETTLED: ("done", _("Lives in a household")),
    Kind.HEADED: ("done", _("Head of the household")),
    Kind.MARRIED: ("people", _("Married")),
    Kind.PARTED: ("half", _("Divorced")),
    Kind.CHANGED: ("draft", _("Changed")),
    Kind.LEFT: ("next", _("Left the commune")),
    Kind.DIED: ("stop", _("Died")),
    Kind.ANNULLED: ("stop", _("The marriage was annulled: it never was")),
    Kind.WITHDRAWN: ("stop", _("Withdrawn: it never was")),
}
SOURCES: Mapping[str, Words] = {
    "entry": _("an entry of the books"),
    "note": _("a note in the margin"),
    "import": _("a list that was taken over"),
    "desk": _("written down at the desk"),
    "demo": _("the demo's own data"),
    "before": _("known before this history began"),
}


def written(name: str, value: Value, kin: Mapping[int, str], homes: Mapping[int, int]) -> str:
    """One fact as people write it; `kin` are names by key, `homes` numbers of households."""
    if value in (None, "", False):
        return "–"
    if name in ("mother", "father", "spouse"):
        return kin.get(int(value or 0), "–")
    if name == "household":
        return str(_("No. %(number)s") % {"number": homes.get(int(value or 0), "–")})
    return _coded(name, str(value))


def _coded(name: str, value: str) -> str:
    """What is stored as a date or a code."""
    if name in ("birth", "died", "left_on"):
        return day_shown(value)
    tables: Mapping[str, Mapping[str, str | Promise]] = {
        "sex": SEXES,
        "ethnic": ethnic_names(),
        "nationality": nationality_names(get_language() or "vi"),
        "head": {"True": _("yes")},
    }
    return str(tables.get(name, {}).get(value, value))


def standing_word(holds: Standing) -> tuple[Words, str, str]:
    """A badge for whether somebody lives here: word, tone, shape."""
    if holds.text("died"):
        return _("died"), "quiet", "stop"
    if holds.text("left_on"):
        return _("left"), "quiet", "circle"
    if holds["household"] is None:
        return _("no household known"), "warn", "triangle"
    return _("lives here"), "ok", "done"
