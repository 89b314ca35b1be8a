"""Whether what procedures share is sound in itself, wherever it is used."""

from motcua.procedures.checking.shape import check_shape
from motcua.procedures.checking.wording import check_said
from motcua.procedures.edition import SHARED_LAW, Shared, Tree
from motcua.procedures.problems import Report
from motcua.procedures.vocabulary import LANGUAGES

_GROUPS = ("fields", "papers", "exemptions")


def check_shared(shared: Shared, report: Report) -> None:
    """The keys and the words of each shared field, paper and exemption."""
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
        check_said(group, name, raw, said, f"{language}.toml", report)
