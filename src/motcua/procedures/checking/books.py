"""Whether what a decision writes fits the books: ``vn/books.toml`` names their terms."""

from collections.abc import Collection, Mapping
from pathlib import Path

from motcua.procedures.checking.papers import LABELS, check_own_words
from motcua.procedures.edition import LAW, Tree, toml
from motcua.procedures.outcome import WHOSE
from motcua.procedures.problems import Report

FILE = "books.toml"


def books_of(folder: Path, report: Report) -> dict[str, Mapping[str, str]]:
    """The terms of each book by its code, ``text!`` where an entry cannot do without."""
    books = toml(folder / FILE, report, must=False)
    check_own_words(FILE, books, toml(folder / "papers" / LABELS, report, must=False), report)
    return {code: book.get("terms", {}) for code, book in books.items()}


def check_books(content: Tree, books: Mapping[str, Mapping[str, str]], report: Report) -> None:
    """Terms that a book does not have, and those that no entry of it may lack."""
    for row in content["result"].get("writes", ()):
        terms = books.get(row["book"])
        if terms is not None:
            _check_entry(row, terms, report)
    notes = content["result"].get("notes", {})
    known = {term for terms in books.values() for term in terms}
    people = _people(content, notes.get("whose", ()))
    known |= {f"{WHOSE}{term.partition('.')[2]}" for term in known if term.split(".")[0] in people}
    for number, case in enumerate(notes.get("changes", ()) if books else (), 1):
        for name in sorted(case["terms"].keys() - known):
            place = f"notes.changes.{number}.terms.{name}"
            wrong = f"no book has a term “{name}”"
            report.add(LAW, place, "unknown_term", wrong, "See docs/reference/books.md")


def _people(content: Tree, whose: Collection[str]) -> set[str]:
    """Who may be meant by the questions that ask whose item it is."""
    fields = [field for section in content["form"]["sections"] for field in section["fields"]]
    return {one for field in fields if field["name"] in whose for one in field.get("choices", ())}


def _check_entry(row: Tree, terms: Mapping[str, str], report: Report) -> None:
    place = f"writes.{row['book']}"
    for name in sorted(row["content"].keys() - terms.keys()):
        wrong = f"this book has no term “{name}”"
        report.add(LAW, f"{place}.{name}", "unknown_term", wrong, f"Use one of: {', '.join(terms)}")
    for name, kind in terms.items():
        if kind.endswith("!") and name not in row["content"]:
            wrong = f"no entry of this book can be without “{name}”"
            report.add(LAW, f"{place}.{name}", "missing_term", wrong, "Give its source")
