"""What each slip is told: read from the dossier and the act that it follows."""

import itertools
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import translation

from motcua.consequences.handed_in import papers_of
from motcua.dossiers.clockwork import from_facts, term_of
from motcua.dossiers.codes import spoken
from motcua.dossiers.models import Dossier, DossierEvent
from motcua.dossiers.queries import history
from motcua.dossiers.states import Channel, Verb
from motcua.foundation.actor import SYSTEM
from motcua.foundation.clock import day_of
from motcua.foundation.telephone import written as telephone
from motcua.payments.models import CashReceipt
from motcua.people.queries import head_of
from motcua.procedures.answers import meant
from motcua.procedures.deadline_words import term_in_words, why_longer, why_moved
from motcua.procedures.inquiry import term_of_inquiry
from motcua.procedures.queries import by_version
from motcua.results.actions import ask_for_document
from motcua.results.models import Document
from motcua.results.templates import template as known_template

Data = dict[str, Any]


def ask_for_slip(template: str, event: DossierEvent, dossier: Dossier) -> Document:
    """Ask the press for the slip of an act; once for each act."""
    return ask_for_document(
        commune=dossier.commune_id,
        kind=Document.Kind.SLIP,
        template=template,
        data=_told(template, {**_head(event, dossier), **_BODIES[template](event, dossier)}),
        about=f"dossier:{dossier.pk}",
        key=f"{template}:{event.pk}",
        by=SYSTEM,
        at=event.at,
    )


def ask_for_drafts(event: DossierEvent, dossier: Dossier) -> None:
    """Ask for the papers as they will read, for the chair to look at before signing."""
    for place, paper in enumerate(dossier.finding.get("papers", [])):
        ask_for_document(
            commune=dossier.commune_id,
            kind=Document.Kind.DRAFT,
            template=paper["template"],
            data=paper["data"],
            about=f"dossier:{dossier.pk}",
            key=f"draft:{event.pk}:{place}",
            by=SYSTEM,
            at=event.at,
        )


def _told(code: str, data: Data) -> Data:
    """Only what the slip has a place for."""
    return {name: data[name] for name in known_template(code).fields if name in data}


def lookup_address(dossier: Dossier) -> str:
    """Where the QR of a slip leads: the tracking page, with the code and no second fact."""
    return f"{settings.MOTCUA_ADDRESS}/track?code={dossier.code}"


def _head(event: DossierEvent, dossier: Dossier) -> Data:
    """What every slip says: which dossier, whose, about what, and how to look it up."""
    procedure = by_version(dossier.procedure_id)
    said = meant(procedure, dossier.answers)
    return {
        "dossier.number": dossier.number,
        "dossier.code": spoken(dossier.code),
        "lookup": lookup_address(dossier),
        "procedure": procedure.title("vi"),
        "filer.name": dossier.filer_name,
        "filer.address": said.get("filer.address", ""),
        "filer.identity": said.get("filer.identity", ""),
        "filer.phone": telephone(dossier.filer_phone),
        "filer.email": said.get("filer.email", ""),
        "subject.name": dossier.subject_name,
        "officer.name": event.actor_name,
        "officer.phone": dossier.commune.phone,
        "contact.phone": dossier.commune.phone,
        "contact.site": settings.MOTCUA_ADDRESS,
    }


def _receipt(event: DossierEvent, dossier: Dossier) -> Data:
    return {
        "channel": _CHANNELS[Channel(dossier.channel)],
        "papers": papers_of(dossier),
        "sets": 1,
        "term": _term(dossier),
        "received": _received(event, dossier).isoformat(),
        "due": event.due_at.isoformat() if event.due_at else None,
        "term.reason": _why_moved(event),
        "delivery": _DELIVERIES[dossier.delivery],
    }


def _received(event: DossierEvent, dossier: Dossier) -> datetime:
    """When the dossier came: now, or when it was accepted where only its term has grown."""
    return dossier.accepted_at or event.at if event.verb == Verb.EXTEND else event.at


def _term(dossier: Dossier) -> str:
    """The term by the law; slips are in Vietnamese."""
    with translation.override("vi"):
        return term_in_words(term_of(dossier))


def _why_moved(event: DossierEvent) -> str:
    """The reason for a deadline that a wait or the longer term has moved; in Vietnamese."""
    if event.verb == Verb.EXTEND and event.due_at:
        before = datetime.fromisoformat(event.facts["promised"])
        with translation.override("vi"):
            return why_longer(due=event.due_at, before=before, reason=event.reason)
    if "moved" not in event.facts:
        return ""
    with translation.override("vi"):
        return why_moved(from_facts(event.facts["moved"]))


