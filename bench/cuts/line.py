"""The line between a phone and the commune: it can be cut at any byte, and fall silent."""

import contextlib
import select
import socket
import struct
import threading
from dataclasses import dataclass, field
from enum import StrEnum

_LOCAL = "127.0.0.1"
_CHUNK = 65536
# What a sending of a form begins with.
_SENDING = b"POST /send/"
_AT_ONCE = struct.pack("ii", 1, 0)


class Stroke(StrEnum):
    """Where in a sending the line breaks."""

    REQUEST = "while the form goes up"
    UNHEARD = "before the answer"
    ANSWER = "while the answer comes down"
    HUSHED = "never, and it hears nothing any more"


@dataclass(eq=False)
class _Call:
    """One connection of the phone and its other half; `sending`: a form goes up on it."""

    phone: socket.socket
    commune: socket.socket
    sending: bool = False
    hushed: bool = False
    up: int = 0
    down: int = 0

    def end(self) -> None:
        for one in (self.phone, self.commune):
            with contextlib.suppress(OSError):
                # A reset, as from a line that is gone, and no orderly farewell.
                one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
            one.close()


@dataclass
class Line:
    """Passes on what comes from `port` to the commune's port; `down` and `silent` at will."""

    commune: int
    down: bool = False
    silent: bool = False
    stroke: Stroke | None = None
    bytes_passed: int = 0
    struck: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self._ear = socket.create_server((_LOCAL, 0))
        self.port: int = self._ear.getsockname()[1]
        self._calls: set[_Call] = set()
        self._lock = threading.Lock()
        threading.Thread(target=self._listen, daemon=True).start()

    def arm(self, stroke: Stroke, after: int) -> None:
        """Break at the next sending: `after` so many bytes of it or of its answer."""
        self.struck.clear()
        self.bytes_passed, self.stroke = after, stroke

    def cut(self) -> None:
        """Every call breaks, and no new one comes through."""
        self.down, self.stroke = True, None
        with self._lock:
            calls, self._calls = self._calls, set()
        for one in calls:
            one.end()
        self.struck.set()

    def hush_next_sending(self) -> None:
        """The call that brings the next form is never heard again, and does not break."""
        self.struck.clear()
        self.stroke = Stroke.HUSHED

    def mend(self) -> None:
        """The line is back."""
        self.down = self.silent = False
        self.stroke = None

    def close(self) -> None:
        """No line any more."""
        self.cut()
        self._ear.close()

    def _listen(self) -> None:
        while True:
            try:
                phone, _ = self._ear.accept()
            except OSError:
                return
            threading.Thread(target=self._call, args=(phone,), daemon=True).start()

    def _call(self, phone: socket.socket) -> None:
        commune = socket.socket()
        call = _Call(phone, commune)
        # A ValueError: it was closed by `cut` while we waited for it.
        with contextlib.suppress(OSError, ValueError):
            if not self.down:
                commune.connect((_LOCAL, self.commune))
                with self._lock:
                    self._calls.add(call)
                while self._passed(call):
                    pass
        with self._lock:
            self._calls.discard(call)
        call.end()

    def _passed(self, call: _Call) -> bool:
        """Pass on what there is; whether the call goes on."""
        ready, _, _ = select.select([call.phone, call.commune], [], [], 0.05)
        if self.silent or call.hushed:
            threading.Event().wait(0.05)
            return not self.down
        for one in ready:
            data = one.recv(_CHUNK)
            if not data or self.down:
                return False
            if one is call.phone:
                self._goes_up(call, data)
            else:
                self._comes_down(call, data)
        return True

    def _goes_up(self, call: _Call, data: bytes) -> None:
        if self.stroke and data.startswith(_SENDING):
            call.sending, call.up, call.down = True, 0, 0
        if call.sending and self.stroke is Stroke.REQUEST:
            left = self.bytes_passed - call.up
            if left < len(data):
                call.commune.sendall(data[:left])
                self.cut()
                return
        if call.sending and self.stroke is Stroke.HUSHED:
            call.hushed, self.stroke = True, None
            self.struck.set()
            return
        call.up += len(data)
        call.commune.sendall(data)

    def _comes_down(self, call: _Call, data: bytes) -> None:
        if call.sending and self.stroke is Stroke.UNHEARD:
            self.cut()
            return
        if call.sending and self.stroke is Stroke.ANSWER:
            left = self.bytes_passed - call.down
            if left < len(data):
                call.phone.sendall(data[:left])
                self.cut()
                return
        call.down += len(data)
        call.phone.sendall(data)
