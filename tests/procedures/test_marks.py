"""How sure a part of a procedure is: its own mark and those of its rules, the least sure counts."""

from datetime import date

from motcua.procedures.marks import doubted_parts, fee_mark, term_mark, weakest
from tests.procedures.packs import BIRTH, EXTRACT, TODAY, procedure


def test_the_least_sure_of_several_counts() -> None:
    assert weakest() == "verified"
    assert weakest("verified", "memory") == "memory"
    assert weakest("unsure", "memory", "verified") == "unsure"


def test_one_paper_from_memory_makes_the_papers_doubted_and_nothing_else() -> None:
    assert doubted_parts(procedure(EXTRACT), TODAY) == ("papers",)


def test_a_mobile_birth_is_from_memory_in_its_term_and_papers() -> None:
    mobile = procedure("1.003583")
    assert doubted_parts(mobile, TODAY) == ("deadline", "fees", "papers", "online")
    assert term_mark(mobile, mobile.deadline) == "memory"


def test_a_fee_that_the_province_sets_is_unsure() -> None:
    birth = procedure(BIRTH)
    sure = {rule.name: fee_mark(birth, rule) for rule in birth.fees.rules}
    assert sure == {"copy": "verified", "late_birth": "unsure"}
    assert doubted_parts(birth, TODAY) == ("fees", "papers", "online")


def test_the_edition_of_the_coming_law_is_unsure_throughout() -> None:
    coming = procedure(BIRTH, on=date(2027, 3, 1))
    assert term_mark(coming, coming.deadline) == "unsure"
    assert {fee_mark(coming, rule) for rule in coming.fees.rules} == {"unsure"}
