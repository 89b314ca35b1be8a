"""An exported procedure laid out as a folder of packs."""

import io
import zipfile
from pathlib import Path


def unpacked(archive: bytes, to: Path) -> Path:
    """Write the files of a ZIP into a folder."""
    zipfile.ZipFile(io.BytesIO(archive)).extractall(to)
    return to
