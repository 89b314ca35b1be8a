"""The helper's door, and the residents' pages while a help runs: the whole story by HTTP."""

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.audit.models import JournalLine
from motcua.consequences.hands import follow_helps
from motcua.dossiers.actions import keep, submit
from motcua.dossiers.codes import spoken
from motcua.dossiers.models import Dossier, Helped, HelpedCount, Party
from motcua.dossiers.states import Part, State
from motcua.helping.models import Ended, Help
from motcua.notifications.models import Message
from motcua.procedures.pack import Procedure
from tests import cast
from tests.dossiers import story
from tests.portal.forms import FORM, TYPED, fields_of, key_of
from tests.unchanged import everything
from tests.village.phone import LATER, PERSON, Phone, text

pytestmark = pytest.mark.django_db


def test_a_volunteer_hands_in_for_a_neighbour_and_hands_it_over(giup: Phone) -> None:
    begun = giup.begin()
    assert (begun.status_code, begun["Location"]) == (302, "/")
    page = text(giup.get(f"{FORM}?for=none"))
    assert "Anh/chị đang giúp <b>Vàng Thị Thử</b>" in page
    assert "đến 09:30" in page
    # The form is empty: nothing of the helper's, nothing from a register.
    assert "Nông Văn Giúp" not in page
    assert "12/05/1991" not in page
    assert "000191000001" not in page
    giup.at = LATER
    answer = giup.send()
    dossier = Dossier.objects.get()
    assert answer["Location"] == f"/receipt/{dossier.pk}"
    assert (dossier.owner, dossier.helped) == (f"phone:{cast.PHONE}", True)
    assert {one["right"] for one in dossier.authors.values()} == {"helper"}
    assert {one["name"] for one in dossier.authors.values()} == {"Nông Văn Giúp"}
    helper = Party.objects.get(dossier=dossier, part=Part.HELPER)
    assert (helper.name, helper.right) == ("Nông Văn Giúp", "helper")
    assert giup.get(f"/receipt/{dossier.pk}").status_code == 200
    count = HelpedCount.objects.get()
    assert (count.commune_id, str(count.day), count.by, count.count) == (
        cast.COC_SAN,
        "2026-03-03",
        "volunteer",
        1,
    )


def test_handed_over_it_is_the_persons_who_is_told(giup: Phone) -> None:
    giup.begin()
    giup.send()
    dossier = Dossier.objects.get()
    ended = giup.post("/village/end", how="handed_over")
    one = Help.objects.get()
    assert ended["Location"] == f"/handed/{one.pk}"
    assert ended["Clear-Site-Data"] == '"cache"'
    assert one.ended == Ended.HANDED_OVER
    shown = text(giup.get(f"/handed/{one.pk}"))
    assert spoken(dossier.code) in shown
    assert "Hồ sơ của Vàng Thị Thử" in shown
    # After the end nothing opens any more, and the helper knows where it is and nothing else.
    assert giup.get(f"/receipt/{dossier.pk}").status_code == 404
    assert giup.get(f"/mine/{dossier.pk}").status_code == 404
    mine = text(giup.get("/village/"))
    assert "Vàng Thị Thử" in mine and "Mới đăng ký" in mine
    assert spoken(dossier.code) not in mine
    follow_helps(giup.at)
    message = Message.objects.get(kind="helped")
    assert (message.to, spoken(dossier.code) in message.text) == (cast.PHONE, True)
    follow_helps(giup.at)
    assert Message.objects.filter(kind="helped").count() == 1


def test_the_codes_are_shown_for_ten_minutes_and_to_this_helper_alone(giup: Phone) -> None:
    giup.begin()
    giup.send("keep")
    giup.post("/village/end", how="handed_over")
    one, code = Help.objects.get(), spoken(Dossier.objects.get().code)
    assert code in text(giup.get(f"/handed/{one.pk}"))
    assert Phone(cast.other_volunteer()).get(f"/handed/{one.pk}").status_code == 404
    assert Phone(cast.resident()).get(f"/handed/{one.pk}").status_code == 404
    giup.at = cast.AT + timedelta(minutes=11)
    assert code not in text(giup.get(f"/handed/{one.pk}"))


