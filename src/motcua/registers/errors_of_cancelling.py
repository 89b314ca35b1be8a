"""What is refused about the cancelling of an entry."""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class EntryCancelled(Refusal):
    """Something was to be made of an entry, or noted beside it, that is cancelled."""

    code = "registers.cancelled"
    sentence: ClassVar[str | Promise] = _(
        "Entry %(number)s was cancelled on %(day)s: nothing can be made of it or noted beside it. "
        "Choose another entry; if there is none, the event has to be registered anew."
    )
    status = 409


class UnknownCancelling(Refusal):
    """There is no such proposal in the actor's commune."""

    code = "registers.unknown_cancelling"
    sentence: ClassVar[str | Promise] = _("This proposal to cancel an entry was not found.")
    status = 404


class GroundMissing(Refusal):
    """No ground, or one that does not fit the book."""

    code = "registers.ground_missing"
    sentence: ClassVar[str | Promise] = _("Choose on which ground the entry is cancelled.")


class CancellingUnexplained(Refusal):
    """Proposed without saying why."""

    code = "registers.cancelling_unexplained"
    sentence: ClassVar[str | Promise] = _(
        "Write in a few words why the entry is cancelled. It is noted in its margin."
    )


class CancellingUnordered(Refusal):
    """Proposed without the decision that orders it."""

    code = "registers.cancelling_unordered"
    sentence: ClassVar[str | Promise] = _(
        "Write the number and day of the decision that orders it, and who made it."
    )


class CancellingWaits(Refusal):
    """Somebody else has proposed it already."""

    code = "registers.cancelling_waits"
    sentence: ClassVar[str | Promise] = _(
        "%(name)s has proposed already to cancel this entry. Read it below; it waits for approval."
    )
    status = 409


class OwnCancelling(Refusal):
    """Whoever proposed it does not approve it."""

    code = "registers.own_cancelling"
    sentence: ClassVar[str | Promise] = _(
        "You proposed this yourself. Another person who may sign has to approve it."
    )
    status = 403


class CancellingAnswered(Refusal):
    """It was approved or turned down meanwhile."""

    code = "registers.cancelling_answered"
    sentence: ClassVar[str | Promise] = _(
        "This proposal was answered already, by %(name)s. Read the answer on the page of the entry."
    )
    status = 409


class AnswerUnexplained(Refusal):
    """Turned down without a word why."""

    code = "registers.answer_unexplained"
    sentence: ClassVar[str | Promise] = _(
        "Write in a few words why it is turned down. Whoever proposed it reads it."
    )


class WithdrawalUnexplained(Refusal):
    """Taken back without a word why."""

    code = "registers.withdrawal_unexplained"
    sentence: ClassVar[str | Promise] = _(
        "Write in a few words why you take the proposal back. It stays to be read."
    )
