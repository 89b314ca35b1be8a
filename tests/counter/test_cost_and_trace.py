"""Every page of the desk asks the database as often for many rows as for few, and is journalled."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.audit.models import JournalLine
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.people.models import Account
from motcua.procedures.pack import Procedure
from motcua.registers.models import Entry
from tests import cast
from tests.counter.visits import At
from tests.dossiers import story

pytestmark = pytest.mark.django_db
LATER = cast.AT + timedelta(minutes=30)


def checked_with(law: Procedure, entry: Entry) -> Dossier:
    """Checked against an entry that is there; the chair's turn."""
    officer = cast.acting(cast.officer())
    return actions.check(story.press(story.in_progress(law), officer), entry=entry.pk)


def asked(desk: At, route: str, *args: object, **words: str) -> int:
    """How many questions a page asks the database, its caches warm."""
    assert desk.get(route, *args, **words).status_code == 200
    with CaptureQueriesContext(connection) as caught:
        desk.get(route, *args, **words)
    return len(caught)


@pytest.mark.parametrize(
    ("who", "route", "words", "most"),
    [
        (cast.officer, "desk", {}, 16),
        (cast.officer, "search", {"q": "vang thi thu"}, 12),
        (cast.officer, "search", {"q": "0990 000 001"}, 12),
        (cast.chair, "to_sign", {}, 14),
        (cast.receptionist, "reception", {}, 10),
    ],
)
def test_a_list_asks_no_more_for_many_rows_than_for_few(
    who: Callable[[], Account], route: str, words: dict[str, str], most: int
) -> None:
    law, entry = story.law(), story.birth_entry()
    checked_with(law, entry)
    desk = At(who(), LATER)
    few = asked(desk, route, **words)
    for _row in range(8):
        checked_with(law, entry)
        story.submitted(law)
    many = asked(desk, route, **words)
    assert many <= few <= most
    # PostgreSQL need not look among all names when the newest fill the page: one question less.
    assert few - many == (connection.vendor == "postgresql" and words.get("q") == "vang thi thu")


def test_a_dossiers_page_asks_a_bounded_number_of_questions() -> None:
    dossier = story.in_progress(story.law())
    story.birth_entry()
    assert asked(At(cast.officer(), LATER), "dossier", dossier.pk) <= 45


@pytest.mark.parametrize(
    ("who", "route", "words", "verb"),
    [
        (cast.officer, "desk", {}, "read.work_list"),
        (cast.officer, "search", {"q": "vang thi"}, "read.search"),
        (cast.officer, "search", {"q": "0990 000 001"}, "read.search"),
        (cast.chair, "to_sign", {}, "read.to_sign"),
    ],
)
def test_each_page_with_names_leaves_a_line(
    who: Callable[[], Account], route: str, words: dict[str, str], verb: str
) -> None:
    dossier = checked_with(story.law(), story.birth_entry())
    At(who(), LATER).get(route, **words)
    line = JournalLine.objects.get(verb=verb)
    assert f"dossier:{dossier.pk}" in (line.about, *line.facts.get("about", []))


def test_the_register_is_looked_into_for_a_dossier_by_name() -> None:
    dossier = story.in_progress(story.law())
    story.birth_entry()
    At(cast.officer(), LATER).get("dossier", dossier.pk)
    assert JournalLine.objects.get(verb="read.register.birth").why == f"dossier:{dossier.pk}"
