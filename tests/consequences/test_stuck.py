"""What the loop could not do is seen by the administrator, who has it tried again."""

from datetime import timedelta

import pytest

from motcua.audit.models import JournalLine
from motcua.consequences import loop, queries
from motcua.consequences.actions import try_now
from motcua.consequences.errors import NotStuck, NotYourMachine
from motcua.consequences.models import Heartbeat, Stuck
from motcua.dossiers.models import DossierEvent
from tests import cast
from tests.dossiers import story
from tests.unchanged import refused

pytestmark = pytest.mark.django_db
LATER = cast.AT + timedelta(minutes=10)


def stuck() -> Stuck:
    """A submission whose message could not be written, to be tried in an hour."""
    story.submitted(story.law())
    return Stuck.objects.create(
        event=DossierEvent.objects.get(verb="submit"),
        tries=3,
        next_try_at=LATER + timedelta(hours=1),
        fault="ValueError: mưa",
    )


def test_a_stuck_act_is_tried_in_the_next_round_and_is_gone_when_it_succeeds() -> None:
    row = stuck()
    loop.round_once(LATER)
    assert Stuck.objects.count() == 1
    try_now(stuck_id=row.pk, by=cast.acting(cast.administrator()), at=LATER)
    line = JournalLine.objects.get(verb="try_now")
    assert line.about == f"dossier:{row.event.dossier_id}"
    assert line.facts == {"act": "submit", "tries": 3}
    loop.round_once(LATER)
    assert Stuck.objects.count() == 0


@pytest.mark.parametrize("who", [cast.officer, cast.chair, cast.auditor, cast.receptionist])
def test_nobody_but_the_administrator_sees_or_tries_it(who: object) -> None:
    row, by = stuck(), cast.acting(who())  # type: ignore[operator]
    with refused(NotYourMachine):
        try_now(stuck_id=row.pk, by=by, at=LATER)
    with pytest.raises(NotYourMachine):
        queries.stuck(by=by)


def test_what_went_through_meanwhile_or_is_anothers_is_not_stuck() -> None:
    row, by = stuck(), cast.acting(cast.administrator())
    row.event.dossier.commune = cast.other_commune()
    row.event.dossier.save(update_fields=["commune"])
    assert queries.stuck(by=by) == []
    for key in (row.pk, row.pk + 1):
        with refused(NotStuck):
            try_now(stuck_id=key, by=by, at=LATER)


def test_the_heart_tells_since_when_it_beats(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop, "_last_beat", {})
    for minutes in (0, 5, 9):
        loop.round_once(cast.AT + timedelta(minutes=minutes))
    beat = Heartbeat.objects.get(name="worker")
    assert (beat.since, beat.at) == (cast.AT, cast.AT + timedelta(minutes=9))
    seen = queries.worker(beat.at + timedelta(seconds=59))
    assert (seen.since, seen.alive) == (cast.AT, True)
    assert queries.worker(beat.at + timedelta(seconds=60)).alive is False
    # Another process begins anew.
    monkeypatch.setattr(loop, "_last_beat", {})
    loop.round_once(cast.AT + timedelta(hours=1))
    assert Heartbeat.objects.get(name="worker").since == cast.AT + timedelta(hours=1)
