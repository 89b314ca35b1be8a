"""A file without a row goes, a row without a file is said, and neither harms what is whole."""

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from structlog.testing import capture_logs

from motcua.consequences.models import LostFile
from motcua.consequences.sweeping import columns, lost_files, sweep_files
from motcua.dossiers import actions
from motcua.dossiers.models import DossierEvent, PaperFile
from motcua.foundation import files
from motcua.foundation.actor import SYSTEM
from motcua.foundation.hold import held
from motcua.results.models import Document
from tests import cast
from tests.dossiers import story
from tests.dossiers.test_papers import photograph

pytestmark = pytest.mark.django_db
NOW = datetime.now(UTC)


@pytest.fixture(autouse=True)
def place(settings: Any, tmp_path: Path) -> Path:
    settings.MOTCUA_FILES = tmp_path / "files"
    return tmp_path / "files"


def old(digest: str) -> str:
    then = time.time() - 30 * 3600
    os.utime(files.path_of(digest), (then, then))
    return digest


def a_day(at: datetime = NOW) -> None:
    """Every hour of a day: all folders once."""
    for hour in range(24):
        sweep_files(at + timedelta(hours=hour))


def test_every_kind_of_file_that_a_row_names_stays() -> None:
    law = story.law()
    by = cast.acting(cast.resident())
    dossier = actions.keep(story.intake(law), by=by, at=cast.AT)
    given = {"dossier_id": dossier.pk, "name": law.papers[0].name, "by": by, "at": cast.AT}
    paper = actions.attach(content=photograph(300, 200), **given).digest
    slip = files.keep(b"a slip")
    Document.objects.create(
        commune_id=cast.COC_SAN,
        key="k",
        about="a",
        kind="slip",
        template="slip_receipt",
        data={},
        asked_at=cast.AT,
        asked_by=SYSTEM.id,
        sha256=slip,
    )
    drawn = files.keep(b"a signature")
    DossierEvent.objects.create(
        dossier=dossier,
        act=uuid4(),
        verb="hand_over",
        before=9,
        after=10,
        at=cast.AT,
        actor="",
        actor_name="",
        who="",
        signature=drawn,
    )
    nobodys = files.keep(b"nobody's")
    for one in (paper, slip, drawn, nobodys):
        old(one)
    with capture_logs() as said:
        a_day()
    assert files.missing([paper, slip, drawn, nobodys]) == [nobodys]
    assert [(one["event"], one["count"]) for one in said] == [("files.swept", 1)]
    assert lost_files() == 0


def test_a_paper_that_was_taken_off_goes_with_its_file() -> None:
    law = story.law()
    by = cast.acting(cast.resident())
    dossier = actions.keep(story.intake(law), by=by, at=cast.AT)
    given = {"dossier_id": dossier.pk, "name": law.papers[0].name, "by": by, "at": cast.AT}
    file = actions.attach(content=photograph(300, 200), **given)
    actions.detach(dossier_id=dossier.pk, file=file.pk, by=by, at=cast.AT)
    old(file.digest)
    a_day()
    assert files.missing([file.digest]) == [file.digest]


def test_the_file_of_a_writer_killed_before_its_row_goes_after_a_day(place: Path) -> None:
    """The process dies by SIGKILL when the file is whole and no row is written."""
    script = (
        "import os, signal, sys, django; django.setup()\n"
        "from motcua.foundation import files\n"
        "digest = files.keep(b'before the row')\n"
        "print(digest, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    env = {
        **os.environ,
        "PYTHONPATH": "src:.",
        "DJANGO_SETTINGS_MODULE": "motcua.project.settings",
        "MOTCUA_DATA": str(place.parent),
    }
    done = subprocess.run(
        [sys.executable, "-c", script], env=env, capture_output=True, text=True, check=False
    )
    digest = done.stdout.strip().split()[-1]
    (there,) = [path for path in place.parent.rglob(digest) if path.is_file()]
    assert done.returncode == -signal.SIGKILL
    assert there == files.path_of(digest)
    a_day()
    assert files.missing([digest]) == []
    old(digest)
    a_day()
    assert files.missing([digest]) == [digest]


def test_a_row_whose_file_is_gone_is_said_until_it_is_back() -> None:
    law = story.law()
    by = cast.acting(cast.resident())
    dossier = actions.keep(story.intake(law), by=by, at=cast.AT)
    given = {"dossier_id": dossier.pk, "name": law.papers[0].name, "by": by, "at": cast.AT}
    digest = actions.attach(content=photograph(300, 200), **given).digest
    content = files.read(digest)
    files.path_of(digest).unlink()
    with capture_logs() as said:
        a_day()
    assert [(one["event"], one["log_level"]) for one in said] == [("files.lost", "error")]
    a_day(NOW + timedelta(days=1))
    assert (lost_files(), LostFile.objects.get().digest) == (1, digest)
    assert PaperFile.objects.get().digest == digest
    files.keep(content)
    a_day(NOW + timedelta(days=2))
    assert lost_files() == 0


def test_no_file_goes_while_a_backup_copies_them(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    digest = old(files.keep(b"nobody's"))
    with held(tmp_path / "files-lock", alone=False):
        a_day()
    assert files.missing([digest]) == []
    a_day()
    assert files.missing([digest]) == [digest]


def test_every_column_that_names_files_is_known_and_indexed() -> None:
    found = {(model._meta.label, name) for model, name in columns()}
    assert found >= {
        ("dossiers.PaperFile", "digest"),
        ("dossiers.DossierEvent", "signature"),
        ("results.Document", "sha256"),
    }
    for model, name in columns():
        first = {index.fields[0] for index in model._meta.indexes}
        assert model._meta.get_field(name).db_index or name in first, (model, name)
