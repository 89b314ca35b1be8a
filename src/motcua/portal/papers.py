"""Papers at the residents' door: what is asked for, what is there, what could not be read."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.dossiers import actions, limits
from motcua.dossiers.arriving.actions import take
from motcua.dossiers.arriving.models import Arrival
from motcua.dossiers.arriving.queries import content_of, to_take
from motcua.dossiers.attachments import FileGivenUp
from motcua.dossiers.cleaning.bounds import MOST_BYTES
from motcua.dossiers.models import Dossier, PaperFile
from motcua.dossiers.tries import give_back, spend
from motcua.foundation.actor import Actor
from motcua.foundation.refusal import Refusal
from motcua.parts.asking import spoken
from motcua.parts.drawings import how_photographed
from motcua.parts.formats import size
from motcua.parts.only_if import only_if
from motcua.portal.reading import SentFile
from motcua.procedures.conditions import exported
from motcua.procedures.pack import Paper, Procedure

_KINDS = {"photo": "image/*", "pdf": "application/pdf"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FileShown:
    """A file that is already with the dossier."""

    id: int
    words: str
    removable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperAsked:
    """A paper as the form asks for it; `parts/forms.html` draws it."""

    name: str
    label: str
    help: str
    need: str
    accept: str
    unknown: bool | None
    files: Sequence[FileShown]
    when: Mapping[str, object] | None = field(default=None, hash=False)
    error: str = ""
    reason: str = ""
    only_if: str = ""
    looks: str = ""
    how: str = ""
    sound: str = ""
    call: bool = False

    @property
    def blank(self) -> bool:
        """Whether nothing of it is there, and nothing is to be said about it."""
        return not (self.files or self.error or self.reason or self.unknown)


def papers_asked(
    procedure: Procedure,
    *,
    dossier: Dossier | None,
    unknown: Collection[str],
    errors: Mapping[str, str],
    helped: bool = True,
) -> tuple[PaperAsked, ...]:
    """Every paper of the procedure with the files that are kept; the script hides by condition."""
    kept = _kept(dossier)
    return tuple(
        PaperAsked(
            name=f"paper:{paper.name}",
            label=spoken(paper.words, _language()).label,
            help=_help(paper),
            need=paper.need,
            accept=",".join(_KINDS[kind] for kind in sorted(paper.accepts, reverse=True)),
            looks=paper.looks,
            how=how_photographed(paper.looks) if "photo" in paper.accepts else "",
            unknown=f"paper:{paper.name}" in unknown if helped else None,
            files=kept.get(paper.name, ()),
            when=exported(paper.when),
            only_if=only_if(procedure.form, paper.when, _language()),
            error=errors.get(f"paper:{paper.name}", ""),
        )
        for paper in procedure.papers
    )


def attach_all(
    dossier_id: UUID,
    files: Mapping[str, Sequence[SentFile]],
    removed: Collection[int],
    *,
    by: Actor,
    at: datetime,
    origin: str,
) -> dict[str, str]:
    """Keep every file that can be kept; what cannot is said by paper, and stops nothing else."""
    errors: dict[str, str] = {}
    for file in removed:
        actions.detach(dossier_id=dossier_id, file=file, by=by, at=at)
    for name, sent in files.items():
        for one in sent:
            try:
                _attach(dossier_id, name, one.read(MOST_BYTES + 1), by=by, at=at, origin=origin)
            except Refusal as refusal:
                errors[f"paper:{name}"] = _refused(one, refusal)
    return errors


def attach_arrived(
    dossier_id: UUID,
    arrived: Mapping[str, Sequence[UUID]],
    *,
    by: Actor,
    at: datetime,
    origin: str,
) -> dict[str, str]:
    """The same for files that came in pieces. One that is with the dossier already brings nothing;
    one that is refused stays, so that the same sending is told the same again.
    """
    errors: dict[str, str] = {}
    for name, keys in arrived.items():
        for one in to_take(keys, dossier=dossier_id, by=by):
            try:
                _attach(dossier_id, name, content_of(one), by=by, at=at, origin=origin)
                take(one, at=at)
            except Refusal as refusal:
                errors[f"paper:{name}"] = _refused(one, refusal)
    return errors


def _attach(
    dossier_id: UUID, name: str, content: bytes, *, by: Actor, at: datetime, origin: str
) -> None:
    """Counted before it is looked into, as if it were one of those that waste seconds."""
    wasted = limits.given_up(origin=origin)
    spend([*limits.files(by, origin=origin, size=len(content)), *wasted], at)
    try:
        actions.attach(dossier_id=dossier_id, name=name, content=content, by=by, at=at)
    except FileGivenUp:
        raise
    except Refusal:
        give_back(wasted)
        raise
    give_back(wasted)


def _refused(file: SentFile | Arrival, refusal: Refusal) -> str:
    return _("“%(file)s” was not taken: %(why)s") % {"file": file.name, "why": refusal}


def _kept(dossier: Dossier | None) -> dict[str, list[FileShown]]:
    found: dict[str, list[FileShown]] = {}
    if dossier is None:
        return found
    for file in PaperFile.objects.filter(paper__dossier=dossier).select_related("paper"):
        found.setdefault(file.paper.name, []).append(shown(file))
    return found


def shown(file: PaperFile, *, removable: bool = True) -> FileShown:
    """A file in words: what it is and how large; its own name was never trusted."""
    kind = _("photograph") if file.media.startswith("image/") else _("PDF")
    return FileShown(id=file.pk, words=f"{kind}, {size(file.size)}", removable=removable)


def _help(paper: Paper) -> str:
    said = [spoken(paper.words, _language()).help]
    if paper.replaceable_by_data:
        data = paper.replaced_by.get(_language()) or paper.replaced_by.get("vi", "")
        said.append(data or _("You need not hand this in: the office looks it up itself."))
    return " ".join(part for part in said if part)


def _language() -> str:
    return get_language() or "vi"
