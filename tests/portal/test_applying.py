"""Handing in at the residents' door: the story, and each no with nothing changed or lost."""

from uuid import UUID

import pytest
from django.test import Client

from motcua.dossiers.models import Dossier, DossierEvent
from motcua.dossiers.states import State
from motcua.procedures.pack import Procedure
from tests import cast
from tests.portal.forms import FORM, TYPED, fields_of, hidden, key_of, send

pytestmark = pytest.mark.django_db


def test_a_resident_hands_in_and_holds_a_receipt(thu: Client, law: Procedure) -> None:
    answer = send(thu)
    assert answer.status_code == 302
    dossier = Dossier.objects.get()
    assert answer["Location"] == f"/receipt/{dossier.pk}"
    assert (dossier.where, dossier.owner) == (
        State.SUBMITTED,
        cast.acting(cast.resident()).id,
    )
    assert (dossier.answers["filer_phone"], dossier.fee_due) == (cast.PHONE, 16000)
    page = thu.get(answer["Location"]).content.decode()
    code = dossier.code
    assert f"{code[:3]} {code[3:6]} {code[6:]}" in page
    assert dossier.number in page
    assert "16.000 đ" in page


def test_the_number_of_the_form_is_the_number_of_the_dossier(thu: Client, law: Procedure) -> None:
    form = hidden(thu)
    thu.post(FORM, {**form, **TYPED, "hand_in": "1"})
    assert Dossier.objects.get().pk == UUID(form["id"])


def test_three_presses_make_one_dossier_and_one_act(thu: Client, law: Procedure) -> None:
    form = {**hidden(thu), **TYPED, "hand_in": "1"}
    answers = [thu.post(FORM, form) for _press in range(3)]
    assert {answer["Location"] for answer in answers} == {f"/receipt/{form['id']}"}
    assert Dossier.objects.count() == 1
    assert DossierEvent.objects.count() == 1


def test_a_changed_form_under_a_used_number_changes_nothing_and_loses_nothing(
    thu: Client, law: Procedure
) -> None:
    form = {**hidden(thu), **TYPED, "hand_in": "1"}
    thu.post(FORM, form)
    answer = thu.post(FORM, {**form, "copies": "9", "register_office": "Xã Khác"})
    assert answer.status_code == 409
    assert "Xã Khác" in answer.content.decode()
    dossier = Dossier.objects.get()
    assert (dossier.answers["copies"], dossier.fee_due) == ("2", 16000)
    fresh = fields_of(answer.content.decode())
    kept = thu.post(FORM, {**fresh, "keep": "1"})
    assert kept.status_code == 302
    assert Dossier.objects.get(state=State.DRAFT).answers["register_office"] == "Xã Khác"


def test_all_mistakes_are_said_at_once_and_everything_typed_stays(
    thu: Client, law: Procedure
) -> None:
    answer = send(thu, filer_name="", copies="zwei", event="")
    page = answer.content.decode()
    assert answer.status_code == 422
    for name in ("filer_name", "copies", "event"):
        assert f'href="#{name}"' in page
        assert f'id="{name}-error"' in page
    assert 'value="zwei"' in page
    assert "Thôn Ún Tà, xã Cốc San" in page
    draft = Dossier.objects.get()
    assert (draft.where, draft.number) == (State.DRAFT, None)
    assert draft.answers["filer_address"] == "Thôn Ún Tà, xã Cốc San"


def test_what_was_put_right_is_handed_in_under_the_same_number(thu: Client, law: Procedure) -> None:
    wrong = send(thu, filer_name="")
    form = fields_of(wrong.content.decode())
    answer = thu.post(FORM, {**form, **TYPED, "hand_in": "1"})
    assert answer["Location"] == f"/receipt/{form['id']}"
    assert Dossier.objects.get().where == State.SUBMITTED


def test_what_is_not_known_is_left_for_the_counter(thu: Client, law: Procedure) -> None:
    answer = send(thu, copies="", unknown=["copies", "no_such_field"])
    assert answer.status_code == 302
    assert Dossier.objects.get().unknown == ["copies"]
    page = thu.get(answer["Location"]).content.decode()
    assert "Mang mã này đến quầy" in page


def test_advice_does_not_block(thu: Client, law: Procedure) -> None:
    answer = send(thu, filer_identity="", subject_birth="", register_office="")
    assert answer.status_code == 302


def test_a_draft_is_kept_and_met_again_instead_of_an_empty_form(
    thu: Client, law: Procedure
) -> None:
    answer = send(thu, button="keep", filer_name="", copies="7")
    draft = Dossier.objects.get()
    assert answer["Location"] == f"/kept/{draft.pk}"
    assert draft.where == State.DRAFT
    page = thu.get(FORM).content.decode()
    assert fields_of(page)["id"] == str(draft.pk)
    assert 'value="7"' in page
    other = thu.get(f"{FORM}?new=1&for=none").content.decode()
    assert fields_of(other)["id"] != str(draft.pk)


def test_a_signed_in_form_sent_after_the_session_ended_is_kept_on_the_page(
    thu: Client, law: Procedure
) -> None:
    form = hidden(thu)
    thu.logout()
    answer = thu.post(
        FORM, {**form, **TYPED, "hand_in": "1"}, headers={"Sec-Fetch-Site": "same-origin"}
    )
    page = answer.content.decode()
    assert answer.status_code == 403
    assert 'name="filer_address" value="Thôn Ún Tà, xã Cốc San"' in page
    assert Dossier.objects.count() == 0


def test_another_persons_dossier_is_not_there(thu: Client, mau: Client, law: Procedure) -> None:
    key = key_of(send(thu))
    for page in ("receipt/{}", "mine/{}", "kept/{}", "mine/{}/withdraw", "mine/{}/supplement"):
        assert mau.get(f"/{page.format(key)}").status_code == 404


def test_a_number_of_anothers_draft_gives_the_sender_a_draft_of_their_own(
    thu: Client, mau: Client, law: Procedure
) -> None:
    form = hidden(thu)
    thu.post(FORM, {**form, **TYPED, "keep": "1"})
    answer = mau.post(FORM, {**form, **TYPED, "copies": "5", "keep": "1"})
    assert answer.status_code == 302
    mine, theirs = Dossier.objects.order_by("kept_at")
    assert mine.answers["copies"] == "2"
    assert theirs.answers["copies"] == "5"
    assert mine.owner != theirs.owner


def test_the_form_is_filled_in_from_the_persons_own_record_and_says_so(
    thu: Client, law: Procedure
) -> None:
    page = thu.get(f"{FORM}?for=self").content.decode()
    assert 'value="Vàng Thị Thử"' in page
    assert 'value="000191000001"' in page
    assert "?blank=1" in page
    assert 'value="000191000001"' not in thu.get(f"{FORM}?blank=1").content.decode()
