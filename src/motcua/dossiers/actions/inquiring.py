"""Another office is asked what its books hold, and its answer is written down."""

from motcua.dossiers.models import Dossier, Inquiry
from motcua.dossiers.needs import Given
from motcua.dossiers.performing import Change, perform
from motcua.dossiers.press import Press
from motcua.dossiers.states import Verb
from motcua.procedures.calendar_queries import calendar_of
from motcua.procedures.deadlines import due
from motcua.procedures.inquiry import term_of_inquiry


def inquire(press: Press, *, office: str, question: str) -> Dossier:
    """Ask another office (xác minh); its term runs from now, beside that of the dossier."""
    calendar = calendar_of(press.by.commune or "")
    until = due(term_of_inquiry(), received=press.at, calendar=calendar)

    def asked(dossier: Dossier) -> None:
        Inquiry.objects.create(
            dossier=dossier,
            commune_id=dossier.commune_id,
            office=office.strip(),
            question=question.strip(),
            asked_at=press.at,
            asked_by_name=press.by.name,
            due_at=until,
        )

    given = Given(reason=question, office=office)
    facts = {"office": office.strip(), "until": until.isoformat()}
    return perform(press, Verb.INQUIRE, given, Change(after=asked, facts=facts))


def note_reply(press: Press, *, inquiry: int, outcome: str, reply: str) -> Dossier:
    """Write down what the other office answered, or that its term passed in silence. Once."""
    facts = {"inquiry": inquiry, "outcome": outcome}

    def noted(dossier: Dossier) -> None:
        row = dossier.inquiries.get(pk=inquiry)
        row.outcome, row.reply = outcome, reply.strip()
        row.noted_at, row.noted_by_name = press.at, press.by.name
        row.save()
        facts["office"] = row.office

    given = Given(reason=reply, inquiry=inquiry, outcome=outcome)
    return perform(press, Verb.NOTE_REPLY, given, Change(after=noted, facts=facts))
