"""The designed "no": one page, or one fragment for htmx, for everything that is not to be had."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from motcua.parts.kept import kept_form
from motcua.parts.rendering import page

Sentence = str | Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class No:
    """What is said: a title, sentences, a stable sign for the staff, whether to sign in, and
    whether the page keeps what was typed."""

    status: int
    title: Sentence
    sentences: Sequence[Sentence]
    code: str = ""
    kind: str = "stop"
    sign_in: bool = False
    keeps: bool = True


def say_no(request: HttpRequest, no: No) -> HttpResponse:
    """The answer; what was typed stays in it, and an htmx page keeps what stands on it."""
    asked_by_htmx = request.headers.get("HX-Request") == "true"
    kept = kept_form(request) if no.keeps and not asked_by_htmx else None
    context = {
        "title": no.title,
        "sentences": no.sentences,
        "code": no.code,
        "kind": no.kind,
        "kept": kept,
        "sign_in": sign_in_address(request) if no.sign_in else "",
        "fragment": asked_by_htmx,
    }
    template = "parts/refused_words.html" if asked_by_htmx else "parts/refused.html"
    response = page(request, template, context, status=no.status)
    if asked_by_htmx:
        response["HX-Retarget"] = "#notices"
        response["HX-Reswap"] = "innerHTML show:#notices:top"
    return response


def sign_in_address(request: HttpRequest) -> str:
    """The sign-in page, that leads back to where the person was going."""
    back = request.get_full_path() if request.method in ("GET", "HEAD") else ""
    back = back if request.headers.get("HX-Request") != "true" else ""
    question = f"?{urlencode({'next': back})}" if back else ""
    return resolve_url(settings.LOGIN_URL) + question


def not_allowed() -> No:
    """403 for someone who is known, and may not."""
    return No(
        status=HTTPStatus.FORBIDDEN,
        title=_("This page is for others"),
        sentences=[
            _("Your account may not open this page. Nothing has been changed."),
            _("If it should, ask the administrator of the commune to give you the role."),
        ],
        code="door.closed",
    )


def sign_in_first() -> No:
    """403 for a form that arrived after the session had ended: it stays, to be sent again."""
    return No(
        status=HTTPStatus.FORBIDDEN,
        title=_("You have been signed out"),
        sentences=[
            _("It was quiet for long, so the door was closed to protect what you see."),
            _("Sign in again in a new tab, come back to this one and send again."),
        ],
        code="door.signed_out",
        kind="warn",
        sign_in=True,
    )
