"""Every route says who may open it."""

from collections.abc import Iterator, Sequence

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, path


def complaints(routes: Sequence[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    """The routes whose view has no `opens_to`."""
    for route in routes:
        where = before + str(route.pattern)
        if isinstance(route, URLResolver):
            yield from complaints(route.url_patterns, where)
        elif not hasattr(route.callback, "opens_to"):
            yield f"/{where}: its view does not say who may open it"


def closed(_: HttpRequest) -> HttpResponse:
    return HttpResponse()


def test_every_route_says_who_may_open_it() -> None:
    assert list(complaints(get_resolver().url_patterns)) == []


def test_a_route_that_says_nothing_barks() -> None:
    assert list(complaints([path("desk", closed)])) == [
        "/desk: its view does not say who may open it"
    ]
