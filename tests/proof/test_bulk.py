"""Many at once that is cut off or meets another: nothing is half done, nothing is done twice."""

import signal
import subprocess
import sys
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest

from motcua.audit.journal import faults
from motcua.counter.bulk.doing import Confirmed, do_all
from motcua.counter.bulk.table import BULK
from motcua.dossiers import queries
from motcua.dossiers.models import Dossier, DossierEvent
from motcua.dossiers.states import State, Step
from motcua.foundation.actor import Actor
from tests import cast
from tests.dossiers import story
from tests.parallel import on_its_database, one_database, together

pytestmark = pytest.mark.django_db(transaction=True)


def waiting(number: int) -> list[Confirmed]:
    law = story.law()
    rows = [story.submitted(law) for _ in range(number)]
    return [Confirmed(row.pk, row.revision, "take_up") for row in rows]


def pressed(lines: list[Confirmed], key: object, by: Actor) -> dict[str, str]:
    keys = [one.dossier for one in lines]
    rows = queries.several(by=by, keys=keys, at=cast.AT, why="bulk")
    return do_all(BULK["take_up"], lines, rows, {}, key=key, by=by, at=cast.AT)  # type: ignore[arg-type]


def states() -> list[tuple[int, str]]:
    return sorted(Dossier.objects.values_list("state", "step"))


def test_a_worker_killed_in_the_middle_leaves_whole_acts_and_the_next_press_does_the_rest(
    tmp_path: Path,
) -> None:
    lines, key = waiting(4), uuid4()
    officer = cast.officer()
    by = cast.acting(officer)
    with one_database(tmp_path):
        values = [f"{one.dossier}~{one.revision}~{one.seen}" for one in lines]
        killed = subprocess.run(
            [sys.executable, "-m", "tests.proof.killed", str(key), str(officer.pk), *values],
            env=on_its_database(),
            check=False,
        )
        assert killed.returncode == -signal.SIGKILL
        taken, new = (State.IN_PROGRESS, Step.CHECK), (State.SUBMITTED, Step.NONE)
        assert states() == [new, new, taken, taken]
        assert pressed(lines, key, by) == {}
        assert states() == [taken] * 4
        assert DossierEvent.objects.filter(verb="accept").count() == 4
        assert DossierEvent.objects.filter(verb="begin").count() == 4
        assert list(faults(lambda _: None, {})) == []


def test_of_two_officers_at_the_same_moment_each_dossier_has_one(tmp_path: Path) -> None:
    lines = waiting(6)
    officers = [cast.acting(cast.officer()), cast.acting(cast.second_officer())]
    with one_database(tmp_path):
        refused = together([partial(pressed, lines, uuid4(), by) for by in officers])
        assert [one for one in refused if isinstance(one, Exception)] == []
        assert sum(len(one) for one in refused) == 6
        assert states() == [(State.IN_PROGRESS, Step.CHECK)] * 6
        assert DossierEvent.objects.filter(verb="begin").count() == 6
        for row in Dossier.objects.all():
            acts = row.events.filter(verb__in=("accept", "begin"))
            assert set(acts.values_list("actor", flat=True)) == {f"account:{row.officer_id}"}
        assert list(faults(lambda _: None, {})) == []
