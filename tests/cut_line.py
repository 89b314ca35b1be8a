"""A line that breaks: it stands between a client and the server, and cuts every connection after so
many bytes of what goes up, in turn with a word of farewell and without."""

import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Lock, Thread

_BLOCK = 4096
# A connection so closed says "reset" to the other end, which may lose what it has not read.
_RESET = struct.pack("ii", 1, 0)


class Line:
    """`port` to connect to; `cuts` so far. It holds while `every` is 0."""

    def __init__(self, server: int) -> None:
        self._server, self._lock = server, Lock()
        self._open: list[socket.socket] = []
        self._passed, self.every, self.cuts = 0, 0, 0
        self._ear = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._ear.getsockname()[1]
        Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        """For good."""
        self._ear.close()
        self._cut()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                near, _address = self._ear.accept()
                far = socket.create_connection(("127.0.0.1", self._server))
                with self._lock:
                    self._open += [near, far]
                Thread(target=self._pump, args=(near, far, True), daemon=True).start()
                Thread(target=self._pump, args=(far, near, False), daemon=True).start()

    def _pump(self, source: socket.socket, sink: socket.socket, up: bool) -> None:
        with suppress(OSError):
            while block := source.recv(_BLOCK):
                sink.sendall(block)
                if up and self._is_over(len(block)):
                    self._cut()
        for end in (source, sink):
            _hang_up(end, reset=False)

    def _is_over(self, passed: int) -> bool:
        with self._lock:
            self._passed += passed
            over = 0 < self.every <= self._passed
            if over:
                self._passed = 0
                self.cuts += 1
            return over

    def _cut(self) -> None:
        with self._lock:
            ends, self._open = self._open, []
        for end in ends:
            _hang_up(end, reset=self.cuts % 2 == 0)


def _hang_up(end: socket.socket, *, reset: bool) -> None:
    with suppress(OSError):
        if reset:
            end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        # A thread that waits for it holds it open, and the other end hears nothing: it is woken.
        end.shutdown(socket.SHUT_RD if reset else socket.SHUT_RDWR)
        end.close()


@contextmanager
def line_to(server: int) -> Iterator[Line]:
    """A line to a server on this machine."""
    line = Line(server)
    try:
        yield line
    finally:
        line.close()
