"""Reading dossiers: always scoped by who asks; opening one leaves a trace."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Max, Q, QuerySet, prefetch_related_objects

from motcua.audit.actions import record_reading
from motcua.dossiers import lifecycle
from motcua.dossiers.codes import tidy_code
from motcua.dossiers.errors import NotFound
from motcua.dossiers.hands import helps
from motcua.dossiers.interest import own_matter
from motcua.dossiers.lifecycle import OWN_STEPS
from motcua.dossiers.models import Dossier, DossierEvent, Helped, StateCount
from motcua.dossiers.press import who_is
from motcua.dossiers.states import OPEN, State, Step, Verb
from motcua.foundation.actor import Actor
from motcua.foundation.rows import by_key
from motcua.foundation.statements import Place, Places, Statement
from motcua.helping.models import Help
from motcua.helping.queries import help_of


def counts(*, by: Actor) -> dict[tuple[State, Step], int]:
    """How many dossiers of the commune stand where, from the kept counters."""
    told = _COUNTS.all(commune=by.commune)
    return {(State(state), Step(step)): count for state, step, count in told}


_COUNTS = Statement(
    lambda: StateCount.objects.filter(commune_id=Place("commune"), count__gt=0).values_list(
        "state", "step", "count"
    )
)


# A page never counts a whole table.
LATE_MOST = 100


def late_count(*, by: Actor, at: datetime) -> int:
    """How many are late, counted to `LATE_MOST` and no further."""
    return len(_LATE.all(commune=by.commune, at=at))


_LATE = Statement(
    lambda: Dossier.objects.filter(
        commune_id=Place("commune"),
        state__in=sorted(OPEN - {State.HALTED}),
        due_at__lt=Place("at"),
        paused_at__isnull=True,
    ).values_list("state")[:LATE_MOST]
)


def last_moves(keys: list[UUID]) -> dict[UUID, datetime]:
    """When the last act was done with each of these dossiers."""
    return dict(_LAST_MOVES.all(keys=keys)) if keys else {}


_LAST_MOVES = Statement(
    lambda: (
        DossierEvent.objects.filter(dossier_id__in=Places("keys"))
        .values_list("dossier_id")
        .annotate(last=Max("at"))
    )
)


def some(*, by: Actor, keys: Sequence[UUID]) -> Sequence[Dossier]:
    """These dossiers, as far as they are of the actor's commune, by number."""
    return list(_shown(by).filter(pk__in=keys).order_by("number"))


def several(*, by: Actor, keys: Sequence[UUID], at: datetime, why: str) -> Sequence[Dossier]:
    """These dossiers of the actor's commune with answers and papers, what is due first at the top.

    One line of the journal names them all.
    """
    rows = Dossier.objects.filter(pk__in=keys, commune_id=by.commune)
    rows = rows.select_related("commune__province", "officer", "holder")
    found = list(rows.prefetch_related("papers__files").order_by("due_at", "id"))
    about = [f"dossier:{row.pk}" for row in found]
    record_reading(chain=by.commune or "", by=by, at=at, what="dossier", about=about, why=why)
    return found


def acts_done(acts: Collection[UUID]) -> set[UUID]:
    """Which of these presses were done."""
    return set(DossierEvent.objects.filter(act__in=acts).values_list("act", flat=True))


def returned_reasons(keys: Sequence[UUID]) -> dict[UUID, str]:
    """Why the press last gave each of these back to the chair."""
    rows = DossierEvent.objects.filter(dossier_id__in=keys, verb=Verb.RETURN_TO_SIGN)
    return dict(rows.order_by("id").values_list("dossier_id", "reason"))


def handed_in(
    *, by: Actor, since: datetime, until: datetime, most: int = 2000
) -> Sequence[Dossier]:
    """The commune's dossiers handed in from `since` until before `until`, in that order.

    With their answers and their commune, as the register of dossiers needs them.
    """
    rows = Dossier.objects.filter(commune_id=by.commune).select_related("commune")
    rows = rows.defer("authors", "finding", "asked")
    rows = rows.filter(submitted_at__gte=since, submitted_at__lt=until)
    return list(rows.order_by("submitted_at", "id")[:most])


