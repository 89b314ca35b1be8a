"""What is refused to whoever writes about residents by hand."""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class Unexplained(Refusal):
    """Whoever reads it later must see why."""

    code = "people.unexplained"
    sentence: ClassVar[str | Promise] = _("Write why, in a few words. It stays with the resident.")


class OwnRow(Refusal):
    """Nobody writes what concerns themselves, here as at a dossier."""

    code = "people.own_row"
    sentence: ClassVar[str | Promise] = _("This concerns yourself. A colleague writes it down.")
    status = 409


class OutsideLife(Refusal):
    """Nobody moves before birth or after death."""

    code = "people.outside_life"
    sentence: ClassVar[str | Promise] = _(
        "On this day the person was not born yet, or had died. Look at the day again."
    )


class LivesThere(Refusal):
    """A move to where somebody lives is none."""

    code = "people.lives_there"
    sentence: ClassVar[str | Promise] = _("The person lives in this household already.")


class LivesElsewhere(Refusal):
    """The head of a household is one of its members."""

    code = "people.lives_elsewhere"
    sentence: ClassVar[str | Promise] = _(
        "Choose a member of this household. Whoever lives elsewhere is moved here first."
    )


class HeadsAlready(Refusal):
    code = "people.heads_already"
    sentence: ClassVar[str | Promise] = _("This person is the head of the household already.")


class LeftAlready(Refusal):
    code = "people.left_already"
    sentence: ClassVar[str | Promise] = _("The person has left the commune already.")


class BoundAlready(Refusal):
    """Whoever is married is divorced or widowed first."""

    code = "people.bound_already"
    sentence: ClassVar[str | Promise] = _(
        "Is known to be married to %(spouse)s. Write down first how that ended, or withdraw it."
    )


class NotBound(Refusal):
    code = "people.not_bound"
    sentence: ClassVar[str | Promise] = _("No marriage of this person is known that could end.")


class SpouseMissing(Refusal):
    code = "people.spouse_missing"
    sentence: ClassVar[str | Promise] = _(
        "Write the identity number of a resident of this commune, or the name of somebody else."
    )


class DiedAlready(Refusal):
    code = "people.died_already"
    sentence: ClassVar[str | Promise] = _(
        "The death is known already. Withdraw it first if it was written wrongly."
    )


class NothingChanged(Refusal):
    code = "people.nothing_changed"
    sentence: ClassVar[str | Promise] = _("Nothing differs from what is known already.")


class RowMissing(Refusal):
    code = "people.row_missing"
    sentence: ClassVar[str | Promise] = _("Choose what was written wrongly.")


class RowStays(Refusal):
    """Without the first row nobody would know of the person; and what is void is void."""

    code = "people.row_stays"
    sentence: ClassVar[str | Promise] = _(
        "This row cannot be withdrawn. What is wrong in it is corrected instead."
    )
