"""Bodies come slowly, work is done quickly: many threads wait for bodies, few work.

On a bad line a photograph takes minutes. Whoever waits for it holds a thread of the many and none
of those that answer. A piece of a file (PATCH) is taken as it comes, so that each kilobyte is kept
that came before the line broke: by the thread that waits for it.
"""

import socket
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Any

from django.db import connections

from motcua.parts.kept import MOST_BODY
from motcua.project.whole import Application, Source, WholeBody, announced, whole

_IN_MEMORY = 256 * 1024
_AT_ONCE = 64 * 1024
# A line that has died without a word is asked after 15 seconds, and given up after 30.
_KEPT_ALIVE = {socket.TCP_KEEPIDLE: 15, socket.TCP_KEEPINTVL: 5, socket.TCP_KEEPCNT: 3}
_OPEN_FILES = Path("/proc/self/fd")


def gathered(source: Source, length: int) -> WholeBody:
    """The body, once it has come or broken off; it says so itself where it ends too early."""
    body = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - gone with the request
    left = length
    while left and (part := source.read(min(left, _AT_ONCE))):
        body.write(part)
        left -= len(part)
    body.seek(0)
    return WholeBody(body, length)


def by_few(application: Application, hands: int) -> Application:
    """The application, worked on by so many threads and no others, which keep their connections to
    the database; it is called from as many as wait for bodies and send files."""
    work = ThreadPoolExecutor(hands, thread_name_prefix="work")
    broken_off = whole(application)

    def done(request: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        return _collected(application(request, start_response))

    def as_it_comes(request: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        try:
            return _collected(broken_off(request, start_response))
        finally:
            connections.close_all()

    def answered(request: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if request["REQUEST_METHOD"] == "PATCH":
            return as_it_comes(request, start_response)
        length = announced(request)
        if 0 < length <= MOST_BODY:
            request["wsgi.input"] = gathered(request["wsgi.input"], length)
        return work.submit(done, request, start_response).result()

    return answered


def _collected(response: Any) -> Iterable[bytes]:
    """The answer, over and done with; a file stays to be read by who sends it."""
    if getattr(response, "streaming", False):
        return response  # type: ignore[no-any-return]
    try:
        return [b"".join(response)]
    finally:
        response.close()


def notice_death(port: int) -> None:
    """Have the kernel ask whether lines to `port` are alive (Linux): those that come from now on.

    They inherit it from the socket that listens, which the server made and keeps to itself.
    """
    for listening in _listening(port):
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for option, value in _KEPT_ALIVE.items():
            listening.setsockopt(socket.IPPROTO_TCP, option, value)


def _listening(port: int) -> Iterator[socket.socket]:
    for name in _OPEN_FILES.iterdir() if _OPEN_FILES.is_dir() else ():
        try:
            one = socket.socket(fileno=int(name.name))
        except OSError:
            continue  # a file
        listens = one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)
        if listens and one.getsockname()[1] == port:
            yield one
        one.detach()
