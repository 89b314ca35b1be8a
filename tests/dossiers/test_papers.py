"""What people hand in: judged by its content, cleaned, kept once, shown to nobody else."""

import io

import pikepdf
import pytest
from PIL import Image

from motcua.dossiers import actions, errors
from motcua.dossiers.attachments import (
    LONGEST_SIDE,
    FileLocked,
    FileTooLarge,
    FileUnreadable,
    TooManyPages,
    cleaned,
)
from motcua.dossiers.models import PaperFile
from motcua.foundation import files
from tests import cast
from tests.dossiers import story
from tests.unchanged import refused


def photograph(width: int = 3000, height: int = 2000, kind: str = "JPEG") -> bytes:
    picture = Image.effect_noise((width // 10, height // 10), 60).resize((width, height))
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6  # lies on its side
    exif[0x010E] = "where it was taken"
    picture.convert("RGB").save(out, kind, exif=exif)
    return out.getvalue()


def pdf(pages: int = 1, **saved: object) -> bytes:
    made = pikepdf.new()
    for _ in range(pages):
        made.add_blank_page()
    made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    out = io.BytesIO()
    made.save(out, **saved)  # type: ignore[arg-type]
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photograph_is_turned_upright_made_smaller_and_tells_nothing_else(kind: str) -> None:
    clean = cleaned(photograph(kind=kind))
    assert (clean.media, clean.pages) == ("image/jpeg", 1)
    with Image.open(io.BytesIO(clean.content)) as kept:
        assert kept.size == (LONGEST_SIDE * 2 // 3, LONGEST_SIDE)
        assert not kept.getexif()
    assert b"where it was taken" not in clean.content


def test_a_pdf_is_written_anew_without_what_runs_by_itself() -> None:
    clean = cleaned(pdf(pages=3))
    assert (clean.media, clean.pages) == ("application/pdf", 3)
    assert b"OpenAction" not in clean.content
    assert b"app.alert" not in clean.content


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", FileUnreadable),
        (b"MZ\x90\x00 not a picture", FileUnreadable),
        (b"<svg onload='alert(1)'/>", FileUnreadable),
        (b"GIF89a" + bytes(100), FileUnreadable),
        (b"%PDF-1.7 broken", FileUnreadable),
        (photograph(300, 200)[:500], FileUnreadable),
        (bytes(15 * 1024 * 1024 + 1), FileTooLarge),
        (pdf(encryption=pikepdf.Encryption(owner="a", user="b")), FileLocked),
        (pdf(pages=61), TooManyPages),
    ],
)
def test_what_is_no_photograph_and_no_open_pdf_is_refused(
    content: bytes, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        cleaned(content)


@pytest.mark.django_db
def test_the_same_file_twice_is_one_file_and_another_person_adds_none() -> None:
    law = story.law()
    by = cast.acting(cast.resident())
    dossier = actions.keep(story.intake(law), by=by, at=cast.AT)
    paper = law.papers[0].name
    given = {"dossier_id": dossier.pk, "name": paper, "content": photograph(), "at": cast.AT}
    first = actions.attach(by=by, **given)
    assert actions.attach(by=by, **given) == first
    assert files.read(first.digest)[:2] == b"\xff\xd8"
    with refused(errors.NotFound):
        actions.attach(by=cast.acting(cast.other_resident()), **given)
    with refused(errors.PaperUnknown):
        actions.attach(by=by, **{**given, "name": "no_such_paper"})
    actions.detach(dossier_id=dossier.pk, file=first.pk, by=by, at=cast.AT)
    assert not PaperFile.objects.exists()


@pytest.mark.django_db
def test_a_paper_takes_no_more_than_twelve_files() -> None:
    law = story.law()
    by = cast.acting(cast.resident())
    dossier = actions.keep(story.intake(law), by=by, at=cast.AT)
    paper = law.papers[0].name
    for number in range(12):
        content = photograph(100 + number, 100)
        actions.attach(dossier_id=dossier.pk, name=paper, content=content, by=by, at=cast.AT)
    with refused(errors.TooManyFiles):
        content = photograph(200, 100)
        actions.attach(dossier_id=dossier.pk, name=paper, content=content, by=by, at=cast.AT)
