"""Events that stand in the demo's books twice, as a commune finds them when its books are copied.

Somebody was registered again years later, and the clerk wrote what was said at the counter. Plain
Python.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from motcua.demo.office_day import office_day
from motcua.registers.actions import Draft

# Both writings are old: nobody comes to the demo's counter with them.
_LAST = 2012
Content = Mapping[str, str]


def written_twice(drafts: Sequence[Draft]) -> list[Draft]:
    """The second writing of two births, two deaths and a marriage; and of one birth with another
    name, which may be that of a twin."""
    old = [one for one in drafts if one.registered_on.year <= _LAST]
    dead = {_serial(one) for one in drafts if one.kind == "death"}
    whole = [one for one in old if one.content.get("mother.identity")]
    births = [one for one in whole if one.kind == "birth" and _serial(one) not in dead]
    deaths = [one for one in old if one.kind == "death"]
    weddings = [one for one in old if one.kind == "marriage"]
    return [
        _again(births[3], 420, _badly_written("child", "mother")),
        _again(births[40], 2200, _another_day("child.birth")),
        _again(births[90], 900, _another_name("child")),
        _again(deaths[2], 45, _badly_written("deceased")),
        _again(deaths[9], 30, _another_day("death.date")),
        _again(weddings[5], 1300, _badly_written("wife")),
    ]


def _again(first: Draft, days: int, change: Callable[[Content], Content]) -> Draft:
    """Registered so many days later; nobody had a number in those days, but on the first paper."""
    told = {key: said for key, said in first.content.items() if not key.endswith(".identity")}
    day = office_day(first.registered_on + timedelta(days=days))
    return replace(
        first,
        content={**told, **change(told)},
        source=first.source.replace("demo:", "demo:twice:", 1),
        registered_on=day,
    )


def _badly_written(*people: str) -> Callable[[Content], Content]:
    """Names as they were heard: the last letter of the first one is lost, the others are short."""

    def change(content: Content) -> Content:
        first, *others = people
        short = {f"{who}.name": _without_middle(content[f"{who}.name"]) for who in others}
        return {f"{first}.name": content[f"{first}.name"][:-1], **short}

    return change


def _another_day(key: str) -> Callable[[Content], Content]:
    """A day too many."""

    def change(content: Content) -> Content:
        day = date.fromisoformat(content[key]) + timedelta(days=1)
        return {key: day.isoformat()}

    return change


def _another_name(who: str) -> Callable[[Content], Content]:
    """As the child was called at home."""

    def change(content: Content) -> Content:
        return {f"{who}.name": f"{content[f'{who}.name'].split()[0]} Sinh Mẫu"}

    return change


def _without_middle(name: str) -> str:
    first, *others = name.split()
    return " ".join([first, others[-1]]) if others else name


def _serial(draft: Draft) -> str:
    return draft.source.rpartition(":")[2]
