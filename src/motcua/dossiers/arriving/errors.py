"""What a file that comes in pieces may be answered "no" with."""

from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class ArrivalUnknown(Refusal):
    code = "arriving.unknown"
    sentence = _("No such file is on its way here. Please send it again.")
    status = 404


class ArrivalOver(Refusal):
    code = "arriving.over"
    sentence = _("This file took more than three days to arrive. Please send it again.")
    status = 410


class NothingToSend(Refusal):
    code = "arriving.nothing"
    sentence = _("This file is empty. Please choose it again.")
    status = 400


class HashMissing(Refusal):
    code = "arriving.hash_missing"
    sentence = _("The sending does not say what the whole file must be. Please send it again.")
    status = 400


class OtherOffset(Refusal):
    """Another piece came first, or the sender lost count: it asks how much is here, and goes on."""

    code = "arriving.other_offset"
    sentence = _("The piece does not follow what is here already. It is sent again by itself.")
    status = 409


class TooMuch(Refusal):
    code = "arriving.too_much"
    sentence = _("More came than was said of this file. Please send it again.")
    status = 413


class PieceDamaged(Refusal):
    code = "arriving.piece_damaged"
    sentence = _("A piece was damaged on the way. It is sent again by itself.")
    status = 460


class WholeDamaged(Refusal):
    code = "arriving.whole_damaged"
    sentence = _("The file was damaged on the way. It is sent again from the beginning.")
    status = 460


class NoRoom(Refusal):
    code = "arriving.no_room"
    sentence = _("The commune has no room for files just now. What you chose stays on your phone.")
    status = 507
