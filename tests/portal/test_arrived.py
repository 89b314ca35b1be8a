"""Handing in names the files that came in pieces: each is taken once, or nothing is."""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import pytest
from django.db import connections
from django.test import Client

from motcua.dossiers.arriving import pieces
from motcua.dossiers.models import Arrival, Dossier, PaperFile
from motcua.dossiers.states import State
from motcua.procedures.pack import Procedure
from tests.dossiers.test_papers import photograph
from tests.portal.forms import CODE, TYPED
from tests.portal.pieces import TUS, arrived, begun, draft, piece
from tests.unchanged import everything

pytestmark = [pytest.mark.django_db]


def send(client: Client, key: str, law: Procedure, *named: str, **typed: str) -> Any:
    """The form as the outbox sends it, with the names of what has arrived."""
    form = {**TYPED, "id": key, "was_known": "1", "hand_in": "1", **typed}
    return client.post(f"/send/{CODE}", {**form, f"arrived:{law.papers[0].name}": list(named)})


def test_what_arrived_is_with_the_dossier_and_cleaned(thu: Client, law: Procedure) -> None:
    key = draft(thu)
    one, two = (arrived(thu, key, photograph(900, side)) for side in (600, 700))
    said = send(thu, key, law, one, two).json()
    assert said["state"] == "received"
    files = PaperFile.objects.order_by("pk")
    assert [(str(file.paper.dossier_id), file.media) for file in files] == [(key, "image/jpeg")] * 2
    assert not [one for one in Arrival.objects.all() if pieces.place(one.pk).exists()]


def test_the_same_sending_twenty_times_attaches_each_file_once(thu: Client, law: Procedure) -> None:
    key = draft(thu)
    names = [arrived(thu, key, photograph(900, side)) for side in (600, 700)]
    answers = {json.dumps(send(thu, key, law, *names).json()) for _time in range(20)}
    assert len(answers) == 1
    assert Dossier.objects.get().state == State.SUBMITTED
    assert PaperFile.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_at_once_too(thu: Client, law: Procedure) -> None:
    key = draft(thu)
    names = [arrived(thu, key, photograph(900, side)) for side in (600, 700)]
    cookies = thu.cookies

    def again(_number: int) -> str:
        phone = Client()
        phone.cookies = cookies
        try:
            return str(send(phone, key, law, *names).json()["state"])
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as threads:
        states = list(threads.map(again, range(4)))
    assert "received" in states
    assert send(thu, key, law, *names).json()["state"] == "received"
    assert Dossier.objects.get().state == State.SUBMITTED
    assert PaperFile.objects.count() == 2


def test_what_was_handed_in_is_answered_also_when_its_pieces_are_forgotten(
    thu: Client, law: Procedure
) -> None:
    key = draft(thu)
    one = arrived(thu, key, photograph(900, 600))
    first = send(thu, key, law, one).json()
    Arrival.objects.all().delete()
    assert send(thu, key, law, one).json() == first


def test_the_same_photograph_under_another_name_is_the_same_sending(
    thu: Client, law: Procedure
) -> None:
    key, content = draft(thu), photograph(900, 600)
    first = send(thu, key, law, arrived(thu, key, content)).json()
    assert send(thu, key, law, arrived(thu, key, content)).json() == first
    assert PaperFile.objects.count() == 1


def test_another_photograph_is_not_the_same_sending_and_nothing_changes(
    thu: Client, law: Procedure
) -> None:
    key = draft(thu)
    send(thu, key, law, one := arrived(thu, key, photograph(900, 600)))
    other = arrived(thu, key, photograph(900, 700))
    before = everything()
    answer = send(thu, key, law, one, other)
    assert everything() == before
    assert (answer.status_code, answer.json()["state"]) == (409, "reused")


def test_a_file_that_is_not_whole_is_waited_for(thu: Client, law: Procedure) -> None:
    key, content = draft(thu), photograph(900, 600)
    place = begun(thu, key, content)
    piece(thu, place, 0, content[:-1])
    before = everything()
    answer = send(thu, key, law, name := place.rsplit("/", 1)[1], copies="7")
    assert (answer.status_code, answer.json()) == (
        409,
        {"state": "to_come", "id": key, "missing": [name]},
    )
    assert everything() == before
    piece(thu, place, len(content) - 1, content[-1:])
    assert send(thu, key, law, name).json()["state"] == "received"


def test_files_of_others_and_of_other_drafts_are_none(
    thu: Client, mau: Client, law: Procedure
) -> None:
    mine, theirs, second = draft(thu), draft(mau), draft(thu)
    content = photograph(900, 600)
    others = [arrived(mau, theirs, content), arrived(thu, second, content), str(uuid4())]
    before = everything()
    for other in others:
        answer = send(thu, mine, law, other).json()
        assert (answer["state"], answer["missing"]) == ("to_come", [other])
    assert everything() == before


def test_what_cannot_be_read_is_told_beside_its_paper_and_told_again(
    thu: Client, law: Procedure
) -> None:
    key = draft(thu)
    bad, good = arrived(thu, key, b"no picture at all"), arrived(thu, key, photograph(900, 600))
    for _time in range(2):
        said = send(thu, key, law, bad, good).json()
        assert said["state"] == "repair"
        assert [one["field"] for one in said["why"]] == [f"paper:{law.papers[0].name}"]
        assert said["why"][0]["sentence"].startswith("Không nhận được tệp “the.jpg”:")
    assert Dossier.objects.get().state == State.DRAFT
    assert PaperFile.objects.count() == 1


def test_a_guest_sends_in_pieces_too(client: Client, law: Procedure) -> None:
    key = draft(client)
    name = arrived(client, key, photograph(900, 600))
    form = {**TYPED, "id": key, "hand_in": "1", f"arrived:{law.papers[0].name}": [name]}
    assert client.post(f"/send/{CODE}", form).json()["state"] == "confirm"
    assert PaperFile.objects.get().paper.dossier_id == Dossier.objects.get().pk
    assert client.head(f"/arriving/{name}", headers=TUS).status_code == 200
