"""What the books refuse."""

from collections.abc import Sequence
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class BookIsFixed(Refusal):
    """An entry was to be changed or removed."""

    code = "registers.fixed"
    sentence: ClassVar[str | Promise] = _(
        "What is written in a civil-status book stays. Write a note beside the entry instead."
    )
    status = 409


class NotYourBooks(Refusal):
    """Only those who serve a commune read or write its books."""

    code = "registers.not_yours"
    sentence: ClassVar[str | Promise] = _("You may not open the books of this commune.")
    status = 403


class UnknownEntry(Refusal):
    """There is no such entry in the actor's commune."""

    code = "registers.unknown_entry"
    sentence: ClassVar[str | Promise] = _("This entry was not found in the books of the commune.")
    status = 404


class TermMissing(Refusal):
    """The law wants a term that the content does not have."""

    code = "registers.term_missing"
    sentence: ClassVar[str | Promise] = _("The entry cannot be written without: %(term)s.")


class TermUnknown(Refusal):
    """The content has a term that the book does not know."""

    code = "registers.term_unknown"
    sentence: ClassVar[str | Promise] = _("The book has no place for: %(term)s.")


class WordsMissing(Refusal):
    """A search without a name would list the whole book."""

    code = "registers.words_missing"
    sentence: ClassVar[str | Promise] = _("Type at least two letters of a name.")


class NothingAsked(Refusal):
    """A search of the books by nothing at all would list them."""

    code = "registers.nothing_asked"
    sentence: ClassVar[str | Promise] = _(
        "Type two letters of a name, when somebody was born, or the number of an entry."
    )


class BirthUnreadable(Refusal):
    """What was typed is no date, no year and no stretch of years."""

    code = "registers.birth_unreadable"
    sentence: ClassVar[str | Promise] = _(
        "This is no date of birth. Write 12/05/1962, 05/1962, 1962, about 1962 or 1960-1964."
    )


class NumberUnreadable(Refusal):
    """What was typed is no number of an entry."""

    code = "registers.number_unreadable"
    sentence: ClassVar[str | Promise] = _("Write the number of the entry with its year: 27/1998.")


class BookClosed(Refusal):
    """The books of that kind and year are closed: no entry can be added."""

    code = "registers.closed"
    sentence: ClassVar[str | Promise] = _(
        "The book “%(book)s” of %(year)s is closed. Nothing can be written into it any more. "
        "Sign it from 01/01/%(next)s on: it goes into the book of that year."
    )
    status = 409


class BookStillOpen(Refusal):
    """A book is closed when its year ends, not before."""

    code = "registers.still_open"
    sentence: ClassVar[str | Promise] = _("The books of %(year)s can be closed from %(day)s.")
    status = 409


class BookEmpty(Refusal):
    """There is no book of that kind and year."""

    code = "registers.no_book"
    sentence: ClassVar[str | Promise] = _("No such book was kept in %(year)s.")
    status = 404


class UnknownBook(Refusal):
    """There is no such kind of book, or no such volume."""

    code = "registers.unknown_book"
    sentence: ClassVar[str | Promise] = _("There is no such book.")
    status = 404


class NoteNotApproved(Refusal):
    """Whoever writes a note must be the one who may decide."""

    code = "registers.not_approved"
    sentence: ClassVar[str | Promise] = _(
        "A note in the margin needs the approval of the chair or a vice-chair."
    )
    status = 403


class NoteUnexplained(Refusal):
    """A note says why and by which decision."""

    code = "registers.unexplained"
    sentence: ClassVar[str | Promise] = _(
        "A note in the margin needs its reason and the number of the decision."
    )


class NumberTaken(Refusal):
    """Another entry has this number."""

    code = "registers.number_taken"
    sentence: ClassVar[str | Promise] = _(
        "Number %(number)s/%(year)s is in the book “%(book)s” already. Look at the number on the "
        "page again."
    )
    status = 409


class NumberIsRunning(Refusal):
    """The number belongs to the book that is written here, not to one on paper."""

    code = "registers.number_running"
    sentence: ClassVar[str | Promise] = _(
        "From number %(first)s/%(year)s on, the book “%(book)s” is written here. On paper there "
        "can only be smaller numbers."
    )
    status = 409


