"""One dossier from the form to the signed paper, while the product runs; prints its seconds.

The acts are those of the doors; the paper is made by the worker of the running product.
"""

import json
import os
import time
from uuid import uuid4

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.project.settings")

import django

django.setup()

from django.conf import settings

from bench.dossiers.town import ANSWERS
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.press import Press
from motcua.dossiers.states import State
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of, now
from motcua.people.models import Account
from motcua.people.queries import actor_for
from motcua.places.models import Commune
from motcua.procedures.queries import in_force
from motcua.registers.models import Entry

_PATIENCE = 60.0


def walk() -> Dossier:
    """Up to the chair's signature."""
    commune = Commune.objects.get(code=settings.COMMUNE)
    entry = Entry.objects.filter(commune=commune, kind="birth").latest("id")
    given = actions.Intake(uuid4(), commune, in_force("2.000635", day_of(now())), ANSWERS)
    dossier = actions.submit(given, by=_person("cudan1"), at=now(), verified=True)
    dossier = actions.accept(_press(dossier, _person("tiepnhan")))
    dossier = actions.begin(_press(dossier, _person("hotich1")))
    dossier = actions.check(_press(dossier, _person("hotich1")), entry=entry.pk)
    return actions.sign(_press(dossier, _person("chutich")))


def _person(login: str) -> Actor:
    return actor_for(Account.objects.get(login=login), at=now())


def _press(dossier: Dossier, by: Actor) -> Press:
    return Press(dossier.pk, uuid4(), by, now(), dossier.revision)


def main() -> None:
    """Wait for the paper; fail when it does not come."""
    signed, begun = walk(), time.monotonic()
    while Dossier.objects.get(pk=signed.pk).where != State.DONE:
        if time.monotonic() - begun > _PATIENCE:
            raise RuntimeError("the paper was not made")
        time.sleep(0.1)
    print(json.dumps({"dossier": str(signed.pk), "seconds": round(time.monotonic() - begun, 2)}))


if __name__ == "__main__":
    main()
