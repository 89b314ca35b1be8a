"""Versions of procedures: made by loading, never changed; each day has the law of that day."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from motcua.audit.models import JournalLine
from motcua.foundation.actor import SYSTEM
from motcua.procedures.actions import LoadReport, load
from motcua.procedures.errors import NoProcedureInForce, NoSuchVersion, PackHasProblems
from motcua.procedures.models import ProcedureVersion
from motcua.procedures.queries import by_version, catalogue, in_force
from tests.procedures.packs import BIRTH, EXTRACT, PACKS, SIX, TODAY

AT = datetime(2026, 3, 3, 2, 0, tzinfo=UTC)
LAST, FIRST = date(2027, 2, 28), date(2027, 3, 1)

pytestmark = pytest.mark.django_db


def loaded(path: Path = PACKS) -> LoadReport:
    return load(path, by=SYSTEM, at=AT)


def rows() -> list[dict[str, object]]:
    return list(ProcedureVersion.objects.order_by("id").values())


def changed(tmp_path: Path, amount: str) -> Path:
    """The packs with another price for the extract copy."""
    packs = Path(shutil.copytree(PACKS, tmp_path / amount))
    file = packs / "vn/procedures" / EXTRACT / "procedure.toml"
    text = file.read_text(encoding="utf-8").replace("amount = 8000", f"amount = {amount}")
    file.write_text(text, encoding="utf-8")
    cases = file.parent / "examples.toml"
    kept = [line for line in cases.read_text(encoding="utf-8").splitlines() if "fee =" not in line]
    cases.write_text("\n".join(kept), encoding="utf-8")
    return packs


def test_loading_makes_a_version_of_each_edition_and_a_line_in_the_journal() -> None:
    report = loaded()
    assert len(report.made) == len(rows()) == 11
    assert report.unchanged == ()
    assert JournalLine.objects.filter(verb="load").count() == 11


def test_loading_again_changes_nothing() -> None:
    loaded()
    before = rows()
    assert loaded().made == ()
    assert rows() == before
    assert JournalLine.objects.filter(verb="load").count() == 11


def test_a_changed_pack_is_a_new_version_and_the_old_dossier_keeps_its_own(tmp_path: Path) -> None:
    loaded()
    old = in_force(EXTRACT, TODAY)
    report = load(changed(tmp_path, "9000"), by=SYSTEM, at=AT)
    assert report.made == (f"{EXTRACT} v3", f"{EXTRACT} v4")
    new = in_force(EXTRACT, TODAY)
    assert (old.fees.rules[0].tiers[0].amount, new.fees.rules[0].tiers[0].amount) == (8000, 9000)
    assert by_version(old.version_id) is old


def test_going_back_to_the_old_text_is_a_new_version_too(tmp_path: Path) -> None:
    loaded()
    load(changed(tmp_path, "9000"), by=SYSTEM, at=AT)
    assert loaded().made == (f"{EXTRACT} v5", f"{EXTRACT} v6")
    assert in_force(EXTRACT, TODAY).version == 5


def test_a_pack_with_a_problem_loads_nothing(tmp_path: Path) -> None:
    packs = Path(shutil.copytree(PACKS, tmp_path / "packs"))
    (packs / "vn/procedures" / BIRTH / "hi.toml").unlink()
    with pytest.raises(PackHasProblems) as refused:
        loaded(packs)
    assert refused.value.facts["count"] == len(refused.value.facts["problems"])  # type: ignore[arg-type]
    assert rows() == []
    assert not JournalLine.objects.exists()


@pytest.mark.parametrize("code", [code for code in SIX if code != "2.000815"])
def test_the_law_switches_on_the_first_of_march_2027(code: str) -> None:
    loaded()
    old, new = in_force(code, LAST), in_force(code, FIRST)
    assert (old.valid_to, new.valid_from) == (LAST, FIRST)
    assert old.legal_basis[0].document == "Luật Hộ tịch 60/2014/QH13"
    assert "01/03/2027" in new.legal_basis[0].document
    assert new.marks["deadline"] == "unsure"
    assert in_force(code, date(2027, 12, 31)) is new


def test_before_its_first_day_a_procedure_is_refused() -> None:
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
def test_the_catalogue_shows_each_procedure_once(on: date) -> None:
    loaded()
    assert [one.code for one in catalogue(on)] == sorted(SIX)
    assert [in_force(one.code, on) for one in catalogue(on)] == list(catalogue(on))


def test_the_catalogue_is_one_question_to_the_database_once_it_is_known(
    django_assert_num_queries: object,
) -> None:
    loaded()
    catalogue(TODAY)
    with django_assert_num_queries(1):  # type: ignore[operator]
        catalogue(TODAY)


@pytest.mark.parametrize("act", ["update", "delete"])
def test_the_database_refuses_to_change_a_version(act: str) -> None:
    loaded()
    before = rows()
    mine = ProcedureVersion.objects.filter(code=EXTRACT)
    with pytest.raises(DatabaseError), transaction.atomic():
        mine.update(version=7) if act == "update" else mine._raw_delete("default")
    assert rows() == before


def test_two_versions_with_one_number_are_refused() -> None:
    loaded()
    one = ProcedureVersion.objects.filter(code=EXTRACT).first()
    assert one is not None
    one.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        one.save(force_insert=True)
    assert len(rows()) == 11
