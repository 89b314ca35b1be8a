"""The page of parts: everything the product is made of, in every state, in the language chosen."""

from datetime import UTC, date, datetime

from django.http import HttpResponse
from django.utils.translation import gettext as _

from motcua.foundation.money import Dong
from motcua.parts import tokens
from motcua.parts.doors import PUBLIC, Visit, opens
from motcua.parts.drawings import HOW
from motcua.parts.formats import month, weekday, weekday_letter
from motcua.parts.icons import NAMES
from motcua.parts.questions import Question, ask
from motcua.parts.rendering import page

# Fixed, so that the page is the same every day and a change in it is a change of the design.
_MOMENT = datetime(2026, 11, 24, 7, 5, tzinfo=UTC)


@opens(to=PUBLIC)
def design(request: Visit) -> HttpResponse:
    """The page of parts of a resident's screens."""
    context = {
        "ratios": {scheme: tokens.ratios(scheme) for scheme in ("light", "dark")},
        "colours": tokens.colours(),
        "sizes": tokens.sizes(),
        "icons": NAMES,
        "fields": fields(),
        "drawings": HOW.items(),
        "states": states(),
        "moment": _MOMENT,
        "amount": Dong(1_234_000),
    }
    return page(request, "parts/design.html", context)


@opens(to=PUBLIC)
def desk(request: Visit) -> HttpResponse:
    """The page of parts of the officers' desk."""
    context = {
        "find_url": request.path,
        "find_text": request.GET.get("q", ""),
        "desk_url": request.path,
        "states": states(),
        "sample": _april(),
        "moment": _MOMENT,
        "amount": Dong(8_000),
    }
    return page(request, "parts/design_desk.html", context)


def _april() -> dict[str, object]:
    """A week of each kind of day."""
    kinds = ("work", "work", "work", "closed", "closed", "swap", "rest")
    words = {"closed": _("off"), "swap": _("work")}
    week = [
        {
            "date": date(2026, 4, 27 + place) if place < 4 else date(2026, 5, place - 3),
            "kind": kind,
            "word": words.get(kind, ""),
            "name": "",
            "address": "#" if kind == "work" else "",
            "today": place == 1,
        }
        for place, kind in enumerate(kinds)
    ]
    weekdays = [(weekday(number), weekday_letter(number)) for number in range(7)]
    return {"title": month(4), "weekdays": weekdays, "weeks": [week]}


def states() -> list[tuple[int, str]]:
    """The states of a dossier by their codes, in words for this page."""
    words = (
        _("Draft"),
        _("Newly filed"),
        _("Accepted"),
        _("Not accepted"),
        _("In progress"),
        _("Papers asked for"),
        _("Fee asked for"),
        _("Withdrawn"),
        _("Halted"),
        _("Done"),
        _("Handed over"),
    )
    return list(enumerate(words))


def fields() -> list[Question]:
    """One field of every kind, and every state that a field can be in."""
    return [*_plain(), *_listed(), *_stated()]


def _plain() -> list[Question]:
    return [
        ask("text", "d-text", _("Purpose"), help=_("In a few words."), value="Làm sổ đất"),
        ask("long_text", "d-long", _("Reason"), rows=3, need="optional"),
        ask(
            "name",
            "d-name",
            _("Full name"),
            example=_("For example: Vàng Thị Thử"),
            value="Vàng Thị Thử",
        ),
        ask("date", "d-date", _("Date of the paper"), example=_("For example: 05/03/2026")),
        ask(
            "partial_date",
            "d-partial",
            _("Date of birth"),
            help=_("Day/month/year; the year alone if no more is known."),
            example=_("For example: 12/05/1991"),
            unknown=False,
        ),
        ask("time", "d-time", _("Hour of death"), need="optional"),
        ask("number", "d-number", _("Number of copies"), value="2"),
        ask("identity_number", "d-identity", _("Personal identity number"), unknown=True),
        ask("phone", "d-phone", _("Telephone"), example=_("For example: 0912 345 678")),
        ask("email", "d-email", _("E-mail"), need="optional"),
        ask("place", "d-place", _("Where you live"), help=_("Village and commune.")),
        ask("code", "d-code", _("Code of the dossier"), value="482 177 306"),
    ]


def _listed() -> list[Question]:
    groups = (("01", "Kinh"), ("02", "Tày"), ("08", "H'Mông"), ("09", "Dao"), ("25", "Giáy"))
    kinds = (("birth", _("Birth")), ("marriage", _("Marriage")), ("death", _("Death")))
    return [
        ask("choice", "d-choice", _("Which register?"), choices=kinds, value="birth"),
        ask("ethnic", "d-ethnic", _("Ethnic group"), choices=groups, value="25"),
        ask("nationality", "d-nation", _("Nationality"), choices=(("VN", "Việt Nam"),), value="VN"),
        ask("yes_no", "d-yes", _("Do you ask for yourself?"), value="yes"),
        ask(
            "declaration",
            "d-declared",
            _("I declare that what I wrote is true, and answer for it before the law."),
        ),
    ]


def _stated() -> list[Question]:
    wrong = _("This is not a date. Write it as day/month/year.")
    unusual = _("This number does not fit the date of birth. Please look once more.")
    kinds = (("birth", _("Birth")), ("death", _("Death")))
    return [
        ask("date", "d-wrong", _("Date of the paper"), value="31/02/2026", error=wrong),
        ask("choice", "d-missing", _("Which register?"), choices=kinds, error=_("Choose one.")),
        ask(
            "identity_number",
            "d-unusual",
            _("Personal identity number"),
            value="000191000001",
            advice=unusual,
            need="advised",
            unknown=False,
        ),
        ask("text", "d-disabled", _("Purpose"), value="Làm sổ đất", disabled=True),
        ask("name", "d-readonly", _("Full name"), value="Vàng Thị Thử", readonly=True),
    ]
