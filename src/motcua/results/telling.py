"""What is done with a paper stands in the journal of its commune."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from motcua.audit.actions import record
from motcua.foundation.actor import Actor
from motcua.results.models import Document


def tell(
    document: Document,
    by: Actor,
    at: datetime,
    verb: str,
    facts: Mapping[str, Any],
    why: str = "",
) -> None:
    """The line of the journal, about the matter that the paper belongs to."""
    record(
        chain=document.commune_id,
        by=by,
        at=at,
        verb=verb,
        about=document.about,
        why=why,
        facts={"document": str(document.id), **facts},
    )
