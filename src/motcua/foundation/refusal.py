"""A refusal: a stable code and a sentence for a person; nothing has changed when it is raised."""

from collections.abc import Mapping
from typing import ClassVar

from django.utils.functional import Promise


class Refusal(Exception):  # noqa: N818 - the domain says no; it is not a defect
    """Base of every "no" that the product says on purpose.

    A subclass sets `code` (stable, dotted: ``dossier.stale``), `sentence` (translated, with
    ``%(name)s`` places) and, where a web answer differs from 422, `status`. `field` names the
    form field or paper that the refusal is about, when there is one.
    """

    code: ClassVar[str] = "refused"
    sentence: ClassVar[str | Promise] = ""
    status: ClassVar[int] = 422

    def __init__(self, field: str | None = None, **facts: object) -> None:
        super().__init__(self.code)
        self.field = field
        self.facts: Mapping[str, object] = facts

    def __str__(self) -> str:
        """The sentence in the language now active."""
        return str(self.sentence) % self.facts
