"""For a marriage: are both of age, free to marry, and not kin, as far as the records know."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from motcua.dossiers.evidence.found import Evidence, Look, Person, Said, Weight
from motcua.dossiers.evidence.marital import follows
from motcua.dossiers.evidence.statuses import Known, known_status
from motcua.foundation.partial_date import PartialDate
from motcua.people.kinship import related
from motcua.procedures.family import family_law

# Whose age is measured by which sex, by their part in the book.
_SEX = {"husband": "male", "wife": "female"}


def wedding(look: Look) -> Evidence:
    """Each side, and what ties them. A marriage that is registered again stands already."""
    sides = known_status(look, {who: look.means.get(f"{who}.marital", "") for who in _SEX})
    again = bool(look.content.get("again"))
    people = [_side(look, one, again=again) for one in sides]
    return Evidence("marriage", people, [*_kin(look, people), *_couple(sides, again=again)])


def _side(look: Look, one: Known, *, again: bool) -> Person:
    asked = look.means.get(f"{one.person.who}.marital", "")
    word, spouse = follows(one, asked)
    said = [*one.person.said, *_age(look, one.person)]
    if not again:
        said += _free(word, spouse, asked)
    return replace(one.person, said=said)


def _free(word: str, spouse: str, asked: str) -> Iterator[Said]:
    """Whoever is married may not marry; who was is no longer one who never was."""
    facts = {"spouse": spouse, "asked": asked, "found": word}
    if word == "married":
        yield Said("not_free", facts, weight=Weight.CONTRADICTS)
    elif asked and asked != word:
        yield Said("request_otherwise", facts, weight=Weight.CONTRADICTS)
    else:
        yield Said(f"status_{word}", facts)


def _age(look: Look, person: Person) -> Iterator[Said]:
    measure = family_law().marriage[_SEX[person.who]]
    if not person.named.birth:
        return
    least, most = PartialDate.stored(person.named.birth).ages(look.day)
    facts = {"age": str(measure.amount), "years": str(least), "law": measure.basis.shown}
    if most < measure.amount:
        yield Said("under_age", facts, weight=Weight.CONTRADICTS)
    elif least < measure.amount:
        yield Said("perhaps_under_age", facts, weight=Weight.CONTRADICTS)
    else:
        yield Said("of_age", facts)


def _kin(look: Look, people: Sequence[Person]) -> Iterator[Said]:
    rows = [one.resident for one in people if one.resident is not None]
    if len(rows) < 2 or rows[0].pk == rows[1].pk:
        return
    law = family_law().kinship
    tie = related(*rows, up=law.amount - 1, by=look.by, at=look.at, why=look.why)
    facts = {"generations": str(law.amount), "law": law.basis.shown}
    if tie is None:
        yield Said("no_kin", facts)
        return
    facts |= {"ancestor": tie.name}
    direct = 0 in (tie.above_one, tie.above_other)
    code = "descends" if direct else "kin"
    yield Said(code, facts, f"resident:{tie.ancestor}", Weight.CONTRADICTS)


def _couple(sides: Sequence[Known], *, again: bool) -> Iterator[Said]:
    """Whether the books hold a marriage of these two already."""
    sources = [{one.source: one for one in side.marriages} for side in sides]
    for source in sources[0].keys() & sources[1].keys():
        one = sources[0][source]
        facts = {"number": one.reference, "day": one.on}
        weight = Weight.TELLS if again else Weight.WARNS
        yield Said("couple", facts, source, weight)
