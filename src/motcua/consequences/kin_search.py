"""The books gone through for kin that the register of residents does not know: the worker's part.

Some hundred entries are one transaction, with how far it is; who dies is followed by one that goes
on. Nothing is written about anybody: what is found is proposed (`kin_deciding`).
"""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from threading import Event

from django.db import IntegrityError, transaction
from django.db.models import F

from motcua.audit.actions import record
from motcua.consequences.kin_weighed import WHO, Weighed, weighed
from motcua.consequences.models import KinProposal, KinSearch
from motcua.consequences.queries import must_answer
from motcua.foundation.actor import SYSTEM, Actor
from motcua.foundation.many import change, write
from motcua.registers.models import Entry

BATCH = 500
_UNDECIDED = (KinProposal.Word.OPEN, KinProposal.Word.AGAINST)


def ask_for_kin(*, by: Actor, commune: str, at: datetime) -> KinSearch:
    """Have the books gone through; while one search is under way it is that one.

    Refuses NotYourQuestion.
    """
    must_answer(by)
    total = Entry.objects.filter(commune_id=commune, kind__in=WHO).count()
    told = {"asked_by": by.id, "asked_by_name": by.name, "asked_at": at, "total": total}
    try:
        with transaction.atomic():
            made = KinSearch.objects.create(commune_id=commune, **told)
            facts = {"entries": total}
            record(chain=commune, by=by, at=at, verb="ask_for_kin", about="kin", facts=facts)
    except IntegrityError:
        return KinSearch.objects.get(commune_id=commune, ended_at=None)
    return made


def searches_wait() -> bool:
    """Whether any search wants the worker."""
    return KinSearch.objects.filter(ended_at=None).exists()


def search_once(clock: Callable[[], datetime], stop: Event | None = None) -> bool:
    """The search that has waited longest, to its end; False when there is none."""
    row = KinSearch.objects.filter(ended_at=None).order_by("asked_at").first()
    if row is None:
        return False
    while not (stop and stop.is_set()) and _batch(row, clock()):
        pass
    return True


def _batch(search: KinSearch, at: datetime) -> bool:
    """The next entries; False when there are none, which ends the search."""
    commune = search.commune_id
    rows = Entry.objects.filter(commune_id=commune, kind__in=WHO, pk__gt=search.after)
    entries = list(rows.prefetch_related("notes").order_by("pk")[:BATCH])
    why = f"kin:{search.pk}"
    found = weighed(entries, commune=commune, by=SYSTEM, at=at, why=why) if entries else {}
    with transaction.atomic():
        mine = KinSearch.objects.filter(pk=search.pk, after=search.after, ended_at=None)
        if not entries:
            if mine.update(ended_at=at):
                _refuse_two(commune)
                facts = {"entries": search.done}
                record(chain=commune, by=SYSTEM, at=at, verb="search_kin", about="kin", facts=facts)
            return False
        if not mine.update(after=entries[-1].pk, done=F("done") + len(entries)):
            return False
        _propose(entries, found, at)
    search.refresh_from_db()
    return True


def _propose(entries: Sequence[Entry], found: dict[int, Weighed], at: datetime) -> None:
    """What is undecided is proposed anew; what somebody left stays left."""
    known = KinProposal.objects.filter(entry__in=[one.pk for one in entries])
    known.filter(word__in=_UNDECIDED).delete()
    left = {row.entry_id: row.ties for row in known.filter(word=KinProposal.Word.LEFT)}
    new = [one for key, one in found.items() if left.get(key) != ties_of(one)]
    write(KinProposal, [_row(one, at) for one in new])


def _row(one: Weighed, at: datetime) -> dict[str, object]:
    return {
        "commune_id": one.entry.commune_id,
        "entry_id": one.entry.pk,
        "word": word_of(one),
        "people": {who: row.pk for who, row in one.people.items()},
        "ties": ties_of(one),
        "certain": one.certain,
        "against": one.against,
        "found_at": at,
    }


def word_of(one: Weighed) -> str:
    """How it stands before anybody decided."""
    word = KinProposal.Word.AGAINST if one.against else KinProposal.Word.OPEN
    return word.value


def ties_of(one: Weighed) -> list[dict[str, str | int]]:
    """The ties as they are kept."""
    return [{"how": tie.how, "own": tie.own.pk, "other": tie.other.pk} for tie in one.ties]


def _refuse_two(commune: str) -> None:
    """Two entries that give one person to two others: neither is taken before somebody looked."""
    rows = KinProposal.objects.filter(commune_id=commune, word=KinProposal.Word.OPEN)
    said = [
        (row.pk, row.against, key, tie["how"], tie["own"] + tie["other"] - key)
        for row in rows.only("ties", "against")
        for tie in row.ties
        for key in ((tie["own"], tie["other"]) if tie["how"] == "spouse" else (tie["own"],))
    ]
    others = Counter((key, how) for key, how, _other in {one[2:] for one in said})
    two = {pk for pk, _against, key, how, _other in said if others[key, how] > 1}
    word = KinProposal.Word.AGAINST.value
    change(KinProposal, {pk: {"word": word, "against": ["tie_two"]} for pk in two})
