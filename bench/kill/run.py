"""The run: people hand in, the house is killed at seeded random moments and opened again."""

import random
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from bench.kill.house import House
from bench.kill.people import Resident, Told

# Longer than a form takes on its way, so that the stroke falls on any part of it.
_JITTER = 0.2
_PATIENCE = 120.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How many dossiers, how many strokes, how many people at once, and the seed of chance."""

    submissions: int = 2000
    kills: int = 10
    people: int = 8
    seed: int = 20261124


def run(house: House, plan: Plan, also: Callable[[int], None] = lambda _: None) -> Told:
    """What the people were told, once everyone has been; the house is then open.

    `also` is called before each stroke with its number, from 0.
    """
    logins = house.facts("bench.kill.settle", str(plan.people))
    told, chance = Told(), random.Random(plan.seed)
    house.open()
    shares = [plan.submissions // plan.people] * plan.people
    for extra in range(plan.submissions % plan.people):
        shares[extra] += 1
    with ThreadPoolExecutor(plan.people) as pool:
        at_work = [
            pool.submit(Resident(login, house.port, told, plan.seed).hand_in, share)
            for login, share in zip(logins, shares, strict=True)
        ]
        for stroke, moment in enumerate(_moments(plan, chance)):
            _wait_for(told, moment, at_work)
            also(stroke)
            time.sleep(chance.random() * _JITTER)
            house.kill()
            house.open()
        for one in at_work:
            one.result()
    return told


def wait_for_the_worker(house: House, strokes: int) -> None:
    """Until every act is followed up; each killed worker may have left one message claimed."""
    begun = time.monotonic()
    while time.monotonic() - begun < _PATIENCE:
        rows = house.facts("bench.kill.rows")
        if not rows["waiting"] and rows["unsent"] <= strokes:
            return
        time.sleep(2)


def _moments(plan: Plan, chance: random.Random) -> list[int]:
    """After how many dossiers each stroke falls: one at random in each equal share of the run."""
    share = plan.submissions / plan.kills
    return [int((stroke + chance.uniform(0.05, 0.9)) * share) for stroke in range(plan.kills)]


def _wait_for(told: Told, count: int, at_work: list[Future[None]]) -> None:
    while told.done < count:
        for one in at_work:
            if one.done():
                one.result()
        if all(one.done() for one in at_work):
            raise RuntimeError("everyone had finished before the stroke")
        threading.Event().wait(0.002)
