"""Where a request comes from."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def client(request: HttpRequest) -> str:
    """The address of the other end; behind our proxies, the one that the first of them has seen.

    Each adds the last hop of X-Forwarded-For: what stands before their hops, anyone may have
    written.
    """
    seen = str(request.META.get("REMOTE_ADDR", ""))
    if not settings.MOTCUA_HTTPS:
        return _counted(seen)
    hops = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).split(",")
    first = hops[-settings.MOTCUA_PROXIES] if len(hops) >= settings.MOTCUA_PROXIES else ""
    return _counted(first.strip() or seen)


def _counted(seen: str) -> str:
    """One subscriber of IPv6 has 2^64 addresses, and would have as many times the tries."""
    try:
        address = ipaddress.ip_address(seen)
    except ValueError:
        return seen
    if isinstance(address, ipaddress.IPv4Address):
        return seen
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address, 64), strict=False).network_address)
