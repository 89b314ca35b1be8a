"""What procedures refuse."""

from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class NoProcedureInForce(Refusal):
    """Nothing with this code is in force on that day."""

    code = "procedure.not_in_force"
    sentence = _("The procedure %(code)s is not offered on %(day)s.")
    status = 404


class NoSuchProcedure(Refusal):
    """No version with this code was ever loaded."""

    code = "procedure.no_such"
    sentence = _("There is no procedure %(code)s.")
    status = 404


class NoSuchVersion(Refusal):
    code = "procedure.no_version"
    sentence = _("There is no version %(version_id)s of any procedure.")
    status = 404


class PackHasProblems(Refusal):
    """A pack with even one problem is not loaded; `problems` lists them all."""

    code = "procedure.pack_problems"
    sentence = _("The pack has %(count)s problems; nothing was loaded.")


class CodeUnreadable(Refusal):
    code = "pack.code_unreadable"
    sentence = _("“%(code)s” is no code of a procedure. Write it such as 1.001193.")


class PackExists(Refusal):
    """What somebody wrote is not written over."""

    code = "pack.exists"
    sentence = _("There is a pack %(code)s already. Change its files, or choose another code.")


class PackUnknown(Refusal):
    code = "pack.unknown"
    sentence = _("No pack has the code %(code)s.")


class CalendarMissing(Refusal):
    """Without hours no deadline can be counted."""

    code = "calendar.missing"
    sentence = _("This commune has not entered its opening hours yet.")


class NotTheAdministrator(Refusal):
    code = "calendar.not_the_administrator"
    sentence = _("Only the administrator of this commune keeps its calendar.")
    status = 403


class PastDay(Refusal):
    """The past is not rewritten: what was late stays late."""

    code = "calendar.past_day"
    sentence = _("%(day)s has passed; its hours are not changed any more.")


class DayUnknown(Refusal):
    code = "calendar.day_unknown"
    sentence = _("%(day)s is an ordinary day already.")
    status = 404


class DayNameMissing(Refusal):
    code = "calendar.day_name_missing"
    sentence = _("Give the day a name in Vietnamese.")


class BadHours(Refusal):
    code = "calendar.bad_hours"
    sentence = _(
        "These hours cannot be kept: each span closes after it opens, spans of a day do not "
        "touch, and the week opens at least once."
    )


class NoSuchEvent(Refusal):
    """An address names a life event, or another office's service, that the packs do not have."""

    code = "guide.no_such"
    sentence = _("There is no page of this name. The first page lists what there is.")
    status = 404
