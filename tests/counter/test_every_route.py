"""Every route of the whole house, opened by everybody: who gets in is written here, and nowhere
is a door that this list does not know. A new route fails until somebody says whose it is."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from motcua.dossiers.models import Dossier
from motcua.foundation.actor import Role
from motcua.parts.doors import ARRIVING, KNOWN, PUBLIC, SIGNED_IN, Door
from motcua.people.models import Account
from motcua.results.actions import ask_for_document
from motcua.results.models import Document
from tests import cast
from tests.counter.whose import WHOSE
from tests.dossiers import story

pytestmark = pytest.mark.django_db
NOBODY = UUID("00000000-0000-4000-8000-000000000000")

WHO: dict[str, Callable[[], Account]] = {
    "resident": cast.resident,
    "receptionist": cast.receptionist,
    "officer": cast.officer,
    "chair": cast.chair,
    "administrator": cast.administrator,
    "auditor": cast.auditor,
    "volunteer": cast.volunteer,
    "stranger": cast.stranger_officer,
}
ROLES = {name: Role(name) for name in WHO if name != "stranger"} | {"stranger": Role.OFFICER}


def routes(within: object = None, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every route of the house by its whole address, with the places that it leaves open."""
    for one in within if isinstance(within, list) else get_resolver().url_patterns:
        where = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from routes(one.url_patterns, where)
        else:
            yield where, one


def test_every_route_is_on_the_list_and_the_list_has_no_other() -> None:
    assert sorted(where for where, _ in routes()) == sorted(WHOSE)


def test_every_door_says_what_the_list_says() -> None:
    said = {where: one.callback.opens_to for where, one in routes()}  # type: ignore[attr-defined]
    assert said == WHOSE


def admitted(to: Door | frozenset[Role], who: str) -> bool:
    """Whether somebody gets through a door, by the list alone."""
    if to in (PUBLIC,):
        return True
    if to in (KNOWN, SIGNED_IN, ARRIVING):
        return who != "guest"
    return who != "guest" and ROLES[who] in to  # type: ignore[operator]


@pytest.mark.parametrize("who", ["guest", *WHO])
def test_only_those_on_the_list_get_through_each_door(who: str) -> None:
    """Opened with things that do not exist: past the door there is a page or "not found", and
    before it a sign-in or a refusal. Nothing is ever broken."""
    cast.coc_san()
    browser = Client(raise_request_exception=False)
    if who != "guest":
        browser.force_login(WHO[who]())
    for where, _one in routes():
        address = "/" + _filled(where)
        answer = browser.get(address)
        told = f"{who} at {address}: {answer.status_code}"
        # 503 is what the health page says while no worker runs.
        assert answer.status_code < 500 or where == "health", told
        if admitted(WHOSE[where], who):
            assert answer.status_code != 403 or _closed_inside(answer), told
        elif who == "guest":
            assert answer.status_code == 302, told
            assert "/sign-in" in answer["Location"], told
        else:
            assert answer.status_code == 403, told


def test_another_communes_dossier_is_not_there_on_any_route() -> None:
    dossier = story.submitted(story.law())
    paper = _paper(dossier)
    browser = Client()
    browser.force_login(cast.stranger_officer())
    keys = {"dossier_id": str(dossier.pk), "key": str(dossier.pk), "document_id": str(paper.pk)}
    asked = [where for where, _ in routes() if any(f":{name}>" in where for name in keys)]
    assert len(asked) > 10
    for where in asked:
        address = "/" + _filled(where, keys)
        for answer in (
            browser.get(address),
            browser.post(address, {"press": str(NOBODY), "revision": 1}),
        ):
            told = f"{address}: {answer.status_code}"
            assert answer.status_code in (302, 400, 403, 404, 405) or _names_nobody(answer), told
            assert _names_nobody(answer), told


def _names_nobody(answer: object) -> bool:
    return "Vàng Thị Thử" not in answer.content.decode(errors="ignore")  # type: ignore[attr-defined]


def _closed_inside(answer: object) -> bool:
    """A page that opens for the role and then refuses what it was asked for."""
    return b"door.closed" not in answer.content  # type: ignore[attr-defined]


def _paper(dossier: Dossier) -> Document:
    return ask_for_document(
        commune=cast.COC_SAN,
        kind=Document.Kind.BOOK,
        template="register_of_dossiers",
        data={
            "period.from": "2026-03-03",
            "period.until": "2026-03-03",
            "entries": [],
            "printed": cast.AT.isoformat(),
        },
        about=f"dossier:{dossier.pk}",
        key="test:paper",
        by=cast.acting(cast.officer()),
        at=cast.AT,
    )


_PRESS = {"press": str(NOBODY), "revision": "1"}
_PLACES = {
    "uuid": str(NOBODY),
    "int": "999999",
    "slug": "nothing",
    "str": "nothing",
    "path": "nothing",
}


def _filled(where: str, keys: dict[str, str] | None = None) -> str:
    """The address with something in each of its places."""
    out = where
    while "<" in out:
        head, rest = out.split("<", 1)
        place, tail = rest.split(">", 1)
        kind, _, name = place.rpartition(":")
        out = head + (keys or {}).get(name, _PLACES.get(kind or "str", "nothing")) + tail
    return out
