"""Showing that a telephone is yours: a code is sent, typed, and what waited for it goes on."""

from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils.translation import get_language

from motcua.dossiers.actions import claim
from motcua.dossiers.errors import NotFound
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import drafts
from motcua.dossiers.tries import Limit, spend
from motcua.foundation.actor import PUBLIC, Actor
from motcua.helping.queries import help_of
from motcua.notifications.actions import queue
from motcua.parts.doors import Visit
from motcua.parts.origin import origin_of
from motcua.people.actions import begin_phone_check, confirm_phone_check
from motcua.people.actions.sign_in import LIFETIME
from motcua.people.phone import normal
from motcua.portal.errors import AskedTooSoon, CodesSpent, NothingToConfirm
from motcua.portal.visitor import confirm, holder

AGAIN_AFTER = timedelta(seconds=60)
# A button that is pressed twice sends twice within seconds.
PRESSED_AGAIN = timedelta(seconds=30)
# So many codes from one address, to whichever telephones: each rings and costs. Thirty people may
# stand behind one address, and each confirm a few times in a day.
MOST_CODES, CODES_WITHIN = 30, timedelta(minutes=15)
MOST_CODES_A_DAY = 150
_KEPT = "confirming"


@dataclass(frozen=True, slots=True)
class Check:
    """A code on its way: to which telephone, since when, and what is done when it is right.

    `draft` is handed in; `opens` passes from `opens_of`, who owned it when its code was typed.
    """

    id: str
    phone: str
    sent: str
    draft: str = ""
    next: str = ""
    opens: str = ""
    opens_of: str = ""

    @property
    def sent_at(self) -> datetime:
        """When the code was sent."""
        return datetime.fromisoformat(self.sent)

    @property
    def again_at(self) -> datetime:
        """From when another code may be asked for."""
        return self.sent_at + AGAIN_AFTER

    def wait(self, at: datetime) -> int:
        """Seconds until then; 0 when it may be asked for now."""
        return max(0, round((self.again_at - at).total_seconds()))


def under_way(visit: Visit) -> Check:
    """The check that this browser began; NothingToConfirm when it began none."""
    kept = visit.session.get(_KEPT) if visit.COOKIES else None
    if not kept:
        raise NothingToConfirm
    return Check(**kept)


def send_code(
    visit: Visit, phone: str, *, draft: str = "", after: str = "", opens: Dossier | None = None
) -> Check:
    """Send six digits; the same telephone asked again within a minute keeps its first code."""
    number = normal(phone)
    with transaction.atomic():
        kept = _asked_for(visit)
        if kept and kept["phone"] == number and Check(**kept).wait(visit.at):
            facts = {"draft": draft or kept["draft"], "next": after or kept["next"]}
            check = Check(**{**kept, **facts})
        else:
            check = _sent(visit, number, draft, after)
        if opens is not None:
            check = replace(check, opens=str(opens.pk), opens_of=opens.owner)
        return _keep(visit, check)


def _keep(visit: Visit, check: Check) -> Check:
    visit.session[_KEPT] = asdict(check)
    visit.session.save()
    return check


def _asked_for(visit: Visit) -> dict[str, str] | None:
    """What this browser's newest sending asked for: of twenty at once one sends the code."""
    rows = Session.objects.select_for_update().filter(session_key=visit.session.session_key)
    row = rows.first()
    found: dict[str, str] | None = (row.get_decoded() if row else visit.session).get(_KEPT)
    return found


def send_again(visit: Visit) -> Check:
    """Another code to the same telephone; AskedTooSoon within a minute of the last."""
    check = under_way(visit)
    wait = check.wait(visit.at)
    if wait:
        raise AskedTooSoon(field="code", seconds=wait)
    again = send_code(visit, check.phone, draft=check.draft, after=check.next)
    return _keep(visit, replace(again, opens=check.opens, opens_of=check.opens_of))


def accept_code(visit: Visit, code: str) -> Check:
    """The telephone is theirs: this browser acts for it, and its drafts belong to it."""
    check, before = under_way(visit), holder(visit)
    digits = "".join(c for c in code if c.isdecimal())
    guest = confirm_phone_check(
        check_id=UUID(check.id),
        code=digits,
        at=visit.at,
        commune=settings.COMMUNE,
        again=PRESSED_AGAIN,
    )
    confirm(visit, guest)
    visit.session.pop(_KEPT, None)
    hand_drafts_to(guest, before, visit.at)
    if check.opens:
        # Somebody signed in opens it for their account, not for the telephone.
        owner = before if before.id.startswith("account:") else guest
        with suppress(NotFound):
            claim(dossier_id=UUID(check.opens), owner=check.opens_of, by=owner, at=visit.at)
    return check


def hand_drafts_to(owner: Actor, browser: Actor, at: datetime) -> None:
    """What was begun in this browser before belongs from now on to who stands there.

    What a helper's hand typed is the person's already, and passes to nobody by this.
    """
    if browser.id in (PUBLIC.id, owner.id) or help_of(browser) is not None:
        return
    for draft in drafts(by=browser):
        # The same press, sent twice, may just have done it.
        with suppress(NotFound):
            claim(dossier_id=draft.pk, owner=browser.id, by=owner, at=at)


def _codes_of(origin: str) -> list[Limit]:
    times = settings.MOTCUA_LIMITS
    key, day = f"code-to-phone:{origin}", f"code-to-phone-day:{origin}"
    return [
        Limit(key, MOST_CODES * times, CODES_WITHIN, refusal=CodesSpent),
        Limit(day, MOST_CODES_A_DAY * times, timedelta(days=1), refusal=CodesSpent),
    ]


def _sent(visit: Visit, number: str, draft: str, after: str) -> Check:
    spend(_codes_of(origin_of(visit)), visit.at)
    check, code = begin_phone_check(phone=number, at=visit.at)
    queue(
        commune=settings.COMMUNE,
        to=number,
        kind="phone_code",
        facts={"number": code, "minutes": int(LIFETIME.total_seconds() // 60)},
        language=get_language() or "vi",
        key=f"phone_check:{check.pk}",
        at=visit.at,
    )
    return Check(str(check.pk), number, visit.at.isoformat(), draft, after)
