"""Versions of procedures: made by loading, never changed; each day has the law of that day."""

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from motcua.audit.models import JournalLine
from motcua.foundation.actor import SYSTEM
from motcua.procedures import source
from motcua.procedures.actions import LoadReport, is_loaded, keep, load
from motcua.procedures.errors import NoProcedureInForce, NoSuchVersion, PackHasProblems
from motcua.procedures.models import FolderRead, ProcedureVersion
from motcua.procedures.queries import by_version, catalogue, in_force
from tests.procedures.packs import (
    BIRTH,
    EXTRACT,
    SIX,
    TODAY,
    codes,
    contents,
    six_copied,
)

AT = datetime(2026, 3, 3, 2, 0, tzinfo=UTC)
LAST, FIRST = date(2027, 2, 28), date(2027, 3, 1)

Loading = Callable[..., LoadReport]
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The six procedures: five with an edition for the law of 2027."""
    return six_copied(tmp_path_factory.mktemp("six") / "packs")


@pytest.fixture
def loaded(packs: Path) -> Loading:
    """Loads the six, or the packs of another folder."""
    return lambda path=packs: load(path, by=SYSTEM, at=AT)


def rows() -> list[dict[str, object]]:
    return list(ProcedureVersion.objects.order_by("id").values())


def changed(packs: Path, amount: str) -> Path:
    """A copy of packs with another price for the extract copy."""
    packs = Path(shutil.copytree(packs, packs.parent / amount, dirs_exist_ok=True))
    file = packs / "vn/procedures" / EXTRACT / "procedure.toml"
    text = file.read_text(encoding="utf-8").replace("amount = 8000", f"amount = {amount}")
    file.write_text(text, encoding="utf-8")
    cases = file.parent / "examples.toml"
    kept = [line for line in cases.read_text(encoding="utf-8").splitlines() if "fee =" not in line]
    cases.write_text("\n".join(kept), encoding="utf-8")
    return packs


def test_loading_makes_a_version_of_each_edition_and_a_line_in_the_journal(loaded: Loading) -> None:
    report = loaded()
    assert len(report.made) == len(rows()) == 11
    assert report.unchanged == ()
    assert JournalLine.objects.filter(verb="load").count() == 11


def test_loading_again_changes_nothing(loaded: Loading) -> None:
    loaded()
    before = rows()
    assert loaded().made == ()
    assert rows() == before
    assert JournalLine.objects.filter(verb="load").count() == 11


def test_a_changed_pack_is_a_new_version_and_the_old_dossier_keeps_its_own(
    loaded: Loading, packs: Path
) -> None:
    loaded()
    old = in_force(EXTRACT, TODAY)
    report = load(changed(packs, "9000"), by=SYSTEM, at=AT)
    assert report.made == (f"{EXTRACT} v3", f"{EXTRACT} v4")
    new = in_force(EXTRACT, TODAY)
    assert (old.fees.rules[0].tiers[0].amount, new.fees.rules[0].tiers[0].amount) == (8000, 9000)
    assert by_version(old.version_id) is old


def test_going_back_to_the_old_text_is_a_new_version_too(loaded: Loading, packs: Path) -> None:
    loaded()
    load(changed(packs, "9000"), by=SYSTEM, at=AT)
    assert loaded().made == (f"{EXTRACT} v5", f"{EXTRACT} v6")
    assert in_force(EXTRACT, TODAY).version == 5


def test_a_pack_with_a_problem_loads_nothing(loaded: Loading, packs: Path, tmp_path: Path) -> None:
    bad = Path(shutil.copytree(packs, tmp_path / "packs"))
    (bad / "vn/procedures" / BIRTH / "hi.toml").unlink()
    with pytest.raises(PackHasProblems) as refused:
        loaded(bad)
    assert refused.value.facts["count"] == len(refused.value.facts["problems"])  # type: ignore[arg-type]
    assert rows() == []
    assert not JournalLine.objects.exists()
    assert not FolderRead.objects.exists()


def test_a_folder_is_known_as_loaded_until_a_file_of_it_or_the_province_is_another(
    loaded: Loading, packs: Path
) -> None:
    assert not is_loaded(packs)
    loaded()
    assert is_loaded(packs)
    assert not is_loaded(packs, province="laocai")
    dearer = changed(packs, "9000")
    assert not is_loaded(dearer)
    load(dearer, by=SYSTEM, at=AT)
    assert is_loaded(dearer)
    assert not is_loaded(packs)


def test_a_folder_that_was_copied_to_another_place_is_the_same_law(
    loaded: Loading, packs: Path, tmp_path: Path
) -> None:
    loaded()
    assert is_loaded(Path(shutil.copytree(packs, tmp_path / "elsewhere")))


def test_a_newer_program_reads_the_folder_again(
    loaded: Loading, packs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded()
    newer = Path(shutil.copytree(source._OURS, tmp_path / "procedures"))
    (newer / "loader.py").write_text("# another reading\n", encoding="utf-8")
    monkeypatch.setattr(source, "_OURS", newer)
    assert not is_loaded(packs)


def test_the_whole_catalogue_is_kept() -> None:
    """66 editions: 27 procedures of civil status have one for each law, 12 of certification one."""
    assert len(keep(contents(), by=SYSTEM, at=AT).made) == len(rows()) == 66
    assert [one.code for one in catalogue(LAST)] == sorted(codes())
    assert [one.code for one in catalogue(FIRST)] == sorted(codes())


@pytest.mark.parametrize("code", [code for code in SIX if code != "2.000815"])
def test_the_law_switches_on_the_first_of_march_2027(loaded: Loading, code: str) -> None:
    loaded()
    old, new = in_force(code, LAST), in_force(code, FIRST)
    assert (old.valid_to, new.valid_from) == (LAST, FIRST)
    assert old.legal_basis[0].document == "Luật Hộ tịch 60/2014/QH13"
    assert "01/03/2027" in new.legal_basis[0].document
    assert new.marks["deadline"] == "unsure"
    assert in_force(code, date(2027, 12, 31)) is new


def test_before_its_first_day_a_procedure_is_refused(loaded: Loading) -> None:
    loaded()
    assert in_force(EXTRACT, date(2025, 7, 1)).code == EXTRACT
    with pytest.raises(NoProcedureInForce):
        in_force(EXTRACT, date(2025, 6, 30))
    with pytest.raises(NoProcedureInForce):
        in_force("9.999999", TODAY)


def test_a_version_that_never_was_is_refused() -> None:
    with pytest.raises(NoSuchVersion):
        by_version(987_654_321)


@pytest.mark.parametrize("on", [LAST, FIRST])
def test_the_catalogue_shows_each_procedure_once(loaded: Loading, on: date) -> None:
    loaded()
    assert [one.code for one in catalogue(on)] == sorted(SIX)
    assert [in_force(one.code, on) for one in catalogue(on)] == list(catalogue(on))


def test_the_catalogue_is_one_question_to_the_database_once_it_is_known(
    loaded: Loading, django_assert_num_queries: object
) -> None:
    loaded()
    catalogue(TODAY)
    with django_assert_num_queries(1):  # type: ignore[operator]
        catalogue(TODAY)


@pytest.mark.parametrize("act", ["update", "delete"])
def test_the_database_refuses_to_change_a_version(loaded: Loading, act: str) -> None:
    loaded()
    before = rows()
    mine = ProcedureVersion.objects.filter(code=EXTRACT)
    with pytest.raises(DatabaseError), transaction.atomic():
        mine.update(version=7) if act == "update" else mine._raw_delete("default")
    assert rows() == before


def test_two_versions_with_one_number_are_refused(loaded: Loading) -> None:
    loaded()
    one = ProcedureVersion.objects.filter(code=EXTRACT).first()
    assert one is not None
    one.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        one.save(force_insert=True)
    assert len(rows()) == 11
