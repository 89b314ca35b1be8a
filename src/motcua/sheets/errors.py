"""What is said no to when lists come in or go out."""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class FileMissing(Refusal):
    code = "sheets.file_missing"
    sentence: ClassVar[str | Promise] = _("Choose a file first.")


class SheetTooLarge(Refusal):
    code = "sheets.too_large"
    sentence: ClassVar[str | Promise] = _(
        "This file is larger than %(most)s MB. Divide the list into several files."
    )
    status = 413


class SheetUnreadable(Refusal):
    """Neither a workbook nor text, broken, or more than the bounds of the reader allow."""

    code = "sheets.unreadable"
    sentence: ClassVar[str | Promise] = _(
        "This file cannot be read as a spreadsheet. Save it as .xlsx or .csv and send it again."
    )
    status = 415


class SheetNotRead(Refusal):
    """The machine could not read the file, which may be a good one."""

    code = "sheets.not_read"
    sentence: ClassVar[str | Promise] = _(
        "The machine could not read the file just now. Nothing was changed. Send it again in a few "
        "minutes; if it happens again, tell the administrator."
    )
    status = 503


class SheetLocked(Refusal):
    code = "sheets.locked"
    sentence: ClassVar[str | Promise] = _(
        "This file has a password. Take the password off and send it again."
    )
    status = 415


class SheetEmpty(Refusal):
    code = "sheets.empty"
    sentence: ClassVar[str | Promise] = _("There is nothing in this file.")


class SheetTooLong(Refusal):
    code = "sheets.too_long"
    sentence: ClassVar[str | Promise] = _(
        "This file has more than %(most)s rows. Divide the list into several files."
    )
    status = 413


class SheetTooWide(Refusal):
    code = "sheets.too_wide"
    sentence: ClassVar[str | Promise] = _(
        "This file has more than %(most)s columns. Take those off that are not needed."
    )
    status = 413


class TemplateUnknown(Refusal):
    """No template of the ministry's software was seen for this book."""

    code = "sheets.template_unknown"
    sentence: ClassVar[str | Promise] = _(
        "There is no template of the ministry's software for this book yet."
    )


class PeriodBackwards(Refusal):
    code = "sheets.period_backwards"
    sentence: ClassVar[str | Promise] = _("The last day is before the first.")


class YearUnreadable(Refusal):
    """What cannot be read as a year would else be taken for every year."""

    code = "sheets.year_unreadable"
    sentence: ClassVar[str | Promise] = _("Write the year in four digits, such as 2019.")


class PeriodTooLong(Refusal):
    code = "sheets.period_too_long"
    sentence: ClassVar[str | Promise] = _("Choose one year at most.")


class NothingToExport(Refusal):
    code = "sheets.nothing_to_export"
    sentence: ClassVar[str | Promise] = _(
        "There is nothing to export: every entry of these days went before, or cannot go yet."
    )
    status = 409


class UnknownExport(Refusal):
    code = "sheets.unknown_export"
    sentence: ClassVar[str | Promise] = _("This export was not found in the commune.")
    status = 404


class NotYourLists(Refusal):
    """Only those who keep the books and the people of a commune take lists in or along."""

    code = "sheets.not_yours"
    sentence: ClassVar[str | Promise] = _("You may not take lists in or along for this commune.")
    status = 403


class UnknownList(Refusal):
    code = "sheets.unknown_list"
    sentence: ClassVar[str | Promise] = _("This list was not found in the commune.")
    status = 404


class KindMissing(Refusal):
    code = "sheets.kind_missing"
    sentence: ClassVar[str | Promise] = _("Choose what the list is of.")


class HeadingsMissing(Refusal):
    """No row among the first ones has two headings."""

    code = "sheets.headings_missing"
    sentence: ClassVar[str | Promise] = _(
        "No row with headings was found among the first 20. Put one above the list."
    )


class ColumnMissing(Refusal):
    code = "sheets.column_missing"
    sentence: ClassVar[str | Promise] = _("Say which column holds: %(names)s.")


class ColumnTwice(Refusal):
    code = "sheets.column_twice"
    sentence: ClassVar[str | Promise] = _("Two columns cannot both be: %(name)s.")


class ListElsewhere(Refusal):
    """The list is not where it would have to be: another window, or the worker, was first."""

    code = "sheets.list_elsewhere"
    sentence: ClassVar[str | Promise] = _(
        "This list has gone on meanwhile. Look at the page again before you do anything."
    )
    status = 409


class ReasonMissing(Refusal):
    code = "sheets.reason_missing"
    sentence: ClassVar[str | Promise] = _(
        "Write why: it stands in the journal for whoever asks later."
    )


class NothingToTake(Refusal):
    code = "sheets.nothing_to_take"
    sentence: ClassVar[str | Promise] = _("No row of this list would change anything.")
    status = 409


class ListTooLong(Refusal):
    code = "sheets.list_too_long"
    sentence: ClassVar[str | Promise] = _(
        "More than %(most)s rows: choose fewer years, or .csv, which holds any number."
    )


class NothingThere(Refusal):
    code = "sheets.nothing_there"
    sentence: ClassVar[str | Promise] = _("There is nothing in this list.")
