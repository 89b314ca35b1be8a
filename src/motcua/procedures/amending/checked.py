"""What the check of packs finds in a procedure as a change would make it."""

from collections.abc import Mapping
from typing import Any

from motcua.procedures import calendar_pack
from motcua.procedures.assembly import assembled
from motcua.procedures.checking.examples import check_examples
from motcua.procedures.checking.references import check_references
from motcua.procedures.checking.shape import check_shape
from motcua.procedures.checking.wording import check_words
from motcua.procedures.edition import LAW, Tree
from motcua.procedures.problems import Problem, Report
from motcua.procedures.vocabulary import LANGUAGES


def problems_of(before: Mapping[str, Any], after: Tree) -> list[Problem]:
    """The problems that the change would bring in, in the words of the check.

    Worked cases of another province fail before as after; they are not counted.
    """
    known = set(_found(dict(before)))
    return sorted(one for one in set(_found(after)) if one not in known)


def _found(content: Tree) -> list[Problem]:
    report = Report(str(content["code"]))
    check_shape("procedure", content, "", LAW, report)
    sound = not report.problems
    check_words(content, {language: {} for language in LANGUAGES}, report)
    if sound:
        check_references(content, report)
    if not report.problems:
        procedure = assembled(content, version=0, version_id=0, digest="")
        check_examples(procedure, report, calendar=calendar_pack.shipped())
    return report.problems
