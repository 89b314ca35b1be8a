"""What the invented people ask for: the worked case of each pack, with their own data in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from motcua.demo.names import rest_of_name
from motcua.demo.walks import BIRTH, CORRECTION, DEATH, MARITAL
from motcua.people.models import Resident, Sex
from motcua.procedures.answers import clean, visible
from motcua.procedures.pack import Example, Procedure
from motcua.registers.models import Entry

# No provider is known to give numbers out in this range.
PHONE = "+849900001{:02}"
# Days of a worked case this close to its own day move with it; birthdays stay.
_RECENT = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, the number to ring, and what the birth book says of them."""

    resident: Resident
    phone: str
    entry: Entry


def askers(
    rows: list[tuple[Resident, Entry]], chance: Random, on: date
) -> Mapping[str, list[Asker]]:
    """Grown-ups with an entry in the birth book: those for whom a procedure fits, by its code."""
    chance.shuffle(rows)
    grown = [
        Asker(one, PHONE.format(place % 100), entry)
        for place, (one, entry) in enumerate(rows)
        if 20 <= on.year - int(one.birth[:4]) <= 45
    ]
    mothers = [one for one in grown if one.resident.spouse and one.resident.sex == Sex.FEMALE]
    single = [one for one in grown if not one.resident.spouse]
    return {"": grown, BIRTH: mothers, MARITAL: single}


def answers_of(
    procedure: Procedure, who: Asker, chance: Random, *, on: date, electronic: bool
) -> dict[str, str]:
    """Clean answers: the pack's first worked case, told by this person on this day."""
    case = procedure.examples[0]
    answers = dict(clean(procedure, case.answers))
    answers |= _moved(answers, case, on)
    own = _own(who)
    self_asked = answers.get("relation") == "self"
    for one in procedure.form.fields:
        means = one.means or ""
        if one.name in answers and (means.startswith("filer.") or self_asked) and means in own:
            answers[one.name] = own[means]
    if "copies" in answers:
        answers["copies"] = str(chance.choice((1, 1, 2, 3)))
    if "delivery" in answers and electronic:
        answers["delivery"] = "electronic"
    answers |= _event(procedure.code, who, chance, answers)
    return {
        one.name: answers[one.name] for one in visible(procedure, answers) if one.name in answers
    }


def _own(who: Asker) -> Mapping[str, str]:
    one = who.resident
    address = f"{one.village.name}, {one.commune.name}, {one.commune.province.name}"
    return {
        "filer.name": one.full_name,
        "filer.phone": who.phone,
        "filer.identity": one.identity_number,
        "filer.address": address,
        "subject.birth": one.birth,
        "subject.sex": one.sex,
        "subject.ethnic": one.ethnic,
        "subject.address": address,
    }


def _moved(answers: Mapping[str, str], case: Example, on: date) -> Iterator[tuple[str, str]]:
    """What happened lately in the worked case happened as lately here."""
    for name, value in answers.items():
        try:
            day = date.fromisoformat(value)
        except ValueError:
            continue
        if timedelta() <= case.on - day <= _RECENT:
            yield name, (on - (case.on - day)).isoformat()


def _event(code: str, who: Asker, chance: Random, answers: Mapping[str, str]) -> Mapping[str, str]:
    one = who.resident
    if code == BIRTH and one.spouse:
        father = one.spouse
        return {
            "child_name": f"{father.full_name.split()[0]} {rest_of_name(chance, '01', 'female')}",
            "child_ethnic": one.ethnic,
            "mother_birth": one.birth[:4],
            "mother_ethnic": one.ethnic,
            "father_name": father.full_name,
            "father_birth": father.birth[:4],
            "father_ethnic": father.ethnic,
            "father_identity": father.identity_number,
            "father_address": answers["filer_address"],
        }
    if code == DEATH:
        name = f"{one.full_name.split()[0]} {rest_of_name(chance, one.ethnic, 'male')}"
        return {"deceased_name": name, "deceased_ethnic": one.ethnic}
    if code == CORRECTION:
        return _miswritten(who)
    if code == MARITAL and one.spouse:
        spouse = {"status": "married", "spouse_name": one.spouse.full_name}
        return {**spouse, "purpose": "land"}
    return {"original_holder": one.full_name} if "original_holder" in answers else {}


def _miswritten(who: Asker) -> Mapping[str, str]:
    """The book has one day, the person's other papers have another."""
    written = date.fromisoformat(who.resident.birth)
    right = written - timedelta(days=9)
    return {
        "subject_birth": right.isoformat(),
        "after_birth": right.isoformat(),
        "before": f"{written:%d/%m/%Y}",
        "register_number": str(who.entry.number),
        "register_day": who.entry.registered_on.isoformat(),
    }