class PlaceOnPaper(Refusal):
    """A number, volume or page that no paper book can have."""

    code = "registers.place_on_paper"
    sentence: ClassVar[str | Promise] = _("Number, volume and page are whole numbers from 1.")


class YearOfBook(Refusal):
    """A year in which no such book was kept, or that is still to come."""

    code = "registers.year_of_book"
    sentence: ClassVar[str | Promise] = _("The year of a book lies between %(first)s and %(last)s.")


class DateOutsideYear(Refusal):
    """What is registered in a year stands in the book of that year."""

    code = "registers.date_outside_year"
    sentence: ClassVar[str | Promise] = _(
        "The book is of %(year)s, but the day of registration is %(day)s."
    )


class DateToCome(Refusal):
    """Nothing was registered tomorrow."""

    code = "registers.date_to_come"
    sentence: ClassVar[str | Promise] = _("The day of registration, %(day)s, is still to come.")


class EventAfterRegistration(Refusal):
    """Nobody is registered before they are born or dead."""

    code = "registers.event_after_registration"
    sentence: ClassVar[str | Promise] = _("%(term)s lies after the day of registration, %(day)s.")


class TermOutOfShape(Refusal):
    """A term that is not of its kind: a date that is none, a code that is not on the list."""

    code = "registers.term_out_of_shape"
    sentence: ClassVar[str | Promise] = _("%(term)s cannot be “%(value)s”.")


class PaperEntryWrong(Refusal):
    """All that is wrong with an entry from paper, at once, in `problems`."""

    code = "registers.paper_entry"
    sentence: ClassVar[str | Promise] = _("This entry does not fit into the book yet: %(said)s")

    def __init__(self, problems: Sequence[Refusal]) -> None:
        super().__init__(said=" ".join(str(one) for one in problems))
        self.problems = tuple(problems)


class NumberNotTyped(Refusal):
    """Nothing, or no number, where a number stands on the page."""

    code = "registers.number_not_typed"
    sentence: ClassVar[str | Promise] = _("Type the number that stands there, in digits.")


class DayNotTyped(Refusal):
    """A day of registration that is none."""

    code = "registers.day_not_typed"
    sentence: ClassVar[str | Promise] = _(
        "Type the day of registration, such as 14/2. If it cannot be read, put this page aside."
    )


class ReadingWrong(Refusal):
    """What was typed cannot be taken as it is; every place in `problems`."""

    code = "registers.reading_wrong"
    sentence: ClassVar[str | Promise] = _(
        "Something is not right yet. Each place is marked below; what you typed is kept."
    )

    def __init__(self, problems: Sequence[Refusal]) -> None:
        super().__init__()
        self.problems = tuple(problems)


class UnknownVolume(Refusal):
    """There is no such paper volume, page or reading in the actor's commune."""

    code = "registers.unknown_volume"
    sentence: ClassVar[str | Promise] = _("This paper book or page was not found.")
    status = 404


class NothingToRead(Refusal):
    """No page of the volume waits for this person."""

    code = "registers.nothing_to_read"
    sentence: ClassVar[str | Promise] = _("Nothing in this volume waits for you just now.")
    status = 409


class OwnReading(Refusal):
    """Whoever read it first neither reads it second nor decides a difference."""

    code = "registers.own_reading"
    sentence: ClassVar[str | Promise] = _(
        "You read this page yourself. The second reading and what differs are for somebody else."
    )
    status = 403


class ReadingMoved(Refusal):
    """Somebody else has it, or it has gone on."""

    code = "registers.reading_moved"
    sentence: ClassVar[str | Promise] = _(
        "This reading has gone on meanwhile, or somebody else is at it. Open the next one."
    )
    status = 409


class Undecided(Refusal):
    """A difference without a decision."""

    code = "registers.undecided"
    sentence: ClassVar[str | Promise] = _("Look at the page and choose what stands there.")


class AsideUnexplained(Refusal):
    """Put aside without a word why."""

    code = "registers.aside_unexplained"
    sentence: ClassVar[str | Promise] = _("Write in a few words why this page is put aside.")


class TooManyScans(Refusal):
    """More pictures than a volume has pages."""

    code = "registers.too_many_scans"
    sentence: ClassVar[str | Promise] = _("One volume takes at most %(most)s pages.")
