"""A person whose phone talks to the server over real HTTP, from as many threads as one likes."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import requests
from django.conf import settings
from django.test import Client

from motcua.people.models import Account
from tests.portal.forms import CODE, TYPED

_PATIENCE = 60


@dataclass(frozen=True)
class Answer:
    """What came back, byte for byte; two that are equal are the same answer."""

    status: int
    where: str
    body: bytes

    @cached_property
    def told(self) -> Any:
        """The body as a script reads it."""
        return requests.models.complexjson.loads(self.body)


class Person:
    """Signed in as an account, or nobody known; each request has a connection of its own."""

    def __init__(self, home: str, account: Account | None = None) -> None:
        self._home = home
        self._cookies: dict[str, str] = {}
        if account:
            inside = Client()
            inside.force_login(account, backend="motcua.people.backends.AccountBackend")
            self._cookies["sessionid"] = inside.cookies[settings.SESSION_COOKIE_NAME].value
        line = requests.get(f"{home}/line", cookies=self._cookies, timeout=_PATIENCE)
        self._cookies |= line.cookies.get_dict()
        self._seal = line.json()["seal"]

    def send(self, key: str, button: str = "hand_in", **typed: str) -> Answer:
        """The form as the script sends it."""
        return self.post(f"/send/{CODE}", {**TYPED, "id": key, button: "1", **typed})

    def post(self, path: str, form: dict[str, Any], **files: Any) -> Answer:
        """A form, with the seal and the cookies that this person had at first."""
        answer = requests.post(
            self._home + path,
            form,
            files=files or None,
            headers={"X-CSRFToken": self._seal},
            cookies=self._cookies,
            allow_redirects=False,
            timeout=_PATIENCE,
        )
        return Answer(answer.status_code, answer.headers.get("Location", ""), answer.content)
