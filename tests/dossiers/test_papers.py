"""What people hand in: judged by its content, cleaned, kept once, shown to nobody else."""

import io
import os
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from motcua.dossiers import actions, errors
from motcua.dossiers.attachments import (
    FileLocked,
    FileTooLarge,
    FileUnreadable,
    TooManyPages,
    cleaned,
)
from motcua.dossiers.cleaning.picture import LONGEST_SIDE
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
    ids=["empty", "program", "svg", "gif", "no PDF", "half", "large", "locked", "long"],
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


def bomb(size: int) -> bytes:
    """A PDF of one page whose catalogue stands in a stream that unfolds to so many bytes."""
    packed = zlib.compressobj(9)
    inner = packed.compress(b"5 0 <</Type/Catalog/Pages 2 0 R>>")
    for _ in range(size // 2**20):
        inner += packed.compress(b" " * 2**20)
    inner += packed.flush()
    head = b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n" % len(inner)
    written, places = b"%PDF-1.5\n", [0, 0]
    for number, text in (
        (2, b"<</Type/Pages/Kids[3 0 R]/Count 1>>"),
        (3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"),
        (4, head + inner + b"\nendstream"),
    ):
        places.append(len(written))
        written += b"%d 0 obj\n" % number + text + b"\nendobj\n"
    rows = [(0, 0, 0), (0, 0, 0), *((1, place, 0) for place in places[2:]), (2, 4, 0)]
    rows.append((1, len(written), 0))
    table = b"".join(struct.pack(">BIH", *row) for row in rows)
    start = len(written)
    written += b"6 0 obj\n<</Type/XRef/Size 7/W[1 4 2]/Root 5 0 R/Length %d>>" % len(table)
    return written + b"stream\n" + table + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start


def peak(statement: str, content: bytes, folder: Path) -> int:
    """MiB that the cleaning program reached at most with the content; "pass" only loads it."""
    (folder / "content").write_bytes(content)
    script = (
        "import contextlib, sys\n"
        "from pathlib import Path\n"
        "from motcua.dossiers.cleaning import pdf, picture\n"
        "content = Path(sys.argv[1]).read_bytes()\n"
        f"with contextlib.suppress(pdf.Refused): {statement}\n"
        # The kernel's own high-water mark of this program: what rusage tells is inherited from
        # the process that started it.
        "status = Path('/proc/self/status').read_text()\n"
        "print(int(status.split('VmHWM:')[1].split()[0]) // 1024)\n"
    )
    command = [sys.executable, "-c", script, str(folder / "content")]
    env = {**os.environ, "PYTHONPATH": "src"}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    return int(done.stdout)


def flat(width: int, height: int, kind: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), (200, 10, 10)).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_a_small_file_of_many_pixels_is_refused_before_it_fills_the_memory(kind: str) -> None:
    with pytest.raises(FileUnreadable):
        cleaned(flat(4100, 4000, kind))


def test_neither_a_picture_nor_a_pdf_can_fill_the_memory(tmp_path: Path) -> None:
    assert len(bomb(400 * 2**20)) < 2**20
    idle = peak("pass", b"", tmp_path)
    assert peak("pdf.cleaned(content)", bomb(400 * 2**20), tmp_path) < idle + 150
    assert peak("picture.cleaned(content)", flat(7900, 7500, "JPEG"), tmp_path) < idle + 150


def test_no_action_behind_a_field_or_a_note_stays_in_a_pdf() -> None:
    made = pikepdf.new()
    page = made.add_blank_page()
    runs = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(2)")
    starts = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="calc.exe")
    leads = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://example.vn")
    notes = [pikepdf.Dictionary(Subtype=pikepdf.Name.Link, A=act) for act in (runs, starts, leads)]
    page.Annots = pikepdf.Array([notes[0], made.make_indirect(notes[1]), notes[2]])
    field = made.make_indirect(pikepdf.Dictionary(T="sum", AA=pikepdf.Dictionary(K=runs)))
    made.Root.AcroForm = pikepdf.Dictionary(Fields=[field], XFA="<xdp/>")
    made.Root.Names = pikepdf.Dictionary(EmbeddedFiles=pikepdf.Dictionary(Names=[]))
    out = io.BytesIO()
    made.save(out)
    kept = cleaned(out.getvalue()).content
    for word in (b"app.alert", b"calc.exe", b"/XFA", b"/EmbeddedFiles", b"/AA"):
        assert word not in kept, word
    assert b"example.vn" in kept


@pytest.mark.django_db
def test_a_strangers_file_is_not_even_looked_into() -> None:
    law = story.law()
    dossier = actions.keep(story.intake(law), by=cast.acting(cast.resident()), at=cast.AT)
    with refused(errors.NotFound):
        actions.attach(
            dossier_id=dossier.pk,
            name=law.papers[0].name,
            content=b"no picture",
            by=cast.acting(cast.other_resident()),
            at=cast.AT,
        )
