"""What the commune has in the end of each resident of the measure, as one line of JSON.

python -m bench.cuts.rows
"""

import json
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.project.settings")

import django

django.setup()

from motcua.dossiers.models import Dossier, PaperFile
from motcua.dossiers.states import State
from motcua.foundation import files
from motcua.people.models import Account


def main() -> None:
    """The dossiers of each login, of a guest by the name that was typed: whether handed in, what
    they say, and of each file its hash and size as it lies on the disk."""
    logins = {f"account:{one.pk}": one.login for one in Account.objects.all()}
    found: dict[str, list[tuple[bool, dict[str, str], list[tuple[str, int]]]]] = {}
    for one in Dossier.objects.order_by("kept_at"):
        who = logins.get(one.owner) or one.answers.get("filer_name", one.owner)
        there = PaperFile.objects.filter(paper__dossier=one).order_by("pk")
        kept = [(row.digest, len(files.read(row.digest))) for row in there]
        found.setdefault(who, []).append((one.state != State.DRAFT, one.answers, kept))
    print(json.dumps(found))


if __name__ == "__main__":
    main()