def test_while_helping_the_helper_is_nobody_at_the_residents_door(giup: Phone) -> None:
    own = story.intake(story.law())
    giup_actor = cast.acting(cast.volunteer())
    draft = keep(own, by=giup_actor, at=cast.AT)
    assert giup.get(f"/kept/{draft.pk}").status_code == 200
    giup.begin()
    assert giup.get(f"/kept/{draft.pk}").status_code == 404
    assert str(draft.pk) not in text(giup.get("/mine"))
    # And is not led by it out of the staff's own pages.
    assert giup.get("/village/").status_code == 200
    assert giup.get("/desk/accounts").status_code == 403


def test_the_next_person_sees_nothing_of_the_last(giup: Phone) -> None:
    giup.begin()
    stale = giup.form()
    giup.send("keep")
    draft = Dossier.objects.get()
    giup.at = LATER
    giup.begin(name="Lù A Mẫu", birth="1968", phone="")
    page = text(giup.get(f"{FORM}?for=none"))
    assert "Lù A Mẫu" in page
    assert "Vàng Thị Thử" not in page
    assert TYPED["filer_identity"] not in page
    for address in (f"/kept/{draft.pk}", f"/receipt/{draft.pk}", f"/mine/{draft.pk}"):
        assert giup.get(address).status_code == 404
    assert giup.get(f"/d/{draft.pk}")["Location"] == "/d"
    before = everything()
    answer = giup.post(FORM, **{**stale, **TYPED, "copies": "9", "hand_in": "1"})
    assert answer.status_code == 409
    assert TYPED["filer_identity"] not in answer.content.decode()
    assert giup.post(f"/send/{FORM[7:]}", **{**stale, **TYPED, "keep": "1"}).json()["state"] == (
        "sign_in"
    )
    assert everything() == before


def test_after_half_an_hour_nothing_is_taken_and_the_draft_is_the_persons(giup: Phone) -> None:
    giup.begin()
    giup.send("keep")
    form = giup.form()
    giup.at = cast.AT + timedelta(minutes=30)
    before = everything()
    answer = giup.post(FORM, **{**form, **TYPED, "hand_in": "1"})
    assert answer.status_code == 409
    assert "đã kết thúc" in text(answer)
    assert everything() == before
    assert "Anh/chị đang giúp" not in text(giup.get(FORM))
    follow_helps(giup.at)
    assert Help.objects.get().ended == Ended.OVER
    assert Dossier.objects.get().owner == f"phone:{cast.PHONE}"
    assert Message.objects.get(kind="helped").to == cast.PHONE
    assert "Đã hết nửa giờ" in text(giup.get("/village/?over=1"))


@pytest.mark.parametrize(
    ("changed", "status", "said"),
    [
        ({"village": f"{cast.COC_SAN}-02"}, 403, "không phải thôn của anh/chị"),
        ({"consent": ""}, 422, "đồng ý bằng cách nào"),
        ({"witness": ""}, 422, "một người khác"),
        ({"consent": "drawn"}, 422, "Chưa có ai ký"),
        ({"consent": "code", "code": "123456"}, 422, ""),
        ({"name": ""}, 422, "giúp ai"),
        ({"unlettered": "yes"}, 422, "hai người làm chứng"),
    ],
)
def test_what_is_refused_is_said_and_begins_nothing(
    giup: Phone, changed: dict[str, str], status: int, said: str
) -> None:
    before = everything()
    answer = giup.begin(**changed)
    assert answer.status_code == status
    assert said in text(answer)
    assert 'value="0990 000 001"' in text(answer)
    assert everything() == before


def test_the_code_sent_to_the_person_is_told_to_the_helper(giup: Phone) -> None:
    sent = giup.post("/village/begin", **{**PERSON, "consent": "code", "send": "1"})
    fields = fields_of(sent.content.decode())
    message = Message.objects.get(kind="help_code")
    assert message.to == cast.PHONE
    code = "".join(c for c in message.text.split("đọc mã ")[1][:8] if c.isdigit())
    assert len(code) == 6
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    before = Help.objects.count()
    refused_one = giup.begin(consent="code", check=fields["check"], code=wrong)
    assert refused_one.status_code == 422
    assert Help.objects.count() == before
    assert giup.begin(consent="code", check=fields["check"], code=code).status_code == 302
    assert Help.objects.get().consent == "code"