def _supplement(event: DossierEvent, dossier: Dossier) -> Data:
    names = _names(dossier)
    return {
        "lacks": [
            {"what": names.get(item["about"], item["about"]), "why": item["reason"]}
            for item in event.facts["asked"]
        ],
        "until": day_of(dossier.answer_by).isoformat() if dossier.answer_by else None,
        "asked": event.at.isoformat(),
    }


def _refusal(event: DossierEvent, dossier: Dossier) -> Data:
    submitted = dossier.submitted_at
    return {
        "submitted": submitted.isoformat() if submitted else None,
        "reason": event.reason,
        "refused": event.at.isoformat(),
    }


def _apology(event: DossierEvent, dossier: Dossier) -> Data:
    received = dossier.accepted_at or event.at
    head = head_of(commune=dossier.commune_id, at=event.at)
    return {
        "number": event.facts["number"],
        "received": received.isoformat(),
        "due": event.facts["promised"],
        "new_due": event.facts["until"],
        "reason": event.reason,
        # The head of the agency signs (Circular 01/2018, form 04), whoever wrote it.
        "signer.name": head.account.name if head else event.actor_name,
        "signer.title": head.title if head else event.facts["title"],
    }


def _inquiry(event: DossierEvent, dossier: Dossier) -> Data:
    head = head_of(commune=dossier.commune_id, at=event.at)
    return {
        "office": event.facts["office"],
        "question": event.reason,
        "asked": event.at.isoformat(),
        "until": event.facts["until"],
        "basis": term_of_inquiry().basis.shown,
        "signer.name": head.account.name if head else event.actor_name,
        "signer.title": head.title if head else "",
    }


def _control(event: DossierEvent, dossier: Dossier) -> Data:
    received = dossier.accepted_at or event.at
    acts = [act for act in history(dossier) if act.verb in _STATIONS and act.pk <= event.pk]
    return {
        "received": received.isoformat(),
        "due": dossier.due_at.isoformat() if dossier.due_at else None,
        "term": _term(dossier),
        "papers": papers_of(dossier),
        "sets": 1,
        "steps": [
            {
                "from": _hand(before, dossier),
                "to": _hand(act, dossier),
                "at": act.at.isoformat(),
                "outcome": _outcome(act),
            }
            for before, act in itertools.pairwise(acts)
            # Two acts of one hand are no hand-over.
            if _hand(before, dossier) != _hand(act, dossier)
        ],
        "printed": event.at.isoformat(),
    }


def _hand(act: DossierEvent, dossier: Dossier) -> str:
    """In whose hands the dossier is after an act."""
    if act.actor == SYSTEM.id:
        return _ONE_STOP_DESK
    # Who has only a telephone has no name but the one on the dossier.
    return act.actor_name or dossier.filer_name


def _cash(event: DossierEvent, dossier: Dossier) -> Data:
    receipt = CashReceipt.objects.get(key=f"take_fee:{event.act}")
    return {
        "number": receipt.number,
        "payer.name": receipt.payer,
        "payer.address": _head(event, dossier)["filer.address"],
        "way": _CASH,
        "lines": receipt.lines,
        "amount": receipt.amount,
        "cashier.name": receipt.taken_by_name,
        "paid": receipt.at.isoformat(),
    }


def _names(dossier: Dossier) -> dict[str, str]:
    """What an asked field or paper is called in the law's words."""
    procedure = by_version(dossier.procedure_id)
    fields = {f"field:{one.name}": one.words["vi"].term for one in procedure.form.fields}
    papers = {f"paper:{one.name}": one.words["vi"].label for one in procedure.papers}
    return {**fields, **papers}


def _outcome(act: DossierEvent) -> str:
    if act.due_at is None:
        return ""
    return "Đúng hạn" if act.at <= act.due_at else "Quá hạn"


_STATIONS = frozenset({"submit", "accept", "begin", "check", "sign", "issue", "pass_on"})
# The slips are documents of the Vietnamese state: their words are not translated.
_CASH = "Tiền mặt"
# The worker issues the signed paper to where the person fetches it.
_ONE_STOP_DESK = "Bộ phận một cửa"
_CHANNELS = {
    Channel.COUNTER: "Trực tiếp",
    Channel.ONLINE: "Trực tuyến",
    Channel.POST: "Bưu chính công ích",
}
_DELIVERIES = {
    "counter": "Tại bộ phận một cửa",
    "electronic": "Bản điện tử",
    "post": "Qua bưu chính",
}
_BODIES: Mapping[str, Callable[[DossierEvent, Dossier], Data]] = {
    "slip_receipt": _receipt,
    "slip_supplement": _supplement,
    "slip_refusal": _refusal,
    "slip_apology": _apology,
    "slip_control": _control,
    "letter_inquiry": _inquiry,
    "cash_receipt": _cash,
}
