"""Many handed over at once: to the one person who stands there, or to the post with a list."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from motcua.counter.bulk.weighed import Item, Look, person_of
from motcua.counter.errors import AddressMissing, AnotherPerson, CodeWrong, NotByPost
from motcua.counter.handing import DRAWN
from motcua.dossiers import actions
from motcua.dossiers.codes import tidy_code
from motcua.dossiers.drawn import drawn
from motcua.dossiers.errors import ReceiverMissing
from motcua.dossiers.foreseeing import foresee
from motcua.dossiers.models import Dossier
from motcua.dossiers.needs import Given
from motcua.dossiers.press import Press
from motcua.dossiers.states import Delivery, State, Verb
from motcua.foundation.actor import Actor
from motcua.foundation.telephone import written as telephone
from motcua.procedures.answers import meant
from motcua.procedures.queries import by_version
from motcua.results.actions import ask_for_document
from motcua.results.models import Document
from motcua.results.queries import papers_about

Form = Mapping[str, str]
# The list and the history name the post in Vietnamese, as every paper of the office does.
_POST = "Bưu điện"
_SOMEBODY = Given(receiver="somebody")


def may_hand_over(dossier: Dossier, look: Look) -> Item:
    """Its papers go to the person who handed in the first of the list, and only theirs do."""
    foresee(dossier, Verb.HAND_OVER, by=look.by, at=look.at, given=_SOMEBODY)
    if person_of(dossier) != look.person:
        raise AnotherPerson
    what = _("Handed over to %(name)s") % {"name": dossier.filer_name}
    return Item(dossier, what)


def may_post(dossier: Dossier, look: Look) -> Item:
    """It is given to the post, and stands in the sender's list with its address."""
    foresee(dossier, Verb.HAND_OVER, by=look.by, at=look.at, given=_SOMEBODY)
    if dossier.delivery != Delivery.POST:
        raise NotByPost
    address = address_of(dossier)
    if not address:
        raise AddressMissing
    what = _("By post to %(name)s, %(address)s")
    return Item(dossier, what % {"name": dossier.filer_name, "address": address})


def address_of(dossier: Dossier) -> str:
    """Where whoever handed it in lives, as they said."""
    return meant(by_version(dossier.procedure_id), dossier.answers).get("filer.address", "")


def received(form: Form, dossiers: Sequence[Dossier]) -> dict[str, str]:
    """Who receives them and by which proof; refuses ReceiverMissing, SignatureMissing, CodeWrong.

    The papers are one person's, so one signature, or the code of one of them, stands for all.
    """
    receiver = form.get("hand_over-receiver", "").strip()
    if not receiver:
        raise ReceiverMissing("hand_over-receiver")
    if form.get("hand_over-proof") == "signature":
        digest = drawn(form.get(DRAWN, ""), field=DRAWN)
        return {"receiver": receiver, "proof": "signature", "signature": digest}
    theirs = {one.code for one in dossiers if person_of(one) == person_of(dossiers[0])}
    if tidy_code(form.get("hand_over-code", "")) not in theirs:
        raise CodeWrong("hand_over-code")
    return {"receiver": receiver, "proof": "code"}


def posted(form: Form, dossiers: Sequence[Dossier]) -> dict[str, str]:
    """Who takes them for the post; refuses ReceiverMissing."""
    name = form.get("post-receiver", "").strip()
    if not name:
        raise ReceiverMissing("post-receiver")
    return {"receiver": f"{_POST}: {name}", "proof": "post"}


def hand_over(press: Press, seen: str, facts: Form) -> Dossier:
    """Hand over one of many."""
    return actions.hand_over(
        press,
        receiver=facts["receiver"],
        proof=facts["proof"],
        signature=facts.get("signature", ""),
    )


def list_about(key: UUID) -> str:
    """What the sender's list of a batch is kept under."""
    return f"post:{key}"


def ask_for_list(
    dossiers: Sequence[Dossier], facts: Form, *, key: UUID, by: Actor, at: datetime
) -> Document | None:
    """Ask the press for the sender's list of what was given to the post; asked again, the same."""
    sent = [one for one in dossiers if one.where == State.HANDED_OVER]
    if not sent:
        return None
    commune = by.commune or ""
    return ask_for_document(
        commune=commune,
        kind=Document.Kind.SLIP,
        template="post_list",
        data={
            "parcels": [_parcel(one) for one in sent],
            "handed": at.isoformat(),
            "receiver.name": facts["receiver"].removeprefix(f"{_POST}: "),
            "officer.name": by.name,
        },
        about=list_about(key),
        key=f"{list_about(key)}:{commune}",
        by=by,
        at=at,
    )


def _parcel(dossier: Dossier) -> dict[str, str]:
    papers = papers_about(f"dossier:{dossier.pk}", commune=dossier.commune_id)
    numbers = [one.result.number for one in papers if one.kind == Document.Kind.RESULT]
    told = {
        "number": dossier.number or "",
        "name": dossier.filer_name,
        "address": address_of(dossier),
        "phone": telephone(dossier.filer_phone),
        "papers": ", ".join(numbers),
    }
    return {name: value for name, value in told.items() if value}
