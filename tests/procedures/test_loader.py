"""Bad packs: every problem is named, with its file, its key and its cure."""

import shutil
from pathlib import Path

import pytest

from motcua.procedures.loader import check, read
from tests.procedures.packs import PACKS

EXTRACT = "vn/procedures/2.000635"
BIRTH = "vn/procedures/1.001193"
COPY = "vn/procedures/2.000815"
SHARED = "vn/procedures/shared"

PRICE = "amount = 8000"
BASIS = (
    '\nbasis = { document = "Thông tư 281/2016/TT-BTC", article = "Điều 4", '
    'mark = "verified", source = "LAW, VB" }'
)

# file, what stands there, what stands there instead, code of the problem, its key
FAULTS = [
    (f"{EXTRACT}/procedure.toml", 'online = "full"', 'onlin = "full"', "unknown_key", "onlin"),
    (f"{EXTRACT}/procedure.toml", 'online = "full"', "", "missing_key", "online"),
    (f"{EXTRACT}/procedure.toml", '"full"', '"perhaps"', "unknown_word", "online"),
    (
        f"{EXTRACT}/procedure.toml",
        'name = "event", kind = "choice"',
        'name = "event", kind = "radio"',
        "unknown_word",
        "form.sections.request.fields.event.kind",
    ),
    (
        f"{EXTRACT}/procedure.toml",
        'means = "register.kind"',
        'means = "register.colour"',
        "unknown_word",
        "form.sections.request.fields.event.means",
    ),
    (
        f"{EXTRACT}/procedure.toml",
        '{ field = "event", is = "marriage" } },\n',
        '{ field = "evnt", is = "marriage" } },\n',
        "unknown_field",
        "fields.spouse_name.when",
    ),
    (
        f"{EXTRACT}/procedure.toml",
        '{ field = "event", is = "marriage" } },\n',
        '{ field = "event", is = "wedding" } },\n',
        "not_offered",
        "fields.spouse_name.when",
    ),
    (
        f"{EXTRACT}/procedure.toml",
        '{ field = "event", is = "marriage" } },\n',
        '{ field = "event", matches = "marr.*" } },\n',
        "bad_condition",
        "form.sections.subject.fields.spouse_name.when",
    ),
    (
        f"{EXTRACT}/procedure.toml",
        'like = "filer_phone"',
        'like = "filer_telefone"',
        "unknown_like",
        "fields.filer_telefone",
    ),
    (
        f"{EXTRACT}/procedure.toml",
        'like = "filer_phone"',
        'like = "filer_name"',
        "twice",
        "fields.filer_name",
    ),
    (
        f"{EXTRACT}/procedure.toml",
        "valid_from = 2025-07-01",
        'valid_from = "2025-13-01"',
        "bad_date",
        "valid_from",
    ),
    (f"{EXTRACT}/procedure.toml", "2027-02-28", "2024-02-28", "bad_date", "valid_to"),
    (f"{EXTRACT}/procedure.toml", "2027-02-28", "2027-03-01", "overlap", "valid_to"),
    (
        f"{EXTRACT}/procedure.toml",
        'code = "2.000635"',
        'code = "2.000636"',
        "folder_name",
        "code",
    ),
    (f"{EXTRACT}/procedure.toml", 'code = "2.000635"', 'code = "x"', "bad_value", "code"),
    (
        f"{EXTRACT}/procedure.toml",
        PRICE + BASIS,
        PRICE,
        "missing_key",
        "fees.rules.copy.basis",
    ),
    (f"{EXTRACT}/procedure.toml", "amount = 8000", "", "amount", "fees.copy"),
    (f"{EXTRACT}/procedure.toml", "amount = 8000", "amount = -8000", "bad_value", "copy.amount"),
    (
        f"{EXTRACT}/procedure.toml",
        '[fees]\ncopies = "copies"',
        "[fees]",
        "no_count",
        "fees.copy",
    ),
    (
        f"{EXTRACT}/procedure.toml",
        '[fees]\ncopies = "copies"',
        '[fees]\ncopies = "event"',
        "wrong_kind",
        "fees.copies",
    ),
    (
        f"{EXTRACT}/procedure.toml",
        'per = "copy"',
        'per = "copy"\ntimely = false',
        "no_term",
        "timely",
    ),
    (f"{EXTRACT}/procedure.toml", 'unit = "same_day"', 'unit = "days"', "amount", "deadline"),
    (f"{EXTRACT}/procedure.toml", 'cutoff = "15:00"', 'cutoff = "3 pm"', "bad_value", "cutoff"),
    (f"{EXTRACT}/procedure.toml", '"{n}/TLKS-BS"', '"TLKS-BS"', "number", "extract_birth.number"),
    (
        f"{EXTRACT}/procedure.toml",
        '"fact:register.date" }\n\n[[result.papers]]\ntemplate = "extract_death"',
        '"fact:moon" }\n\n[[result.papers]]\ntemplate = "extract_death"',
        "unknown_source",
        "results.extract_birth.prints.register.date",
    ),
    (
        f"{EXTRACT}/procedure.toml",
        'step = "sign"\nrole = "chair"',
        'step = "check"\nrole = "officer"',
        "route",
        "route",
    ),
    (
        f"{EXTRACT}/procedure.toml",
        'rule = "not_future", field = "register_day"',
        'rule = "not_future", field = "event"',
        "wrong_kind",
        "checks.2.field",
    ),
    (f"{EXTRACT}/procedure.toml", 'like = "authority"', "like = 7", "unknown_like", "papers.7"),
    (f"{EXTRACT}/procedure.toml", "[form]", "[form", "not_toml", ""),
    (f"{EXTRACT}/hi.toml", 'help = "एक आवेदन', 'halp = "एक आवेदन', "missing_words", "event.help"),
    (f"{EXTRACT}/hi.toml", 'help = "एक आवेदन', 'halp = "एक आवेदन', "unknown_key", "event.halp"),
    (f"{EXTRACT}/en.toml", 'death = "Death"\n', "", "missing_words", "event.choices.death"),
    (f"{EXTRACT}/en.toml", 'death = "D', 'adoption = "D', "orphaned_words", "choices.adoption"),
    (f"{EXTRACT}/vi.toml", "[fees.copy]", "[fees.kopy]", "orphaned_words", "fees.kopy"),
    (f"{EXTRACT}/examples.toml", "fee = 16000", "fee = 16001", "example_fails", "birth paper.fee"),
    (
        f"{EXTRACT}/examples.toml",
        '"copies answer.too_small", ',
        "",
        "example_fails",
        "dates that cannot be.blocking",
    ),
    (
        f"{EXTRACT}/examples.toml",
        'copies = "2"',
        'copys = "2"',
        "example_fails",
        "birth paper.answers",
    ),
    (
        f"{EXTRACT}@2027-03-01/procedure.toml",
        'based_on = "2.000635"',
        'based_on = "2.000999"',
        "unknown_base",
        "based_on",
    ),
    (f"{COPY}/vi.toml", "partial_reason", "partial_rison", "missing_words", "partial_reason"),
    (
        f"{COPY}/procedure.toml",
        '"original.name" = "answer:original_name"',
        '"original.title" = "answer:original_name"',
        "unknown_print",
        "results.certified_copy.prints.original.title",
    ),
    (
        f"{COPY}/procedure.toml",
        '"original.name" = "answer:original_name"\n',
        "",
        "missing_print",
        "results.certified_copy.prints.original.name",
    ),
    (
        f"{BIRTH}/procedure.toml",
        '"child.name" = "answer:child_name"',
        '"child.name" = "answer:kid_name"',
        "unknown_source",
        "writes.child.name",
    ),
    (
        f"{BIRTH}/procedure.toml",
        '"child.name" = "answer:child_name"',
        '"child.name" = "child_name"',
        "bad_value",
        "result.writes.content",
    ),
    (f"{SHARED}/law.toml", 'most = 50\ndefault = "1"', "most = []", "bad_value", "copies.most"),
    (f"{SHARED}/en.toml", "[fields.truth]", "x = [", "not_toml", ""),
    ("laocai/fees.toml", 'procedure = "1.000656"', 'procedure = "9"', "unknown_procedure", "fees"),
    ("laocai/fees.toml", "timely = false", 'timly = "no"', "unknown_key", "fees.late_birth.timly"),
    ("laocai/fees.toml", "label = ", "lable = ", "missing_words", "fees.late_birth.vi.label"),
]


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """A copy of the product's packs, to be spoiled."""
    return Path(shutil.copytree(PACKS, tmp_path / "packs"))


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "key"), FAULTS, ids=[f"{f[3]}-{n}" for n, f in enumerate(FAULTS)]
)
def test_each_fault_is_named_with_its_place_and_cure(
    packs: Path, file: str, old: str, new: str, code: str, key: str
) -> None:
    spoil(packs / file, old, new)
    named = [p for p in check(packs) if p.code == code and key in p.key]
    assert named
    assert any(file == p.file for p in named)
    assert all(p.wrong and p.cure for p in named)


