"""A few rows of each kind and a file, in the installation that the environment names."""

import django

django.setup()

# isort: split
from django.conf import settings  # noqa: E402

from motcua.audit.actions import record  # noqa: E402
from motcua.foundation.clock import now  # noqa: E402
from tests import cast  # noqa: E402


def main() -> None:
    actor = cast.acting(cast.officer())
    cast.chair()
    for n in range(5):
        facts = {"n": n, "Tên": "Đỗ", "large": 1e16}
        record(
            chain=cast.COC_SAN, by=actor, at=now(), verb="check", about=f"dossier:{n}", facts=facts
        )
    paper = settings.DATA / "files" / "aa" / "paper.pdf"
    paper.parent.mkdir(parents=True)
    paper.write_bytes(b"%PDF-1.7 \x00\xff")


if __name__ == "__main__":
    main()
