"""For a parent who is recognised, or a guardian: the entry of the child's birth. Traced."""

from collections.abc import Iterator

from motcua.dossiers.evidence.found import Evidence, Look, Said, Weight
from motcua.dossiers.evidence.people_known import known
from motcua.foundation.names import folded
from motcua.registers.told_of import Told, told_of

_PARENTS = ("mother", "father")
# How the book says that it is the mother who is recognised: mẹ nhận con, con nhận mẹ.
_MOTHER = "mẹ"


def parentage(look: Look) -> Evidence:
    """The child with its entry, and the parent; the entry may name somebody else already."""
    people = [known(look, who) for who in ("child", "parent") if look.named(who).name]
    entries = _births(look, "child")
    said = [one for entry in entries for one in _entry(entry)]
    said += [one for entry in entries for one in _other_parent(look, entry)]
    return Evidence("parentage", people, said or [_none()])


def guardianship(look: Look) -> Evidence:
    """The ward with their entry, and the guardian."""
    people = [known(look, who) for who in ("ward", "guardian") if look.named(who).name]
    entries = _births(look, "ward")
    said = [one for entry in entries for one in _entry(entry)]
    return Evidence("guardian", people, said or [_none()])


def _births(look: Look, who: str) -> list[Told]:
    ((*told,),) = told_of(
        [look.named(who)],
        kinds=["birth"],
        by=look.by,
        commune=look.commune,
        at=look.at,
        why=look.why,
    )
    return [one for one in told if one.who == "child"]


def _entry(one: Told) -> Iterator[Said]:
    """What it reads of the parents."""
    names = {who: one.reads.get(f"{who}.name", "") for who in _PARENTS}
    facts = {"number": one.entry.reference, **names}
    code = "birth_entry" if one.sure else "birth_entry_perhaps"
    yield Said(code, facts, f"entry:{one.entry.pk}", Weight.TELLS if one.sure else Weight.WARNS)


def _other_parent(look: Look, one: Told) -> Iterator[Said]:
    """Where the place of the one who is recognised is taken."""
    parent = look.named("parent")
    part = "mother" if _MOTHER in look.content.get("kind", "").casefold() else "father"
    there = one.reads.get(f"{part}.name", "")
    if there and folded(there) != folded(parent.name):
        facts = {"there": there, "number": one.entry.reference}
        yield Said("parent_there", facts, f"entry:{one.entry.pk}", Weight.CONTRADICTS)


def _none() -> Said:
    return Said("no_birth_entry", weight=Weight.WARNS)
