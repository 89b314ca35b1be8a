"""The studio's pages: who gets in, what is asked, what is refused and said."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from motcua.procedures.pack import Procedure
from motcua.voices.models import Recording
from tests import cast
from tests.voices.waves import recording

pytestmark = pytest.mark.django_db

HERE = "/village/voices/2.000635/giay"


def volunteer() -> Client:
    client = Client()
    client.force_login(cast.volunteer())
    return client


def sent(content: bytes, **form: str) -> dict[str, object]:
    return {"sound": SimpleUploadedFile("sound.wav", content), "agreed": "yes", **form}


def test_without_agreeing_nobody_begins(law: Procedure) -> None:
    speaker = volunteer()
    asked = {"form": "2.000635", "tongue": "giay", "named": "yes"}
    page = speaker.get("/village/voices", asked)
    assert page.status_code == 200
    assert 'id="agreed-error"' in page.content.decode()
    begun = speaker.get("/village/voices", {**asked, "agreed": "yes"})
    assert begun["Location"] == f"{HERE}?named=yes"


def test_a_form_is_spoken_question_by_question(law: Procedure) -> None:
    speaker = volunteer()
    page = speaker.get(HERE).content.decode()
    assert "Đã đọc 0 trên 21 câu hỏi" in page
    assert "Họ và tên của ông/bà là gì?" in page
    answer = speaker.post(f"{HERE}/filer_name", sent(recording(), named="yes"))
    assert answer.json() == {"recording": Recording.objects.get().pk, "seconds": 2}
    page = speaker.get(HERE).content.decode()
    assert "Đã đọc 1 trên 21 câu hỏi" in page
    # The page goes on with the first that nobody has spoken.
    assert "Câu 2 trên 21" in page
    resident = Client()
    assert resident.get("/sound/2.000635/filer_name?in=giay")["Motcua-Tongue"] == "giay"


def test_why_a_recording_was_not_taken_is_said(law: Procedure) -> None:
    speaker = volunteer()
    answer = speaker.post(f"{HERE}/filer_name", sent(b"no sound"))
    assert (answer.status_code, "không phát được" in answer.json()["why"]) == (422, True)
    silent = {"sound": SimpleUploadedFile("sound.wav", recording())}
    assert speaker.post(f"{HERE}/filer_name", silent).status_code == 422
    assert not Recording.objects.exists()


def test_a_recording_is_taken_off_on_its_page(law: Procedure) -> None:
    speaker = volunteer()
    speaker.post(f"{HERE}/filer_name", sent(recording()))
    row = Recording.objects.get()
    address = f"/village/recording/{row.pk}/take-off"
    answer = speaker.post(address, {"at": "1", "named": "no"})
    assert answer["Location"] == f"{HERE}?at=1&named=no"
    assert "Đã đọc 0 trên 21 câu hỏi" in speaker.get(HERE).content.decode()
    assert speaker.post(f"/village/recording/{row.pk}/whatever").status_code == 404
