"""Where a visit comes from: by what name its address is counted."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string


def origin_of(request: HttpRequest) -> str:
    """The address of the other end; behind a proxy, the one that the proxy has seen."""
    return str(import_string(settings.AXES_CLIENT_IP_CALLABLE)(request))
