"""The books among a million entries: what a page of the search costs and whom it finds, and what
it costs to look for doubles of one entry.

Started by `bench.books` with the database of an engine; prints lines of JSON.
"""

import json
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from random import Random
from urllib.parse import urlencode

from bench.dossiers.town import AT, Town, build

# isort: split
from django.db import connection
from django.test import Client

from bench.books.filling import fill
from bench.books.mistakes import bare, misspelt
from bench.dossiers.archive import spent
from motcua.people.models import Account
from motcua.registers.born import Born
from motcua.registers.comparing import resembling_entry
from motcua.registers.finding import Wanted, search
from motcua.registers.models import Entry, EntryName

ROUNDS = 40
NAMES = 2_000
COMPARED = 300
COMMONEST = "nguyen"


class Books:
    """A commune's books, and an officer who looks into them."""

    def __init__(self, town: Town) -> None:
        self.town, self.chance = town, Random(7)
        self.client = Client()
        self.client.force_login(Account.objects.get(login="officer"))

    def children(self, number: int) -> list[EntryName]:
        """Children drawn by chance, with their entries."""
        last = EntryName.objects.order_by("-pk").values_list("pk", flat=True)[0]
        drawn: list[EntryName] = []
        while len(drawn) < number:
            keys = self.chance.sample(range(1, last + 1), min(number, last))
            rows = EntryName.objects.filter(pk__in=keys, who="child").select_related("entry")
            drawn += list(rows)
        return drawn[:number]

    def questions(self) -> dict[str, list[dict[str, str]]]:
        """Each kind of question, some forty times for different people."""
        found = self.children(ROUNDS)
        with_d = [row for row in self.children(600) if "đ" in row.name.lower()][:ROUNDS]
        mothers = {row.pk: row.entry.content["mother.name"] for row in found}
        return {
            "a whole name": [{"name": bare(row.name)} for row in found],
            "a whole name with đ, without marks": [{"name": bare(row.name)} for row in with_d],
            "one wrong letter": [{"name": self._wrong(row.name)} for row in found],
            "one wrong letter and the year": [
                {"name": self._wrong(row.name), "birth": row.birth[:4]} for row in found
            ],
            "a year of birth alone": [{"birth": row.birth[:4]} for row in found],
            "about a year": [{"birth": f"khoảng {row.birth[:4]}"} for row in found],
            "a date of birth alone": [{"birth": _typed(row.birth)} for row in found],
            "a mother": [{"beside": bare(mothers[row.pk])} for row in found],
            "a name and a mother": [
                {"name": bare(row.name), "beside": bare(mothers[row.pk])} for row in found
            ],
            "a number": [{"number": row.entry.reference} for row in found],
            "the commonest surname": [{"name": COMMONEST}] * ROUNDS,
            "the commonest surname and a year": [
                {"name": COMMONEST, "birth": row.birth[:4]} for row in found
            ],
            "words cut short": [{"name": _cut(row.name)} for row in found],
            "a name that nobody bears": [{"name": "vung lan zuyen qua"}] * ROUNDS,
        }

    def _wrong(self, name: str) -> str:
        words = bare(name).split()
        at = self.chance.randrange(len(words))
        letters = "abcdeghiklmnopqrstuvxy"
        place = self.chance.randrange(len(words[at]))
        words[at] = f"{words[at][:place]}{self.chance.choice(letters)}{words[at][place + 1 :]}"
        return " ".join(words)

    def page(self, asked: dict[str, str]) -> tuple[float, float]:
        """Milliseconds waited for the whole page, and of processor."""
        begun, cpu = time.perf_counter(), spent()
        answer = self.client.get(f"/desk/books/search?{urlencode(asked)}")
        took = (time.perf_counter() - begun) * 1000, (spent() - cpu) * 1000
        if answer.status_code != 200:
            raise RuntimeError(f"{asked}: {answer.status_code}")
        return took

    def compared(self) -> Iterator[tuple[float, float]]:
        """Milliseconds waited, and of processor, for each entry that is laid beside the others."""
        last = Entry.objects.order_by("-pk").values_list("pk", flat=True)[0]
        keys = self.chance.sample(range(1, last + 1), min(COMPARED, last))
        for entry in Entry.objects.filter(pk__in=keys).prefetch_related("notes"):
            begun, cpu = time.perf_counter(), spent()
            resembling_entry(entry)
            yield (time.perf_counter() - begun) * 1000, (spent() - cpu) * 1000

    def recall(self, number: int, *, year: bool) -> dict[str, float]:
        """Of so many mistyped names: how often the person is on the first page, and where."""
        places, shares, bearers = [], [], 0
        for row in self.children(number):
            wanted = Wanted(
                name=misspelt(row.name, self.chance),
                born=Born.typed(row.birth[:4]) if year else None,
            )
            found = search(
                by=self.town.officer, commune=row.commune_id, wanted=wanted, at=AT, why="bench"
            )
            names = [hit.row.name_folded for hit in found.hits]
            entries = [hit.row.entry_id for hit in found.hits]
            if row.entry_id in entries:
                places.append(entries.index(row.entry_id) + 1)
            bearers += row.name_folded in names
            shares.append(names.count(row.name_folded) / len(names) if names else 0.0)
        return {
            "names": number,
            "the person on the first page, %": round(100 * len(places) / number, 2),
            "the name on the first page, %": round(100 * bearers / number, 2),
            "mean rank of the person": round(statistics.mean(places), 2) if places else 0,
            "share of the page that bears the name, %": round(100 * statistics.mean(shares), 1),
        }


def _typed(birth: str) -> str:
    return "/".join(reversed(birth.split("-")))


def _cut(name: str) -> str:
    first, *rest = bare(name).split()
    return " ".join([first, *(word[:2] for word in rest)])


def _figures(took: Sequence[tuple[float, float]]) -> dict[str, float]:
    waited, cpu = zip(*took, strict=True)
    return {
        "median_ms": round(statistics.median(waited), 1),
        "p95_ms": round(statistics.quantiles(waited, n=20)[-1], 1),
        "cpu_ms": round(statistics.median(cpu), 1),
    }


def measure(books: Books) -> Iterator[dict[str, object]]:
    """A line for each kind of question, for doubles, and for whom mistyped names found."""
    for label, asked in books.questions().items():
        books.page(asked[0])
        yield {"page": label, **_figures([books.page(one) for one in asked])}
    several = list(books.compared())
    mean = round(statistics.mean(waited for waited, _ in several), 1)
    yield {"compared": len(several), "mean_ms": mean, **_figures(several)}
    for year in (True, False):
        label = "with the year of birth" if year else "alone"
        yield {"mistyped": label, **books.recall(NAMES, year=year)}


def main(entries: str) -> None:
    """Fill the books and measure."""
    town = build()
    begun = time.monotonic()
    fill(town.commune, int(entries))
    print(json.dumps({"filled_s": round(time.monotonic() - begun), "on": connection.vendor}))
    for row in measure(Books(town)):
        print(json.dumps(row, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
