"""What the scripts of a phone ask: the line, the sending, the shell of a form, the worker."""

import json
import re
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from PIL import Image

from motcua.audit.models import JournalLine
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from tests import cast
from tests.dossiers import story
from tests.portal.forms import CODE, FORM, TYPED
from tests.unchanged import everything

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def law() -> None:
    cast.coc_san()
    story.law()


def sent(client: Client, key: str, button: str = "hand_in", **typed: str) -> Any:
    """As the script sends it."""
    return client.post(f"/send/{CODE}", {**TYPED, "id": key, button: "1", **typed})


def resident(client: Client) -> Client:
    client.force_login(cast.resident(), backend="motcua.people.backends.AccountBackend")
    return client


def test_the_line_says_nobody_and_gives_a_seal(client: Client) -> None:
    said = client.get("/line").json()
    assert (said["who"], len(said["seal"])) == ("", 64)
    assert "Motcua-Who" not in client.get("/line").headers


def test_a_person_has_one_name_and_one_key_on_every_phone_and_others_have_another() -> None:
    first, second = resident(Client()), resident(Client())
    other = Client()
    other.force_login(cast.other_resident(), backend="motcua.people.backends.AccountBackend")
    names = [one.get("/line").json()["who"] for one in (first, second, other)]
    assert names[0] == names[1] != names[2]
    pages = [one.get("/help").content.decode() for one in (first, second, other)]
    keys = [page.split('data-seal="')[1].split('"')[0] for page in pages]
    assert keys[0] == keys[1] != keys[2]
    assert len(keys[0]) == 44
    assert "data-seal" not in Client().get("/help").content.decode()


def test_handed_in_it_is_answered_with_its_number(client: Client) -> None:
    key = str(uuid4())
    said = sent(resident(client), key, was_known="1").json()
    dossier = Dossier.objects.get()
    assert said["state"] == "received"
    assert (said["number"], said["id"]) == (dossier.number, key)
    assert said["where"] == f"/receipt/{key}"


def test_the_same_sending_many_times_is_one_dossier_and_one_answer(client: Client) -> None:
    key, person = str(uuid4()), resident(client)
    answers = {json.dumps(sent(person, key).json()) for _time in range(20)}
    assert len(answers) == 1
    assert Dossier.objects.count() == 1


def test_kept_after_it_was_handed_in_the_same_words_are_answered_as_received(
    client: Client,
) -> None:
    key, person = str(uuid4()), resident(client)
    first = sent(person, key).json()
    before = everything()
    assert sent(person, key, "keep").json() == first
    assert everything() == before
    answer = sent(person, key, "keep", copies="9")
    assert (answer.status_code, answer.json()["state"]) == (409, "reused")
    assert everything() == before


def test_the_same_key_with_other_words_is_refused_and_nothing_changes(client: Client) -> None:
    key, person = str(uuid4()), resident(client)
    sent(person, key)
    before = everything()
    answer = sent(person, key, copies="9")
    assert everything() == before
    assert (answer.status_code, answer.json()["state"]) == (409, "reused")
    assert answer.json()["why"][0]["sentence"]


def test_what_is_wrong_comes_back_with_a_reason_for_each_field_and_is_kept(client: Client) -> None:
    key = str(uuid4())
    said = sent(resident(client), key, filer_name="").json()
    assert said["state"] == "repair"
    assert [one["sentence"] for one in said["why"]] == [
        "Mục “Họ, chữ đệm, tên người yêu cầu” còn trống. Xin điền vào, hoặc chọn “Tôi không biết”."
    ]
    draft = Dossier.objects.get()
    assert draft.state == State.DRAFT
    assert draft.answers["register_office"] == TYPED["register_office"]
    page = client.get(said["where"]).content.decode()
    assert 'id="filer_name-error"' in page


def test_a_guest_is_led_to_confirm_the_telephone(client: Client) -> None:
    said = sent(client, str(uuid4())).json()
    assert (said["state"], said["where"]) == ("confirm", "/confirm")
    assert Dossier.objects.get().state == State.DRAFT


def test_what_was_typed_for_an_account_is_not_taken_from_nobody(client: Client) -> None:
    before = everything()
    said = sent(client, str(uuid4()), was_known="1").json()
    assert everything() == before
    assert said["state"] == "sign_in"
    assert said["where"].startswith("/sign-in")


