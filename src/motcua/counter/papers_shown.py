"""The papers of a dossier as the desk sees them: handed in, shown, known from data, or missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from motcua.dossiers.completeness import wanted
from motcua.dossiers.models import Dossier, PaperFile
from motcua.parts.asking import spoken
from motcua.procedures.pack import Paper, Procedure


@dataclass(frozen=True, slots=True)
class PaperShown:
    """One paper: `source` is file, shown, data or "" for missing; `must` when nobody can do
    without it."""

    name: str
    label: str
    help: str
    need: str
    source: str
    note: str
    files: Sequence[PaperFile]
    replaceable: bool
    replaced_by: str
    left: bool

    @property
    def given(self) -> bool:
        """Whether there is something to look at or a word for it."""
        return bool(self.files) or self.source in ("shown", "data")


def papers_of(dossier: Dossier, procedure: Procedure, language: str) -> list[PaperShown]:
    """What the answers call for, in the pack's order, then anything else that was handed in."""
    called = wanted(procedure, dossier.answers)
    names = {paper.name for paper in called}
    given = {paper.name: paper for paper in dossier.papers.all()}
    others = [paper for paper in procedure.papers if paper.name in given.keys() - names]
    return [_shown(paper, dossier, language) for paper in (*called, *others)]


def _shown(paper: Paper, dossier: Dossier, language: str) -> PaperShown:
    row = next((one for one in dossier.papers.all() if one.name == paper.name), None)
    words = spoken(paper.words, language)
    return PaperShown(
        name=paper.name,
        label=words.label,
        help=words.help,
        need=paper.need,
        source=row.source if row else "",
        note=row.note if row else "",
        files=list(row.files.all()) if row else [],
        replaceable=paper.replaceable_by_data,
        replaced_by=paper.replaced_by.get(language, paper.replaced_by.get("vi", "")),
        left=f"paper:{paper.name}" in dossier.unknown,
    )
