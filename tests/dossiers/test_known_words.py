"""Each word of the vocabulary with which a form asks of people is fed, or is in a short list."""

from collections.abc import Iterator

import pytest

from motcua.people.models import Resident
from motcua.procedures.queries import in_force
from motcua.procedures.vocabulary import MEANS
from tests import kin
from tests.dossiers import story
from tests.dossiers.evidence.records import died, noted
from tests.dossiers.filled_in import meant
from tests.procedures.packs import TODAY, codes

pytestmark = pytest.mark.django_db
# The few that nobody can know before the person says them.
NOBODY_KNOWS = {
    "copies", "pages", "delivery", "purpose",  # what is wanted this time
    "register.kind",  # which paper is wanted; the page before the form asks it once
    "interpreter.name", "witness.one", "witness.two",  # whoever comes along
    "notice.number", "notice.day",  # a hospital's notice, in the hands of the parents alone
}  # fmt: skip
# No pack of today asks for it; where one does, an earlier request tells it.
NOT_ASKED = {"filer.email"}
FAMILY = ("self", "child")
BOOKS = (
    {},
    {"event": "birth"},
    {"event": "marriage"},
    {"event": "parentage"},
    {"paper_kind": "birth"},
)


def used() -> set[str]:
    return {one.means for code in codes() for one in in_force(code, TODAY).form.fields if one.means}


def learned() -> Iterator[str]:
    """Whatever any form was filled in with, for oneself or the child, at home or at the counter."""
    for code in codes():
        for who in FAMILY:
            for answers in BOOKS if "register.kind" in of(code) else BOOKS[:1]:
                yield from meant(code, who, answers=answers)
                yield from meant(code, who, answers=answers, whole=True)


def of(code: str) -> set[str]:
    return {one.means or "" for one in in_force(code, TODAY).form.fields}


def test_every_word_with_which_a_form_asks_of_people_is_fed() -> None:
    story.whole_law()
    entries, family = kin.books(), kin.family()
    kin.recognised(family["self"])
    Resident.objects.filter(pk=family["spouse"].pk).update(head=True)
    found = set(learned())
    # Then her husband dies; or a court has parted them.
    died({"name": "Lù Văn Bạn", "birth": "1988-02-03", "identity": "000088000005"})
    found |= set(meant("1.004873", "self"))
    noted(entries["marriage"], "divorce")
    found |= set(meant("1.004873", "self")) | set(meant("1.000894", "self", whole=True))
    assert used() - found == NOBODY_KNOWS
    # What else no pack of today asks: of the same people the same things, so it is fed as well.
    whats = {means.partition(".")[2] for means in found}
    silent = {means for means in MEANS - used() if means.partition(".")[2] not in whats}
    assert silent == NOT_ASKED
