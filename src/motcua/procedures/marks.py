"""How sure a procedure is of what it says: the marks of its parts and of single rules together."""

from collections.abc import Iterator
from datetime import date

from motcua.procedures.pack import Deadline, Procedure
from motcua.procedures.tariff import Exemption, FeeRule
from motcua.procedures.wording import Mark

_ORDER: tuple[Mark, ...] = ("verified", "memory", "unsure")


def weakest(*marks: Mark) -> Mark:
    """The least sure of them; verified when there is none."""
    return max(marks, key=_ORDER.index, default="verified")


def part_mark(procedure: Procedure, part: str) -> Mark:
    """How sure a whole part is: online, form, papers, fees, deadline or result."""
    return procedure.marks.get(part, "verified")


def term_mark(procedure: Procedure, term: Deadline) -> Mark:
    """How sure one of its terms is."""
    return weakest(part_mark(procedure, "deadline"), term.basis.mark)


def fee_mark(procedure: Procedure, rule: FeeRule, freed_by: Exemption | None = None) -> Mark:
    """How sure a fee is, or that nothing is due of it."""
    freed: tuple[Mark, ...] = (freed_by.basis.mark,) if freed_by else ()
    return weakest(part_mark(procedure, "fees"), rule.basis.mark, *freed)


def doubted_parts(procedure: Procedure, on: date) -> tuple[str, ...]:
    """Of deadline, fees, papers and online those of which something is not verified on a day."""
    found = {
        "deadline": weakest(*_term_marks(procedure)),
        "fees": weakest(*_fee_marks(procedure, on)),
        "papers": weakest(part_mark(procedure, "papers"), *(one.mark for one in procedure.papers)),
        "online": part_mark(procedure, "online"),
    }
    return tuple(part for part, mark in found.items() if mark != "verified")


def _term_marks(procedure: Procedure) -> Iterator[Mark]:
    for term in (procedure.deadline, *(one for _when, one in procedure.deadline.cases)):
        yield term_mark(procedure, term)


def _fee_marks(procedure: Procedure, on: date) -> Iterator[Mark]:
    yield part_mark(procedure, "fees")
    rules: tuple[FeeRule | Exemption, ...] = (*procedure.fees.rules, *procedure.fees.exemptions)
    for rule in rules:
        began = rule.valid_from is None or rule.valid_from <= on
        if began and (rule.valid_to is None or on <= rule.valid_to):
            yield rule.basis.mark
