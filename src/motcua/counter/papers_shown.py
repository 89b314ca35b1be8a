"""The papers of a dossier as the desk sees them: handed in, shown, known from data, or missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from motcua.dossiers.completeness import wanted
from motcua.dossiers.models import Dossier, PaperFile
from motcua.parts.asking import spoken
from motcua.procedures.answers import Finding
from motcua.procedures.marks import part_mark, weakest
from motcua.procedures.pack import Paper, Procedure
from motcua.procedures.result import paperwork
from motcua.procedures.wording import Mark


@dataclass(frozen=True, slots=True)
class PaperShown:
    """One paper: `source` is file, shown, data or "" for missing; `asked` is why the office asked
    for it again, `wrong` what stands in the way of the decision. `enclosed`: its pages, as the
    office takes them, become part of the result."""

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
    asked: str
    wrong: str
    mark: Mark
    enclosed: bool

    @property
    def given(self) -> bool:
        """Whether there is something to look at or a word for it."""
        return bool(self.files) or self.source in ("shown", "data")


def papers_of(
    dossier: Dossier, procedure: Procedure, language: str, found: Sequence[Finding]
) -> list[PaperShown]:
    """What the answers call for, in the pack's order, then anything else that was handed in."""
    called = wanted(procedure, dossier.answers)
    names = {paper.name for paper in called}
    given = {paper.name: paper for paper in dossier.papers.all()}
    others = [paper for paper in procedure.papers if paper.name in given.keys() - names]
    wrong = {one.field: str(one.sentence) for one in found}
    made = [paper.encloses for paper, _copies in paperwork(procedure, dossier.answers)]
    return [
        _shown(paper, dossier, language, wrong, enclosed=paper.name in made)
        for paper in (*called, *others)
    ]


def doubted(papers: Sequence[PaperShown], procedure: Procedure) -> list[tuple[Mark, str]]:
    """What is not verified of the papers: a mark, and the papers that it is about.

    The names are left out where it holds for all of them.
    """
    whole = part_mark(procedure, "papers")
    marks = {one.name: weakest(whole, one.mark) for one in papers}
    if len(set(marks.values())) == 1:
        return [(mark, "") for mark in set(marks.values()) if mark != "verified"]
    about: dict[Mark, list[str]] = {"memory": [], "unsure": []}
    for one in papers:
        if marks[one.name] != "verified":
            about[marks[one.name]].append(one.label)
    return [(mark, "; ".join(labels)) for mark, labels in about.items() if labels]


def _shown(
    paper: Paper, dossier: Dossier, language: str, wrong: Mapping[str, str], *, enclosed: bool
) -> PaperShown:
    row = next((one for one in dossier.papers.all() if one.name == paper.name), None)
    words, about = spoken(paper.words, language), f"paper:{paper.name}"
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
        left=about in dossier.unknown,
        asked=next((one["reason"] for one in dossier.asked if one["about"] == about), ""),
        wrong=wrong.get(about, ""),
        mark=paper.mark,
        enclosed=enclosed,
    )
