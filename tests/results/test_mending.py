"""A paper that the press gave up is asked for again by the administrator."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from motcua.audit.models import JournalLine
from motcua.results.actions import ask_for_document
from motcua.results.errors import NotGivenUp, NotThisCommune
from motcua.results.mending import make_again, not_made
from motcua.results.models import Document
from motcua.results.signers.authority import Authority
from motcua.results.signers.certificates import valid_until
from tests import cast
from tests.unchanged import refused

pytestmark = pytest.mark.django_db


def given_up(**more: object) -> Document:
    paper = ask_for_document(
        commune=cast.coc_san().pk,
        kind=Document.Kind.BOOK,
        template="register_of_dossiers",
        data={
            "period.from": "2026-03-03",
            "period.until": "2026-03-03",
            "entries": [],
            "printed": cast.AT.isoformat(),
        },
        about="books:02746",
        key="test:paper",
        by=cast.acting(cast.officer()),
        at=cast.AT,
    )
    facts = {"state": "failed", "fault": "TypstError: no ink", "tries": 1, **more}
    Document.objects.filter(pk=paper.pk).update(**facts)
    paper.refresh_from_db()
    return paper


def may() -> object:
    return cast.acting(cast.administrator())


def test_what_was_given_up_is_listed_and_made_again() -> None:
    paper = given_up()
    assert [one.pk for one in not_made(by=may())] == [paper.pk]  # type: ignore[arg-type]
    make_again(document_id=paper.pk, by=may(), at=cast.AT)  # type: ignore[arg-type]
    paper.refresh_from_db()
    assert (paper.state, paper.next_try_at) == ("asked", None)
    assert not_made(by=may()) == []  # type: ignore[arg-type]
    line = JournalLine.objects.get(verb="document.again")
    assert (line.about, line.facts["template"]) == ("books:02746", "register_of_dossiers")


@pytest.mark.parametrize("more", [{"state": "asked"}, {"state": "ready"}, {"kind": "result"}])
def test_what_was_not_given_up_or_is_a_result_is_not_asked_for_again(more: dict[str, str]) -> None:
    paper, by = given_up(**more), may()
    with refused(NotGivenUp):
        make_again(document_id=paper.pk, by=by, at=cast.AT)  # type: ignore[arg-type]


def test_nobody_else_asks_and_no_other_communes_paper_is_there() -> None:
    paper = given_up()
    for who in (cast.officer, cast.chair, cast.auditor):
        by = cast.acting(who())
        with refused(NotThisCommune):
            make_again(document_id=paper.pk, by=by, at=cast.AT)
    by = cast.acting(cast.administrator())
    Document.objects.update(commune=cast.other_commune())
    assert not_made(by=by) == []
    for key in (paper.pk, UUID(int=1)):
        with refused(NotThisCommune):
            make_again(document_id=key, by=by, at=cast.AT)


def test_the_signers_certificate_tells_until_when_it_is_valid(tmp_path: Path) -> None:
    assert valid_until(tmp_path) is None
    Authority(tmp_path).root  # noqa: B018 - made at first need
    assert valid_until(tmp_path) == datetime(2046, 1, 1, tzinfo=UTC)
