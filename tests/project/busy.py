"""Writes a file, its row and a line of the journal, again and again, until it is killed."""

import secrets
import sys
from itertools import count

import django

django.setup()

# isort: split
from django.db import transaction  # noqa: E402

from motcua.audit.actions import record  # noqa: E402
from motcua.foundation import files  # noqa: E402
from motcua.foundation.actor import SYSTEM  # noqa: E402
from motcua.foundation.clock import now  # noqa: E402
from motcua.results.models import Document  # noqa: E402
from tests import cast  # noqa: E402


def main() -> None:
    for number in count():
        digest = files.keep(secrets.token_bytes(2000))
        with transaction.atomic():
            Document.objects.create(
                commune_id=cast.COC_SAN,
                key=f"busy:{secrets.token_hex(8)}",
                about=f"busy:{number}",
                kind="slip",
                template="slip_receipt",
                data={},
                asked_at=now(),
                asked_by=SYSTEM.id,
                state="ready",
                sha256=digest,
            )
            record(chain=cast.COC_SAN, by=SYSTEM, at=now(), verb="slip.ask", about=f"busy:{number}")
        if number == 0:
            sys.stdout.write("busy\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
