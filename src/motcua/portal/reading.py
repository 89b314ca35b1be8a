"""What a posted form says: the client's number, the answers, what is left open, the files."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.http import HttpRequest

from motcua.dossiers.in_turn import Turn
from motcua.foundation.typed_number import typed_number
from motcua.procedures.before import placed
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import no_longer_asked

HAND_IN, KEEP, CALL = "hand_in", "keep", "call"
_PAPER, _ARRIVED = "paper:", "arrived:"


class SentFile(Protocol):
    """A file as the browser sent it; its name is only good for being named back."""

    @property
    def name(self) -> str | None: ...
    def read(self, most: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Posted:
    """One sending of the form. `id` is made before it is sent, so a resend is the same dossier.

    `arrived` names the files that came in pieces, before; `removed` are the numbers of files to
    take off the draft; `was_known` says for whom the page was drawn (`sealing.whose`); "" for
    nobody known. `call`: kept to be called about, having stopped at this question ("" for none).
    """

    id: uuid.UUID
    answers: Mapping[str, str]
    unknown: frozenset[str]
    files: Mapping[str, Sequence[SentFile]]
    arrived: Mapping[str, Sequence[uuid.UUID]]
    removed: tuple[int, ...]
    wants: str
    was_known: str
    call: str | None = None
    turn: Turn | None = None

    @property
    def brings_files(self) -> bool:
        """Whether anything but words is to be put with the draft, or taken off it."""
        return bool(self.removed or any(self.files.values()) or any(self.arrived.values()))


def posted(request: HttpRequest, procedure: Procedure) -> Posted:
    """Read the form; what was asked before is set aside, what never was is left out, and nothing
    is judged here."""
    form = request.POST
    raw = {name: str(value) for name, value in form.items()}
    answers = placed(procedure, no_longer_asked(procedure.version_id), raw)
    names = {*procedure.form.by_name, *(f"{_PAPER}{paper.name}" for paper in procedure.papers)}
    return Posted(
        id=number_of(form.get("id", "")),
        answers={**_unticked(procedure), **answers},
        unknown=frozenset(form.getlist("unknown")) & names,
        files={
            paper.name: [file for file in request.FILES.getlist(f"{_PAPER}{paper.name}") if file]
            for paper in procedure.papers
        },
        arrived={
            paper.name: [number_of(one) for one in form.getlist(f"{_ARRIVED}{paper.name}")]
            for paper in procedure.papers
        },
        removed=tuple(filter(None, map(typed_number, form.getlist("remove")))),
        wants=KEEP if {KEEP, CALL} & form.keys() else HAND_IN,
        was_known=form.get("was_known", ""),
        call=form.get(CALL),
        turn=_turn(form.get("turn", "")),
    )


def number_of(text: str) -> uuid.UUID:
    """The number that the form carried; a new one where it is missing or damaged."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return uuid.uuid4()


def _turn(text: str) -> Turn | None:
    """``<uuid>:<number>``, as the script counts; None for what nobody counted."""
    of, _colon, number = text.partition(":")
    counted = typed_number(number)
    return Turn(str(number_of(of)), counted) if counted else None


def _unticked(procedure: Procedure) -> dict[str, str]:
    """A box that is not ticked is not sent by the browser: here it is sent, as nothing."""
    boxes = ("declaration", "choice", "yes_no")
    return {field.name: "" for field in procedure.form.fields if field.kind in boxes}