def test_keeping_while_somebody_types_is_one_draft_and_one_line(client: Client) -> None:
    key = str(uuid4())
    for number in range(5):
        said = sent(client, key, "keep", copies=str(number)).json()
        assert said["state"] == "kept"
    assert Dossier.objects.get().answers["copies"] == "4"
    assert JournalLine.objects.filter(verb="keep").count() == 1


def test_an_older_keeping_that_comes_late_does_not_take_the_place_of_a_newer(
    client: Client,
) -> None:
    key, page = str(uuid4()), str(uuid4())
    sent(client, key, "keep", copies="2", turn=f"{page}:2")
    before = everything()
    for late in (f"{page}:1", f"{page}:2"):
        assert sent(client, key, "keep", copies="1", turn=late).json()["state"] == "kept"
        assert everything() == before


@pytest.mark.parametrize("turn", ["{page}:3", "{other}:1", "", "{page}:", "{page}:x", "9"])
def test_a_newer_keeping_is_taken_and_one_that_nobody_counted(client: Client, turn: str) -> None:
    key, page = str(uuid4()), str(uuid4())
    sent(client, key, "keep", copies="2", turn=f"{page}:2")
    turn = turn.format(page=page, other=uuid4())
    sent(client, key, "keep", copies="3", turn=turn)
    assert Dossier.objects.get().answers["copies"] == "3"


def test_the_form_for_the_phone_to_keep_has_nobody_in_it(client: Client) -> None:
    person = resident(client)
    assert cast.resident().name in person.get(FORM + "?for=self").content.decode()
    shell = person.get(FORM + "?shell=1").content.decode()
    for word in (cast.resident().name, "0990000001", "data-seal", "data-who"):
        assert word not in shell, word
    assert "data-shell" in shell


@pytest.mark.parametrize("path", ["/outbox", "/done", FORM])
def test_what_the_worker_fetches_changes_no_seal_of_a_page_that_is_open(
    client: Client, path: str
) -> None:
    answer = client.get(f"{path}?shell=1")
    assert "csrfmiddlewaretoken" not in answer.content.decode()
    assert dict(answer.cookies) == {}


@pytest.mark.parametrize("path", ["/outbox", "/done"])
def test_the_pages_that_the_worker_brings_along_know_nobody(client: Client, path: str) -> None:
    page = resident(client).get(f"{path}?shell=1").content.decode()
    assert "data-seal" not in page
    assert "data-shell" in page


def test_the_worker_names_files_that_are_there(client: Client) -> None:
    answer = client.get("/worker.js")
    assert answer["Content-Type"].startswith("text/javascript")
    shell = json.loads(answer.content.decode().split("const SHELL = ")[1].split(";\n")[0])
    assert [path for path in shell if client.get(path).status_code != 200] == []


def test_two_first_questions_of_a_page_are_one_browser_s() -> None:
    """The answer of one may come after the sending that the other began."""
    page, first, second = str(uuid4()), Client(), Client()
    owners = []
    for client in (first, second):
        client.get("/line", headers={"Motcua-Page": page})
        form = {"id": str(UUID(int=7)), **TYPED, "keep": "1"}
        told = client.post(f"/send/{CODE}", form).json()
        owners.append((told["state"], told["id"]))
    assert owners == [("kept", str(UUID(int=7)))] * 2
    assert Dossier.objects.get().owner == f"browser:{page}"


def test_a_name_that_no_page_drew_is_not_taken(client: Client) -> None:
    client.get("/line", headers={"Motcua-Page": "browser:somebody"})
    told = client.post(f"/send/{CODE}", {"id": str(uuid4()), **TYPED, "keep": "1"}).json()
    assert told["state"] == "kept"
    assert "somebody" not in Dossier.objects.get().owner


def test_the_commune_can_be_installed(client: Client) -> None:
    said = client.get("/manifest.webmanifest").json()
    assert "Cốc San" in said["name"]
    paths = [said["start_url"], *(one["url"] for one in said["shortcuts"])]
    assert [client.get(path).status_code for path in paths] == [200, 200, 302, 200]
    assert {one["purpose"] for one in said["icons"]} == {"any", "maskable"}
    for one in said["icons"]:
        content = b"".join(client.get(one["src"]))
        if one["type"] == "image/png":
            with Image.open(BytesIO(content)) as picture:
                assert one["sizes"] == f"{picture.width}x{picture.height}"
        else:
            assert content.startswith(b"<svg")
    touch = re.findall(r'rel="apple-touch-icon" href="([^"]+)"', client.get("/").content.decode())
    assert [client.get(one).headers["Content-Type"] for one in touch] == ["image/png"]
