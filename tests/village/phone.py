"""One browser of one account, at a moment that the test moves."""

from datetime import datetime, timedelta
from unittest.mock import patch
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client

from motcua.foundation import clock
from motcua.people.models import Account
from tests import cast
from tests.portal.forms import FORM, TYPED, fields_of

LATER = cast.AT + timedelta(minutes=5)
PERSON = {
    "name": "Vàng Thị Thử",
    "birth": "12/05/1991",
    "village": f"{cast.COC_SAN}-01",
    "phone": "0990 000 001",
    "consent": "spoken",
    "witness": "Lò Thị Chứng",
}


class Phone:
    """One browser of one account, at a moment that the test moves."""

    def __init__(self, account: Account | None, at: datetime = cast.AT) -> None:
        self.client, self.at = Client(), at
        if account is not None:
            self.client.force_login(account)

    def get(self, address: str) -> HttpResponse:
        with patch.object(clock, "now", return_value=self.at):
            return self.client.get(address)

    def post(self, address: str, **form: object) -> HttpResponse:
        with patch.object(clock, "now", return_value=self.at):
            return self.client.post(address, form)

    def begin(self, **changed: str) -> HttpResponse:
        return self.post("/village/begin", **{"id": str(uuid4()), **PERSON, **changed})

    def form(self) -> dict[str, str]:
        return fields_of(self.get(f"{FORM}?for=none").content.decode())

    def send(self, button: str = "hand_in", **typed: str) -> HttpResponse:
        return self.post(FORM, **{**self.form(), **TYPED, **typed, button: "1"})


def text(answer: HttpResponse) -> str:
    return " ".join(answer.content.decode().split())
