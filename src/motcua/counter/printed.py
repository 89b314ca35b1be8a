"""The slips, drafts and signed papers of a dossier, to open and print."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from motcua.results.models import Document
from motcua.results.queries import papers_about
from motcua.results.templates import template


@dataclass(frozen=True, slots=True)
class Printed:
    """One paper: what it is called, and whether the press has made it."""

    document: Document
    title: str

    @property
    def number(self) -> str:
        """The number of a result; "" for a slip or a draft."""
        return self.document.result.number if self.is_result else ""

    @property
    def is_result(self) -> bool:
        """Whether it is the signed paper of a decision."""
        return self.document.kind == Document.Kind.RESULT and hasattr(self.document, "result")

    @property
    def since(self) -> date:
        """The first day of a printed register."""
        return date.fromisoformat(self.document.data["period.from"])

    @property
    def until(self) -> date:
        """The last day of a printed register."""
        return date.fromisoformat(self.document.data["period.until"])

    @property
    def ready(self) -> bool:
        """Whether it can be opened."""
        return self.document.state == Document.State.READY

    @property
    def failed(self) -> bool:
        """Whether the press gave it up."""
        return self.document.state == Document.State.FAILED


def documents_about(about: str, *, commune: str) -> Sequence[Printed]:
    """The newest first: the last slip is the one to hand out now."""
    papers = papers_about(about, commune=commune)
    return [Printed(paper, template(paper.template).title) for paper in reversed(papers)]
