"""A form as nobody has answered it: made once for each version of its law and each language."""

from functools import lru_cache

from motcua.parts.asking import Sheet, unanswered
from motcua.parts.environment import speaks
from motcua.portal.listening import sounding, sounding_papers
from motcua.portal.papers import PaperAsked, papers_asked
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import by_version

# All procedures of the catalogue in three languages, and their next versions beside them.
_MOST = 512


def blank_sheets(procedure: Procedure) -> tuple[Sheet, ...]:
    """Its questions in the active language, each with where it is heard."""
    return _sheets(procedure.version_id, procedure.digest, speaks())


def blank_papers(procedure: Procedure) -> tuple[PaperAsked, ...]:
    """Its papers, none of them handed in."""
    return _papers(procedure.version_id, procedure.digest, speaks())


@lru_cache(maxsize=_MOST)
def _sheets(version_id: int, _digest: str, _language: str) -> tuple[Sheet, ...]:
    procedure = by_version(version_id)
    return sounding(unanswered(procedure.form), procedure)


@lru_cache(maxsize=_MOST)
def _papers(version_id: int, _digest: str, _language: str) -> tuple[PaperAsked, ...]:
    procedure = by_version(version_id)
    asked = papers_asked(procedure, dossier=None, unknown=(), errors={})
    return sounding_papers(asked, procedure)
