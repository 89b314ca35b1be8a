"""Typed = stored: what people were told against what the commune has."""

from collections.abc import Mapping, Sequence
from typing import Any

from bench.cuts.photograph import photograph
from bench.cuts.plan import Case, Fault
from bench.cuts.run import PHOTOGRAPH, Seen

# Nothing but these may stand in the ledger's last columns.
MUST_BE_ZERO = ("lost", "missing", "second", "other", "broken", "unsaid")
_BIRTH = "1991-05-12"
Rows = Mapping[str, Sequence[tuple[bool, Mapping[str, Any], Sequence[tuple[str, int]]]]]


def stored(case_typed: Mapping[str, str]) -> dict[str, str]:
    """The same as the commune keeps it: telephones and days have one form there."""
    phone = f"+84{case_typed['filer_phone'].replace(' ', '')[1:]}"
    return {**case_typed, "filer_phone": phone, "subject_birth": _BIRTH}


def kept_under(case: Case, login: str) -> str:
    """By what name the rows have this person's dossiers."""
    return case.typed["filer_name"] if case.guest else login


def ledger(seen: Sequence[Seen], logins: Sequence[str], rows: Rows) -> list[dict[str, Any]]:
    """A line for each fault.

    A photograph counts as one field; stored is the one that the phone showed as kept, made smaller,
    alone and once. `kept`: fields that were said to be kept before the fault; `lost`: of them,
    gone afterwards; `missing`: persons whose dossier the commune has not; `second`: dossiers and
    drafts beyond one for each; `other`: answers that are not what was typed; `broken`: persons who
    could not go on; `unsaid`: persons whom the page did not tell that it keeps nothing.
    """
    lines: dict[str, dict[str, Any]] = {}
    for one, login in zip(seen, logins, strict=True):
        line = lines.setdefault(
            one.case.fault,
            {"fault": one.case.fault, "cases": 0, "typed": 0, "stored": 0, "kept": 0}
            | dict.fromkeys(MUST_BE_ZERO, 0),
        )
        there = rows.get(kept_under(one.case, login), ())
        handed_in = [(answers, files) for is_in, answers, files in there if is_in]
        wanted = stored(one.case.typed) | dict.fromkeys([PHOTOGRAPH] * one.case.photograph, "")
        same = _same(one, wanted, *handed_in[0]) if handed_in else set()
        line["cases"] += 1
        line["typed"] += len(wanted)
        line["stored"] += len(same)
        line["kept"] += len(one.confirmed)
        line["lost"] += len(one.lost)
        line["missing"] += not handed_in
        line["second"] += max(0, len(there) - 1)
        line["other"] += (len(wanted) - len(same)) * bool(handed_in)
        line["broken"] += bool(one.wrong) or not one.received
        # Whoever types when there is no room is told so.
        without_word = one.case.fault is Fault.FULL and not one.case.sending and not one.unkept
        line["unsaid"] += without_word
    return [lines[fault] for fault in Fault if fault in lines]


def _same(
    one: Seen, wanted: Mapping[str, str], answers: Mapping[str, Any], files: Sequence[Any]
) -> set[str]:
    """What the dossier holds as it was typed and photographed."""
    same = {name for name, value in wanted.items() if answers.get(name) == value}
    if one.case.photograph:
        smaller = len(photograph(one.case.number))
        whole = [digest for digest, size in files if size < smaller] == [one.photograph]
        return same | ({PHOTOGRAPH} if whole else set())
    return same if not files else set()


def faults(lines: Sequence[Mapping[str, Any]]) -> list[str]:
    """What does not hold, each by fault and name; empty when everything does."""
    return [
        f"{line['fault']}: {name}" for line in lines for name in MUST_BE_ZERO if line[name] != 0
    ]
