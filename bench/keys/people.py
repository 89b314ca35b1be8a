"""A resident whom the register and the birth book know; prints the identity number as JSON."""

import json
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.project.settings")

import django

django.setup()

from motcua.people.models import Resident
from motcua.registers.models import Entry

if __name__ == "__main__":
    births = Entry.objects.filter(kind="birth").order_by("-id")
    grown = [
        said["child.identity"]
        for said in births.values_list("content", flat=True)
        if said.get("child.identity") and said.get("child.birth", "9")[:4] < "2000"
    ]
    found = Resident.objects.filter(identity_number__in=grown[:200])
    print(
        json.dumps(found.order_by("identity_number").values_list("identity_number", flat=True)[0])
    )
