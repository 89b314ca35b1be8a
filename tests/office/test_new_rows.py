"""In the browser a fee, an exemption and a paper are added and ended; a second person decides."""

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from motcua.procedures.amending.actions import approve
from motcua.procedures.fees import charge
from motcua.procedures.history import versions_of
from motcua.procedures.loader import check
from motcua.procedures.models import Amendment, ProcedureVersion
from motcua.procedures.queries import in_force
from tests import cast
from tests.dossiers import story
from tests.office.test_laws import filled
from tests.office.visits import At, words
from tests.procedures.amending.asking import BEFORE, DAY
from tests.procedures.packs import EXTRACT

pytestmark = pytest.mark.django_db
FEE = {
    "new.fees.rules.amount": "5.000",
    "new.fees.rules.per": "case",
    "new.fees.rules.basis.document": "Nghị quyết 12/2026/NQ-HĐND",
    "new.fees.rules.basis.mark": "memory",
    "new.fees.rules.words.vi.label": "Phí trả nhanh",
    "new.fees.rules.words.en.label": "Fee for haste",
    "new.fees.rules.words.hi.label": "जल्दी का शुल्क",
}
EXEMPTION = {
    "new.fees.exemptions.grounds": "near_poor",
    "new.fees.exemptions.basis.document": "Nghị quyết 12/2026/NQ-HĐND",
    "new.fees.exemptions.basis.mark": "memory",
    "new.fees.exemptions.words.vi.label": "Hộ cận nghèo",
    "new.fees.exemptions.words.en.label": "Near-poor households",
    "new.fees.exemptions.words.hi.label": "लगभग ग़रीब परिवार",
}
PAPER = {
    "new.papers.need": "must",
    "new.papers.looks": "sheet",
    "new.papers.originals": "1",
    "new.papers.mark": "memory",
    "new.papers.words.vi.label": "Đơn viết tay",
    "new.papers.words.en.label": "A letter by hand",
    "new.papers.words.hi.label": "हाथ से लिखा पत्र",
}


@pytest.fixture
def administrator() -> At:
    story.law()
    return At(cast.administrator())


def standing(administrator: At, part: str) -> dict[str, str]:
    """The fields of the form as the browser would send them back untouched."""
    form = filled(version="1") if part == "fees" else {"version": "1"}
    content = versions_of(EXTRACT)[0].content
    for paper in content["papers"] if part == "papers" else ():
        group = f"papers.{paper['name']}"
        form |= {f"{group}.need": paper["need"]}
        form |= {f"{group}.{key}": str(paper.get(key, "")) for key in ("originals", "certified")}
        flag = "yes" if paper["replaceable_by_data"] else "no"
        form |= {
            f"{group}.copies": str(paper.get("copies", "")),
            f"{group}.replaceable_by_data": flag,
        }
        for language, said in paper["words"].items():
            form |= {f"{group}.words.{language}.{key}": text for key, text in said.items()}
    return {**form, "holds_from": "01/04/2026", "reason": "Nghị quyết 12", "confirmed": "yes"}


def asked(administrator: At, part: str, **typed: str) -> Amendment:
    form = {**standing(administrator, part), **typed, "verb": "propose"}
    answer = administrator.post("amend", EXTRACT, part, **form)
    assert answer.status_code == 302, words(answer)
    return Amendment.objects.latest("pk")


def let_through(one: Amendment) -> None:
    approve(amendment_id=one.pk, by=cast.acting(cast.chair()), at=cast.AT)


def labels(day: object) -> set[str]:
    law = in_force(EXTRACT, day)  # type: ignore[arg-type]
    rows = (*law.fees.rules, *law.fees.exemptions, *law.papers)
    return {row.words["vi"].label for row in rows}


@pytest.mark.parametrize(
    ("part", "typed", "label"),
    [
        ("fees", FEE, "Phí trả nhanh"),
        ("fees", EXEMPTION, "Hộ cận nghèo"),
        ("papers", PAPER, "Đơn viết tay"),
    ],
)
def test_what_is_added_holds_from_its_day_on_and_leaves_as_a_sound_pack(
    administrator: At, tmp_path: Path, part: str, typed: dict[str, str], label: str
) -> None:
    one = asked(administrator, part, **typed)
    assert len(one.changes) == 1
    assert label in words(At(cast.chair()).get("change", one.pk))
    assert label not in labels(DAY)
    let_through(one)
    assert label in labels(DAY)
    assert label not in labels(BEFORE)
    made = next(row for row in versions_of(EXTRACT) if row.valid_from == DAY)
    archive = administrator.get("pack", EXTRACT, version=str(made.version)).content
    zipfile.ZipFile(io.BytesIO(archive)).extractall(tmp_path)
    assert check(tmp_path) == []


def test_a_paper_and_an_exemption_are_ended(administrator: At) -> None:
    law = in_force(EXTRACT, DAY)
    paper, exemption = law.papers[0], law.fees.exemptions[0]
    let_through(asked(administrator, "papers", **{f"end.papers.{paper.name}": "yes"}))
    let_through(asked(administrator, "fees", **{f"end.fees.exemptions.{exemption.name}": "yes"}))
    gone = {paper.words["vi"].label, exemption.words["vi"].label}
    assert not gone & labels(DAY)
    assert gone <= labels(BEFORE)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"new.fees.rules.amount": "năm"}, 'id="new.fees.rules.amount-error"'),
        ({"new.fees.rules.words.hi.label": ""}, 'id="new.fees.rules.words.hi.label-error"'),
        ({"new.fees.rules.basis.document": ""}, 'id="new.fees.rules.basis.document-error"'),
        ({"reason": " "}, 'id="reason-error"'),
        ({"holds_from": "01/03/2026"}, "đã qua"),
    ],
)
def test_what_is_wrong_with_a_new_fee_is_said_and_what_was_typed_stays(
    administrator: At, typed: dict[str, str], said: str
) -> None:
    before = ProcedureVersion.objects.count()
    form = {**standing(administrator, "fees"), **FEE, **typed, "verb": "propose"}
    answer = administrator.post("amend", EXTRACT, "fees", **form)
    page = words(answer)
    assert answer.status_code == 422
    assert said in page
    assert 'value="Phí trả nhanh"' in page
    assert not Amendment.objects.exists()
    assert ProcedureVersion.objects.count() == before


def test_an_empty_row_adds_nothing(administrator: At) -> None:
    form = {**standing(administrator, "fees"), "new.fees.rules.per": "case", "verb": "propose"}
    page = words(administrator.post("amend", EXTRACT, "fees", **form))
    assert "Chưa có gì thay đổi" in page


def test_nobody_has_compared_a_row_by_opening_its_form(administrator: At) -> None:
    page = administrator.get("amend", EXTRACT, "fees").content.decode()
    marked = re.findall(r'name="new\.[\w.]+\.mark" value="(\w+)"[^>]* checked', page)
    assert marked == ["memory", "memory"]


def test_a_fee_is_ended_and_nothing_is_asked_for_from_that_day_on(administrator: At) -> None:
    rule = in_force(EXTRACT, DAY).fees.rules[0]
    one = asked(administrator, "fees", **{f"end.fees.rules.{rule.name}": "yes"})
    assert rule.words["vi"].label in words(At(cast.chair()).get("change", one.pk))
    assert _owed(DAY) == 8000
    let_through(one)
    assert _owed(DAY) == 0
    assert _owed(BEFORE) == 8000


def _owed(day: date) -> int:
    law, answers = in_force(EXTRACT, day), {"copies": "1", "event": "birth", "relation": "self"}
    return charge(law, channel="online", grounds=frozenset(), answers=answers, on=day).amount
