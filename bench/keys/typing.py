"""The keys of a clerk who types the same papers by hand, for the dossiers named; prints JSON.

The rule: of the first paper that the dossier's check prints, every term that the pack has printed
on it, but none of what any office machine fills in by itself (its own name, today, numbers, the
signer). One key for each character as the paper shows it, one more to move on to the next field; a
value of a list (sex, ethnic group, nationality, yes or no) is one key. Capitals and the marks of
Vietnamese cost nothing, nothing is mistyped, and the paper's other copies cost nothing either. The
form that a person brings is read from the paper and is on neither side.
"""

import json
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.project.settings")

import django

django.setup()

from typing import Any

from motcua.dossiers.models import Dossier
from motcua.results.templates import template

_BY_THE_OFFICE = (
    "today",
    "office",
    "place",
    "valid.",
    "register.",
    "signer.",
    "certification.",
    "number",
)
_FROM_A_LIST = frozenset({"sex", "ethnic", "nation", "nationality"})


def fields(paper: dict[str, Any]) -> dict[str, int]:
    """The characters of each field of a paper that a clerk types."""
    kinds = template(paper["template"]).fields
    found = {}
    for name, value in paper["data"].items():
        # An entry may say more than its extract has a place for.
        kind = kinds[name].kind if name in kinds else "unprinted"
        if kind == "unprinted" or name.startswith(_BY_THE_OFFICE):
            continue
        found[name] = 1 if kind in _FROM_A_LIST else _characters(value)
    return found


def _characters(value: Any) -> int:
    if isinstance(value, list):
        return sum(_characters(one) + 1 for one in value)
    if isinstance(value, dict):
        return sum(_characters(one) + 1 for one in value.values())
    return len(str(value))


def of(dossier: Dossier) -> dict[str, int]:
    """How many fields and keys the first paper of a checked dossier is."""
    found = fields(dossier.finding["papers"][0])
    return {"fields": len(found), "keys": sum(found.values()) + len(found)}


def asked_of(dossier: Dossier) -> dict[str, int]:
    """The same for the answers of a form that is typed whole."""
    said = {name: value for name, value in dossier.answers.items() if value}
    return {"fields": len(said), "keys": sum(len(value) + 1 for value in said.values())}


if __name__ == "__main__":
    what, *keys = sys.argv[1:]
    rows = {str(row.pk): row for row in Dossier.objects.filter(pk__in=keys)}
    tell = {"paper": of, "form": asked_of}[what]
    print(json.dumps([tell(rows[key]) for key in keys]))
