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


class UnknownHousehold(Refusal):
    """There is no such household in the actor's commune."""

    code = "people.unknown_household"
    sentence: ClassVar[str | Promise] = _("This household was not found in the commune.")
    status = 404


class MoveIsFixed(Refusal):
    """What was believed on a day is kept: what was wrong is written anew, in its place."""

    code = "people.move_is_fixed"
    sentence: ClassVar[str | Promise] = _(
        "What happened to a resident is never changed or removed. Record what is right instead."
    )
    status = 409


class MoveReplaced(Refusal):
    """Somebody else corrected the same thing a moment ago."""

    code = "people.move_replaced"
    sentence: ClassVar[str | Promise] = _(
        "This was corrected by somebody else meanwhile. Look at the resident again."
    )
    status = 409


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


class LoginUnfit(Refusal):
    """What cannot be said on the telephone and typed on any keyboard."""

    code = "people.login_unfit"
    sentence: ClassVar[str | Promise] = _(
        "A sign-in name has at most 40 small letters without marks, digits, dots or dashes, "
        "and begins with a letter. Example: tiepnhan2."
    )


class FullNameMissing(Refusal):
    """Nobody works here without a name."""

    code = "people.full_name_missing"
    sentence: ClassVar[str | Promise] = _("Give the full name, as it stands on papers.")


class UnknownAccount(Refusal):
    """There is no such account among the staff of the actor's commune."""

    code = "people.unknown_account"
    sentence: ClassVar[str | Promise] = _("Nobody of this commune's staff has this account.")
    status = 404


class RoleUnknown(Refusal):
    """Residents and guests are not appointed."""

    code = "people.role_unknown"
    sentence: ClassVar[str | Promise] = _("Choose a role.")


class RoleHeld(Refusal):
    """A role is held once at a time."""

    code = "people.role_held"
    sentence: ClassVar[str | Promise] = _("This person has that role already, or is to have it.")
    status = 409


class RoleOver(Refusal):
    """What has ended is kept as it was."""

    code = "people.role_over"
    sentence: ClassVar[str | Promise] = _("This role has ended already.")
    status = 409


class DayPast(Refusal):
    """Who could do what yesterday is not written today."""

    code = "people.day_past"
    sentence: ClassVar[str | Promise] = _(
        "Give today or a later day: what somebody was allowed yesterday cannot be changed."
    )


class LastAdministrator(Refusal):
    """A commune always has somebody who can let others in."""

    code = "people.last_administrator"
    sentence: ClassVar[str | Promise] = _(
        "No administrator of the commune would be left. Make somebody else administrator first."
    )
    status = 409


class ServesElsewhere(Refusal):
    """Whoever gives a password could sign in with it: not into another commune."""

    code = "people.serves_elsewhere"
    sentence: ClassVar[str | Promise] = _(
        "This person has no role here now, or also serves another commune. Whoever runs the "
        "machine gives a new password with motcua give-password."
    )
    status = 403


class NoSuchResidentAccount(Refusal):
    """No resident of the commune signs in so, or more than one, or one who serves it."""

    code = "people.no_such_resident_account"
    sentence: ClassVar[str | Promise] = _(
        "No resident of this commune signs in with this name or number. Who works for the "
        "commune asks the administrator."
    )
    status = 404


class PaperNotNamed(Refusal):
    """Whoever could be anybody is given nobody's password."""

    code = "people.paper_not_named"
    sentence: ClassVar[str | Promise] = _("Write by which paper you know the person.")


class OwnPassword(Refusal):
    """One's own password is changed with the present one."""

    code = "people.own_password"
    sentence: ClassVar[str | Promise] = _(
        "Your own password you change yourself: your name at the top, then Change password."
    )
    status = 409


class WrongPassword(Refusal):
    """The present password was not the one."""

    code = "people.wrong_password"
    sentence: ClassVar[str | Promise] = _("This is not your present password.")


class PasswordShort(Refusal):
    code = "people.password_short"
    sentence: ClassVar[str | Promise] = _("Too short: at least %(least)s characters.")


class PasswordLong(Refusal):
    """Hashing a book takes as long as reading it."""

    code = "people.password_long"
    sentence: ClassVar[str | Promise] = _("Too long: at most %(most)s characters.")


class PasswordGuessed(Refusal):
    """Lists of passwords begin with these."""

    code = "people.password_guessed"
    sentence: ClassVar[str | Promise] = _(
        "Too easy to guess: many people use it. Choose four words that nobody would put together."
    )


class PasswordTellsYou(Refusal):
    """The first that somebody who knows the person would try."""

    code = "people.password_tells_you"
    sentence: ClassVar[str | Promise] = _(
        "Your name, sign-in name or telephone number must not be in it."
    )


class PasswordSame(Refusal):
    """A change that changes nothing."""

    code = "people.password_same"
    sentence: ClassVar[str | Promise] = _("This is the present password. Choose another.")


class PasswordsDiffer(Refusal):
    """One of the two is not what was meant."""

    code = "people.passwords_differ"
    sentence: ClassVar[str | Promise] = _(
        "The two new passwords are not the same. Type them again."
    )


class AreaMissing(Refusal):
    """A volunteer helps somewhere."""

    code = "people.area_missing"
    sentence: ClassVar[str | Promise] = _("Choose at least one village in which they help.")


class AreaUnknown(Refusal):
    """Only villages of one's own commune are given."""

    code = "people.area_unknown"
    sentence: ClassVar[str | Promise] = _("One of these villages is not in this commune.")
