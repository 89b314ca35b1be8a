"""The pages of a scanned PDF become pictures, made anew one by one."""

import io

import pikepdf
import pytest
from PIL import Image

from motcua.dossiers.attachments import (
    FileLocked,
    FileTooLarge,
    FileUnreadable,
    NoPicture,
    TooManyPages,
    page_pictures,
)
from motcua.dossiers.cleaning.bounds import MOST_BYTES
from tests.dossiers import hostile
from tests.dossiers.test_papers import pdf, photograph


def scanned(pages: int, kind: str = "JPEG", mode: str = "L", **saved: object) -> bytes:
    """A PDF as a scanner makes it: one picture on each page, each a little longer than the last."""
    made = pikepdf.new()
    for number in range(pages):
        picture = Image.effect_noise((300, 400 + number), 40).convert(mode)
        sheet = io.BytesIO()
        picture.save(sheet, "PDF")
        if kind == "flate":
            sheet = _unpacked(picture)
        with pikepdf.open(sheet) as one:
            made.pages.extend(one.pages)
    out = io.BytesIO()
    made.save(out, **saved)  # type: ignore[arg-type]
    return out.getvalue()


def _unpacked(picture: Image.Image) -> io.BytesIO:
    """A page whose picture lies there point by point."""
    made = pikepdf.new()
    page = made.add_blank_page(page_size=picture.size)
    grey = pikepdf.Stream(made, picture.convert("L").tobytes())
    grey.stream_dict = pikepdf.Dictionary(
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=picture.width,
        Height=picture.height,
        ColorSpace=pikepdf.Name.DeviceGray,
        BitsPerComponent=8,
    )
    page.add_resource(grey, pikepdf.Name.XObject)
    out = io.BytesIO()
    made.save(out)
    return out


def sizes(pictures: list[bytes]) -> list[tuple[int, int]]:
    return [Image.open(io.BytesIO(one)).size for one in pictures]


@pytest.mark.parametrize(("kind", "mode"), [("JPEG", "L"), ("JPEG", "RGB"), ("flate", "L")])
def test_each_page_is_a_picture_in_its_order(kind: str, mode: str) -> None:
    pictures = page_pictures(scanned(3, kind, mode))
    assert sizes(pictures) == [(300, 400), (300, 401), (300, 402)]
    assert all(one.startswith(b"\xff\xd8") for one in pictures)


def test_a_page_in_black_and_white_is_a_picture_too() -> None:
    assert sizes(page_pictures(scanned(1, mode="1"))) == [(300, 400)]


def test_a_photograph_is_one_page() -> None:
    assert len(page_pictures(photograph(600, 800))) == 1


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (pdf(pages=2), NoPicture),
        (pdf(pages=61), TooManyPages),
        (b"%PDF-1.4 and nothing more", FileUnreadable),
        (b"words", FileUnreadable),
        (b"%PDF-" + b"x" * MOST_BYTES, FileTooLarge),
        (hostile.endless_pages(), FileUnreadable),
        (hostile.doubled_pages(40), FileUnreadable),
        (
            scanned(1, encryption=pikepdf.Encryption(owner="o", user="u")),
            FileLocked,
        ),
    ],
    ids=["blank", "long", "broken", "text", "large", "circle", "doubling", "locked"],
)
def test_what_is_no_scan_is_refused(content: bytes, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        page_pictures(content)
