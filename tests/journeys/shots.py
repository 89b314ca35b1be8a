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
