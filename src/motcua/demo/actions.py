"""Loading the demo commune: the same people, books and sign-ins from the same seed."""

import hashlib
from collections.abc import Callable, Sequence
from datetime import date, datetime
from random import Random

from django.db import transaction

from motcua.audit.actions import record
from motcua.demo.accounts import SignIn, make_residents, make_staff, sign_ins
from motcua.demo.books import entries, on_paper_still
from motcua.demo.cancelled import born_to_nobody, cancel_one, propose_another
from motcua.demo.dossiers import make_dossiers
from motcua.demo.doubled import written_twice
from motcua.demo.errors import CommuneHasPeople
from motcua.demo.families import Person
from motcua.demo.hours import back
from motcua.demo.office import make_office
from motcua.demo.paper import from_paper, paper_origin, put_in_pages
from motcua.demo.population import figures, populate
from motcua.demo.settling import settle
from motcua.demo.town import town
from motcua.demo.trails import DAY, DAYS
from motcua.demo.waiting_room import fill_waiting_room, open_one
from motcua.foundation.actor import SYSTEM
from motcua.foundation.clock import day_of
from motcua.people.models import Exemption, Ground, Household, Resident
from motcua.places import actions as places
from motcua.places.pack import read
from motcua.places.queries import commune as commune_of
from motcua.places.queries import villages as villages_of
from motcua.procedures.calendar import Calendar
from motcua.procedures.queries import calendar_of
from motcua.registers.actions import Draft, compare_entries, digitise_entries, import_entries
from motcua.registers.models import Entry

Dates = tuple[date, date | None]
Progress = Callable[[str, int, int], None]
SEED = 2746
_POOR = 96


def load(*, seed: int = SEED, at: datetime, on_progress: Progress) -> tuple[SignIn, ...]:
    """Fill the demo commune and say who can sign in; all of it or nothing.

    `on_progress` is told the step, how much of it is done, and of how much. Refuses
    CommuneHasPeople when there is anybody in it already.
    """
    today, commune = day_of(at), figures().commune
    with transaction.atomic():
        on_progress("places", 0, 1)
        places.load(pack=read(), by=SYSTEM, at=at)
        if Household.objects.filter(commune=commune).exists():
            raise CommuneHasPeople(commune=commune_of(commune).name)
        make_office(commune, at=at)
        on_progress("people", 0, 1)
        people = populate(seed, today)
        residents = settle(people, commune, at)
        on_progress("exemptions", 0, 1)
        _exempt(people, residents, commune, seed, today)
        on_progress("books", 0, 1)
        names = {int(one.code[-2:]): one.name for one in villages_of(commune, today)}
        drafts = entries(people, names, seed, today)
        lately = _fill_books(commune, drafts, at)
        on_progress("accounts", 0, 1)
        make_staff(commune)
        make_residents([residents[person.serial] for person in _with_account(people, today)])
        facts = {"seed": seed, "digest": digest(people, drafts)}
        record(chain=commune, by=SYSTEM, at=at, verb="load_demo", about=commune, facts=facts)
        chance = Random(seed)  # noqa: S311 - the same dossiers from the same seed
        here = town(commune, people, names, chance=chance, at=at)
        make_dossiers(here, lately, on_progress=lambda done, of: on_progress("dossiers", done, of))
        cancel_one(here)
        propose_another(here)
        open_one(here)
        fill_waiting_room(here)
        put_in_pages(here, on_paper_still(people, names, seed))
    return sign_ins()


def _fill_books(commune: str, drafts: Sequence[Draft], at: datetime) -> list[Draft]:
    """Write what the books hold already; the births and deaths whose dossiers are still told."""
    calendar = calendar_of(commune)
    before, lately = _divided(drafts, calendar, at)
    begun = day_of(back(calendar, at, DAYS * DAY))
    copied, written = from_paper([*before, *written_twice(before), born_to_nobody()], begun)
    origin = paper_origin(at)
    digitise_entries(commune=commune, entries=copied, origin=origin, by=SYSTEM, at=at)
    import_entries(commune=commune, drafts=written, by=SYSTEM, at=at)
    # The rest of the books is compared by the worker, as those of any commune are.
    compare_entries(entries=Entry.objects.filter(source__startswith="demo:twice:"), at=at)
    return lately


def _divided(
    drafts: Sequence[Draft], calendar: Calendar, at: datetime
) -> tuple[list[Draft], list[Draft]]:
    """What the books hold already, and the births and deaths whose dossiers are told.

    What is due in the books today is in neither: nobody has come with it yet.
    """
    today, begun = day_of(at), day_of(back(calendar, at, DAYS * DAY))
    told = [one for one in drafts if one.kind != "marriage" and one.registered_on >= begun]
    known = {one.source for one in told}
    lately = [one for one in told if calendar.working_day_from(one.registered_on) < today]
    return [one for one in drafts if one.source not in known], lately


def digest(people: Sequence[Person], drafts: Sequence[Draft]) -> str:
    """What the demo consists of, as one figure: the same seed and day give the same."""
    summary = hashlib.sha256()
    for person in people:
        summary.update(f"{person.name}|{person.birth}|{person.identity}|{person.died}\n".encode())
    for draft in drafts:
        summary.update(f"{draft.source}|{draft.registered_on}|{draft.content}\n".encode())
    return summary.hexdigest()


def _exempt(
    people: Sequence[Person],
    residents: dict[int, Resident],
    commune: str,
    seed: int,
    today: date,
) -> None:
    chance = Random(seed)  # noqa: S311 - the same grounds from the same seed
    living = [person for person in people if person.household]
    poor = set(chance.sample(sorted({person.household for person in living}), _POOR))
    year: Dates = date(today.year, 1, 1), date(today.year + 1, 1, 1)
    since: Dates = date(2020, 1, 1), None
    rows = [
        (one, Ground.POOR_HOUSEHOLD, year, f"Danh sách hộ nghèo năm {today.year} (mẫu)")
        for one in living
        if one.household in poor
    ]
    old = [person for person in living if person.age(today) > 68]
    rows += [(one, Ground.MERIT, since, "Hồ sơ mẫu") for one in chance.sample(old, 40)]
    rows += [(one, Ground.DISABILITY, since, "Hồ sơ mẫu") for one in chance.sample(living, 60)]
    Exemption.objects.bulk_create(
        Exemption(
            commune_id=commune,
            resident=residents[person.serial],
            ground=ground,
            valid_from=dates[0],
            valid_to=dates[1],
            basis=basis,
        )
        for person, ground, dates, basis in rows
    )


def _with_account(people: Sequence[Person], today: date) -> list[Person]:
    """Grown-ups born here with children, one of each of the first six villages."""
    fit = (
        one
        for one in people
        if one.household and one.local and one.mother and one.children and one.spouse
    )
    chosen: dict[int, Person] = {}
    for person in fit:
        if 25 <= person.age(today) <= 60 and person.village <= 6:
            chosen.setdefault(person.village, person)
    return [chosen[village] for village in sorted(chosen)]
