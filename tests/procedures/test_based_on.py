"""A pack that stands on another gives only what differs; the rules that measure years and days."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from motcua.procedures.answers import check
from motcua.procedures.assembly.form import form_of
from motcua.procedures.loader import read
from motcua.procedures.pack import Form
from tests.procedures.packs import procedure, six_copied

# Near to the death registration: another code, one question less, its own words for one.
LAW = """
based_on = "1.000656"
code = "1.999999"

[form]
sections = [
  { like = "filer" },
  { like = "deceased" },
  { like = "happened", name = "death" },
]
checks = [{ rule = "aged", field = "deceased_birth", value = 18 }]

[fees]

[[result.papers]]
template = "death_extract"
number = "{n}/TL"
prints = { "deceased.name" = "answer:deceased_name" }
"""
CASES = """
[[examples]]
name = "nothing is answered"
on = 2026-11-24
answers = { filer_name = "" }
expect = { fee = 0 }
"""


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    return six_copied(tmp_path / "packs")


def written(packs: Path, law: str = LAW, vi: str = "", name: str = "1.999999") -> dict[str, Any]:
    """The content of a new pack in the folder, and the problems that name it."""
    folder = packs / "vn" / "procedures" / name
    folder.mkdir()
    (folder / "procedure.toml").write_text(law, encoding="utf-8")
    (folder / "examples.toml").write_text(CASES, encoding="utf-8")
    if vi:
        (folder / "vi.toml").write_text(vi, encoding="utf-8")
    found = read(packs)
    content = next(one for one in found.contents if one.get("code") == "1.999999")
    return {**content, "problems": [(p.file, p.code) for p in found.problems]}


def test_it_has_the_words_papers_and_route_of_what_it_stands_on(packs: Path) -> None:
    law = LAW.replace('"happened", name = "death"', '"death"')
    one = written(packs, law, vi='[procedure]\nshort = "Khai tử khác"\n')
    assert one["words"]["vi"]["short"] == "Khai tử khác"
    assert one["words"]["vi"]["title"] == procedure("1.000656").title("vi")
    assert [paper["name"] for paper in one["papers"]][:2] == ["identity_card", "death_notice"]
    assert [step["step"] for step in one["route"]] == ["check", "sign"]
    # How often it is asked for, and until when it holds, it says itself.
    assert "often" not in one
    assert "valid_to" not in one


def test_words_for_what_it_does_not_have_are_orphans_only_when_they_are_its_own(
    packs: Path,
) -> None:
    law = LAW.replace('"happened", name = "death"', '"death"')
    one = written(packs, law, vi='[fees.copy]\nlabel = "Phí"\n')
    orphans = [file for file, code in one["problems"] if code == "orphaned_words"]
    assert orphans == ["vn/procedures/1.999999/vi.toml"]


def test_like_names_a_section_of_what_it_stands_on(packs: Path) -> None:
    base = packs / "vn" / "procedures" / "1.000656" / "procedure.toml"
    text = base.read_text(encoding="utf-8")
    own = '{ name = "happened", fields = [{ like = "death_day" }, { like = "death_place" }] }'
    base.write_text(text.replace('{ like = "death" }', own), encoding="utf-8")
    one = written(packs)
    sections = one["form"]["sections"]
    assert [section["name"] for section in sections] == ["filer", "deceased", "death"]
    assert [field["name"] for field in sections[2]["fields"]] == ["death_day", "death_place"]


@pytest.mark.parametrize("base", ["1.999999", "1.000000"])
def test_it_stands_neither_on_itself_nor_on_nothing(packs: Path, base: str) -> None:
    one = written(packs, LAW.replace("1.000656", base))
    assert ("vn/procedures/1.999999/procedure.toml", "unknown_base") in one["problems"]


def form(rule: dict[str, Any]) -> Form:
    words = {"vi": {"label": "Ngày nào?", "term": "Ngày", "help": "-", "example": "-"}}
    field = {"name": "day", "kind": "partial_date", "need": "must", "words": words}
    sections = [{"name": "one", "words": {"vi": {"label": "Một"}}, "fields": [field]}]
    return form_of({"sections": sections, "checks": [{"field": "day", **rule}]})


def codes(rule: dict[str, Any], day: str, on: date) -> list[str]:
    found = check(form(rule), {"day": day}, on=on)
    assert all(str(one.sentence) for one in found.blocking)
    return [one.code for one in found.blocking]


@pytest.mark.parametrize(
    ("born", "on", "young"),
    [
        ("2008-11-24", date(2026, 11, 24), False),
        ("2008-11-25", date(2026, 11, 24), True),
        ("2008-12", date(2026, 11, 24), True),
        ("2008-11", date(2026, 11, 24), False),
        ("2008", date(2026, 11, 24), False),
        ("2009", date(2026, 11, 24), True),
        # Who was born on a leap day is a year older on the first of March, not before.
        ("2008-02-29", date(2026, 2, 28), True),
        ("2008-02-29", date(2026, 3, 1), False),
    ],
)
def test_who_is_surely_too_young_is_told(born: str, on: date, young: bool) -> None:
    assert codes({"rule": "aged", "value": 18}, born, on) == ["answer.too_young"] * young


@pytest.mark.parametrize(
    ("day", "late"),
    [
        ("2015-12-31", False),
        ("2016-01-01", True),
        ("2015", False),
        ("2016", True),
        ("2015-12", False),
    ],
)
def test_a_day_must_be_before_another(day: str, late: bool) -> None:
    found = codes({"rule": "before_day", "day": "2016-01-01"}, day, date(2026, 11, 24))
    assert found == ["answer.too_late"] * late


@pytest.mark.parametrize("who", ["husband", "wife"])
def test_who_files_for_a_marriage_is_not_asked_for_the_own_name_again(who: str) -> None:
    shown = {"husband": "wife", "wife": "husband"}[who]
    one = procedure("1.000894")
    names = {f.name for f in one.form.fields if f.means in ("husband.name", "wife.name")}
    assert names == {"husband_name", "wife_name"}
    found = check(one.form, {"declarant": who}, on=date(2026, 11, 24)).blocking
    assert {f"{shown}_name"} == {f.field for f in found} & names
