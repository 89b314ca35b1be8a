"""What no form of ours sends: every door answers it, keeps standing and gives nothing away."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.portal.visitor import GUEST
from tests import cast
from tests.counter.test_every_route import _filled, admitted, routes
from tests.counter.whose import WHOSE
from tests.dossiers import story
from tests.dossiers.test_papers import photograph
from tests.portal.forms import TYPED
from tests.unchanged import everything

pytestmark = pytest.mark.django_db
HUGE = "9" * 5000
ALIVE = ("<script>alert(1)", "<img src=x", "54444439")
XSS = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7777777}}"
KEY = "0b0e7e0e-1111-4111-8111-111111111111"
# One value for every field that any form of the house has, and for some that none has.
NUMBERS = (
    "revision",
    "remove",
    "turn",
    "entry",
    "pass_on-colleague",
    "take_fee-amount",
    "copies",
    "before",
    "after",
    "sign",
    "page",
    "account",
    "kiosk",
)
TEXTS = (
    "reason",
    "code",
    "fact",
    "phone",
    "login",
    "password",
    "next",
    "first",
    "last",
    "since",
    "until",
    "note",
    "name",
    "desk",
    "services",
    "service",
    "priority",
    "find_person",
    "prefill",
    "hand_over-receiver",
    "hand_over-code",
    "hand_over-drawn",
    "withdraw-reason",
    "halt-reason",
    "refuse-reason",
    "ask_for_more-reason",
    "more-field:filer_name",
    "apologise-reason",
    "apologise-until",
    "list",
    "dossier",
    "title",
    "role",
    "unknown",
    "shown",
    "q",
    "to",
    "why",
    "of",
    "did",
    "sought",
    "person",
    "verb",
    "about",
    *TYPED,
)


def form(text: str, number: str) -> dict[str, Any]:
    texts = dict.fromkeys(TEXTS, text)
    return {**texts, **dict.fromkeys(NUMBERS, number), "id": KEY, "press": KEY, "key": KEY}


def guest_of(phone: str) -> Client:
    browser = Client(raise_request_exception=False)
    browser.get("/sign-in")
    session = browser.session
    session[GUEST] = {"id": f"phone:{phone}", "name": "", "commune": cast.COC_SAN}
    session.save()
    browser.cookies["sessionid"] = session.session_key
    return browser


def signed_in(account: Any) -> Client:
    browser = Client(raise_request_exception=False)
    browser.force_login(account, backend="motcua.people.backends.AccountBackend")
    return browser


VERBS = ("accept", "check", "ask_for_more", "hand_over", "take_fee", "pass_on", "apologise")
TURNS = ("call_next", "note_dossier", "miss")


def addresses(who: str, keys: dict[str, str]) -> Iterator[str]:
    """Every address that opens to somebody, with each of the verbs that take a form."""
    for where, _ in routes():
        if where == "health" or not admitted(WHOSE[where], "guest" if who == "nobody" else who):
            continue
        address = "/" + _filled(where, keys)
        if where.endswith("/do/<slug:verb>"):
            yield from (address.replace("nothing", verb) for verb in VERBS)
        elif where == "desk/reception/<slug:verb>":
            yield from (address.replace("nothing", verb) for verb in TURNS)
        else:
            yield address


def complaint(answer: Any) -> str:
    """What is wrong with an answer; "" when nothing is."""
    if answer.status_code >= 500:
        fault = getattr(answer, "exc_info", None)
        return f"{answer.status_code} {fault[1]!r:.200}" if fault else str(answer.status_code)
    html = str(answer.get("Content-Type", "")).startswith("text/html") and not answer.streaming
    page = answer.content.decode() if html else ""
    return "comes back as code" if any(bad in page for bad in ALIVE) else ""


@pytest.mark.slow
@pytest.mark.parametrize("who", ["nobody", "resident", "receptionist", "officer", "auditor"])
@pytest.mark.parametrize(("text", "number"), [(XSS, "-1"), ("𝟗٣", HUGE)], ids=["script", "digits"])
def test_no_door_breaks_on_what_no_form_sends(text: str, number: str, who: str) -> None:
    law = story.law()
    dossier = story.in_progress(law)
    key = str(dossier.pk)
    keys = {"dossier_id": key, "key": key, "code": law.code, "commune": cast.COC_SAN}
    browser = Client(raise_request_exception=False)
    if who != "nobody":
        browser.force_login(getattr(cast, who)())
    sent, found = form(text, number), {}
    for address in addresses(who, keys):
        for answer in (browser.get(address, sent), browser.post(address, sent)):
            said = complaint(answer)
            if said:
                found[f"{answer.request['REQUEST_METHOD']} {address}"] = said
    assert found == {}


@pytest.mark.parametrize("who", ["nobody", "another resident", "another telephone"])
def test_what_is_one_persons_is_nobody_elses(who: str) -> None:
    law = story.law()
    by = cast.acting(cast.resident())
    mine = story.submitted(law)
    draft = actions.keep(story.intake(law), by=by, at=cast.AT)
    paper = actions.attach(
        dossier_id=draft.pk,
        name=law.papers[0].name,
        content=photograph(300, 200),
        by=by,
        at=cast.AT,
    )
    browser = {
        "nobody": lambda: Client(),
        "another resident": lambda: signed_in(cast.other_resident()),
        "another telephone": lambda: guest_of("+84990000077"),
    }[who]()
    before = everything()
    for dossier in (mine, draft):
        keys = {"key": str(dossier.pk), "number": str(paper.pk)}
        asked = [where for where, _ in routes() if "<uuid:key>" in where and "turn" not in where]
        assert len(asked) >= 9
        for where in asked:
            address = "/" + _filled(where, keys)
            sent = {
                "reason": "x",
                "key": KEY,
                "revision": str(dossier.revision),
                "remove": str(paper.pk),
            }
            for answer in (browser.get(address), browser.post(address, sent)):
                assert answer.status_code in (302, 403, 404, 405), (address, answer.status_code)
                assert "Vàng Thị Thử" not in answer.content.decode(errors="ignore")
    assert everything() == before


def test_the_number_of_anothers_draft_in_a_form_changes_nothing_of_it(client: Client) -> None:
    law = story.law()
    by = cast.acting(cast.resident())
    draft = actions.keep(story.intake(law), by=by, at=cast.AT)
    before = Dossier.objects.filter(pk=draft.pk).values().get()
    for browser in (signed_in(cast.other_resident()), client):
        for button in ("keep", "hand_in"):
            browser.post(
                f"/apply/{law.code}",
                {**TYPED, "filer_name": "Kẻ Gian", "id": str(draft.pk), button: "1"},
            )
    assert Dossier.objects.filter(pk=draft.pk).values().get() == before
