"""What the chair reads before signing: every value of every paper has a name in words."""

import pytest

from motcua.counter.paper_page import pages_of
from motcua.dossiers.models import Dossier
from motcua.procedures.answers import clean
from motcua.procedures.result import entries_of, paperwork, printed
from motcua.results.templates import template
from tests.procedures.packs import codes, procedure

FACTS = {"office": "Xã Cốc San", "today": "2026-11-24", "register.date": "2026-11-24"}


@pytest.mark.parametrize("language", ["vi", "en", "hi"])
@pytest.mark.parametrize("code", codes())
def test_no_line_bears_the_name_of_a_field(code: str, language: str) -> None:
    one = procedure(code)
    case = one.examples[0]
    answers = clean(one.form, case.answers)
    written = [row.content for row in entries_of(one, answers, FACTS)]
    entry = {**(written[0] if written else {}), **case.entry}
    papers = [
        {
            "template": paper.template,
            "title": paper.words["vi"].label,
            "number": "",
            "symbol": "",
            "copies": copies,
            "data": printed(paper, one, answers, entry=entry, facts=FACTS),
        }
        for paper, copies in paperwork(one, answers)
    ]
    pages = pages_of(Dossier(finding={"papers": papers}), language)
    assert len(pages) == len(papers)
    for page, paper in zip(pages, papers, strict=True):
        named = {str(label) for label, _ in page.lines}
        assert named
        assert named.isdisjoint(template(str(paper["template"])).fields)


def test_the_parties_of_a_contract_are_read_with_their_dates_as_people_write_them() -> None:
    one = procedure("2.001035")
    answers = clean(one.form, one.examples[0].answers)
    ((paper, copies),) = paperwork(one, answers)
    (entry,) = entries_of(one, answers, FACTS)
    data = printed(paper, one, answers, entry=entry.content, facts=FACTS)
    found = {"template": paper.template, "title": "", "number": "", "symbol": "", "copies": copies}
    (page,) = pages_of(Dossier(finding={"papers": [{**found, "data": data}]}), "vi")
    parties = [value for label, value in page.lines if label == "Người tham gia"]
    assert parties[0].startswith("Bên A · Hoàng Văn Phúc · 03/02/1975 · 000075000011 · ")
    assert len(parties) == 2
