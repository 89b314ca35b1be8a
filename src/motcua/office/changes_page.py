"""Changes that were asked for, in words: of which procedure, what stands and is to stand."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from motcua.foundation.actor import Actor, Role
from motcua.office.versions_page import PARTS, in_words
from motcua.parts.formats import weekday
from motcua.procedures.amending.calendar import HOURS
from motcua.procedures.amending.changes import Change, changed
from motcua.procedures.amending.overlay import edition_on
from motcua.procedures.comparing import Change as Compared
from motcua.procedures.comparing import compared
from motcua.procedures.errors import NoProcedureInForce
from motcua.procedures.models import Amendment
from motcua.procedures.queries import content_in_force

Badge = tuple[str | Promise, str, str]
Parts = Sequence[tuple[str | Promise, Sequence[Compared]]]
_WAITING: Badge = (gettext_lazy("waits for a decision"), "act", "clock")
_STATES: Mapping[str, Badge] = {
    "approved": (gettext_lazy("approved"), "ok", "done"),
    "refused": (gettext_lazy("turned down"), "stop", "stop"),
    "withdrawn": (gettext_lazy("withdrawn by its asker"), "quiet", "back"),
}


class Row(NamedTuple):
    """A change in the list."""

    amendment: Amendment
    title: str
    state: Badge
    address: str


class Opened(NamedTuple):
    """One change. `days` are rows of the calendar (what, before, after); `decides`: this person
    may decide about it; `own`: they asked for it themselves."""

    amendment: Amendment
    title: str
    state: Badge
    parts: Parts
    days: Sequence[tuple[str, str, str]]
    decides: bool
    own: bool


def row_of(one: Amendment) -> Row:
    """A change as a line."""
    return Row(one, title_of(one), state_of(one), reverse("office:change", args=[one.pk]))


def opened(one: Amendment, *, by: Actor) -> Opened:
    """A change with what stood and is to stand."""
    own = one.by == by.id
    may = by.has(Role.ADMINISTRATOR, Role.CHAIR)
    changes = [Change.read(raw) for raw in one.changes]
    return Opened(
        amendment=one,
        title=title_of(one),
        state=state_of(one),
        parts=_parts(one, changes) if one.code else (),
        days=[] if one.code else [_day(change) for change in changes],
        decides=one.answer is None and not own and may,
        own=one.answer is None and own,
    )


def state_of(one: Amendment) -> Badge:
    """Whether it waits, or what was decided."""
    return _STATES[one.answer.kind] if one.answer else _WAITING


def title_of(one: Amendment) -> str:
    """The name of the procedure, or that it is the calendar."""
    if not one.code:
        return _("The calendar")
    content = _content(one)
    words = content["words"] if content else {}
    return str(words.get(get_language() or "vi", words.get("vi", {})).get("title", one.code))


def compared_parts(before: Mapping[str, Any], after: Mapping[str, Any]) -> Parts:
    """The comparison of two contents, but for the day from which the change holds."""
    after = {**after, "valid_from": before["valid_from"]}
    found = compared(before, after, get_language() or "vi")
    return [(PARTS[part], [in_words(one) for one in rows]) for part, rows in found.items()]


def _parts(one: Amendment, changes: Sequence[Change]) -> Parts:
    """From the change itself: what holds may be another by now."""
    content = _content(one)
    if content is None:
        return ()
    stood = changed(content, [Change(c.path, c.after, c.before) for c in changes])
    return compared_parts(stood, changed(content, changes))


def _content(one: Amendment) -> Mapping[str, Any] | None:
    try:
        return content_in_force(one.code, one.holds_from)
    except NoProcedureInForce:
        edition = edition_on(one.code, one.edition) if one.edition else None
        return edition.content if edition else None


def _day(change: Change) -> tuple[str, str, str]:
    kind, day = change.path
    when = date.fromisoformat(day)
    if kind == HOURS:
        what = _("Hours from %(day)s on") % {"day": f"{when:%d/%m/%Y}"}
        return what, _week(change.before), _week(change.after)
    return f"{when:%d/%m/%Y}", _special(change.before), _special(change.after)


def _week(week: Sequence[Sequence[str]]) -> str:
    spans = (", ".join(spans) or _("closed") for spans in week)
    return "\n".join(f"{weekday(number)}: {said}" for number, said in enumerate(spans))


def _special(day: Mapping[str, Any] | None) -> str:
    if day is None:
        return _("an ordinary day")
    name = day["words"].get(get_language() or "vi") or day["words"]["vi"]
    if day["hours_of"] is None:
        return _("closed: %(name)s") % {"name": name}
    facts = {"day": weekday(day["hours_of"]), "name": name}
    return _("works like %(day)s: %(name)s") % facts
