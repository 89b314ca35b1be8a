"""The consent as the form brings it: a spoken word, a drawn signature, a code by telephone."""

from datetime import timedelta

from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.dossiers.drawn import drawn
from motcua.dossiers.errors_of_helping import SignatureMissing
from motcua.dossiers.tries import Limit, spend
from motcua.helping.consent import Given
from motcua.helping.errors import NotSigned, PhoneMissing
from motcua.helping.models import Consent
from motcua.notifications.actions import queue
from motcua.parts.doors import Visit
from motcua.people.actions import begin_phone_check
from motcua.people.actions.sign_in import LIFETIME
from motcua.people.phone import normal

# A helper goes from house to house; each code rings on a stranger's telephone.
MOST_CODES_A_DAY = 60


def given_in(form: QueryDict) -> Given:
    """What the form says; a signature is kept before the help that names it."""
    kind = form.get("consent", "")
    return Given(
        kind=kind,
        witness=form.get("witness", ""),
        signature=_signature(form.get("drawn", "")) if kind == Consent.DRAWN else "",
        check=form.get("check", ""),
        code=form.get("code", ""),
    )


def consent_kinds() -> list[tuple[str, str]]:
    """The ways to say yes that need no line, in words."""
    return [
        (Consent.SPOKEN.value, _("They said yes aloud, and somebody heard it")),
        (Consent.DRAWN.value, _("They sign on this screen")),
    ]


def send_code(visit: Visit) -> str:
    """Six digits to the person's telephone, with the helper's name; the check that they are of.

    Refuses PhoneMissing, NotAPhone, PhoneAskedTooOften and TooManyTries.
    """
    typed = visit.POST.get("phone", "")
    if not typed.strip():
        raise PhoneMissing(field="phone")
    number, by = normal(typed), visit.actor
    spend([Limit(f"help-code:{by.id}", MOST_CODES_A_DAY, timedelta(days=1))], visit.at)
    check, code = begin_phone_check(phone=number, at=visit.at)
    queue(
        commune=by.commune or "",
        to=number,
        kind="help_code",
        facts={
            "number": code,
            "minutes": int(LIFETIME.total_seconds() // 60),
            "helper": by.name,
        },
        language=get_language() or "vi",
        key=f"phone_check:{check.pk}",
        at=visit.at,
    )
    return str(check.pk)


def _signature(picture: str) -> str:
    try:
        return drawn(picture, field="drawn")
    except SignatureMissing as fault:
        raise NotSigned(field="drawn") from fault
