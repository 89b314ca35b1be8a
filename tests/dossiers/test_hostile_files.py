"""A hostile file costs some seconds and is refused; nobody else's work suffers by it."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from motcua.dossiers import actions, attachments
from motcua.dossiers.attachments import (
    FileGivenUp,
    FilesWaiting,
    FileUnreadable,
    TooManyPages,
    cleaned,
)
from motcua.dossiers.cleaning.bounds import SECONDS
from motcua.dossiers.models import Paper
from tests import cast
from tests.dossiers import hostile, story
from tests.dossiers.test_papers import pdf, photograph
from tests.unchanged import refused

# A file is made in its test: whoever only collects the tests makes none.
Make = Callable[[], bytes]


@pytest.mark.parametrize(
    ("make", "refusal"),
    [
        (lambda: hostile.nested(1_000), FileUnreadable),
        (lambda: hostile.nested(5_000_000), FileUnreadable),
        (hostile.endless_pages, FileUnreadable),
        (lambda: hostile.doubled_pages(40), FileUnreadable),
        (hostile.endless_names, FileUnreadable),
        (lambda: pdf(pages=5_000), TooManyPages),
        # 40 texts of 30 MiB each, in one megabyte: more than there may be of memory.
        (
            lambda: hostile.packed_objects(40, b"(%s)" % (b"a" * 30 * hostile.MIB), used=True),
            FileUnreadable,
        ),
    ],
    ids=["deep", "deeper", "circle", "doubling", "names", "pages", "memory"],
)
def test_a_file_without_end_is_refused(make: Make, refusal: type[Exception]) -> None:
    content = make()
    with pytest.raises(refusal):
        cleaned(content)


def test_a_table_that_follows_itself_is_mended_as_any_damaged_one() -> None:
    assert cleaned(hostile.endless_tables()).pages == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    "make",
    [
        # 12 GB out of 12 MB; half an hour of refinement out of 700 KB.
        lambda: hostile.packed_objects(400, b" " * 31 * hostile.MIB),
        lambda: hostile.endless_scans(20_000),
    ],
    ids=["pdf", "photograph"],
)
def test_a_file_that_takes_for_ever_is_given_up(make: Make) -> None:
    content = make()
    began = time.monotonic()
    with pytest.raises(FileGivenUp):
        cleaned(content)
    assert time.monotonic() - began < SECONDS + 2
    # And the next person's photograph is read.
    assert cleaned(photograph(300, 200)).media == "image/jpeg"


@pytest.mark.django_db
def test_nothing_of_it_is_kept(settings: object, tmp_path: Path) -> None:
    settings.MOTCUA_FILES = tmp_path  # type: ignore[attr-defined]
    law, by = story.law(), cast.acting(cast.resident())
    dossier = actions.keep(story.intake(law), by=by, at=cast.AT)
    given = {"dossier_id": dossier.pk, "name": law.papers[0].name, "by": by, "at": cast.AT}
    with refused(FileUnreadable):
        actions.attach(content=hostile.endless_pages(), **given)
    assert list(tmp_path.iterdir()) == []
    assert not Paper.objects.exists()


def test_who_would_wait_behind_hostile_files_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "_PATIENCE", 0.01)
    with attachments._ONE_AT_A_TIME, pytest.raises(FilesWaiting):
        cleaned(photograph(300, 200))
    assert cleaned(photograph(300, 200)).pages == 1


def test_what_opens_a_file_has_none_of_our_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program can be told to say its environment: nothing of the product's is in it."""
    monkeypatch.setenv("MOTCUA_SECRET_KEY", "a secret")
    seen: list[dict[str, str]] = []
    run = attachments.subprocess.run

    def noted(*args: object, **how: object) -> object:
        seen.append(how["env"])  # type: ignore[arg-type]
        return run(*args, **how)  # type: ignore[call-overload]

    monkeypatch.setattr(attachments.subprocess, "run", noted)
    cleaned(photograph(300, 200))
    assert seen == [{"LC_ALL": "C.UTF-8"}]
