"""A town with so many residents who have an account, in the database of the environment.

    python -m bench.kill.settle 8

Prints one line of JSON: the logins. All have one password, `bench.kill.people.PASSWORD`.
"""

import json
import sys

from bench.dossiers.town import build

# isort: split
from bench.kill.people import PASSWORD
from motcua.people.models import Account


def main(residents: str) -> None:
    """The town and its residents."""
    build()
    logins = [f"thu{number}" for number in range(1, int(residents) + 1)]
    for number, login in enumerate(logins, 1):
        phone = f"+849900{number:05}"
        Account.objects.create_user(login, PASSWORD, name=f"Vàng Thị Thử {number}", phone=phone)
    print(json.dumps(logins))


if __name__ == "__main__":
    main(*sys.argv[1:])
