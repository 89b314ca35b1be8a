"""Handing over: a drawn signature, or the code that the person has."""

import base64
import binascii
from collections.abc import Mapping

from motcua.counter.errors import CodeWrong, SignatureMissing
from motcua.dossiers import actions
from motcua.dossiers.attachments import cleaned
from motcua.dossiers.codes import tidy_code
from motcua.dossiers.errors import NotFound
from motcua.dossiers.models import Dossier
from motcua.dossiers.press import Press
from motcua.foundation import files

_PICTURE = "data:image/png;base64,"


def handed(press: Press, form: Mapping[str, str]) -> Dossier:
    """Give the result to whoever stands there, with the proof of it."""
    receiver = form.get("hand_over-receiver", "")
    if form.get("hand_over-proof") == "signature":
        digest = drawn(form.get("hand_over-drawn", ""))
        return actions.hand_over(press, receiver=receiver, proof="signature", signature=digest)
    _same_code(press, form.get("hand_over-code", ""))
    return actions.hand_over(press, receiver=receiver, proof="code")


def drawn(picture: str) -> str:
    """The drawn signature, looked into like any photograph and kept; its digest."""
    if not picture.startswith(_PICTURE):
        raise SignatureMissing("hand_over-drawn")
    try:
        content = base64.b64decode(picture.removeprefix(_PICTURE), validate=True)
    except binascii.Error as fault:
        raise SignatureMissing("hand_over-drawn") from fault
    return files.keep(cleaned(content).content)


def _same_code(press: Press, typed: str) -> None:
    rows = Dossier.objects.filter(pk=press.dossier, commune_id=press.by.commune)
    code = rows.values_list("code", flat=True).first()
    if code is None:
        raise NotFound
    if tidy_code(typed) != code:
        raise CodeWrong("hand_over-code")
