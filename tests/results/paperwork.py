"""What the tests of papers share: a paper, a result, and the programs of others."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

from motcua.results.actions import Signing, ask_for_document, ask_for_result
from motcua.results.models import Document, Result
from tests import cast
from tests.results.samples import SAMPLES

CHAIR = Signing("Phạm Văn Ký", "Chủ tịch")
RESULTS = (
    "extract_birth",
    "birth_certificate",
    "extract_death",
    "death_extract",
    "extract_marriage",
    "marital_status",
    "certified_copy",
    "certified_electronic_copy",
    "change_extract",
    "marriage_certificate",
    "parentage_extract",
    "guardianship_extract",
    "guardianship_end_extract",
    "foreign_record_extract",
    "extract_parentage",
    "extract_guardianship",
    "extract_guardianship_end",
    "extract_change",
    "extract_foreign",
    "certified_signature",
    "translator_signature",
    "certified_deed",
    "deed_correction",
    "copy_from_register",
)


def slip(
    template: str = "slip_receipt", *, key: str = "", kind: str = "slip", **more: Any
) -> Document:
    """A slip of the story, asked for by the receptionist."""
    cast.coc_san()
    return ask_for_document(
        commune=cast.COC_SAN,
        kind=kind,
        template=template,
        data={**SAMPLES[template], **more},
        about="dossier:1",
        key=key or f"{kind}:{template}",
        by=cast.acting(cast.receptionist()),
        at=cast.AT,
    )


def result(template: str = "extract_birth", *, decision: str = "", **more: Any) -> Result:
    """A result of the story, decided by the chair."""
    cast.coc_san()
    facts = {"holder": "Lù Thị Đào", "symbol": "TLKS-BS", "signing": CHAIR, "at": cast.AT}
    facts |= {"data": SAMPLES[template], **more}
    return ask_for_result(
        commune=cast.COC_SAN,
        decision=decision or f"dossier:{template}",
        template=template,
        about="dossier:1",
        by=cast.acting(cast.chair()),
        **facts,
    )


def said(*command: str | Path, codes: tuple[int, ...] = (0,)) -> str:
    """What a program of other hands prints; a program that is missing fails the test."""
    program = shutil.which(str(command[0]))
    assert program, f"{command[0]} is not there: make test installs requirements/debian-test.txt"
    done = subprocess.run(
        [program, *map(str, command[1:])], capture_output=True, text=True, check=False
    )
    assert done.returncode in codes, done.stdout + done.stderr
    return done.stdout + done.stderr
