"""One entry of the demo's books is cancelled, another is proposed to be."""

import pytest

from motcua.consequences.cancelling import cancel_entry
from motcua.dossiers.made_of_entry import made_of_entry
from motcua.dossiers.models import Dossier
from motcua.people.models import Account, Resident
from motcua.people.queries import actor_for
from motcua.registers.models import Cancelling
from tests.demo.conftest import AT, Loaded

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo")]


def test_a_child_that_nobody_has_seen_stands_cancelled_in_the_book(demo: Loaded) -> None:
    row = Cancelling.objects.select_related("entry", "note").get(outcome="approved")
    entry, note = row.entry, row.note
    assert (entry.kind, entry.year, entry.source) == ("birth", 2021, "demo:cancelled:birth")
    assert note is not None
    assert entry.cancelled() == note
    names = [entry.content["child.name"], entry.content["mother.name"]]
    assert not Resident.objects.filter(full_name__in=names).exists()
    assert (row.proposed_by_name, row.answered_by_name) == (
        "Hoàng Văn Xét Mẫu",
        "Phạm Văn Ký Mẫu",
    )
    assert row.answered_at is not None
    assert row.proposed_at < row.answered_at < AT


def test_a_proposal_waits_whose_approval_takes_a_paper_its_force(demo: Loaded) -> None:
    row = Cancelling.objects.get(outcome="open")
    chair = actor_for(Account.objects.get(login="chutich"), at=AT)
    (paper,) = made_of_entry(row.entry_id, by=chair)
    assert Dossier.objects.filter(entry=row.entry_id).count() == 1
    cancel_entry(cancelling=row.pk, by=chair, at=AT)
    assert made_of_entry(row.entry_id, by=chair) == []
    paper.result.refresh_from_db()
    assert paper.result.status == "revoked"
