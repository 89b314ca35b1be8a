"""What was asked for and what was forgotten, as the script of the phone brings it."""

import io
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from PIL import Image

from motcua.dossiers import actions
from motcua.dossiers.models import Arrival, Dossier, DossierEvent, PaperFile
from motcua.dossiers.states import State
from tests import cast
from tests.dossiers import story
from tests.portal.pieces import about, arrived, begun
from tests.portal.test_own import asked_for_more
from tests.unchanged import everything

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law")]
CARD = "arrived:identity_card"


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (320, 200), "navy").save(out, "JPEG")
    return out.getvalue()


def sent(client: Client, path: str, **form: Any) -> Any:
    return client.post(path, form, headers={"Accept": "application/json"})


@pytest.fixture
def dossier() -> Dossier:
    return story.submitted(story.law())


@pytest.fixture
def asked(dossier: Dossier) -> Dossier:
    return asked_for_more(dossier)


def whole(dossier: Dossier, **changes: str) -> dict[str, str]:
    pressed = {"key": str(uuid4()), "revision": str(dossier.revision)}
    return {**pressed, "subject_birth": "13/05/1991", **changes}


def test_what_was_asked_for_is_told_with_its_number_and_the_same_again(
    thu: Client, asked: Dossier
) -> None:
    path = f"/mine/{asked.pk}/supplement"
    form = whole(asked, **{CARD: arrived(thu, str(asked.pk), picture())})
    answers = [sent(thu, path, **form) for _time in range(3)]
    assert {one.content for one in answers} == {answers[0].content}
    said = answers[0].json()
    assert (said["state"], said["number"]) == ("received", asked.number)
    assert said["where"] == f"/mine/{asked.pk}"
    asked.refresh_from_db()
    assert asked.where == State.ACCEPTED
    assert PaperFile.objects.count() == DossierEvent.objects.filter(verb="supplement").count() == 1


def test_a_file_that_is_not_here_whole_is_waited_for_and_nothing_is_taken(
    thu: Client, asked: Dossier, dossier: Dossier
) -> None:
    key = begun(thu, str(asked.pk), picture()).rsplit("/", 1)[1]
    before = everything()
    for path in ("supplement", "attach"):
        answer = sent(thu, f"/mine/{asked.pk}/{path}", **whole(asked, **{CARD: key}))
        assert (answer.status_code, answer.json()["missing"]) == (409, [key])
    assert everything() == before


def test_what_is_missing_is_told_by_field_and_what_came_is_kept(
    thu: Client, asked: Dossier
) -> None:
    form = whole(
        asked, subject_birth="12/05/1991", **{CARD: arrived(thu, str(asked.pk), picture())}
    )
    said = sent(thu, f"/mine/{asked.pk}/supplement", **form).json()
    assert (said["state"], said["has_files"]) == ("repair", True)
    assert [one["field"] for one in said["why"]] == ["subject_birth"]
    assert said["where"] == f"/mine/{asked.pk}/supplement"
    assert PaperFile.objects.count() == 1


def test_a_file_that_cannot_be_read_stays_with_the_phone(thu: Client, asked: Dossier) -> None:
    form = whole(asked, **{CARD: arrived(thu, str(asked.pk), b"no picture")})
    said = sent(thu, f"/mine/{asked.pk}/supplement", **form).json()
    assert (said["state"], said["has_files"]) == ("repair", False)
    assert said["why"][0]["field"] == "paper:identity_card"
    asked.refresh_from_db()
    assert asked.where == State.AWAITING_SUPPLEMENT


def test_too_late_it_is_refused_with_where_its_paper_may_go(thu: Client, asked: Dossier) -> None:
    form = whole(asked)
    # Meanwhile somebody of the family brought it to the counter; papers may still be added.
    desk = cast.acting(cast.receptionist())
    shown = {"name": "identity_card", "source": "shown", "note": ""}
    actions.mark_paper(dossier_id=asked.pk, **shown, by=desk, at=cast.AT)
    press = story.press(Dossier.objects.get(), desk)
    actions.supplement(press, answers={"subject_birth": "1991-05-12"}, unknown=[])
    before = everything()
    said = sent(thu, f"/mine/{asked.pk}/supplement", **form).json()
    assert (said["state"], said["where"]) == ("refused", f"/mine/{asked.pk}/attach")
    assert said["why"][0]["sentence"]
    assert everything() == before


def test_a_forgotten_paper_is_added_once_however_often_it_is_named(
    thu: Client, dossier: Dossier
) -> None:
    form = {CARD: arrived(thu, str(dossier.pk), picture())}
    for _time in range(3):
        assert sent(thu, f"/mine/{dossier.pk}/attach", **form).json()["state"] == "received"
    assert PaperFile.objects.count() == 1


def test_nothing_of_anybody_elses_is_brought_or_begun(
    thu: Client, mau: Client, asked: Dossier
) -> None:
    key = arrived(thu, str(asked.pk), picture())
    before = everything()
    for path in ("supplement", "attach"):
        form = whole(asked, **{CARD: key})
        assert sent(mau, f"/mine/{asked.pk}/{path}", **form).status_code == 404
    assert mau.post("/arriving", headers=about(str(asked.pk), picture())).status_code == 404
    assert everything() == before
    assert Arrival.objects.get().taken_at is None


@pytest.mark.parametrize("path", ["supplement", "attach"])
def test_what_comes_when_nothing_more_is_taken_is_told_so_and_nothing_changes(
    thu: Client, asked: Dossier, path: str
) -> None:
    key = arrived(thu, str(asked.pk), picture())
    actions.withdraw(story.press(asked, cast.acting(cast.resident())), reason="")
    address, before = f"/mine/{asked.pk}/{path}", everything()
    for files in ({CARD: key}, {}):
        said = sent(thu, address, **whole(asked, **files)).json()
        assert (said["state"], said["where"]) == ("late", f"/mine/{asked.pk}")
        assert [one["sentence"] for one in said["why"]] == [
            "Hồ sơ của ông/bà đã ở trạng thái “Đã rút hồ sơ” nên không nhận thêm gì nữa."
        ]
    assert everything() == before
    assert thu.get(address)["Location"] == f"/mine/{asked.pk}"
