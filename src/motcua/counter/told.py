"""What was done with a dossier and what the person was told of it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from motcua.counter.answers_shown import label_of
from motcua.counter.words import DONE
from motcua.dossiers.models import Dossier, DossierEvent
from motcua.dossiers.queries import history
from motcua.dossiers.states import Verb
from motcua.foundation.actor import SYSTEM, Actor
from motcua.notifications.models import Message, State
from motcua.notifications.queries import messages_about
from motcua.parts.asking import spoken
from motcua.parts.formats import moment
from motcua.procedures.pack import Procedure


class Event(NamedTuple):
    """One line of the history, as the timeline draws it."""

    sign: str
    what: str
    when: str
    who: str
    points: Sequence[str] = ()


def events_of(
    dossier: Dossier, procedure: Procedure, language: str, became: Sequence[str] = ()
) -> list[Event]:
    """The acts, the oldest first, each with who did it and why, and what was asked for.

    `became` is what the signed entries brought for the residents: said with the last signature.
    """
    found = []
    acts = history(dossier)
    signed = max((event.pk for event in acts if event.verb == Verb.SIGN), default=None)
    for event in acts:
        sign, word = DONE.get(event.verb, ("info", event.verb))
        what = f"{word}: {event.reason}" if event.reason else str(word)
        points = points_of(event.facts.get("asked", ()), procedure, language)
        points = [*points, *_beside(event)]
        if event.pk == signed:
            points = [*points, *became]
        found.append(Event(sign, what, moment(event.at), _who(event, dossier), points))
    return found


def _beside(event: DossierEvent) -> list[str]:
    """Who stood beside the person when this was typed."""
    interpreter, witnesses = event.facts.get("interpreter"), event.facts.get("witnesses", ())
    said = [_("Interpreter: %(name)s") % {"name": interpreter}] if interpreter else []
    return [*said, *(_("Witness: %(name)s") % {"name": name} for name in witnesses)]


def points_of(
    asked: Sequence[Mapping[str, str]], procedure: Procedure, language: str
) -> Sequence[str]:
    """``Place of residence: no village`` for each point of a list of what is missing."""
    papers = {f"paper:{one.name}": spoken(one.words, language).label for one in procedure.papers}
    fields = {f"field:{one.name}": label_of(one, language) for one in procedure.form.fields}
    words = papers | fields
    return [f"{words.get(one['about'], one['about'])}: {one['reason']}" for one in asked]


def _who(event: DossierEvent, dossier: Dossier) -> str:
    """Who acted; someone with only a telephone has no name but the one on the dossier."""
    if event.actor == SYSTEM.id:
        return _("the office")
    return event.actor_name or dossier.filer_name or _("the person")


class Told(NamedTuple):
    """One message: where it is, and its words."""

    message: Message
    state: str
    tone: str


def messages_of(dossier: Dossier, *, by: Actor) -> Sequence[Told]:
    """What the person was told, the oldest first."""
    words = {
        State.CREATED: (_("waits to be sent"), "quiet"),
        State.SENT: (_("sent"), "act"),
        State.DELIVERED: (_("delivered"), "ok"),
        State.FAILED: (_("failed"), "stop"),
    }
    rows = messages_about(f"dossier:{dossier.pk}", by=by)
    return [Told(row, *words[State(row.state)]) for row in rows]
