"""A refusal: a stable code and a sentence for a person; nothing has changed when it is raised."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar, TypeVar

from django.utils.functional import Promise

Found = TypeVar("Found")


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

    def about(self, field: str) -> str:
        """What it says of one form field; "" for nothing."""
        return str(self) if self.field == field else ""


class Refusals(Refusal):
    """Several at once, each with its field: nobody is sent back once for each of them."""

    code = "refused.several"

    def __init__(self, each: Sequence[Refusal]) -> None:
        super().__init__(each[0].field)
        self.each = tuple(each)

    def __str__(self) -> str:
        """All their sentences."""
        return " ".join(str(one) for one in self.each)

    def about(self, field: str) -> str:
        """What they say of one form field."""
        return " ".join(one.about(field) for one in self.each if one.field == field)


def refuse_all(found: Iterable[Refusal]) -> None:
    """Refuse what was found: nothing, the one itself, or Refusals."""
    each = list(found)
    if each:
        raise each[0] if len(each) == 1 else Refusals(each)


class Gathered:
    """Refusals met one after the other, to be said together."""

    def __init__(self) -> None:
        self.met: list[Refusal] = []

    def of(self, act: Callable[[], Found]) -> Found | None:
        """What the act gives; None, and its refusal is kept, where it refuses."""
        try:
            return act()
        except Refusals as several:
            self.met += several.each
        except Refusal as one:
            self.met.append(one)
        return None

    def say(self) -> None:
        """Refuse what was met, if anything was."""
        refuse_all(self.met)
