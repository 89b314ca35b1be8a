"""Many wait for bodies, few work, and a line that has died is noticed."""

import io
import socket
import threading
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from motcua.project.gathering import by_few, gathered, notice_death
from motcua.project.whole import BrokenOffError

LINE = "Vàng Thị Thử\n".encode()
WORDS = LINE * 20_000


class Answer(list[bytes]):
    """What an application answers; knows whether it was closed."""

    closed = False

    def close(self) -> None:
        self.closed = True


def request(body: bytes = b"", length: str = "0") -> dict[str, Any]:
    return {"REQUEST_METHOD": "POST", "wsgi.input": io.BytesIO(body), "CONTENT_LENGTH": length}


def test_a_whole_body_is_read_from_its_beginning() -> None:
    body = gathered(io.BytesIO(WORDS + b"the next"), len(WORDS))
    assert body.readline() == LINE
    assert body.read(-1) == WORDS[len(LINE) :]


def test_of_half_a_body_there_is_what_came_and_then_it_says_so() -> None:
    body = gathered(io.BytesIO(WORDS), len(WORDS) + 1)
    assert body.read(len(WORDS)) == WORDS
    with pytest.raises(BrokenOffError):
        body.read(1)


def test_four_work_while_many_wait() -> None:
    at_once = threading.Barrier(4)
    hands, answer = set(), Answer([b"so", b" be", b" it"])

    def application(given: dict[str, Any], _start: Any) -> Iterable[bytes]:
        hands.add(threading.current_thread().name)
        at_once.wait(10)
        return answer if given["wsgi.input"].read() == b"ask" else []

    called, said = by_few(application, 4), []
    asking = [
        threading.Thread(target=lambda: said.append(called(request(b"ask", "3"), None)))
        for _ in range(12)
    ]
    for one in asking:
        one.start()
    for one in asking:
        one.join(20)
    assert said == [[b"so be it"]] * 12
    assert len(hands) == 4
    assert answer.closed


def test_a_body_that_is_waited_for_holds_none_of_those_that_work() -> None:
    comes, began = threading.Event(), threading.Event()

    class Slow(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            began.set()
            assert comes.wait(20)
            return super().read(size)

    called = by_few(lambda given, _start: Answer([given["wsgi.input"].read()]), 1)
    slow = request(b"", "4") | {"wsgi.input": Slow(b"slow")}
    said: list[Any] = []
    waiting = threading.Thread(target=lambda: said.append(called(slow, None)))
    waiting.start()
    assert began.wait(20)
    assert called(request(b"quick", "5"), None) == [b"quick"]
    comes.set()
    waiting.join(20)
    assert said == [[b"slow"]]


def test_a_piece_is_taken_as_it_comes_by_who_waits_for_it() -> None:
    seen = []

    def application(given: dict[str, Any], _start: Any) -> Iterable[bytes]:
        seen.append(threading.current_thread())
        answer = Answer([given["wsgi.input"].read(4)])
        with pytest.raises(BrokenOffError):
            given["wsgi.input"].read(1)
        return answer

    piece = request(b"half", "8") | {"REQUEST_METHOD": "PATCH"}
    assert by_few(application, 1)(piece, None) == [b"half"]
    assert seen == [threading.current_thread()]


def test_a_file_is_sent_by_who_asked_and_closed_by_it() -> None:
    class Streaming:
        streaming = True

        def __iter__(self) -> Iterator[bytes]:
            return iter([b"large"])

    answer = Streaming()
    assert by_few(lambda _given, _start: answer, 1)(request(), None) is answer


@pytest.mark.parametrize("length", ["", "0", "none", "99999999999999", str(101 * 1024 * 1024)])
def test_what_nobody_should_wait_for_is_not_read(length: str) -> None:
    given = request(b"not to be read", length)
    source = given["wsgi.input"]
    called = by_few(lambda asked, _start: Answer([asked["wsgi.input"].read()]), 1)
    assert called(given, None) == [b"not to be read"]
    assert given["wsgi.input"] is source


def test_what_goes_wrong_is_told_to_the_server() -> None:
    def application(_given: dict[str, Any], _start: Any) -> Iterable[bytes]:
        raise ValueError("a fault")

    with pytest.raises(ValueError, match="a fault"):
        by_few(application, 1)(request(), None)


def test_lines_to_the_port_are_asked_whether_they_live() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as ours,
        socket.create_server(("127.0.0.1", 0)) as other,
    ):
        notice_death(ours.getsockname()[1])
        asked = []
        for listening in (ours, other):
            with (
                socket.create_connection(listening.getsockname()[:2]),
                listening.accept()[0] as one,
            ):
                asked.append(
                    (
                        one.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE),
                        one.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE),
                    )
                )
    assert asked[0] == (1, 15)
    assert asked[1][0] == 0
