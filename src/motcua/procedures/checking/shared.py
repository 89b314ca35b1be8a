"""Whether what procedures share is sound in itself, wherever it is used."""

from motcua.procedures.checking.shape import check_shape
from motcua.procedures.checking.wording import check_said
from motcua.procedures.edition import OF_KINDS, SHARED_LAW, Shared, Tree
from motcua.procedures.problems import Report
from motcua.procedures.vocabulary import KINDS, LANGUAGES

_GROUPS = ("news", "fields", "papers", "exemptions")
_KINDS = ", ".join(sorted(KINDS))


def check_shared(shared: Shared, report: Report) -> None:
    """The keys and words of shared news, fields, papers and exemptions; the examples by kind."""
    _check_kinds(shared, report)
    for group in _GROUPS:
        for name, raw in shared.law.get(group, {}).items():
            if isinstance(raw, dict):
                _check_one(group, name, raw, shared, report)
            else:
                wrong = f"{raw!r} is no table"
                report.add(SHARED_LAW, f"{group}.{name}", "bad_value", wrong, "Give a table")


def _check_one(group: str, name: str, raw: Tree, shared: Shared, report: Report) -> None:
    check_shape(group, {"name": name, **raw}, f"{group}.{name}", SHARED_LAW, report)
    for language in LANGUAGES:
        said = shared.words[language].get(group, {}).get(name, {})
        if group == "fields":
            said = shared.exampled(said, str(raw.get("kind")), language)
        check_said(group, name, raw, said, f"{language}.toml", report)


def _check_kinds(shared: Shared, report: Report) -> None:
    """An example of a kind is of a kind that there is, and is said in every language."""
    told = {language: shared.words[language].get(OF_KINDS, {}) for language in LANGUAGES}
    given: set[str] = set().union(*told.values())
    for language, kinds in told.items():
        for kind in sorted(given & KINDS):
            said = kinds.get(kind, {})
            check_said(OF_KINDS, kind, {}, said, f"{language}.toml", report)
        for kind in sorted(kinds.keys() - KINDS):
            wrong, cure = f"no question is of the kind “{kind}”", f"Use one of: {_KINDS}"
            report.add(f"{language}.toml", f"{OF_KINDS}.{kind}", "unknown_word", wrong, cure)
