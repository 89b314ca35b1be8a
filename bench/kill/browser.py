"""As much of a browser as handing in needs: cookies, forms, redirects that are not followed."""

import re
from html import unescape
from http.client import HTTPConnection, HTTPException
from http.cookies import SimpleCookie
from urllib.parse import urlencode

_HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')
_TIMEOUT = 60
Broken = (OSError, HTTPException)


class Browser:
    """One person's browser: one connection, one jar of cookies; a cut line raises `Broken`."""

    def __init__(self, port: int) -> None:
        self._line = HTTPConnection("127.0.0.1", port, timeout=_TIMEOUT)
        self._cookies: dict[str, str] = {}
        self._origin = f"http://127.0.0.1:{port}"

    def get(self, path: str) -> tuple[int, str]:
        """The status, and the page or the address that it leads to."""
        return self._ask("GET", path)

    def post(self, path: str, form: dict[str, str]) -> tuple[int, str]:
        """The same for a form that is sent."""
        return self._ask("POST", path, urlencode(form))

    def _ask(self, method: str, path: str, body: str | None = None) -> tuple[int, str]:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        if body is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": self._origin}
        try:
            self._line.request(method, path, body, headers)
            answer = self._line.getresponse()
            page = answer.read().decode()
        except Broken:
            self._line.close()
            raise
        for line in answer.headers.get_all("Set-Cookie") or ():
            self._cookies |= {name: one.value for name, one in SimpleCookie(line).items()}
        return answer.status, answer.headers.get("Location", page)


def hidden(page: str) -> dict[str, str]:
    """The hidden fields of a page's forms, the seal against forged forms among them."""
    return {name: unescape(value) for name, value in _HIDDEN.findall(page)}