def test_all_faults_are_named_at_once(packs: Path) -> None:
    spoil(packs / EXTRACT / "procedure.toml", 'online = "full"', 'onlin = "full"')
    spoil(packs / EXTRACT / "procedure.toml", 'unit = "same_day"', 'unit = "moons"')
    spoil(packs / EXTRACT / "hi.toml", "[fields.event]", "[fields.evnt]")
    spoil(packs / BIRTH / "procedure.toml", "days = 60", 'days = "sixty"')
    spoil(packs / "laocai/fees.toml", "amount = 15000", 'amount = "15.000"')
    found = {(p.file, p.code) for p in check(packs)}
    assert {
        (f"{EXTRACT}/procedure.toml", "unknown_key"),
        (f"{EXTRACT}/procedure.toml", "missing_key"),
        (f"{EXTRACT}/procedure.toml", "unknown_word"),
        (f"{EXTRACT}/hi.toml", "orphaned_words"),
        (f"{EXTRACT}/hi.toml", "missing_words"),
        (f"{BIRTH}/procedure.toml", "bad_value"),
        ("laocai/fees.toml", "bad_value"),
    } <= found


@pytest.mark.parametrize("language", ["vi", "en", "hi"])
def test_a_missing_language_is_named_by_its_file(packs: Path, language: str) -> None:
    (packs / EXTRACT / f"{language}.toml").unlink()
    file = f"{EXTRACT}/{language}.toml"
    assert (file, "missing_file") in {(p.file, p.code) for p in check(packs)}


def test_with_two_provinces_the_loader_asks_which(packs: Path) -> None:
    shutil.copytree(packs / "laocai", packs / "other")
    assert [p.code for p in read(packs).problems] == ["which_province"]
    assert read(packs, province="other").problems == ()
    assert check(packs) == []


def test_without_a_province_the_country_alone_is_loaded(packs: Path) -> None:
    (packs / "laocai" / "fees.toml").unlink()
    found = read(packs)
    assert found.problems == ()
    assert all(
        rule["basis"]["mark"] != "unsure" for c in found.contents for rule in c["fees"]["rules"]
    )


def test_what_is_no_table_at_all_does_not_break_the_check(packs: Path) -> None:
    file = packs / EXTRACT / "procedure.toml"
    file.write_text('code = 7\nform = "x"\nfees = []\nroute = [1]\nresult = 3\npapers = {}\n')
    codes = {p.code for p in check(packs) if p.file.startswith(f"{EXTRACT}/")}
    assert {"bad_value", "missing_key"} <= codes
