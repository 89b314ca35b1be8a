"""People around dossiers by telephone: in any writing, whole, of one commune, page by page."""

import pytest
from django.db import connection

from motcua.audit.models import JournalLine
from motcua.audit.sought import sought
from motcua.dossiers.lists import PAGE
from motcua.dossiers.models import Party
from motcua.dossiers.telephones import typed_phone, with_phone
from tests import cast
from tests.dossiers import story


@pytest.mark.parametrize(
    "typed",
    [
        "0990000001",
        "0990 000 001",
        " 0990.000.001 ",
        "(0990) 000-001",
        "+84990000001",
        "+84 990 000 001",
        "84990000001",
        "990000001",
    ],
)
def test_a_whole_number_is_understood_however_it_is_written(typed: str) -> None:
    assert typed_phone(typed) == "+84990000001"


@pytest.mark.parametrize("typed", ["000001", "0001", "Vàng Thị Thử", "", "0990 000 00x", "+84"])
def test_what_is_no_whole_number_is_none(typed: str) -> None:
    assert typed_phone(typed) is None


def test_a_line_at_home_and_a_number_abroad_are_numbers_too() -> None:
    assert typed_phone("0214 3 820 001") == "+842143820001"
    assert typed_phone("+1 212 555 0100") == "+12125550100"


@pytest.mark.django_db
def test_who_gave_a_number_is_found_in_the_own_commune_alone_and_the_search_is_traced() -> None:
    dossier = story.submitted(story.law())
    story.submitted(story.law(), answers={"filer_phone": "+84990000009"})
    officer = cast.acting(cast.officer())
    found, more = with_phone(by=officer, phone=cast.PHONE, at=cast.AT)
    assert [(party.dossier_id, party.part) for party in found] == [(dossier.pk, "filer")]
    assert more is None
    line = JournalLine.objects.get(verb="read.search")
    assert (line.why, line.about) == ("", sought(cast.PHONE))
    assert line.facts == {"about": [f"dossier:{dossier.pk}"], "shown": 1}
    stranger = cast.acting(cast.stranger_officer())
    assert with_phone(by=stranger, phone=cast.PHONE, at=cast.AT) == ([], None)


@pytest.mark.django_db
def test_the_pages_follow_each_other_and_meet_nobody_twice() -> None:
    law, officer = story.law(), cast.acting(cast.officer())
    for _ in range(PAGE + 2):
        story.submitted(law)
    first, after = with_phone(by=officer, phone=cast.PHONE, at=cast.AT)
    assert after == first[-1].pk
    rest, end = with_phone(by=officer, phone=cast.PHONE, at=cast.AT, before=after)
    assert (len(first), len(rest), end) == (PAGE, 2, None)
    assert max(party.pk for party in rest) < min(party.pk for party in first)


@pytest.mark.django_db
def test_the_search_reads_an_index_and_not_the_table() -> None:
    """The plan itself, of a table that is large enough for the database to mind."""
    dossier = story.submitted(story.law())
    Party.objects.bulk_create(
        Party(dossier=dossier, commune=dossier.commune, part=f"{number}", phone=f"+8499{number:07}")
        for number in range(1_000_000, 1_002_000)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE dossiers_party")
    rows = Party.objects.filter(commune_id=cast.COC_SAN, phone=cast.PHONE).order_by("-pk")[:31]
    assert "dossiers_by_phone" in rows.values_list("pk").explain()