def open_for(*, dossier_id: UUID, by: Actor, at: datetime, why: str) -> Dossier:
    """One dossier with all that its page shows; the reading is written in the journal."""
    found = _WHOLE.first(key=dossier_id)
    if found is None or not who_is(by, found):
        raise NotFound
    prefetch_related_objects([found], "parties", "papers__files", "inquiries")
    record_reading(
        chain=found.commune_id,
        by=by,
        at=at,
        what="dossier",
        about=[f"dossier:{found.pk}"],
        why=why,
    )
    return found


_WHOLE = Statement(
    lambda: (
        Dossier.objects.filter(pk=Place("key"))
        .select_related("procedure", "commune", "officer", "holder", "result")
        .defer("procedure__content")
    )
)


def history(dossier: Dossier) -> Sequence[DossierEvent]:
    """What was done with it, in order."""
    return _HISTORY.all(dossier=dossier.pk)


_HISTORY = Statement(
    lambda: DossierEvent.objects.filter(dossier_id=Place("dossier")).order_by("id")
)


def buttons(dossier: Dossier, *, by: Actor) -> tuple[lifecycle.Rule, ...]:
    """The rows of the table that the actor may take now."""
    return lifecycle.allowed(
        state=dossier.where,
        step=dossier.at_step,
        received=dossier.accepted_at is not None,
        who=who_is(by, dossier),
        own=dossier.at_step in OWN_STEPS and own_matter(dossier, by=by),
    )


def owned(*, by: Actor) -> Sequence[Dossier]:
    """The person's own drafts and dossiers, the newest first (at most 100)."""
    rows = Dossier.objects.select_related("procedure").filter(_theirs(by))
    rows = rows.defer("answers", "authors", "finding", "asked", "procedure__content")
    return list(rows.order_by("-kept_at", "id")[:100])


def drafts(*, by: Actor, code: str = "") -> Sequence[Dossier]:
    """The person's own drafts, of one procedure or of all, the newest first (at most 20)."""
    rows = Dossier.objects.filter(_theirs(by), state=State.DRAFT)
    if code:
        rows = rows.filter(procedure__code=code)
    return list(rows.select_related("commune").order_by("-kept_at", "id")[:20])


def _theirs(by: Actor) -> Q:
    """What belongs to the person; for a helper's hand what the help is for."""
    key = help_of(by)
    if key is None:
        return Q(owner=by.id)
    thread = Help.objects.filter(pk=key).values("thread")
    rows = Helped.objects.filter(help__thread__in=thread, taken_back_at=None)
    return Q(pk__in=rows.values("dossier"))


def own(*, dossier_id: UUID, by: Actor, at: datetime, why: str) -> Dossier:
    """One of the person's own, in whatever office they work besides; the reading is traced."""
    found = by_key(Dossier, dossier_id)
    if found is None or not (found.owner == by.id or helps(by, found)):
        raise NotFound
    about = [f"dossier:{found.pk}"]
    record_reading(chain=found.commune_id, by=by, at=at, what="dossier", about=about, why=why)
    return found


def by_code(*, typed: str, by: Actor) -> Dossier:
    """The dossier or draft of a code or number, for staff of its commune at the search box."""
    code = tidy_code(typed)
    one = Q(number=typed.strip().upper()) if code is None else Q(code=code)
    found = Dossier.objects.filter(one, commune_id=by.commune).first()
    if found is None:
        raise NotFound
    return found


def numbers_of(keys: Collection[UUID], *, by: Actor) -> dict[UUID, str]:
    """The numbers of dossiers of the actor's commune, and nothing else of them; "" for a draft."""
    rows = Dossier.objects.filter(pk__in=keys, commune_id=by.commune)
    return {key: number or "" for key, number in rows.values_list("pk", "number")}


# What a line of a list tells; fifty whole dossiers cost three times as much.
_LINE = (
    "id",
    "commune_id",
    "procedure_id",
    "code",
    "number",
    "owner",
    "state",
    "step",
    "revision",
    "channel",
    "delivery",
    "unknown",
    "subject_name",
    "filer_name",
    "filer_phone",
    "submitted_at",
    "due_at",
    "paused_at",
    "finished_at",
    "handed_over_at",
    "held_until",
    "officer__name",
    "holder__name",
)


def _shown(by: Actor) -> QuerySet[Dossier]:
    """What a list needs and no more: neither answers nor findings."""
    rows = Dossier.objects.filter(commune_id=by.commune)
    return rows.select_related("officer", "holder").only(*_LINE)
