"""An officer takes over what entries say of kin, or leaves it, with a reason; never by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.audit.actions import record, record_reading
from motcua.consequences.kin_search import ties_of
from motcua.consequences.kin_weighed import Weighed, weighed
from motcua.consequences.models import KinProposal, KinSearch
from motcua.consequences.queries import must_answer
from motcua.foundation.actor import Actor
from motcua.people.actions.moves import add_moves
from motcua.people.by_hand.errors import OwnRow, Unexplained
from motcua.people.models import Account, Kind, Move, Resident
from motcua.people.said import Said
from motcua.registers.models import Entry

_WORD = KinProposal.Word


@dataclass(frozen=True, slots=True)
class Decided:
    """How many were taken, and how many turned out otherwise than they were shown."""

    taken: int
    changed: int


def proposals(
    *, by: Actor, commune: str, word: str, at: datetime, after: int = 0, limit: int = 20
) -> list[KinProposal]:
    """Those that stand so, the certain ones first, with their entries. Traced.

    `after` is how many stand before. Refuses NotYourQuestion.
    """
    must_answer(by)
    rows = KinProposal.objects.filter(commune_id=commune, word=word).select_related("entry")
    rows = rows.prefetch_related("entry__notes").order_by("-certain", "pk")
    found = list(_after(rows, after)[:limit])
    if found:
        about = [f"entry:{row.entry_id}" for row in found]
        record_reading(chain=commune, by=by, at=at, what="kin", about=about, why="kin")
    return found


def _after(rows: Any, after: int) -> Any:
    """Behind one: the certain come first, each kind by its key."""
    last = KinProposal.objects.filter(pk=after).first() if after else None
    if last is None:
        return rows
    later = rows.filter(certain=last.certain, pk__gt=last.pk)
    return later if not last.certain else rows.exclude(certain=True, pk__lte=last.pk)


def last_search(*, by: Actor, commune: str) -> KinSearch | None:
    """The search that is under way, or the last one; refuses NotYourQuestion."""
    must_answer(by)
    return KinSearch.objects.filter(commune_id=commune).order_by("-pk").first()


@transaction.atomic
def take_kin(*, keys: Sequence[int], reason: str, by: Actor, at: datetime) -> Decided:
    """Write what some proposals say, each as it is found now: a parent from the child's birth on, a
    marriage from its registration on. One that is contradicted meanwhile is not taken.

    Refuses NotYourQuestion, Unexplained, and OwnRow for one alone that concerns the officer; among
    several that one is left for a colleague.
    """
    rows = _locked(keys, reason, by)
    people = sorted({key for row in rows for key in row.people.values()})
    # Locked before it is looked at again: whoever writes about one of them meanwhile comes after.
    list(Resident.objects.select_for_update().filter(pk__in=people).order_by("pk"))
    own = _own(by)
    if len(rows) == 1 and own & set(rows[0].people.values()):
        raise OwnRow
    entries = Entry.objects.filter(pk__in=[row.entry_id for row in rows])
    told = list(entries.prefetch_related("notes"))
    found = weighed(told, commune=by.commune or "", by=by, at=at, why="kin")
    taken, said = [], set[tuple[int, str]]()
    for row in rows:
        now = found.get(row.entry_id)
        touched = {(row_of, how) for row_of, how in _touched(now)}
        if own & set(row.people.values()) or touched & said:
            continue
        if now is None or now.against or ties_of(now) != row.ties:
            _stands(row, now)
            continue
        _write(now, row, reason, by, at)
        _decide(row, _WORD.TAKEN, reason, by, at)
        said |= touched
        taken.append(row)
    _tell(taken, "take_kin", reason, by, at)
    return Decided(len(taken), len(rows) - len(taken))


@transaction.atomic
def leave_kin(*, key: int, reason: str, by: Actor, at: datetime) -> Decided:
    """Say of one proposal that it is not so: it is not proposed again.

    Refuses NotYourQuestion and Unexplained.
    """
    rows = _locked([key], reason, by, _WORD.OPEN, _WORD.AGAINST)
    for row in rows:
        _decide(row, _WORD.LEFT, reason, by, at)
    _tell(rows, "leave_kin", reason, by, at)
    return Decided(0, 0)


def _locked(
    keys: Sequence[int], reason: str, by: Actor, *words: KinProposal.Word
) -> list[KinProposal]:
    must_answer(by)
    if not reason.strip():
        raise Unexplained(field="reason")
    rows = KinProposal.objects.select_for_update().order_by("pk")
    mine = rows.filter(commune_id=by.commune, pk__in=keys, word__in=words or (_WORD.OPEN,))
    return list(mine)


def _own(by: Actor) -> set[int]:
    """Nobody writes what concerns themselves."""
    kind, _sep, key = by.id.partition(":")
    if kind != "account":
        return set()
    rows = Account.objects.filter(pk=int(key)).values_list("resident", flat=True)
    return {row for row in rows if row is not None}


def _touched(now: Weighed | None) -> list[tuple[int, str]]:
    ties = now.ties if now else []
    both = [(tie.other.pk, tie.how) for tie in ties if tie.how == "spouse"]
    return [*both, *((tie.own.pk, tie.how) for tie in ties)]


def _stands(row: KinProposal, now: Weighed | None) -> None:
    """As it is found now; gone where the register holds it already."""
    if now is None:
        row.delete()
        return
    row.ties, row.against, row.certain = ties_of(now), now.against, now.certain
    row.people = {who: one.pk for who, one in now.people.items()}
    row.word = _WORD.AGAINST if now.against else _WORD.OPEN
    row.save()


def _write(now: Weighed, row: KinProposal, reason: str, by: Actor, at: datetime) -> None:
    said = [*_parents(now), *_wed(now)]
    source = f"entry:{row.entry_id}"
    rows = Move.objects.filter(source=source, replaces=None, kind=said[0].kind)
    if rows.filter(resident__in=[one.resident for one in said]).exists():
        # The entry said something of them before; it stays beside that.
        source = f"{source}:kin:{row.pk}"
    add_moves(said=said, source=source, reason=reason.strip(), by=by, at=at)


def _parents(now: Weighed) -> list[Said]:
    parents = {tie.how: tie.other.pk for tie in now.ties if tie.how != "spouse"}
    if not parents:
        return []
    child = now.ties[0].own
    return [Said(child, Kind.PARENTAGE, child.birth, {**parents})]


def _wed(now: Weighed) -> list[Said]:
    day = now.entry.registered_on.isoformat()
    return [
        Said(one, Kind.MARRIED, day, {"spouse": other.pk, "partner": ""})
        for tie in now.ties
        if tie.how == "spouse"
        for one, other in ((tie.own, tie.other), (tie.other, tie.own))
        if one.spouse_id != other.pk
    ]


def _decide(row: KinProposal, word: KinProposal.Word, reason: str, by: Actor, at: datetime) -> None:
    row.word, row.reason = word, reason.strip()
    row.decided_by, row.decided_by_name, row.decided_at = by.id, by.name, at
    row.save()


def _tell(rows: Sequence[KinProposal], verb: str, reason: str, by: Actor, at: datetime) -> None:
    if rows:
        facts = {"entries": [row.entry_id for row in rows]}
        chain, why = rows[0].commune_id, reason.strip()
        record(chain=chain, by=by, at=at, verb=verb, about="kin", why=why, facts=facts)
