"""What the commune has in the end of each resident of the measure, as one line of JSON.

python -m bench.cuts.rows
"""

import json
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.project.settings")

import django

django.setup()

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from motcua.people.models import Account


def main() -> None:
    """The dossiers of each login: whether handed in, and what they say."""
    logins = {f"account:{one.pk}": one.login for one in Account.objects.all()}
    found: dict[str, list[tuple[bool, dict[str, str]]]] = {}
    for one in Dossier.objects.order_by("kept_at"):
        login = logins.get(one.owner, one.owner)
        found.setdefault(login, []).append((one.state != State.DRAFT, one.answers))
    print(json.dumps(found))


if __name__ == "__main__":
    main()
