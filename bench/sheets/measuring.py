"""A list looked at, taken over, brought again and brought with changes, in the database given.

Started by `bench.sheets` with the database of an engine; prints lines of JSON.
"""

import json
import os
import subprocess
import sys
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.project.settings")

import django

django.setup()

from django.core.management import call_command

from bench.sheets.lists import COMMUNE, births, people
from motcua.foundation.actor import SYSTEM, Actor, Role
from motcua.foundation.clock import now
from motcua.people.models import Resident
from motcua.places.actions import load
from motcua.places.pack import read
from motcua.registers.models import Entry
from motcua.sheets import actions
from motcua.sheets.fields import fields_of
from motcua.sheets.models import BroughtList
from motcua.sheets.writing import write_workbook

BY = Actor("account:1", "Hoàng Văn Xét Mẫu", frozenset({Role.OFFICER}), COMMUNE)


def program(name: str) -> "subprocess.Popen[str]":
    """One of ours, in the same database."""
    command = [sys.executable, "-W", "ignore", "-m", f"bench.sheets.{name}"]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)


def passed() -> dict[str, Any]:
    """One pass of the worker, with somebody else at work beside it."""
    with program("another") as other:
        assert other.stdin is not None and other.stdout is not None
        other.stdout.readline()
        with program("one") as worker:
            told: dict[str, Any] = json.loads(worker.communicate()[0])
        other.stdin.close()
        beside = json.loads(other.stdout.readline())
    return {**told, "load": os.getloadavg()[0], "waited": beside["longest"], **beside}


class Lists:
    """Lists of one kind, each in a file of its own."""

    def __init__(self, kind: str, rows: int) -> None:
        self.kind, self.rows = kind, rows
        self.headings = [field.official for field in fields_of(kind)]

    def file(self, name: str, lines: Iterable[list[str]]) -> Path:
        """The rows as a workbook."""
        path = Path(os.environ["MOTCUA_DATA"]) / f"{name}.xlsx"
        write_workbook(path, self.headings, lines)
        return path

    def looked_at(self, what: str, path: Path, **found: int) -> BroughtList:
        """Bring a file and look at every row."""
        press, name = uuid.uuid4(), path.name
        given = {"commune": COMMUNE, "kind": self.kind, "path": path, "name": name}
        brought = actions.bring(press=press, **given, by=BY, at=now())
        columns = {"heading_row": 1, "columns": brought.columns}
        actions.map_columns(brought=brought, **columns, by=BY, at=now())
        self._told(what, passed())
        brought.refresh_from_db()
        assert {name: brought.found[name] for name in found} == found, brought.found
        return brought

    def taken_over(self, what: str, brought: BroughtList) -> None:
        """Confirm a list and take it over."""
        actions.confirm(brought=brought, reason="bench", by=BY, at=now())
        self._told(what, passed())
        brought.refresh_from_db()
        names = ("new", "changed", "same")
        wanted = {name: brought.found[name] for name in names}
        assert {name: brought.written[name] for name in names} == wanted, brought.written

    def _told(self, what: str, told: dict[str, Any]) -> None:
        print(json.dumps({"list": self.kind, "pass": what, **told}), flush=True)


def main(rows: int, kinds: str) -> None:
    """Every pass of each kind."""
    call_command("migrate", verbosity=0)
    load(pack=read(), by=SYSTEM, at=now())
    if "people" in kinds:
        lists = Lists("people", rows)
        first = lists.file("people", people(rows))
        lists.taken_over("taken over", lists.looked_at("looked at", first, new=rows))
        lists.looked_at("looked at again", first, same=rows)
        other = lists.file("changed", people(rows, changed=True))
        brought = lists.looked_at("1 % changed, looked at", other, changed=rows // 100)
        lists.taken_over("1 % changed, taken over", brought)
        assert Resident.objects.count() == rows
    if "births" in kinds:
        lists = Lists("book:birth", rows)
        first = lists.file("births", births(rows))
        lists.taken_over("taken over", lists.looked_at("looked at", first, new=rows))
        lists.looked_at("looked at again", first, same=rows)
        assert Entry.objects.count() == rows


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
