"""Where a request comes from."""

from django.conf import settings
from django.http import HttpRequest


def client(request: HttpRequest) -> str:
    """The address of the other end; behind our proxy, the one that the proxy itself has seen.

    Only the last hop of X-Forwarded-For is the proxy's word: what stands before it, anyone may
    have written.
    """
    seen = str(request.META.get("REMOTE_ADDR", ""))
    if not settings.MOTCUA_HTTPS:
        return seen
    forwarded = str(request.META.get("HTTP_X_FORWARDED_FOR", ""))
    return forwarded.rpartition(",")[2].strip() or seen
