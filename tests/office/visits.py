"""Opening the office's pages as one of the cast."""

from datetime import datetime
from unittest.mock import patch

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from motcua.foundation import clock
from motcua.people.models import Account
from tests import cast


class At:
    """A browser of one person at one moment of the office."""

    def __init__(self, account: Account | None, at: datetime = cast.AT) -> None:
        self.client = Client()
        self.at = at
        if account is not None:
            self.client.force_login(account)

    def get(self, route: str, *args: object, **words: object) -> HttpResponse:
        """Open a page by the name of its route."""
        with patch.object(clock, "now", return_value=self.at):
            return self.client.get(reverse(f"office:{route}", args=args), words)

    def post(self, route: str, *args: object, **form: object) -> HttpResponse:
        """Send a form."""
        with patch.object(clock, "now", return_value=self.at):
            return self.client.post(reverse(f"office:{route}", args=args), form)


def words(response: HttpResponse) -> str:
    """The page as text, blanks made single."""
    return " ".join(response.content.decode().split())
