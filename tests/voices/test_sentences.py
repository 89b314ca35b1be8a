"""What is said of a question is what a procedure says, in each language."""

import pytest

from motcua.procedures.pack import Procedure
from motcua.voices.sentences import sentences, words_mark
from tests import cast
from tests.dossiers import story

pytestmark = pytest.mark.django_db


@pytest.fixture
def law() -> Procedure:
    cast.coc_san()
    return story.law()


def test_a_question_is_said_with_its_help_and_its_example(law: Procedure) -> None:
    said = sentences(law, "vi")["filer_name"]
    assert said == (
        "Họ và tên của ông/bà là gì? Viết đầy đủ như trên thẻ căn cước. Ví dụ: Vàng Thị Mẩy."
    )


def test_what_can_be_chosen_is_said_too(law: Procedure) -> None:
    said = sentences(law, "en")["event"]
    assert "You can choose: Birth; Death; Marriage; Parentage;" in said


def test_every_question_and_paper_has_a_sentence_in_every_language(law: Procedure) -> None:
    names = [*law.form.by_name, *(f"paper:{one.name}" for one in law.papers)]
    for language in ("vi", "en", "hi"):
        said = sentences(law, language)
        assert list(said) == names
        assert all(said.values())


def test_the_mark_changes_with_a_word() -> None:
    assert words_mark("Họ và tên?") == words_mark("Họ và tên?")
    assert words_mark("Họ và tên?") != words_mark("Họ, tên?")
