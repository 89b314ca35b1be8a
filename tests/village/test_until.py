"""Until when a help is: said on each of its pages and with the line, beside the time there."""

from datetime import timedelta

import pytest

from motcua.helping.models import Help
from tests import cast
from tests.portal.forms import FORM
from tests.village.phone import LATER, Phone, text

pytestmark = pytest.mark.django_db


def test_pages_and_the_line_say_until_when_and_what_time_it_is(giup: Phone) -> None:
    giup.begin()
    giup.at = LATER
    until = Help.objects.get().until
    assert until == cast.AT + timedelta(minutes=30)
    times = f'data-until="{until.isoformat()}" data-at="{LATER.isoformat()}"'
    assert times in text(giup.get(f"{FORM}?for=none"))
    said = giup.get("/line").json()
    assert (said["until"], said["at"]) == (until.isoformat(), LATER.isoformat())
    giup.at = until
    over = giup.get("/line").json()
    assert "until" not in over
    assert over["who"] != said["who"]