def test_a_volunteer_sees_their_own_cases_alone(giup: Phone) -> None:
    giup.begin()
    giup.send("keep")
    other = Phone(cast.other_volunteer())
    assert "Vàng Thị Thử" not in text(other.get("/village/"))
    assert other.get(f"/village/begin?again={Help.objects.get().pk}").status_code == 404
    line = JournalLine.objects.filter(verb="read.helped")
    assert not line.exists()
    giup.get("/village/")
    assert line.get().actor == cast.acting(cast.volunteer()).id


def test_going_on_with_the_same_person_opens_what_was_begun(giup: Phone) -> None:
    giup.begin()
    giup.send("keep")
    first, draft = Help.objects.get(), Dossier.objects.get()
    giup.post("/village/end", how="stopped")
    giup.at = LATER
    page = text(giup.get(f"/village/begin?again={first.pk}"))
    assert 'value="Vàng Thị Thử"' in page
    assert f'name="follows" value="{first.pk}"' in page
    giup.begin(follows=str(first.pk))
    assert giup.get(f"/kept/{draft.pk}").status_code == 200


def test_the_one_who_goes_on_alone_is_helped_all_the_same(giup: Phone, law: Procedure) -> None:
    giup.begin()
    key = key_of(giup.send("keep"))
    giup.post("/village/end", how="handed_over")
    draft = Dossier.objects.get(pk=key)
    given = story.intake(law, id=draft.pk, plain=True, answers=draft.answers)
    done = submit(given, by=cast.guest(), at=LATER, verified=True)
    assert done.where == State.SUBMITTED
    assert HelpedCount.objects.get().count == 1
    assert Party.objects.get(dossier=done, part=Part.HELPER).name == "Nông Văn Giúp"


def test_at_the_counter_a_help_is_counted_as_the_counters(law: Procedure) -> None:
    tiep = Phone(cast.receptionist())
    tiep.begin(village="")
    tiep.send()
    assert HelpedCount.objects.get().by == "counter"


def test_a_telephone_confirmed_while_helping_takes_nothing_over(giup: Phone) -> None:
    giup.begin(phone="")
    giup.send("keep", filer_phone="")
    giup.post("/phone", phone="0990 000 007")
    text_of_it = Message.objects.get(kind="phone_code").text
    code = "".join(c for c in text_of_it.split("là ")[1][:8] if c.isdigit())
    assert giup.post("/confirm", code=code).status_code == 302
    assert Dossier.objects.get().owner == ""


def test_a_helper_may_not_withdraw_nor_take_back(giup: Phone) -> None:
    giup.begin()
    giup.send()
    key = Dossier.objects.get().pk
    before = everything()
    assert giup.post(f"/take-back/{key}").status_code == 404
    page = giup.get(f"/mine/{key}")
    assert "withdraw" not in page.content.decode()
    sent = fields_of(giup.get(f"/mine/{key}/withdraw").content.decode())
    assert giup.post(f"/mine/{key}/withdraw", **sent, reason="no").status_code == 403
    assert everything() == before


def test_the_auditor_reads_whose_hand_it_was_and_by_what_help(giup: Phone) -> None:
    giup.begin()
    giup.send()
    line = JournalLine.objects.get(verb="submit")
    assert (line.actor, line.actor_name) == (f"help:{Help.objects.get().pk}", "Nông Văn Giúp")
    page = text(
        Phone(cast.auditor()).get(f"/desk/journal?about=dossier:{Dossier.objects.get().pk}")
    )
    assert "người giúp, có sự đồng ý" in page
    assert "Nông Văn Giúp" in page


def test_the_helpers_page_asks_as_often_for_many_as_for_one(
    giup: Phone, django_assert_num_queries: Any
) -> None:
    giup.begin()
    giup.send("keep")
    giup.get("/village/")
    with CaptureQueriesContext(connection) as one:
        giup.get("/village/")
        asked = len(one)
    for _ in range(4):
        giup.send("keep", id=str(uuid4()))
    assert Helped.objects.count() == 5
    with django_assert_num_queries(asked):
        giup.get("/village/")


def test_a_helpers_browser_offers_nothing_of_its_owner_and_learns_nothing_of_the_person(
    giup: Phone,
) -> None:
    own = Phone(cast.resident()).get(f"{FORM}?for=none").content.decode()
    assert 'autocomplete="name"' in own
    assert 'autocomplete="tel"' in own
    giup.begin()
    said = set(re.findall(r'autocomplete="([^"]+)"', giup.get(f"{FORM}?for=none").content.decode()))
    assert said == {"off"}
