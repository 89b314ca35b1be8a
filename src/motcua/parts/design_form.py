"""The form of the page of parts: thirty questions, conditions, one at a time on a phone."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from motcua.parts.asking import Sheet
from motcua.parts.doors import PUBLIC, Visit, opens
from motcua.parts.questions import Question, ask
from motcua.parts.rendering import page

_OTHERS = {"field": "whose", "op": "is", "values": ["other"]}
# The sound of a question that the demo commune asks too.
_SOUND = "/sound/2.000635/filer_name"
_MARRIED = {"field": "event", "op": "is", "values": ["marriage"]}


@opens(to=PUBLIC)
def form(request: Visit) -> HttpResponse:
    """A form as a resident meets it; it is sent nowhere but to this page."""
    return page(request, "parts/design_form.html", {"sheets": sample()})


def sample() -> tuple[Sheet, ...]:
    """Three sections and two conditions, in the language now active."""
    return (
        Sheet("filer", _("About you"), "", (*_person("filer"), _whose())),
        Sheet("subject", _("About the other person"), "", _person("subject"), _OTHERS),
        Sheet("request", _("About the copy"), _("One kind of paper for each request."), _request()),
    )


def _whose() -> Question:
    kinds = (("self", _("My own")), ("other", _("Of another person")))
    return ask("choice", "whose", _("Whose paper is it?"), choices=kinds)


def _person(who: str) -> tuple[Question, ...]:
    groups = (("01", "Kinh"), ("02", "Tày"), ("08", "H'Mông"), ("09", "Dao"), ("25", "Giáy"))
    return (
        ask(
            "name",
            f"{who}_name",
            _("Full name"),
            example=_("For example: Vàng Thị Thử"),
            sound=_SOUND,
        ),
        ask(
            "partial_date",
            f"{who}_birth",
            _("Date of birth"),
            help=_("Day/month/year; the year alone if no more is known."),
            unknown=False,
        ),
        ask(
            "choice", f"{who}_sex", _("Sex"), choices=(("male", _("Male")), ("female", _("Female")))
        ),
        ask("ethnic", f"{who}_ethnic", _("Ethnic group"), choices=groups, unknown=False),
        ask("nationality", f"{who}_nation", _("Nationality"), choices=(("VN", "Việt Nam"),)),
        ask("identity_number", f"{who}_identity", _("Personal identity number"), unknown=False),
        ask("phone", f"{who}_phone", _("Telephone"), need="advised"),
        ask("email", f"{who}_email", _("E-mail"), need="optional"),
        ask("place", f"{who}_place", _("Where you live"), help=_("Village and commune.")),
    )


def _request() -> tuple[Question, ...]:
    kinds = (("birth", _("Birth")), ("marriage", _("Marriage")), ("death", _("Death")))
    return (
        ask("choice", "event", _("Which register?"), choices=kinds),
        ask("name", "spouse", _("Name of the wife or husband"), when=_MARRIED, unknown=False),
        ask("number", "copies", _("Number of copies"), value="1"),
        ask("text", "number", _("Number in the register"), need="optional"),
        ask("text", "volume", _("Volume of the register"), need="optional"),
        ask("partial_date", "registered", _("Day of registration"), need="optional"),
        ask("place", "office", _("Where it was registered"), need="advised", unknown=False),
        ask("text", "purpose", _("Purpose"), need="optional"),
        ask("long_text", "reason", _("Reason"), need="optional"),
        ask("yes_no", "post", _("Shall it come by post?"), need="optional"),
        ask(
            "declaration",
            "declared",
            _("I declare that what I wrote is true, and answer for it before the law."),
        ),
    )
