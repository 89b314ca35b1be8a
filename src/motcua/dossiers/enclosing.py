"""Pages of a paper that become part of the result: taken by the office, in the order of taking.

An electronic copy is certified by whoever saw the original, so that a picture which somebody sent
from home is none of it.
"""

from collections.abc import Mapping

from motcua.dossiers.errors import PicturesWanting
from motcua.dossiers.models import Dossier, PaperFile
from motcua.procedures.pack import Procedure
from motcua.procedures.result import paperwork


def encloses(procedure: Procedure, name: str) -> bool:
    """Whether a result of this procedure has the pages of that paper in it."""
    return any(paper.encloses == name for paper in procedure.result.papers)


def pictures_of(
    dossier: Dossier, procedure: Procedure, answers: Mapping[str, str]
) -> dict[str, list[str]]:
    """The SHA-256 of each page, by the name of its paper, for what these answers make.

    Refuses PicturesWanting when they are not as many as the paper has pages.
    """
    wanted = [paper.encloses for paper, _copies in paperwork(procedure, answers) if paper.encloses]
    found = {name: _taken(dossier, name) for name in wanted}
    for name, taken in found.items():
        pages = answers.get(procedure.fees.pages or "", "") or str(len(taken) or 1)
        if str(len(taken)) != pages:
            raise PicturesWanting(f"paper:{name}", pages=pages, taken=len(taken))
    return found


def _taken(dossier: Dossier, name: str) -> list[str]:
    rows = PaperFile.objects.filter(paper__dossier=dossier, paper__name=name, by_office=True)
    return list(rows.order_by("pk").values_list("digest", flat=True))
