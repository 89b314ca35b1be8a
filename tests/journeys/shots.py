"""Pictures of the steps, when MOTCUA_SHOTS names a folder for them; else nothing happens."""

import os
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

_LONGEST = 1600


def shot(page: Page, name: str, *, whole: bool = False) -> None:
    """Keep what the person sees now as NAME.png, in few colours so that it weighs little.

    `whole` takes the page to its end, cut at 1600 pixels; else what the screen shows.
    """
    folder = os.environ.get("MOTCUA_SHOTS")
    if not folder:
        return
    Path(folder).mkdir(parents=True, exist_ok=True)
    seen = Image.open(BytesIO(page.screenshot(full_page=whole, animations="disabled")))
    seen = seen.convert("RGB").crop((0, 0, seen.width, min(seen.height, _LONGEST)))
    few = seen.quantize(64, dither=Image.Dither.NONE)
    few.save(Path(folder) / f"{name}.png", optimize=True)


def cover(*names: str) -> None:
    """Some of the pictures in one row, each as high as the first screen of a telephone."""
    folder = os.environ.get("MOTCUA_SHOTS")
    if not folder:
        return
    seen = [Image.open(Path(folder) / f"{name}.png").convert("RGB") for name in names]
    seen = [
        one.resize((one.width // 2, one.height // 2)) if one.width > 800 else one for one in seen
    ]
    seen = [one.crop((0, 0, one.width, 760)) for one in seen]
    row = Image.new("RGB", (sum(one.width + 24 for one in seen) - 24, 760), "white")
    place = 0
    for one in seen:
        row.paste(one, (place, 0))
        place += one.width + 24
    row.quantize(64, dither=Image.Dither.NONE).save(Path(folder) / "cover.png", optimize=True)
