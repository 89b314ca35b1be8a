"""A draft opened to a help, and taken back by the person."""

import pytest

from motcua.audit.models import JournalLine
from motcua.consequences.hands import follow_helps
from motcua.dossiers.actions import keep, take_back
from motcua.dossiers.codes import spoken
from motcua.dossiers.errors import NotFound
from motcua.dossiers.models import Dossier, Helped
from motcua.notifications.models import Message
from motcua.procedures.pack import Procedure
from tests import cast
from tests.dossiers import story
from tests.portal.forms import FORM, TYPED
from tests.unchanged import everything, refused
from tests.village.phone import LATER, Phone, text

pytestmark = pytest.mark.django_db


def thus_draft(law: Procedure) -> Dossier:
    """A draft that Thử began on her own confirmed telephone."""
    return keep(story.intake(law), by=cast.guest(), at=cast.AT)


def test_a_draft_opens_to_a_help_with_code_and_second_fact_and_the_person_is_told(
    giup: Phone, law: Procedure
) -> None:
    draft = thus_draft(law)
    fact = {"code": draft.code, "fact": "0001"}
    # Without a help a volunteer opens no resident's draft.
    before = everything()
    assert giup.post("/d", **fact).status_code == 403
    assert everything() == before
    giup.begin()
    assert giup.post("/d", code=draft.code, fact="9999").status_code == 404
    assert not Helped.objects.exists()
    assert giup.post("/d", **fact)["Location"] == f"/d/{draft.pk}"
    assert giup.get(giup.get(f"/d/{draft.pk}")["Location"]).status_code == 200
    follow_helps(giup.at)
    message = Message.objects.get(kind="opened")
    assert (message.to, "Nông Văn Giúp" in message.text) == (cast.PHONE, True)
    giup.post(FORM, **{**giup.form(), "id": str(draft.pk), **TYPED, "copies": "3", "keep": "1"})
    draft.refresh_from_db()
    assert draft.owner == f"phone:{cast.PHONE}"
    assert draft.authors["copies"]["right"] == "helper"
    assert draft.authors["filer_name"]["right"] == "self"


def test_taking_back_puts_the_helper_out_and_renews_the_code(giup: Phone, law: Procedure) -> None:
    draft = thus_draft(law)
    old = draft.code
    giup.begin()
    giup.post("/d", code=old, fact="0001")
    form = giup.form()
    with refused(NotFound):
        take_back(dossier_id=draft.pk, by=cast.acting(cast.other_resident()), at=LATER)
    taken = take_back(dossier_id=draft.pk, by=cast.guest(), at=LATER)
    assert taken.code != old
    assert JournalLine.objects.filter(verb="take_back").count() == 1
    giup.at = LATER
    before = everything()
    answer = giup.post(FORM, **{**form, "id": str(draft.pk), **TYPED, "copies": "7", "keep": "1"})
    assert answer.status_code == 403
    assert "đã lấy lại hồ sơ" in text(answer)
    assert everything() == before
    assert giup.get(f"/kept/{draft.pk}").status_code == 404
    assert giup.post("/d", code=old, fact="0001").status_code == 404
    assert "Vàng Thị Thử" not in text(giup.get("/village/")).split("Tôi đã giúp ai")[1]
    again = take_back(dossier_id=draft.pk, by=cast.guest(), at=LATER)
    assert again.code == taken.code


def test_the_person_sees_who_typed_and_takes_it_back(giup: Phone, law: Procedure) -> None:
    account = cast.resident()
    draft = keep(story.intake(law), by=cast.acting(account), at=cast.AT)
    giup.begin()
    giup.post("/d", code=draft.code, fact="0001")
    giup.post(FORM, **{**giup.form(), "id": str(draft.pk), **TYPED, "copies": "3", "keep": "1"})
    thu = Phone(account, LATER)
    page = text(thu.get(f"{FORM}?draft={draft.pk}"))
    assert "Nông Văn Giúp gõ, người giúp, có sự đồng ý của ông/bà" in page
    assert f"/take-back/{draft.pk}" in page
    asked = text(thu.get(f"/take-back/{draft.pk}"))
    assert "Ai đã gõ giúp ông/bà" in asked
    done = text(thu.post(f"/take-back/{draft.pk}"))
    draft.refresh_from_db()
    assert spoken(draft.code) in done
    assert Phone(cast.other_resident()).get(f"/take-back/{draft.pk}").status_code == 404
    assert giup.get(f"/take-back/{draft.pk}").status_code == 404


def test_a_draft_opened_at_the_counter_is_told_once_a_day(law: Procedure) -> None:
    draft = thus_draft(law)
    tiep = Phone(cast.receptionist())
    tiep.get(f"/desk/draft/{draft.pk}")
    tiep.get(f"/desk/draft/{draft.pk}")
    message = Message.objects.get(kind="opened")
    assert (message.to, "Nông Thị Tiếp" in message.text) == (cast.PHONE, True)


def test_the_desk_sees_who_helped_how_it_was_agreed_and_who_stood_beside(giup: Phone) -> None:
    giup.begin(
        foreign="yes",
        interpreter="Vàng Văn Lù",
        language="tiếng Giáy",
        unlettered="yes",
        witness_one="Hoàng Văn Sơn",
        witness_one_identity="000068000009",
        witness_two="Lò Thị Hoa",
        witness_two_identity="000068000010",
    )
    giup.send()
    page = text(Phone(cast.officer()).get(f"/desk/d/{Dossier.objects.get().pk}"))
    assert "Nông Văn Giúp" in page
    assert "nói đồng ý, có Lò Thị Chứng nghe" in page
    assert "Người phiên dịch: Vàng Văn Lù (tiếng Giáy)" in page
    assert "Người làm chứng: Lò Thị Hoa, giấy tờ số 000068000010" in page


def test_who_gave_no_telephone_in_the_form_opens_it_as_the_helper_named_them(giup: Phone) -> None:
    giup.begin(phone="")
    giup.send("keep", filer_phone="", subject_birth="")
    giup.post("/village/end", how="handed_over")
    draft = Dossier.objects.get()
    assert draft.owner == ""
    hers = Phone(None)
    assert hers.post("/d", code=draft.code, fact="13/05/1991").status_code == 404
    assert hers.post("/d", code=draft.code, fact="12/05/1991")["Location"] == f"/d/{draft.pk}"


def test_a_telephone_that_the_helper_named_is_confirmed_before_the_draft_opens(
    giup: Phone,
) -> None:
    giup.begin()
    giup.send("keep", filer_phone="")
    giup.post("/village/end", how="handed_over")
    draft = Dossier.objects.get()
    assert (draft.owner, draft.filer_phone) == (f"phone:{cast.PHONE}", "")
    hers = Phone(None)
    assert hers.post("/d", code=draft.code, fact="0001")["Location"] == "/confirm"
    assert hers.get(f"/d/{draft.pk}")["Location"] == "/d"
