"""What is in the database in the end, as one line of JSON; read by `bench.kill.ledger`.

    python -m bench.kill.rows [--later]

A worker that was killed while it sent a message leaves a claim behind. `--later` is the next
worker when that claim has run out: it sends what is left.
"""

import json
import os
import sys
from collections import Counter

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.project.settings")

import django

django.setup()

from motcua.consequences.models import Stuck
from motcua.dossiers.models import Dossier, DossierEvent
from motcua.foundation.clock import now
from motcua.foundation.models import Series
from motcua.notifications.loop import LEASE, send_due
from motcua.notifications.models import Message, Rehearsed


def main(*options: str) -> None:
    """Dossiers and their numbers, acts of handing in, what followed, where the series stand."""
    left = 0
    while "--later" in options and (sent := send_due(now() + 2 * LEASE).sent):
        left += sent
    kept = list(Dossier.objects.values_list("id", "number", "submitted_at"))
    acts = DossierEvent.objects.filter(verb="submit")
    series = Series.objects.filter(name__startswith="dossier:").values_list("name", "last")
    print(
        json.dumps(
            {
                "dossiers": {str(key): number for key, number, _ in kept},
                "came": {str(key): at.timestamp() for key, _, at in kept},
                "acts": Counter(str(key) for key in acts.values_list("dossier_id", flat=True)),
                "left_to_the_next_worker": left,
                "waiting": acts.filter(followed_at__isnull=True).count(),
                "stuck": Stuck.objects.count(),
                "messages": Counter(Message.objects.values_list("about", flat=True)),
                "unsent": Message.objects.exclude(state="delivered").count(),
                "delivered": Rehearsed.objects.count(),
                "series": {name.split(":", 1)[1].replace(":", "-"): last for name, last in series},
            }
        )
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
