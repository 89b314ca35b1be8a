"""Asking for papers: once, whole, and told in the journal."""

from datetime import timedelta

import pytest

from motcua.audit.models import JournalLine
from motcua.results.actions import replace, reprint, revoke
from motcua.results.errors import (
    NotNewer,
    NotReadyYet,
    NotThisCommune,
    NotValidAnyMore,
    PaperIncomplete,
    ReasonMissing,
    ReplacedByItself,
)
from motcua.results.models import Document, Reprint, Result
from motcua.results.press import produce
from motcua.results.queries import document, papers_about, result_of
from tests import cast
from tests.results.paperwork import result, slip
from tests.unchanged import refused

pytestmark = pytest.mark.django_db


def test_asking_twice_with_one_key_is_asking_once() -> None:
    first, second = slip(key="slip:7"), slip(key="slip:7")
    assert first.pk == second.pk
    assert JournalLine.objects.filter(verb="slip.ask").count() == 1


def test_a_paper_that_lacks_something_is_not_asked_for() -> None:
    with pytest.raises(PaperIncomplete):
        slip(**{"filer.name": ""})
    assert not Document.objects.exists()
    assert not JournalLine.objects.exists()


def test_a_decision_has_one_result_however_often_it_is_asked_for() -> None:
    first, second = result(decision="dossier:9"), result(decision="dossier:9")
    assert first.pk == second.pk
    assert (Result.objects.count(), Document.objects.count()) == (1, 1)
    assert JournalLine.objects.filter(verb="result.issue").count() == 1


def test_numbers_run_by_symbol_and_year_without_a_gap() -> None:
    numbers = [result(decision=f"dossier:{n}").number for n in range(3)]
    other = result("marital_status", symbol="UBND-XNTTHN").number
    assert numbers == ["01/TLKS-BS", "02/TLKS-BS", "03/TLKS-BS"]
    assert other == "01/UBND-XNTTHN"


def test_a_result_that_is_refused_takes_no_number() -> None:
    with pytest.raises(PaperIncomplete):
        result(decision="dossier:hollow", data={"child.name": "Lù Thị Đào"})
    assert not Result.objects.exists()
    assert result(decision="dossier:next").number == "01/TLKS-BS"


def test_a_birth_certificate_bears_its_number_in_the_book() -> None:
    made = result("birth_certificate", number="27/2026")
    assert (made.number, made.year, made.title) == ("27/2026", 2026, "Giấy khai sinh")


def test_the_papers_of_a_dossier_are_listed_the_oldest_first() -> None:
    first, second = slip(), result().document
    Document.objects.filter(pk=second.pk).update(asked_at=cast.AT + timedelta(minutes=1))
    assert papers_about("dossier:1", commune=cast.COC_SAN) == [first, second]
    assert result_of("dossier:extract_birth", commune=cast.COC_SAN) == Result.objects.get()
    assert result_of("dossier:extract_birth", commune=cast.OTHER) is None


def test_another_commune_sees_no_paper_and_ends_none() -> None:
    made = result()
    cast.other_commune()
    stranger = cast.acting(cast.stranger_officer())
    with pytest.raises(NotThisCommune):
        document(made.document_id, by=stranger)
    with pytest.raises(NotThisCommune):
        revoke(result_id=made.pk, reason="Nhầm", by=stranger, at=cast.AT)
    made.refresh_from_db()
    assert made.status == "valid"


def test_a_reprint_says_why_and_counts_its_copies() -> None:
    made = result()
    produce(made.document_id, cast.AT)
    officer = cast.acting(cast.officer())
    copies = [
        reprint(result_id=made.pk, reason="Máy in kẹt giấy", by=officer, at=cast.AT).copy
        for _ in range(2)
    ]
    assert copies == [2, 3]
    line = JournalLine.objects.filter(verb="result.reprint").first()
    assert line is not None
    assert (line.why, line.facts["copy"]) == ("Máy in kẹt giấy", 2)


def test_a_reprint_without_reason_is_refused() -> None:
    made = result()
    with pytest.raises(ReasonMissing):
        reprint(result_id=made.pk, reason="  ", by=cast.acting(cast.officer()), at=cast.AT)
    assert not Reprint.objects.exists()


def test_what_is_not_made_yet_is_not_printed_again() -> None:
    made = result()
    with pytest.raises(NotReadyYet):
        reprint(result_id=made.pk, reason="Mất", by=cast.acting(cast.officer()), at=cast.AT)


def test_a_result_is_revoked_once_with_a_reason() -> None:
    made, chair = result(), cast.acting(cast.chair())
    with pytest.raises(ReasonMissing):
        revoke(result_id=made.pk, reason="", by=chair, at=cast.AT)
    revoke(result_id=made.pk, reason="Cấp sai thẩm quyền", by=chair, at=cast.AT)
    with pytest.raises(NotValidAnyMore):
        revoke(result_id=made.pk, reason="Lần nữa", by=chair, at=cast.AT)
    made.refresh_from_db()
    assert (made.status, made.reason) == ("revoked", "Cấp sai thẩm quyền")


def test_a_result_is_replaced_by_a_valid_one_of_the_same_commune() -> None:
    old, new = result(decision="dossier:1"), result(decision="dossier:2")
    chair = cast.acting(cast.chair())
    replace(result_id=old.pk, replaced_by=new.pk, reason="Cải chính", by=chair, at=cast.AT)
    old.refresh_from_db()
    assert (old.status, old.replaced_by) == ("replaced", new)
    with pytest.raises(NotValidAnyMore):
        replace(result_id=new.pk, replaced_by=old.pk, reason="Ngược", by=chair, at=cast.AT)
    with refused(ReplacedByItself):
        replace(result_id=new.pk, replaced_by=new.pk, reason="Vòng", by=chair, at=cast.AT)


def test_a_result_is_not_replaced_by_one_that_was_issued_before_it() -> None:
    chair = cast.acting(cast.chair())
    before = result(decision="dossier:1", at=cast.AT - timedelta(minutes=1))
    made = result(decision="dossier:2")
    with refused(NotNewer) as caught:
        replace(result_id=made.pk, replaced_by=before.pk, reason="Ngược", by=chair, at=cast.AT)
    assert caught.value.facts == {"number": "01/TLKS-BS"}
