"""Where to go after this page: only ever to another page of this house."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def safe_next(request: HttpRequest, otherwise: str = "/") -> str:
    """The `next` of the question or the form, if it stays in the house."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    inside = asked.startswith("/") and url_has_allowed_host_and_scheme(
        asked, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return asked if inside else otherwise
