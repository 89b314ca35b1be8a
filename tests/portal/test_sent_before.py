"""What a phone sends again under its number, after the answer was lost and the person forgotten."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from motcua.audit.models import JournalLine
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from motcua.procedures.pack import Procedure
from tests import cast
from tests.portal.forms import CODE, FORM, TYPED, fields_of
from tests.portal.test_confirming import digits
from tests.unchanged import everything

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law")]


def sent(client: Client, key: str, button: str = "hand_in", **typed: str) -> Any:
    """What the script is told."""
    client.get("/line")
    return client.post(f"/send/{CODE}", {**TYPED, "id": key, button: "1", **typed}).json()


def confirmed(client: Client) -> str:
    """The code typed; where the person is led."""
    # Within a minute no telephone gets a second code.
    answer = client.post("/confirm", {"code": digits()})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def test_the_answer_to_the_code_was_lost_and_the_browser_forgotten() -> None:
    key, later = str(uuid4()), Client()
    guest = Client()
    sent(guest, key)
    assert confirmed(guest) == f"/receipt/{key}"
    said = sent(later, key)
    assert (said["state"], said["id"] == key) == ("confirm", False)
    # Nothing of the dossier is told before the telephone is confirmed.
    assert Dossier.objects.get(pk=key).number not in str(said)
    assert confirmed(later) == f"/receipt/{key}"
    assert Dossier.objects.get().number is not None
    line = JournalLine.objects.get(verb="let_go")
    assert (line.about, line.facts) == (f"dossier:{said['id']}", {"same": key})
    assert sent(later, key)["number"] == Dossier.objects.get().number


def test_a_draft_whose_browser_was_forgotten_is_handed_in_once_under_another_number() -> None:
    key, later, last = str(uuid4()), Client(), Client()
    sent(Client(), key, "keep")
    assert sent(later, key)["state"] == "confirm"
    where = confirmed(later)
    dossier = Dossier.objects.get()
    assert (where, str(dossier.sent_as)) == (f"/receipt/{dossier.pk}", key)
    assert str(dossier.pk) != key
    # The telephone that is confirmed sends it again, and then a browser that was forgotten too.
    for _time in range(3):
        assert sent(later, key)["number"] == dossier.number
    sent(last, key)
    assert confirmed(last) == f"/receipt/{dossier.pk}"
    assert Dossier.objects.exclude(state=State.DRAFT).get() == dossier
    # By either number the phone knows that what it holds has arrived.
    page = last.get(where).content.decode()
    assert f'data-received="{dossier.pk} {key}" data-number="{dossier.number}"' in page


def test_what_a_forgotten_browser_left_goes_with_its_own_telephone_alone() -> None:
    key, other, later = str(uuid4()), Client(), Client()
    sent(Client(), key, "keep")
    # Whoever learns a number and has another telephone keeps their own, and loses nobody's.
    sent(other, key, "keep", filer_phone="0990 000 777")
    sent(later, key)
    confirmed(later)
    dossier = Dossier.objects.get(state=State.SUBMITTED)
    left = Dossier.objects.get(state=State.DRAFT)
    assert left.filer_phone.endswith("777")
    line = JournalLine.objects.get(verb="let_go")
    assert (line.about, line.facts) == (f"dossier:{key}", {"same": str(dossier.pk)})


def test_other_words_under_its_number_are_refused_after_the_code_and_kept() -> None:
    key, later = str(uuid4()), Client()
    guest = Client()
    sent(guest, key)
    confirmed(guest)
    said = sent(later, key, copies="9")
    answer = later.post("/confirm", {"code": digits()})
    assert (answer.status_code, Dossier.objects.count()) == (409, 2)
    draft = Dossier.objects.get(state=State.DRAFT)
    assert (str(draft.pk), draft.answers["copies"]) == (said["id"], "9")
    assert Dossier.objects.get(pk=key).answers["copies"] == "2"
    # The page leads on: to the dossier that was received, and to a request of its own.
    page = answer.content.decode()
    assert f'href="/mine/{key}"' in page
    form = fields_of(page)
    assert (form["id"], form["copies"]) == (said["id"], "9")
    assert later.post(FORM, {**form, "keep": "1"})["Location"] == f"/kept/{draft.pk}"
    assert later.post(FORM, {**form, "hand_in": "1"})["Location"] == f"/receipt/{draft.pk}"
    made = Dossier.objects.get(pk=draft.pk)
    assert (made.state, made.number != Dossier.objects.get(pk=key).number) == (1, True)


@pytest.mark.parametrize("button", ["keep", "hand_in"])
def test_what_is_sent_after_it_was_handed_in_finds_two_ways_on(thu: Client, button: str) -> None:
    key = str(uuid4())
    sent(thu, key)
    before = everything()
    said = sent(thu, key, button, copies="9")
    assert (said["state"], said["where"]) == ("reused", f"/mine/{key}")
    answer = thu.post(FORM, {**TYPED, "id": key, "copies": "9", button: "1"})
    assert answer.status_code == 409
    assert f'href="/mine/{key}"' in answer.content.decode()
    assert everything() == before
    form = fields_of(answer.content.decode())
    assert thu.post(FORM, {**form, "keep": "1"})["Location"] == f"/kept/{form['id']}"
    assert Dossier.objects.get(state=State.DRAFT).answers["copies"] == "9"


def test_a_confirmed_telephone_keeps_what_stands_under_a_forgotten_browsers_number() -> None:
    key, guest = str(uuid4()), Client()
    sent(guest, str(uuid4()))
    confirmed(guest)
    sent(Client(), key, "keep", register_office="Xã Bên Cạnh")
    said = sent(guest, key)
    assert said["state"] == "received"
    assert Dossier.objects.get(pk=said["id"]).owner == f"phone:{cast.PHONE}"
    assert Dossier.objects.get(pk=key).answers["register_office"] == "Xã Bên Cạnh"


def test_the_number_of_somebody_elses_dossier_tells_and_changes_nothing(
    thu: Client, mau: Client, law: Procedure
) -> None:
    key = str(uuid4())
    sent(thu, key)
    before = everything()
    assert sent(mau, key)["state"] == "reused"
    assert everything() == before


def test_the_session_from_before_the_code_opens_nothing(guest: Client) -> None:
    sent(guest, key := str(uuid4()))
    code, session = digits(), guest.cookies["sessionid"].value
    assert guest.post("/confirm", {"code": code})["Location"] == f"/receipt/{key}"
    # The browser has a new session: the old one opens nothing.
    stale = Client()
    stale.cookies["sessionid"] = session
    assert stale.post("/confirm", {"code": code}).status_code == 404
