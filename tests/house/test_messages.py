"""Every sentence is there in every language, and the check that says so can bark."""

from pathlib import Path

import pytest

from tools import messages

CODE = """
from django.utils.translation import gettext as _, ngettext

def say(n):
    return _("%(name)s is here"), ngettext("%(n)s page", "%(n)s pages", n)
"""
PAGE = "{% trans %}Hand in <b>now</b>{% endtrans %} {{ pgettext('verb', 'Sign') }}"
GOOD = {
    "vi": (("%(name)s đã tới",), ("%(n)s trang",), ("Nộp <b>ngay</b>",), ("Ký",)),
    "hi": (
        ("%(name)s यहाँ है",),
        ("%(n)s पृष्ठ", "%(n)s पन्ने"),
        ("<b>अभी</b> जमा करें",),
        ("हस्ताक्षर करें",),
    ),
}
KEYS = (
    ("%(name)s is here", None),
    ("%(n)s page", None),
    ("Hand in <b>now</b>", None),
    ("Sign", "verb"),
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A house of one room with four sentences, all translated."""
    room = tmp_path / "hall"
    (room / "jinja2").mkdir(parents=True)
    (room / "__init__.py").touch()
    (room / "queries.py").write_text(CODE, encoding="utf-8")
    (room / "jinja2" / "page.html").write_text(PAGE, encoding="utf-8")
    messages.update(tmp_path, prune=False)
    for language, strings in GOOD.items():
        for key, string in zip(KEYS, strings, strict=True):
            translate(tmp_path, language, key, string)
    return tmp_path


def translate(
    source: Path, language: str, key: tuple[str, str | None], string: tuple[str, ...]
) -> None:
    path = messages.catalogue(source / "hall", language)
    catalog = messages.kept(path, language)
    message = catalog.get(*key)
    assert message is not None
    message.string = string if message.pluralizable else string[0]
    messages.write(path, catalog, prune=False)


def test_the_catalogues_of_the_house_are_complete() -> None:
    assert messages.check(messages.ROOMS) == []


def test_a_complete_catalogue_passes(source: Path) -> None:
    assert messages.check(source) == []


def test_a_missing_translation_barks(source: Path) -> None:
    translate(source, "hi", ("Sign", "verb"), ("",))
    assert messages.check(source) == [
        "hall/locale/hi/LC_MESSAGES/django.po: not translated: 'Sign'"
    ]


def test_a_new_sentence_barks_until_it_is_extracted_and_translated(source: Path) -> None:
    page = source / "hall" / "jinja2" / "page.html"
    page.write_text(PAGE + "{{ _('New') }}", encoding="utf-8")
    assert [line.split(": ", 1)[1] for line in messages.check(source)] == [
        "missing: 'New' (run make messages)"
    ] * 2
    assert {line.split(": ", 1)[1] for line in messages.update(source, prune=False)} == {
        "not translated: 'New'"
    }


def test_lost_placeholders_and_tags_bark(source: Path) -> None:
    translate(source, "vi", KEYS[0], ("đã tới",))
    translate(source, "vi", KEYS[2], ("Nộp <i>ngay</i>",))
    assert len([line for line in messages.check(source) if "placeholders" in line]) == 2


def test_a_wrong_number_of_plural_forms_barks(source: Path) -> None:
    path = messages.catalogue(source / "hall", "hi")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('msgstr[1] "%(n)s पन्ने"\n', ""), encoding="utf-8")
    assert any("plural" in line or "not translated" in line for line in messages.check(source))


def test_a_fuzzy_translation_barks(source: Path) -> None:
    path = messages.catalogue(source / "hall", "vi")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('msgctxt "verb"', '#, fuzzy\nmsgctxt "verb"'), encoding="utf-8")
    assert [line.split(": ", 1)[1] for line in messages.check(source)] == ["fuzzy: 'Sign'"]


def test_a_translation_is_kept_when_its_sentence_goes_and_leaves_only_when_pruned(
    source: Path,
) -> None:
    (source / "hall" / "jinja2" / "page.html").write_text("", encoding="utf-8")
    assert any("obsolete: 'Sign'" in line for line in messages.update(source, prune=False))
    assert "Ký" in messages.catalogue(source / "hall", "vi").read_text(encoding="utf-8")
    assert messages.update(source, prune=True) == []
    assert "Ký" not in messages.catalogue(source / "hall", "vi").read_text(encoding="utf-8")


def test_two_translations_of_one_sentence_bark(source: Path) -> None:
    other = source / "yard"
    other.mkdir()
    (other / "__init__.py").touch()
    (other / "queries.py").write_text(CODE, encoding="utf-8")
    messages.update(source, prune=False)
    path = messages.catalogue(other, "vi")
    catalog = messages.kept(path, "vi")
    message = catalog.get("%(name)s is here")
    assert message is not None
    message.string = "%(name)s có mặt"
    messages.write(path, catalog, prune=False)
    assert any("translated in two ways" in line for line in messages.check(source))


def test_updating_twice_changes_nothing(source: Path) -> None:
    before = {path: path.read_bytes() for path in source.rglob("*.po")}
    messages.update(source, prune=False)
    assert {path: path.read_bytes() for path in source.rglob("*.po")} == before


def test_no_dates_and_no_line_numbers(source: Path) -> None:
    text = messages.catalogue(source / "hall", "vi").read_text(encoding="utf-8")
    assert "POT-Creation-Date" not in text
    assert "#: hall/queries.py\n" in text


def test_compiling_writes_what_gettext_reads(source: Path) -> None:
    assert messages.compile_all(source) == 2
    assert messages.compile_all(source) == 0
    assert messages.catalogue(source / "hall", "hi").with_suffix(".mo").stat().st_size > 100
