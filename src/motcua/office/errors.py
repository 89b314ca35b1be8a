"""What the office itself answers "no" with; the rest comes from the rooms below."""

from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class PeriodUnreadable(Refusal):
    code = "office.period_unreadable"
    sentence = _("Give the first and the last day of the period, such as 24/11/2026.")


class PeriodEmpty(Refusal):
    code = "office.period_empty"
    sentence = _("The journal has no line in this period.")


class PeriodTooLong(Refusal):
    """A file that takes minutes is made by the command, not by a page."""

    code = "office.period_too_long"
    sentence = _(
        "This period has %(lines)s lines; a page exports %(most)s at most. Choose a shorter one, "
        "or have the administrator run motcua export-log."
    )


class DayUnreadable(Refusal):
    code = "office.day_unreadable"
    sentence = _("Write day/month/year, such as 24/11/2026.")


class HoursUnreadable(Refusal):
    code = "office.hours_unreadable"
    sentence = _(
        "The hours of %(day)s cannot be read. Write them such as 07:30-11:30, 13:30-17:00."
    )


class KindMissing(Refusal):
    code = "office.kind_missing"
    sentence = _("Choose whether the office is closed or works on this day.")
