"""The administrator reads a form as residents will be asked it, and answers none of it."""

import re

import pytest

from motcua.dossiers.models import Dossier
from motcua.procedures.pack import Procedure
from motcua.procedures.vocabulary import LANGUAGES
from tests import cast
from tests.dossiers import story
from tests.office.visits import At, words
from tests.procedures.packs import SIX

pytestmark = pytest.mark.django_db
MARITAL = "1.004873"


@pytest.fixture
def law() -> Procedure:
    return story.law(MARITAL)


def asked(code: str, language: str) -> str:
    page = words(At(cast.administrator()).get("seen", code, **{"as": language}))
    found = re.search(r'<section class="stack" id="asked".*?(?=<h2 id="cases">)', page)
    assert found is not None
    return found[0]


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", SIX)
def test_every_question_and_paper_is_read_in_each_language(code: str, language: str) -> None:
    law, shown = story.law(code), asked(code, language)
    text = plain(shown.replace("&#34;", '"').replace("&#39;", "'").replace("&amp;", "&"))
    for one in (*law.form.sections, *law.form.fields, *law.papers):
        assert one.words[language].label in text, one.name
    for field in law.form.fields:
        assert f'name="{field.name}"' in shown
        for choice in field.choices:
            assert choice.words[language] in text, (field.name, choice.value)


def test_what_is_asked_only_sometimes_says_in_words_when(law: Procedure) -> None:
    text = plain(asked(MARITAL, "vi"))
    divorced = "“Tình trạng hôn nhân” là: Đã đăng ký kết hôn nhưng đã ly hôn"
    assert f"Chỉ trả lời nếu {divorced}" in text
    assert "Only if “Marital status” is: Was married, is divorced" in plain(asked(MARITAL, "en"))
    # A whole section, and a paper.
    assert "Chỉ trả lời nếu “Mục đích sử dụng” là: Đăng ký kết hôn." in text
    assert f"Chỉ cần khi {divorced}" in text


def test_nothing_of_it_can_be_typed_sent_or_kept(law: Procedure) -> None:
    shown = asked(MARITAL, "vi")
    fields = re.findall(r"<(?:input|select|textarea)\b[^>]*>", shown)
    assert len(fields) > len(law.form.fields)
    assert [one for one in fields if " disabled" not in one] == []
    assert not re.search(r"<(form|button|script|noscript)\b|data-(form|when|steps|draft)", shown)
    page = words(At(cast.administrator()).get("seen", MARITAL))
    assert "draft.js" not in page
    assert "asking.js" not in page
    assert not Dossier.objects.exists()


def test_each_paper_stands_there_with_its_drawing(law: Procedure) -> None:
    shown = asked(MARITAL, "vi")
    for paper in law.papers:
        assert f"papers.svg#{paper.looks}" in shown


def test_whoever_does_not_keep_the_law_does_not_see_it(law: Procedure) -> None:
    assert At(cast.officer()).get("seen", MARITAL).status_code == 403
