"""What is kept of a form from one visit to the next is nobody's, and no other form's."""

import pytest
from django.test import Client
from django.utils.translation import override

from motcua.parts.asking import answered, sheets
from motcua.portal.blank_form import blank_papers, blank_sheets
from motcua.procedures.queries import in_force
from tests import cast
from tests.dossiers import story
from tests.portal.forms import CODE, FORM, TYPED, send

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _commune() -> None:
    cast.coc_san()
    story.whole_law()


def test_the_next_visitor_sees_nothing_of_the_last() -> None:
    """Neither what was typed and refused, nor what the commune filled in for its owner."""
    before = Client().get(FORM).content.decode()
    owner = Client()
    owner.force_login(cast.resident(), backend="motcua.people.backends.AccountBackend")
    own = owner.get(f"{FORM}?new=1&for=self").content.decode()
    refused = send(owner, copies="zwei", filer_address="Thôn Không Ai Biết")
    after = Client().get(FORM).content.decode()
    assert TYPED["filer_name"] in own
    assert (refused.status_code, "Thôn Không Ai Biết" in refused.content.decode()) == (422, True)
    for page in (before, after):
        assert "Không Ai Biết" not in page
        assert TYPED["filer_name"] not in page
        assert 'aria-invalid="true"' not in page
        assert 'name="filer_address"' in page


def test_it_is_the_form_of_its_version_and_language() -> None:
    procedure = in_force(CODE, cast.AT.date())
    labels = []
    for language in ("vi", "en", "hi", "vi"):
        with override(language):
            made = blank_sheets(procedure)
            plain = sheets(procedure.form, {})
            papers = blank_papers(procedure)
        assert [one.label for one in made] == [one.label for one in plain]
        assert [[q.label for q in one.questions] for one in made] == [
            [q.label for q in one.questions] for one in plain
        ]
        labels.append((made[0].label, *(one.label for one in papers)))
    assert labels[0] == labels[3]
    assert len(set(labels)) == 3


def test_only_what_was_answered_is_made_anew() -> None:
    blank = blank_sheets(in_force(CODE, cast.AT.date()))
    told = answered(blank, {"copies": "3"}, unknown=frozenset({"register_office"}))
    changed = {
        after.name: (after.value, after.unknown)
        for old, new in zip(blank, told, strict=True)
        for before, after in zip(old.questions, new.questions, strict=True)
        if after is not before
    }
    assert changed == {"copies": ("3", False), "register_office": ("", True)}
    assert sum(new is not old for old, new in zip(blank, told, strict=True)) == 2
