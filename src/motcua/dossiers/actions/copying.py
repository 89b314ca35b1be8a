"""After a correction the person needs a new copy: it is asked for with what is known already."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.audit.actions import record_reading
from motcua.dossiers.actions.intake import Intake, keep
from motcua.dossiers.errors import NotFound, NotNow
from motcua.dossiers.models import Dossier
from motcua.dossiers.press import who_is
from motcua.dossiers.states import Channel, State
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.foundation.names import folded
from motcua.procedures.answers import meant, visible
from motcua.procedures.pack import Field, Procedure
from motcua.procedures.queries import by_version, catalogue
from motcua.procedures.result import copies_an_entry
from motcua.registers.kinds import book
from motcua.registers.models import Entry, EntryNote

_DECIDED = frozenset({State.DONE, State.HANDED_OVER})
# What the book says of a person, and what a form asks.
_OF_PERSON = ("name", "birth", "sex", "identity", "ethnic", "nationality")


def may_ask_copy(dossier: Dossier, at: datetime) -> bool:
    """Whether it corrected an entry of which today's law gives copies."""
    return _corrected(dossier) and _copying(dossier, at) is not None


def ask_copy(
    *, dossier_id: UUID, draft_id: UUID, by: Actor, at: datetime, right: str = "self"
) -> Dossier:
    """A draft that asks for a copy of the entry that a dossier corrected.

    It says who asks, which entry it is and whom that names, as it reads now. `draft_id` is chosen
    by the client: the same press again is the same draft. Refuses NotFound to those whom the
    dossier does not concern, and NotNow where it corrected nothing.
    """
    with transaction.atomic():
        rows = Dossier.objects.select_related("commune", "entry").filter(pk=dossier_id)
        old = rows.first()
        if old is None or not who_is(by, old):
            raise NotFound
        procedure = _copying(old, at) if _corrected(old) else None
        if procedure is None or old.entry is None:
            raise NotNow
        begun = Dossier.objects.filter(pk=draft_id, state=State.DRAFT).first()
        if begun is not None and who_is(by, begun):
            return begun
        about = [f"entry:{old.entry.pk}"]
        record_reading(chain=old.commune_id, by=by, at=at, what="entry", about=about, why="copy")
        return keep(_wish(old, old.entry, procedure, draft_id, right), by=by, at=at)


def _corrected(dossier: Dossier) -> bool:
    if dossier.where not in _DECIDED or dossier.refused or dossier.entry_id is None:
        return False
    if by_version(dossier.procedure_id).result.notes is None:
        return False
    notes = EntryNote.objects.filter(source=f"dossier:{dossier.pk}", entry=dossier.entry_id)
    return any(note.outdates for note in notes)


def _copying(dossier: Dossier, at: datetime) -> Procedure | None:
    """The procedure of today that makes copies of such an entry and decides nothing else."""
    if dossier.entry is None:
        return None
    kind = dossier.entry.kind
    papers = book(kind).papers
    offered = catalogue(day_of(at))
    return next((one for one in offered if copies_an_entry(one, kind, papers)), None)


def _wish(old: Dossier, entry: Entry, procedure: Procedure, key: UUID, right: str) -> Intake:
    said = _means(old, entry)
    fields = procedure.form.fields
    told = {one.name: one.default for one in fields if one.default}
    told |= {
        one.name: said[one.means] for one in fields if one.means and _fits(one, said.get(one.means))
    }
    asked = visible(procedure, told)
    answers = {one.name: told[one.name] for one in asked if one.name in told}
    return Intake(
        id=key,
        commune=old.commune,
        procedure=procedure,
        answers=answers,
        channel=Channel.COUNTER if right == "counter" else Channel.ONLINE,
        language=old.language,
        right=right,
    )


def _fits(field: Field, value: str | None) -> bool:
    return bool(value) and (not field.choices or value in {one.value for one in field.choices})


def _means(old: Dossier, entry: Entry) -> dict[str, str]:
    """What was said for the correction, and over it what the entry says since."""
    told = meant(by_version(old.procedure_id).form, old.answers)
    stands = entry.as_it_stands()
    said = {
        **told,
        "register.kind": entry.kind,
        "register.number": entry.reference,
        "register.volume": str(entry.volume),
        "register.day": entry.registered_on.isoformat(),
        "register.office": stands.get("place") or told.get("register.office", ""),
        **_people(old, entry, told.get("subject.name", "")),
    }
    if said.get("filer.relation") == "self" and said.get("subject.name"):
        said["filer.name"] = said["subject.name"]
    return said


def _people(old: Dossier, entry: Entry, asked: str) -> dict[str, str]:
    """Whom the entry is of: its only person, or the one of the two whose item was corrected, or
    who is called as the request said."""
    about, stands = book(entry.kind).about, entry.as_it_stands()
    note = EntryNote.objects.get(source=f"dossier:{old.pk}")
    changed = {term.partition(".")[0] for term in note.changes}
    named = {one for one in about if folded(stands.get(f"{one}.name", "")) == folded(asked)}
    meant_ones = set(about) if len(about) == 1 else changed & set(about) or named
    who = next((one for one in about if one in meant_ones), "")
    if not who:
        return {}
    found = {f"subject.{what}": stands.get(f"{who}.{what}", "") for what in _OF_PERSON}
    beside = next((stands.get(f"{one}.name", "") for one in about if one != who), "")
    found |= {"spouse.name": beside, "other.name": beside}
    return {what: value for what, value in found.items() if value}
