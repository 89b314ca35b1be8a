"""Photographs of papers as telephones take them: large, noisy, lying on their side; and how legible
one is."""

import io
from functools import cache
from random import Random

from PIL import Image, ImageDraw, ImageFilter, ImageFont, ImageOps

FONT = "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"
LINES = (
    "GIẤY KHAI SINH",
    "Họ, chữ đệm, tên: VÀNG THỊ THỬ",
    "Ngày, tháng, năm sinh: 12/05/1991",
    "Nơi sinh: Trạm y tế xã Cốc San, tỉnh Lào Cai",
    "Số định danh cá nhân: 000191000001",
    "Nơi đăng ký: Ủy ban nhân dân xã Cốc San",
)
_LYING = 6
_ORIENTATION = 0x0112


@cache
def paper(width: int = 3000, height: int = 4000) -> Image.Image:
    """A paper with small print, upright, without noise."""
    sheet = Image.new("RGB", (width, height), "#fbf8ef")
    pen, at = ImageDraw.Draw(sheet), height // 12
    for number, line in enumerate(LINES * 4):
        # From the size of a heading down to the smallest print of a form, 8 points at A4.
        size = max(width // 75, width // 22 - number * width // 900)
        pen.text((width // 12, at), line, "#1d1a2a", ImageFont.truetype(FONT, size))
        at += int(size * 1.7)
    return sheet


@cache
def photograph(megabytes: float = 5.0, *, lying: bool = False) -> bytes:
    """The paper as a camera of twelve megapixels keeps it: a little soft, with the noise of a dim
    room, so many megabytes at least; `lying` is how a telephone held upright writes it down."""
    sheet = paper().filter(ImageFilter.GaussianBlur(1.2))
    noise = Image.frombytes("L", sheet.size, Random(7).randbytes(sheet.width * sheet.height))
    grain = Image.merge("RGB", [noise] * 3)
    exif = Image.Exif()
    if lying:
        exif[_ORIENTATION] = _LYING
    for strength in (0.04, 0.06, 0.08, 0.12, 0.2):
        taken, kept = Image.blend(sheet, grain, strength), io.BytesIO()
        if lying:
            taken = taken.transpose(Image.Transpose.ROTATE_90)
        taken.save(kept, "JPEG", quality=93, exif=exif)
        if kept.tell() >= megabytes * 1_000_000:
            break
    return kept.getvalue()


def upright(content: bytes) -> Image.Image:
    """As a person sees it."""
    return ImageOps.exif_transpose(Image.open(io.BytesIO(content))).convert("L")
