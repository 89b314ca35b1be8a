"""A signature drawn on the screen: looked into like any photograph, and kept."""

import base64
import binascii

from motcua.dossiers.attachments import cleaned
from motcua.dossiers.errors_of_helping import SignatureMissing
from motcua.foundation import files

_PICTURE = "data:image/png;base64,"


def drawn(picture: str, *, field: str) -> str:
    """The digest of the picture that a form carries; SignatureMissing when it carries none."""
    if not picture.startswith(_PICTURE):
        raise SignatureMissing(field)
    try:
        content = base64.b64decode(picture.removeprefix(_PICTURE), validate=True)
    except binascii.Error as fault:
        raise SignatureMissing(field) from fault
    return files.keep(cleaned(content).content)
