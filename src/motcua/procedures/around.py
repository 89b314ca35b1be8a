"""Who stands in each place of a form, as far as it follows from who files it and for whom.

A form asks about people in places: subject, mother, husband, … (`vocabulary.PEOPLE`). Whoever the
answer to `filer.relation` may name is the filer; the others are the chosen person's next of kin.
"""

from collections.abc import Mapping
from enum import StrEnum

from motcua.procedures.pack import Procedure
from motcua.procedures.vocabulary import PEOPLE


class Who(StrEnum):
    """A person as seen from the filer, and from the one for whom the filer acts."""

    FILER = "filer"
    CHOSEN = "chosen"
    # Of the filer and the filer's spouse.
    MAN = "man"
    WOMAN = "woman"
    MOTHER = "mother of the chosen"
    FATHER = "father of the chosen"
    SPOUSE = "spouse of the chosen"


def around(procedure: Procedure) -> Mapping[str, Who]:
    """Each place that the form has, with who stands there; nobody who is not known yet.

    A child that is to be registered stands in no register: its parents are the filer and spouse.
    """
    asked = {(one.means or "").partition(".")[0] for one in procedure.form.fields}
    offered = _relations(procedure)
    newborn = {"mother", "father"} <= offered and "self" not in offered
    found: dict[str, Who] = {}
    for place in PEOPLE:
        who = _who(place, offered, newborn=newborn)
        if place in asked and who is not None:
            found[place] = who
    return found


def for_oneself(procedure: Procedure) -> bool:
    """Whether a person may ask this for themselves: nobody reports their own death."""
    offered = _relations(procedure)
    couple = {Who.MAN, Who.WOMAN} & set(around(procedure).values())
    return not offered or "self" in offered or bool(couple)


def _relations(procedure: Procedure) -> set[str]:
    """What the filer may say that they are."""
    return {
        choice.value
        for one in procedure.form.fields
        if one.means == "filer.relation"
        for choice in one.choices
    }


def _who(place: str, offered: set[str], *, newborn: bool) -> Who | None:
    if place == "subject":
        return None if newborn else Who.CHOSEN
    if place in ("mother", "father"):
        couple = Who.WOMAN if place == "mother" else Who.MAN
        own = Who.MOTHER if place == "mother" else Who.FATHER
        return couple if newborn else own
    if place == "spouse":
        return Who.SPOUSE
    filer = {"husband": Who.MAN, "wife": Who.WOMAN}.get(place, Who.FILER)
    return filer if place in offered else None
