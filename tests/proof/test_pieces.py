"""The installed server, killed and cut off while a file comes: what it acknowledged is there."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
import requests
from tusclient.client import TusClient
from tusclient.uploader import Uploader

from bench.kill.house import House
from tests.cut_line import line_to
from tests.portal.forms import CODE, TYPED

pytestmark = [pytest.mark.xdist_group("serve"), pytest.mark.slow]
CONTENT = os.urandom(1_500_000)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A town in a folder, and its server."""
    house = House(tmp_path_factory.mktemp("pieces") / "data")
    try:
        assert house.python("motcua.project.command", "migrate").returncode == 0
        house.facts("bench.kill.settle", "1")
        house.open()
        yield house
    finally:
        house.kill()


def sender(port: int, tmp_path: Path, **how: int) -> Uploader:
    """tuspy, with a draft of its own at the commune and a file to send for it."""
    person, home = requests.Session(), f"http://127.0.0.1:{port}"
    headers = {"X-CSRFToken": person.get(f"{home}/line").json()["seal"]}
    said = {**TYPED, "id": str(uuid4()), "keep": "1"}
    kept = person.post(f"{home}/send/{CODE}", said, headers=headers).json()
    headers["Cookie"] = "; ".join(f"{one.name}={one.value}" for one in person.cookies)
    file = tmp_path / "a.jpg"
    file.write_bytes(CONTENT)
    about = {
        "draft": kept["id"],
        "sha256": hashlib.sha256(CONTENT).hexdigest(),
        "filename": "a.jpg",
    }
    client = TusClient(f"{home}/arriving", headers=headers)
    return client.uploader(str(file), metadata=about, retries=60, retry_delay=0, **how)


def on_disk(house: House, url: str) -> bytes:
    """What the server has of the file."""
    return (
        Path(house.environment["MOTCUA_DATA"]) / "arriving" / url.rsplit("/", 1)[1]
    ).read_bytes()


def test_what_was_acknowledged_is_there_after_the_server_was_killed(
    served: House, tmp_path: Path
) -> None:
    sending = sender(served.port, tmp_path, chunk_size=100_000)
    for acknowledged in (300_000, 800_000):
        sending.upload(stop_at=acknowledged)
        served.kill()
        assert on_disk(served, sending.url) == CONTENT[:acknowledged]
        served.open()
        assert sending.get_offset() == acknowledged
    sending.upload()
    assert on_disk(served, sending.url) == CONTENT


def test_in_one_piece_over_a_line_that_breaks(served: House, tmp_path: Path) -> None:
    with line_to(served.port) as line:
        sending = sender(line.port, tmp_path)
        line.every = 100_000
        sending.upload()
        assert line.cuts >= 10
    assert on_disk(served, sending.url) == CONTENT
