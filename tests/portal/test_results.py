"""The signed paper: for its owner, once it is decided, sealed and paid for; each opening traced."""

import pytest
from django.test import Client

from motcua.audit.models import JournalLine
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from motcua.foundation import files
from motcua.procedures.pack import Procedure
from motcua.results.models import Document
from tests import cast
from tests.portal.forms import send

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 a signed paper of the tests"


@pytest.fixture
def dossier(thu: Client, law: Procedure) -> Dossier:
    """Thử's, resolved and paid."""
    send(thu, delivery="electronic")
    Dossier.objects.update(state=State.DONE, fee_paid=16000)
    return Dossier.objects.get()


def paper(dossier: Dossier, kind: str = "result", state: str = "ready") -> Document:
    return Document.objects.create(
        commune_id=cast.COC_SAN,
        key=f"{kind}:{state}",
        about=f"dossier:{dossier.pk}",
        kind=kind,
        template="extract_birth",
        data={},
        asked_at=cast.AT,
        asked_by="system",
        state=state,
        sha256=files.keep(PDF),
        size=len(PDF),
    )


def test_the_owner_downloads_it_and_the_journal_says_so(thu: Client, dossier: Dossier) -> None:
    address = f"/mine/{dossier.pk}/paper/{paper(dossier).pk}"
    assert address in thu.get(f"/mine/{dossier.pk}").content.decode()
    answer = thu.get(address)
    assert (answer.content, answer["Content-Type"]) == (PDF, "application/pdf")
    assert JournalLine.objects.filter(verb="read.result").count() == 1


def test_nobody_else_has_it(mau: Client, guest: Client, dossier: Dossier) -> None:
    address = f"/mine/{dossier.pk}/paper/{paper(dossier).pk}"
    assert mau.get(address).status_code == 404
    assert guest.get(address).status_code == 302
    assert JournalLine.objects.filter(verb="read.result").count() == 0


def test_a_draft_of_the_paper_is_never_shown(thu: Client, dossier: Dossier) -> None:
    for kind, state in (("draft", "ready"), ("result", "asked")):
        address = f"/mine/{dossier.pk}/paper/{paper(dossier, kind, state).pk}"
        assert thu.get(address).status_code == 404


def test_it_opens_when_the_fee_is_paid_and_not_before(thu: Client, dossier: Dossier) -> None:
    address = f"/mine/{dossier.pk}/paper/{paper(dossier).pk}"
    Dossier.objects.update(fee_paid=0)
    assert thu.get(address).status_code == 404
    assert "khi đã nộp phí" in thu.get(f"/mine/{dossier.pk}").content.decode()


def test_before_the_decision_there_is_nothing_to_open(thu: Client, dossier: Dossier) -> None:
    address = f"/mine/{dossier.pk}/paper/{paper(dossier).pk}"
    Dossier.objects.update(state=State.IN_PROGRESS)
    assert thu.get(address).status_code == 404
