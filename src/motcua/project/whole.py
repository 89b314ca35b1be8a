"""A form whose line broke on the way up is no form.

The web server ends such a body as it ends any other: half a form would be read as a whole one, with
fields that nobody left empty and without its number. Here its length is held against what the
browser announced.
"""

from collections.abc import Callable, Iterable
from typing import Any, Protocol

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


class BrokenOffError(OSError):
    """Less arrived than was announced; Django makes `UnreadablePostError` of it."""


class Source(Protocol):
    """A body as a server brings it."""

    def read(self, size: int, /) -> bytes: ...


class WholeBody:
    """The body of a request, of `length` bytes; refuses to end before."""

    def __init__(self, source: Source, length: int) -> None:
        self._source, self._left = source, length

    def read(self, size: int = -1, /) -> bytes:
        """So many bytes, all of the rest for -1; BrokenOffError where fewer come."""
        wanted = self._left if size < 0 else min(size, self._left)
        parts = []
        while wanted:
            part = self._source.read(wanted)
            if not part:
                raise BrokenOffError(f"{self._left} bytes did not arrive")
            parts.append(part)
            wanted -= len(part)
            self._left -= len(part)
        return b"".join(parts)

    def readline(self, size: int = -1, /) -> bytes:
        """A line; nothing of ours reads a body by lines, so it comes slowly."""
        line = b""
        while self._left and not line.endswith(b"\n") and (size < 0 or len(line) < size):
            line += self.read(1)
        return line


def announced(request: dict[str, Any]) -> int:
    """How many bytes of a body the browser announced; 0 where it said none, or no number."""
    length = str(request.get("CONTENT_LENGTH") or "")
    return int(length) if length.isascii() and length.isdecimal() and len(length) <= 10 else 0


def whole(application: Application) -> Application:
    """The application, with bodies that say when they broke off."""

    def answered(request: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if length := announced(request):
            request["wsgi.input"] = WholeBody(request["wsgi.input"], length)
        return application(request, start_response)

    return answered
