"""What is refused about entries that may be one event."""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class UnknownDouble(Refusal):
    """There is no such pair in the actor's commune."""

    code = "registers.unknown_double"
    sentence: ClassVar[str | Promise] = _("This pair of entries was not found.")
    status = 404


class OutcomeMissing(Refusal):
    """A decision about a pair that says nothing."""

    code = "registers.outcome_missing"
    sentence: ClassVar[str | Promise] = _("Choose what the two entries are.")


class StandsMissing(Refusal):
    """One event, but which entry is used was not said."""

    code = "registers.stands_missing"
    sentence: ClassVar[str | Promise] = _("Choose which of the two entries stands.")


class DoubleUnexplained(Refusal):
    """Decided without a reason."""

    code = "registers.double_unexplained"
    sentence: ClassVar[str | Promise] = _(
        "Write in a few words what you compared. The next one who doubts reads it."
    )


class DoubleMoved(Refusal):
    """Somebody else decided about the pair since the page was opened."""

    code = "registers.double_moved"
    sentence: ClassVar[str | Promise] = _(
        "Somebody else has decided about these two meanwhile. Read it below, then decide again if "
        "you see it otherwise."
    )
    status = 409


class StandsNot(Refusal):
    """The entry that shall stand is itself a second writing of a third one."""

    code = "registers.stands_not"
    sentence: ClassVar[str | Promise] = _(
        "This entry is itself a second writing of %(number)s. Let the other one stand, or decide "
        "about that pair first."
    )
    status = 409


class SecondWriting(Refusal):
    """A paper or a note was to be made of an entry for which another one stands."""

    code = "registers.second_writing"
    sentence: ClassVar[str | Promise] = _(
        "Entry %(number)s is a second writing of %(stands)s. Choose entry %(stands)s, or decide "
        "about the two again."
    )
    status = 409
