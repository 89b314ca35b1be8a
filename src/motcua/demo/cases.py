"""What the invented people ask for: the worked case of each pack, with their own data in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from motcua.demo.books import FIRST_BIRTHS
from motcua.demo.families import Person
from motcua.demo.names import rest_of_name
from motcua.demo.trails import BIRTH, CORRECTION, DEATH, MARITAL
from motcua.procedures.answers import clean, visible
from motcua.procedures.pack import Example, Procedure
from motcua.registers.models import Entry

# Days of a worked case this close to its own day move with it; birthdays stay.
_RECENT = timedelta(days=60)
_OLD = 62
_ORIGINALS = (
    "Bằng tốt nghiệp trung học phổ thông",
    "Giấy chứng nhận quyền sử dụng đất",
    "Chứng chỉ sơ cấp nghề",
    "Học bạ trung học cơ sở",
    "Giấy phép lái xe",
)


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, from where, and the number to ring.

    `event` is what the book will say of the birth or death that they declare; `entry` their own
    birth, where the procedure is about it.
    """

    person: Person
    phone: str
    address: str
    event: Mapping[str, str] | None = None
    entry: Entry | None = None


def askers(people: Sequence[Person], chance: Random, on: date) -> Mapping[str, list[Person]]:
    """Grown-ups who stand in the birth book, by lot: all of them, and for whom a code fits."""
    grown = [
        one
        for one in people
        if one.household and one.local and one.born.year >= FIRST_BIRTHS and 20 <= one.age(on) <= 45
    ]
    chance.shuffle(grown)
    return {
        "": grown,
        BIRTH: [one for one in grown if one.sex == "female" and _at_home(one.spouse)],
        MARITAL: [one for one in grown if not one.spouse],
        DEATH: [one for one in grown if _old_parent(one, on)],
    }


def declarant(event: Mapping[str, str], known: Mapping[str, Person]) -> Person:
    """Who declares a birth or a death: the mother; a grown child of the dead, else the spouse."""
    if "mother.identity" in event:
        return known[event["mother.identity"]]
    dead = known[event["deceased.identity"]]
    near = [one for one in dead.children if one.household and one.spouse]
    left = [dead.spouse] if dead.spouse else []
    return [*near, *left, *dead.children][0]


def answers_of(
    procedure: Procedure, who: Asker, chance: Random, *, on: date, decided: bool
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
    if "extra_copies" in answers:
        answers["extra_copies"] = str(chance.choice((0, 0, 0, 1)))
    answers |= _matter(procedure.code, who, chance, answers, on=on, decided=decided)
    return {
        one.name: answers[one.name] for one in visible(procedure, answers) if one.name in answers
    }


def _own(who: Asker) -> Mapping[str, str]:
    one = who.person
    return {
        "filer.name": one.name,
        "filer.phone": who.phone,
        "filer.identity": one.identity,
        "filer.address": who.address,
        "subject.birth": one.birth,
        "subject.sex": one.sex,
        "subject.ethnic": one.ethnic,
        "subject.address": who.address,
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


def _matter(
    code: str,
    who: Asker,
    chance: Random,
    answers: Mapping[str, str],
    *,
    on: date,
    decided: bool,
) -> Mapping[str, str]:
    """What this procedure is about, for this person."""
    if code == BIRTH:
        return {**_parents(who.person, answers), **_child(who, chance)}
    if code == DEATH:
        return _death(who, on)
    if code == CORRECTION:
        return _spelling(who) if decided else _miswritten(who)
    if code == MARITAL and who.person.spouse:
        return {"status": "married", "spouse_name": who.person.spouse.name, "purpose": "land"}
    if "original_holder" in answers:
        return {"original_holder": who.person.name, "original_name": chance.choice(_ORIGINALS)}
    return {}


def _parents(mother: Person, answers: Mapping[str, str]) -> Mapping[str, str]:
    father = mother.spouse
    if father is None:
        return {}
    return {
        "mother_birth": mother.birth[:4],
        "mother_ethnic": mother.ethnic,
        "father_name": father.name,
        "father_birth": father.birth[:4],
        "father_ethnic": father.ethnic,
        "father_identity": father.identity,
        "father_address": answers["filer_address"],
    }


def _child(who: Asker, chance: Random) -> Mapping[str, str]:
    """The child that the book will name; before it is registered, nobody knows of it."""
    number = str(chance.randint(20, 900))
    event, father = who.event, who.person.spouse
    if event is None:
        family = father.surname if father else who.person.surname
        name = f"{family} {rest_of_name(chance, who.person.ethnic, 'female')}"
        return {"child_name": name, "child_ethnic": father.ethnic if father else "25"}
    born = date.fromisoformat(event["child.birth"])
    return {
        "child_name": event["child.name"],
        "child_birth": event["child.birth"],
        "child_sex": event["child.sex"],
        "child_ethnic": event["child.ethnic"],
        "birth_place": event["child.birth_place"],
        "home_place": event["child.home_place"],
        "notice_number": f"{number}/{born.year}",
        "notice_day": (born + timedelta(days=1)).isoformat(),
    }


def _death(who: Asker, on: date) -> Mapping[str, str]:
    event = who.event
    if event is None:
        return _just_died(who.person, on)
    spouse = who.person.spouse is not None and who.person.spouse.name == event["deceased.name"]
    return {
        "declarant": "spouse" if spouse else "child",
        "deceased_name": event["deceased.name"],
        "deceased_birth": event["deceased.birth"],
        "deceased_sex": event["deceased.sex"],
        "deceased_ethnic": event["deceased.ethnic"],
        "deceased_identity": event["deceased.identity"],
        "deceased_address": event["deceased.residence"],
        "death_day": event["death.date"],
        "death_time": event["death.time"],
        "death_place": event["death.place"],
        "death_cause": event["death.cause"],
        "notice_day": event["death.date"],
    }


def _just_died(child: Person, on: date) -> Mapping[str, str]:
    """An old parent, who stands among the living until the death is registered."""
    dead = _old_parent(child, on)
    if dead is None:
        return {}
    return {
        "deceased_name": dead.name,
        "deceased_birth": dead.birth,
        "deceased_sex": dead.sex,
        "deceased_ethnic": dead.ethnic,
        "deceased_identity": dead.identity,
    }


def _old_parent(child: Person, on: date) -> Person | None:
    parents = [one for one in (child.father, child.mother) if one and _at_home(one)]
    return next((one for one in parents if one.age(on) >= _OLD), None)


def _at_home(one: Person | None) -> bool:
    return one is not None and one.household > 0


def _miswritten(who: Asker) -> Mapping[str, str]:
    """The book has one day, the person's other papers have another."""
    written = who.person.born
    right = written - timedelta(days=9)
    return {
        "subject_birth": right.isoformat(),
        "after_birth": right.isoformat(),
        "before": f"{written:%d/%m/%Y}",
        **_place_in_book(who),
    }


def _spelling(who: Asker) -> Mapping[str, str]:
    """A slip in how a place is written: the people of the book stay who they are."""
    return {
        "item": "other",
        "item_other": "Nơi cư trú của cha, mẹ",
        "before": who.address.partition(", ")[2].replace("xã", "Xã", 1),
        "after": who.address,
        "reason": "Khi đăng ký chỉ ghi tên xã, chưa ghi tên thôn",
        **_place_in_book(who),
    }


def _place_in_book(who: Asker) -> Mapping[str, str]:
    if who.entry is None:
        return {}
    return {
        "register_number": str(who.entry.number),
        "register_day": who.entry.registered_on.isoformat(),
    }
