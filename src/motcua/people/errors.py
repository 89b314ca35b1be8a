"""What the room of people refuses."""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class NotYourPeople(Refusal):
    """Only those who serve a commune read about its people."""

    code = "people.not_yours"
    sentence: ClassVar[str | Promise] = _("You may not read about the people of this commune.")
    status = 403


class UnknownResident(Refusal):
    """There is no such resident in the actor's commune."""

    code = "people.unknown_resident"
    sentence: ClassVar[str | Promise] = _("This person was not found in the commune.")
    status = 404


class NotAPhone(Refusal):
    """What was typed cannot be a telephone number that receives messages."""

    code = "people.not_a_phone"
    sentence: ClassVar[str | Promise] = _("This is not a mobile number. Example: 0912 345 678.")


class PhoneAskedTooOften(Refusal):
    """Too many codes were sent to this telephone."""

    code = "people.phone_asked_too_often"
    sentence: ClassVar[str | Promise] = _(
        "Too many codes were sent to this number. Try again in %(minutes)s minutes."
    )
    status = 429


class PhoneCheckOver(Refusal):
    """The code is unknown, used up, or older than five minutes."""

    code = "people.phone_check_over"
    sentence: ClassVar[str | Promise] = _("This code no longer works. Ask for a new one.")


class WrongPhoneCode(Refusal):
    """The digits are not those that were sent."""

    code = "people.wrong_phone_code"
    sentence: ClassVar[str | Promise] = _("Wrong code. %(left)s tries are left.")


class NameMissing(Refusal):
    """A search without a name would list the whole commune."""

    code = "people.name_missing"
    sentence: ClassVar[str | Promise] = _("Type at least two letters of a name.")


class FactImpossible(Refusal):
    """What is to be written about a person cannot be."""

    code = "people.fact_impossible"
    sentence: ClassVar[str | Promise] = _("This cannot be right. Please look at it again.")


class LoginTaken(Refusal):
    """Somebody signs in by that name already."""

    code = "people.login_taken"
    sentence: ClassVar[str | Promise] = _("This sign-in name is taken. Choose another.")
    status = 409
