"""Each procedure of the catalogue, from its pack's own worked case to the signed papers."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from motcua.consequences import loop
from motcua.counter.paper_page import pages_of
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from motcua.foundation.clock import HANOI
from motcua.procedures.answers import clean
from motcua.procedures.result import entries_of, paperwork, printed
from motcua.registers.models import Entry
from motcua.results.models import Result
from motcua.results.paper import shown
from motcua.results.queries import content
from motcua.results.sheets import written_day
from tests import cast
from tests.dossiers import story, walks
from tests.procedures.packs import PACKS, codes, procedure
from tests.results.paperwork import said

pytestmark = pytest.mark.django_db


def worked_case(code: str) -> Mapping[str, Any]:
    """The first worked case of the pack in which nothing stands in the way."""
    path = PACKS / "vn" / "procedures" / code / "examples.toml"
    cases: list[Mapping[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["examples"]
    return next(case for case in cases if not case["expect"]["blocking"])


def decided(code: str, case: Mapping[str, Any]) -> Dossier:
    """Walked in with the answers of the case, all papers shown, checked and signed."""
    return walks.decided(walks.handed_in(story.law(code, cast.AT), case["answers"]))


def values(shown: object) -> Iterator[str]:
    """Every value that a paper is told, in the words that it prints; a date as it is written."""
    if isinstance(shown, dict):
        inner = [shown["shown"]] if "shown" in shown else shown.values()
        yield from (value for one in inner for value in values(one))
    elif isinstance(shown, list):
        yield from (value for one in shown for value in values(one))
    else:
        yield str(shown)


def reads(one: Result, folder: Path) -> None:
    """Another program reads in the paper all that was to be printed, letter for letter."""
    paper = folder / f"{one.document.template}.pdf"
    paper.write_bytes(content(one.document))
    # In the order in which it was set; lines break where they must, and names stand in capitals.
    text = _bare(said("pdftotext", "-enc", "UTF-8", "-raw", paper, "-"))
    told = [one.number, one.signer_name, "Ủy ban nhân dân xã Cốc San"]
    told += [written_day(one.issued_at), *values(shown(one.document.template, one.document.data))]
    assert [value for value in told if _bare(value) not in text] == []


def _bare(text: str) -> str:
    return "".join(text.split()).casefold()


# The numbers of the papers that the first case of each pack ends in.
NUMBERS = {
    # births
    "1.001193": ["01/TLKS-BS", "1/2026"],
    "1.000689": ["01/TLNCMC", "1/2026"],
    "1.004884": ["1/2026"],
    "1.004772": ["1/2026"],
    "1.003583": ["1/2026"],
    "2.000528": ["1/2026"],
    "1.000110": ["1/2026"],
    "3.000722": ["1/2026"],
    # deaths
    "1.000656": ["01/TLKT", "01/TLKT-BS"],
    "1.005461": ["01/TLKT"],
    "1.000419": ["01/TLKT"],
    "3.000725": ["01/TLKT"],
    # marriages
    "1.000894": ["1/2026"],
    "1.004746": ["1/2026"],
    "1.000593": ["1/2026"],
    "2.000806": ["1/2026"],
    # families, corrections, what was done abroad
    "1.001022": ["01/TLNCMC"],
    "1.004837": ["01/TLGH"],
    "1.001669": ["01/TLGH"],
    "1.004845": ["01/TLCDGH"],
    "1.004859": ["01/TLTĐCC"],
    "2.000748": ["01/TLTĐCC"],
    "1.004873": ["01/UBND-XNTTHN"],
    "2.000635": ["01/TLKS-BS"],
    "2.002189": ["01/TLGCKH"],
    "2.000554": ["01/TLGCLH"],
    "2.000547": ["01/TLGCHT"],
    # certification
    "2.000815": ["01"],
    "2.000942": ["01"],
    "2.000908": ["01/BSSG"],
    "2.000884": ["01/SCT-CK,ĐC"],
    "2.000992": ["01/SCT-CKND"],
    "2.001008": ["01/SCT-CKND"],
    "2.001035": ["01/SCT-HĐ,GD"],
    "2.001406": ["01/SCT-HĐ,GD"],
    "2.001016": ["01/SCT-HĐ,GD"],
    "2.001019": ["01/SCT-HĐ,GD"],
    "2.000913": ["01/SCT-HĐ,GD"],
    "2.000927": ["01/SCT-HĐ,GD"],
}


def test_every_procedure_of_the_catalogue_is_walked() -> None:
    assert set(NUMBERS) == set(codes())


@pytest.mark.parametrize("code", NUMBERS)
def test_each_procedure_ends_in_its_signed_papers(
    code: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    case = worked_case(code)
    # On the day of the case, at nine in the office.
    monkeypatch.setattr(cast, "AT", datetime.combine(case["on"], time(9), HANOI))
    dossier = decided(code, case)
    before = Entry.objects.filter(source="test:thu").count()
    for _ in range(6):
        loop.round_once(cast.AT)
    dossier = Dossier.objects.get(pk=dossier.pk)
    assert dossier.where is State.DONE
    assert sorted(Result.objects.values_list("number", flat=True)) == NUMBERS[code]
    law, answers = procedure(code), clean(procedure(code), case["answers"])
    written = [row.book for row in entries_of(law, answers)]
    made = Entry.objects.exclude(source="test:thu").order_by("pk").values_list("kind", flat=True)
    assert (list(made), Entry.objects.count() - before) == (written, len(written))
    made = [f"{one.document.template} {one.originals}" for one in Result.objects.all()]
    assert sorted(made) == sorted(case["expect"]["results"])
    for one in Result.objects.select_related("document"):
        reads(one, tmp_path)


def test_a_certificate_of_marital_status_runs_out_after_the_months_of_its_pack() -> None:
    dossier = decided("1.004873", worked_case("1.004873"))
    paper = Result.objects.select_related("document").get()
    assert paper.valid_until == date(2026, 9, 3)
    assert paper.document.data["valid.months"] == 6
    assert dossier.finding["papers"][0]["valid_months"] == 6


MARITAL, PARENTAGE = "1.004873", "1.001022"
SPOUSE = {"spouse_name": "Vàng Thị Mẩy"}
_ONCE = "Đã đăng ký kết hôn với bà/ông Vàng Thị Mẩy"
_NOW = "hiện tại chưa đăng ký kết hôn với ai"
SENTENCES = [
    ({"status": "never"}, "Hiện tại chưa đăng ký kết hôn với ai"),
    ({"status": "married", **SPOUSE}, "Hiện tại đang có vợ/chồng là bà/ông Vàng Thị Mẩy"),
    (
        {"status": "divorced", **SPOUSE, "ruling": "Quyết định số 12/2020/QĐST-HNGĐ"},
        f"{_ONCE}, nhưng đã ly hôn theo Quyết định số 12/2020/QĐST-HNGĐ; {_NOW}",
    ),
    (
        {"status": "divorced", **SPOUSE},
        f"{_ONCE}, nhưng đã ly hôn; {_NOW}",
    ),
    (
        {"status": "widowed", **SPOUSE, "death_extract": "Trích lục khai tử số 8/2019"},
        f"{_ONCE}, nhưng bà/ông Vàng Thị Mẩy đã chết (Trích lục khai tử số 8/2019); {_NOW}",
    ),
]


@pytest.mark.parametrize(("told", "sentence"), SENTENCES)
def test_each_marital_status_is_a_sentence_that_is_true(
    told: Mapping[str, str], sentence: str
) -> None:
    law = story.law(MARITAL)
    answers = {**worked_case(MARITAL)["answers"], **told}
    ((paper, _copies),) = paperwork(law, answers)
    (entry,) = entries_of(law, answers)
    assert printed(paper, law, answers, entry=entry.content)["status"] == sentence


def test_the_book_names_the_office_and_the_title_of_the_signer_as_people_write_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case = worked_case("1.001193")
    monkeypatch.setattr(cast, "AT", datetime.combine(case["on"], time(9), HANOI))
    decided("1.001193", case)
    written = Entry.objects.get(kind="birth").content
    assert written["place"] == "Ủy ban nhân dân xã Cốc San, tỉnh Lào Cai"
    assert (written["signer.name"], written["signer.title"]) == ("Phạm Văn Ký", "Chủ tịch")


def test_the_chair_reads_words_and_no_names_of_fields() -> None:
    dossier = decided(MARITAL, worked_case(MARITAL))
    (page,) = pages_of(dossier, "vi")
    lines = dict(page.lines)
    assert lines["Tình trạng hôn nhân"] == "Hiện tại chưa đăng ký kết hôn với ai"
    assert lines["Mục đích sử dụng"] == "Đăng ký kết hôn"
    assert lines["Giá trị sử dụng (tháng)"] == "6"
    (page,) = pages_of(dossier, "en")
    assert dict(page.lines)["Purpose"] == "Đăng ký kết hôn"


def test_a_paper_of_two_people_says_of_each_line_whose_it_is() -> None:
    dossier = decided(PARENTAGE, worked_case(PARENTAGE))
    (page,) = pages_of(dossier, "en")
    lines = dict(page.lines)
    assert lines["Child: full name"] == dossier.finding["papers"][0]["data"]["child.name"]
    assert lines["Father or mother: full name"] != lines["Child: full name"]
    assert "Full name" not in lines
