"""A draft of yesterday's form meets today's: nothing typed is lost, nothing is handed in twice."""

from uuid import uuid4

import pytest
from django.test import Client

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from motcua.procedures.pack import Procedure
from tests.dossiers.newer import newer_law
from tests.portal.forms import FORM, TYPED, hidden
from tests.portal.test_confirming import digits
from tests.portal.test_on_the_phone import sent
from tests.unchanged import everything

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law")]
OLD = {**TYPED, "register_number": "12", "delivery": "electronic"}
NEW = {"purpose": "Làm hộ chiếu", "unknown": "paper:old_copy", "delivery": "counter"}


def asides(page: str) -> list[str]:
    return [one.split('"')[0] for one in page.split('name="before:')[1:]]


def shown_to(client: Client, path: str) -> str:
    client.cookies["language"] = "en"
    return client.get(path).content.decode()


def test_a_kept_draft_opens_with_what_has_no_place_beside_the_new_question(
    thu: Client,
) -> None:
    key = str(uuid4())
    assert sent(thu, key, "keep", **OLD).json()["state"] == "kept"
    newer_law()
    page = shown_to(thu, f"{FORM}?draft={key}&judge=1")
    assert "You wrote before" in page
    assert sorted(asides(page)) == ["delivery", "register_number", "register_office"]
    assert "<dd>Xã Cốc San<input" in page
    assert 'id="purpose-error"' in page
    assert 'id="paper:old_copy-error"' in page
    assert 'value="Vàng Thị Thử"' in page


def test_without_a_script_it_stays_with_the_draft_and_is_not_handed_in(thu: Client) -> None:
    key = str(uuid4())
    sent(thu, key, "keep", **OLD)
    law = newer_law()
    page = f"{FORM}?draft={key}"
    aside = {f"before:{one}": OLD[one] for one in ("delivery", "register_number")}
    asked = {name: value for name, value in OLD.items() if name in law.form.by_name}
    form = {**asked, **hidden(thu, page), **aside, "delivery": ""}
    assert thu.post(FORM, {**form, "keep": "1"}).status_code == 302
    draft = Dossier.objects.get()
    assert draft.procedure_id == law.version_id
    assert (draft.answers["before:delivery"], draft.answers["delivery"]) == ("electronic", "")
    assert "register_office" in asides(shown_to(thu, page))
    answer = thu.post(FORM, {**form, **NEW, "written_at": "Xã Cốc San", "hand_in": "1"})
    assert answer["Location"] == f"/receipt/{key}"
    dossier = Dossier.objects.get()
    assert dossier.procedure_id == law.version_id
    left = {one for one in dossier.answers if one not in law.form.by_name}
    assert left == {one for one in dossier.authors if one not in law.form.by_name} == set()
    assert dossier.answers["written_at"] == "Xã Cốc San"


def test_what_waited_on_a_phone_is_kept_for_repair_with_each_reason(thu: Client) -> None:
    key, law = str(uuid4()), newer_law()
    said = sent(thu, key, **OLD).json()
    assert (said["state"], {one["field"] for one in said["why"]}) == (
        "repair",
        {"purpose", "paper:old_copy"},
    )
    draft = Dossier.objects.get()
    assert (draft.state, draft.procedure_id) == (State.DRAFT, law.version_id)
    assert draft.answers["before:register_office"] == "Xã Cốc San"
    assert sorted(asides(shown_to(thu, said["where"]))) == [
        "delivery",
        "register_number",
        "register_office",
    ]


def test_what_was_handed_in_under_the_old_law_and_is_sent_again_is_the_same_dossier(
    thu: Client,
) -> None:
    key = str(uuid4())
    first = sent(thu, key, **OLD).json()
    newer_law()
    before = everything()
    assert sent(thu, key, **OLD).json() == first
    assert thu.post(FORM, {**OLD, "id": key, "hand_in": "1"})["Location"] == f"/receipt/{key}"
    other = sent(thu, key, **{**OLD, "register_office": "Xã Khác"})
    assert (other.status_code, other.json()["where"]) == (409, f"/mine/{key}")
    assert everything() == before


def test_a_code_that_comes_after_the_change_leads_to_what_is_missing(
    guest: Client, law: Procedure
) -> None:
    key = str(uuid4())
    assert sent(guest, key, **OLD).json()["state"] == "confirm"
    newer_law()
    answer = guest.post("/confirm", {"code": digits()})
    assert answer["Location"] == f"{FORM}?draft={key}&judge=1"
    page = shown_to(guest, answer["Location"])
    assert 'id="purpose-error"' in page
    assert sorted(asides(page)) == ["delivery", "register_number", "register_office"]
    said = sent(guest, key, **{**OLD, **NEW}).json()
    assert said["state"] == "received"
    dossier = Dossier.objects.get()
    assert (dossier.number, dossier.procedure_id != law.version_id) == (said["number"], True)
    # The answer was lost: the same again is the same.
    assert sent(guest, key, **{**OLD, **NEW}).json() == said


def test_the_form_says_nothing_of_before_where_nothing_changed(thu: Client) -> None:
    page = shown_to(thu, f"{FORM}?shell=1")
    assert "data-aside" not in page
    newer_law()
    page = shown_to(thu, f"{FORM}?shell=1")
    assert "data-aside hidden" in page
    assert asides(page) == []
    assert page.count("data-earlier=") == 3
