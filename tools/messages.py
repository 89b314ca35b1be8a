"""The catalogues of every room: extracted, kept, checked and compiled.

    python tools/messages.py update            new sentences in, translations kept
    python tools/messages.py update --prune    and the sentences that no one says any more out
    python tools/messages.py check             complete in every language, or say what is missing
    python tools/messages.py compile           django.mo beside each django.po

Sentences are sorted and carry no line numbers or dates, so that two people who add one each do
not meet in a merge.
"""

import io
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

ROOMS = Path(__file__).resolve().parent.parent / "src" / "motcua"
LANGUAGES = ("vi", "hi")
KEYWORDS: dict[str, Any] = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
JINJA = {
    "trimmed": "true",
    "newstyle_gettext": "true",
    "silent": "false",
    "extensions": "jinja2.ext.do,jinja2.ext.loopcontrols",
}
HEADER = """\
msgid ""
msgstr ""
"Language: {locale}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"

"""
# What must come through a translation unharmed: %(name)s, %s, {name} and the tags of HTML.
PLACES = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}|</?[a-z][a-z0-9]*")


def rooms(source: Path) -> list[Path]:
    """The packages of the house, those that hold Python."""
    return sorted(folder for folder in source.iterdir() if (folder / "__init__.py").exists())


def extracted(room: Path) -> Catalog:
    """Every sentence that a room's Python and templates say, with the files that say it."""
    found = Catalog(charset="utf-8")
    for path in sorted([*room.rglob("*.py"), *room.rglob("*.html")]):
        method: Any = babel_extract if path.suffix == ".html" else "python"
        options: dict[str, Any] = dict(JINJA) if path.suffix == ".html" else {}
        said = extract(method, io.BytesIO(path.read_bytes()), KEYWORDS, (), options)
        for _line, words, _comments, context in said:
            where = [(path.relative_to(room.parent).as_posix(), 1)]
            found.add(words, None, locations=where, context=context)
    return found


def catalogue(room: Path, language: str) -> Path:
    """Where a room keeps its sentences in a language."""
    return room / "locale" / language / "LC_MESSAGES" / "django.po"


def kept(path: Path, language: str) -> Catalog:
    """The catalogue as it lies there; empty when there is none."""
    if not path.exists():
        return Catalog(locale=language, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language, charset="utf-8", abort_invalid=True)


def write(path: Path, catalog: Catalog, *, prune: bool) -> None:
    """The catalogue in its one canonical form."""
    body = io.BytesIO()
    write_po(
        body,
        catalog,
        width=0,
        omit_header=True,
        sort_output=True,
        include_lineno=False,
        ignore_obsolete=prune,
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    head = HEADER.format(locale=catalog.locale, plural=catalog.plural_forms)
    path.write_text(head + body.getvalue().decode().lstrip("\n"), encoding="utf-8")


def update(source: Path, *, prune: bool) -> list[str]:
    """Bring every catalogue up to date; the answer lists what is still to translate."""
    for room in rooms(source):
        template = extracted(room)
        for language in LANGUAGES:
            path = catalogue(room, language)
            if not len(template) and not path.exists():
                continue
            catalog = kept(path, language)
            catalog.update(template, no_fuzzy_matching=True)
            write(path, catalog, prune=prune)
    return check(source)


def check(source: Path) -> list[str]:
    """Every problem of every catalogue, one line each."""
    problems: list[str] = []
    said: dict[tuple[str, str, str | None], dict[str, str]] = defaultdict(dict)
    for room in rooms(source):
        template = extracted(room)
        for language in LANGUAGES:
            path = catalogue(room, language)
            catalog = kept(path, language)
            where = path.relative_to(source).as_posix()
            problems += [f"{where}: {what}" for what in _complaints(template, catalog)]
            for message in catalog:
                if message.id:
                    key = (language, _first(message), message.context)
                    said[key][str(message.string)] = where
    return [*problems, *_quarrels(said)]


def _complaints(template: Catalog, catalog: Catalog) -> Iterator[str]:
    wanted = {(_first(message), message.context): message for message in template if message.id}
    there = {(_first(message), message.context): message for message in catalog if message.id}
    for key in wanted.keys() - there.keys():
        yield f"missing: {key[0]!r} (run make messages)"
    for key in there.keys() - wanted.keys():
        yield f"no one says this any more: {key[0]!r} (tools/messages.py update --prune)"
    for message in catalog.obsolete.values():
        yield f"obsolete: {_first(message)!r} (tools/messages.py update --prune)"
    for key in wanted.keys() & there.keys():
        yield from _faults(wanted[key], there[key], catalog.num_plurals)


def _faults(wanted: Message, there: Message, plurals: int) -> Iterator[str]:
    strings = there.string if isinstance(there.string, (list, tuple)) else (there.string,)
    sources = wanted.id if isinstance(wanted.id, (list, tuple)) else (wanted.id,)
    name = repr(_first(wanted))
    if there.fuzzy:
        yield f"fuzzy: {name}"
    if not all(strings):
        yield f"not translated: {name}"
        return
    if len(strings) != (plurals if wanted.pluralizable else 1):
        yield f"wrong number of plural forms: {name}"
    allowed = [Counter(PLACES.findall(text)) for text in sources]
    for text in strings:
        if Counter(PLACES.findall(text)) not in allowed:
            yield f"other placeholders than the sentence: {name} → {text!r}"


def _quarrels(said: dict[tuple[str, str, str | None], dict[str, str]]) -> Iterator[str]:
    """One sentence, two translations: only one of them would ever be shown."""
    for (language, sentence, _context), strings in said.items():
        if len([text for text in strings if text]) > 1:
            places = ", ".join(sorted(strings.values()))
            yield f"{language}: {sentence!r} is translated in two ways: {places} (use pgettext)"


def _first(message: Message) -> str:
    return message.id[0] if isinstance(message.id, (list, tuple)) else message.id


def compile_all(source: Path) -> int:
    """django.mo beside every django.po that is newer; how many were made."""
    made = 0
    for path in sorted(source.glob("*/locale/*/LC_MESSAGES/django.po")):
        target = path.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= path.stat().st_mtime:
            continue
        fresh = target.with_suffix(".fresh")
        with fresh.open("wb") as file:
            write_mo(file, kept(path, path.parent.parent.name))
        fresh.replace(target)
        made += 1
    return made


def main(arguments: list[str]) -> int:
    """0 when nothing is left to do, 1 when the check found something, 2 for a wrong call."""
    if arguments == ["compile"]:
        compile_all(ROOMS)
        return 0
    if arguments in (["update"], ["update", "--prune"]):
        problems = update(ROOMS, prune="--prune" in arguments)
    elif arguments == ["check"]:
        problems = check(ROOMS)
    else:
        print(__doc__, file=sys.stderr)
        return 2
    print(
        "\n".join(problems) or "catalogues: complete", file=sys.stderr if problems else sys.stdout
    )
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
