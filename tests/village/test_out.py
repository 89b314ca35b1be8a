"""The round by HTTP: the list, the word of the telephone, what comes home and under whose hand."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse

from motcua.audit.models import JournalLine
from motcua.consequences.hands import follow_helps
from motcua.dossiers.models import Dossier, HelpedCount, Party
from motcua.dossiers.states import Part
from motcua.helping.models import DoorCall, Help, Outing
from motcua.notifications.models import Message
from motcua.people.models import Household
from tests import cast
from tests.helping.outings import UNTIL
from tests.portal.forms import CODE, FORM, TYPED
from tests.unchanged import everything
from tests.village.phone import PERSON, Phone, text

pytestmark = pytest.mark.django_db
NOON = cast.AT + timedelta(hours=2)
EVENING = cast.AT + timedelta(hours=10)
HOME = f"{cast.COC_SAN}-01"


@pytest.fixture(autouse=True)
def people() -> None:
    cast.thu()
    cast.mau()


def taken(phone: Phone, **changed: str) -> Any:
    form = {"id": str(uuid4()), "phone": str(uuid4()), "village": HOME, **changed}
    return phone.post("/village/out/take", **form)


def help_of(giup: Phone, outing: str, **changed: str) -> dict[str, str]:
    """A help of ten minutes at noon, as the telephone brings it."""
    return {
        **PERSON,
        "id": str(uuid4()),
        "outing": outing,
        "began": NOON.isoformat(),
        "ended": (NOON + timedelta(minutes=10)).isoformat(),
        "how": "handed_over",
        "now": giup.at.isoformat(),
        **changed,
    }


def sent(phone: Phone, brought: str, key: str, at: datetime | None = None, **typed: str) -> Any:
    """The form that was typed with that help, under the name that the line gives."""
    phone.at = at or phone.at
    phone.client.defaults["HTTP_MOTCUA_HELP"] = brought
    who = phone.get("/line")
    name = who.json()["who"] if who.status_code == 200 else ""
    form = {**TYPED, "id": key, "was_known": name, "hand_in": "1", **typed}
    answer: HttpResponse = phone.post(f"/send/{CODE}", **form)
    del phone.client.defaults["HTTP_MOTCUA_HELP"]
    return answer


def evening(giup: Phone) -> tuple[str, str]:
    """A list was taken, and the help of noon is home: the list, the help."""
    outing = taken(giup).json()["outing"]
    giup.at = EVENING
    form = help_of(giup, outing)
    assert giup.post("/village/out/help", **form).json() == {"state": "done"}
    return outing, form["id"]


def test_the_list_has_doors_and_names_and_nothing_more(giup: Phone) -> None:
    said = taken(giup).json()
    assert [home["adults"] for home in said["homes"]] == [["Vàng Thị Thử"], ["Lù A Mẫu"]]
    assert said["homes"][0].keys() == {"id", "number", "place", "adults", "waits", "before"}
    assert (said["village"]["name"], said["until"]) == ("Thôn Ún Tà", UNTIL.isoformat())
    assert "000191000001" not in str(said) and "1991" not in str(said)


def test_ones_own_cases_stand_at_the_door_and_another_helpers_do_not(giup: Phone) -> None:
    giup.begin()
    giup.send()
    giup.post("/village/end", how="handed_over")
    waits = taken(giup).json()["homes"][0]["waits"]
    assert len(waits) == 1
    assert waits[0].startswith("Vàng Thị Thử: ") and "Mới đăng ký" in waits[0]
    Help.objects.update(helper=cast.other_volunteer())
    assert taken(giup).json()["homes"][0]["waits"] == []


def test_what_is_refused_is_said_with_its_field_and_takes_nothing(giup: Phone) -> None:
    before = everything()
    answer = taken(giup, village=f"{cast.COC_SAN}-02")
    assert answer.status_code == 403
    assert answer.json()["why"][0]["code"] == "helping.not_your_village"
    assert answer.json()["why"][0]["field"] == "village"
    assert taken(giup, id="no number").json()["why"][0]["code"] == "outing.unknown"
    assert everything() == before


def test_the_form_of_noon_is_handed_in_in_the_evening_as_helped(giup: Phone) -> None:
    _outing, brought = evening(giup)
    said = sent(giup, brought, str(uuid4())).json()
    dossier = Dossier.objects.get()
    assert (said["state"], said["number"]) == ("received", dossier.number)
    assert (dossier.owner, dossier.helped) == (f"phone:{cast.PHONE}", True)
    assert Party.objects.get(dossier=dossier, part=Part.HELPER).name == "Nông Văn Giúp"
    assert (HelpedCount.objects.get().by, HelpedCount.objects.get().count) == ("volunteer", 1)
    assert JournalLine.objects.get(verb="submit").actor == f"help:{brought}"
    follow_helps(EVENING)
    assert Message.objects.get(kind="helped").to == cast.PHONE


def test_delivered_twenty_times_it_is_one_of_each(giup: Phone) -> None:
    outing = taken(giup).json()["outing"]
    giup.at = EVENING
    form, key = help_of(giup, outing), str(uuid4())
    call = {"id": str(uuid4()), "outing": outing, "met": "done", "at": NOON.isoformat()}
    call |= {"household": str(Household.objects.get(number=1).pk), "now": EVENING.isoformat()}
    said = set()
    for _time in range(20):
        assert giup.post("/village/out/help", **form).json() == {"state": "done"}
        said.add(sent(giup, form["id"], key).content)
        assert giup.post("/village/out/call", **call).json() == {"state": "done"}
    assert len(said) == 1
    counts = [one.objects.count() for one in (Help, Dossier, DoorCall, HelpedCount)]
    assert counts == [1, 1, 1, 1]


def test_a_hand_that_came_home_sends_and_opens_nothing_else(giup: Phone) -> None:
    _outing, brought = evening(giup)
    sent(giup, brought, str(uuid4()))
    key = Dossier.objects.get().pk
    giup.client.defaults["HTTP_MOTCUA_HELP"] = brought
    for address in (f"/mine/{key}", f"/receipt/{key}", f"/kept/{key}"):
        assert giup.get(address).status_code == 404
    assert "Vàng Thị Thử" not in text(giup.get(FORM))


def test_too_late_of_another_or_unknown_nothing_is_taken(giup: Phone) -> None:
    _outing, brought = evening(giup)
    late = UNTIL + timedelta(days=3)
    for phone, key, at in (
        (giup, brought, late),
        (giup, str(uuid4()), EVENING),
        (Phone(cast.other_volunteer()), brought, EVENING),
    ):
        answer = sent(phone, key, str(uuid4()), at)
        assert (answer.status_code, Dossier.objects.count()) == (404, 0)


def test_a_form_of_one_person_is_not_taken_under_the_help_of_another(giup: Phone) -> None:
    outing, first = evening(giup)
    form = help_of(giup, outing, name="Lù A Mẫu", birth="1968", phone="")
    giup.post("/village/out/help", **form)
    giup.client.defaults["HTTP_MOTCUA_HELP"] = first
    name = giup.get("/line").json()["who"]
    giup.client.defaults["HTTP_MOTCUA_HELP"] = form["id"]
    key = str(uuid4())
    said = giup.post(f"/send/{CODE}", **{**TYPED, "id": key, "was_known": name, "hand_in": "1"})
    assert said.json()["state"] == "sign_in"
    assert not Dossier.objects.exists()


def test_the_phone_says_what_it_holds_and_hears_that_its_list_was_called_back(giup: Phone) -> None:
    outing = taken(giup).json()["outing"]
    giup.at = EVENING
    said = giup.post("/village/out/heard", id=outing, unsent="3").json()
    assert (said["state"], said["ended"], said["at"]) == ("done", False, EVENING.isoformat())
    page = text(giup.get("/village/out"))
    assert "Điện thoại của tôi" in page and "Còn việc chưa gửi" in page
    chief = Phone(cast.administrator(), EVENING)
    seen = text(chief.get("/desk/phones"))
    assert "Nông Văn Giúp" in seen and "Thôn Ún Tà" in seen
    assert JournalLine.objects.filter(verb="read.phones").count() == 1
    row = Outing.objects.get()
    assert chief.post(f"/desk/phones/{row.pk}/call-back").status_code == 302
    assert "Đã kết thúc, chưa gửi hết" in text(chief.get("/desk/phones"))
    assert giup.post("/village/out/heard", id=outing, unsent="0").json()["ended"] is True
    assert "Không có danh sách nào đang mang đi" in text(chief.get("/desk/phones"))


def test_a_phone_not_heard_of_since_the_end_is_marked(giup: Phone) -> None:
    taken(giup)
    chief = Phone(cast.administrator(), UNTIL + timedelta(minutes=1))
    assert "Hết hạn mà chưa thấy liên lạc" in text(chief.get("/desk/phones"))
    away = Phone(cast.stranger_officer(), UNTIL)
    assert away.get("/desk/phones").status_code == 403


def test_given_back_it_has_ended(giup: Phone) -> None:
    outing = taken(giup).json()["outing"]
    assert giup.post("/village/out/back", id=outing).json() == {"state": "done"}
    assert Outing.objects.get().ended == "given_back"


def test_the_page_as_nobodys_names_no_village_and_has_no_key(giup: Phone) -> None:
    shell = giup.get("/village/out?shell=1").content.decode()
    assert "Thôn Ún Tà (" not in shell and "data-seal" not in shell and "Nông Văn" not in shell
    page = text(giup.get("/village/out"))
    assert "Thôn Ún Tà (2 hộ)" in page and "data-seal" in page
