"""Handing over: a drawn signature, or the code that the person has."""

from collections.abc import Mapping

from motcua.counter.errors import CodeWrong
from motcua.dossiers import actions
from motcua.dossiers.codes import tidy_code
from motcua.dossiers.drawn import drawn
from motcua.dossiers.errors import NotFound
from motcua.dossiers.models import Dossier
from motcua.dossiers.press import Press

DRAWN = "hand_over-drawn"


def handed(press: Press, form: Mapping[str, str]) -> Dossier:
    """Give the result to whoever stands there, with the proof of it."""
    receiver = form.get("hand_over-receiver", "")
    if form.get("hand_over-proof") == "signature":
        digest = drawn(form.get(DRAWN, ""), field=DRAWN)
        return actions.hand_over(press, receiver=receiver, proof="signature", signature=digest)
    _same_code(press, form.get("hand_over-code", ""))
    return actions.hand_over(press, receiver=receiver, proof="code")


def _same_code(press: Press, typed: str) -> None:
    rows = Dossier.objects.filter(pk=press.dossier, commune_id=press.by.commune)
    code = rows.values_list("code", flat=True).first()
    if code is None:
        raise NotFound
    if tidy_code(typed) != code:
        raise CodeWrong("hand_over-code")
