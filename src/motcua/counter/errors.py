"""What the desk itself answers "no" with; the rest comes from the rooms below."""

from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class CodeWrong(Refusal):
    code = "desk.code_wrong"
    sentence = _("This is not the code of the dossier. Please ask the person for it again.")


class NotRead(Refusal):
    code = "desk.not_read"
    sentence = _("This paper was not opened, or has changed since. Read it, then sign.")


class DayUnreadable(Refusal):
    code = "desk.day_unreadable"
    sentence = _("This is not a day. Please write day/month/year, such as 24/11/2026.")


class PictureUnknown(Refusal):
    code = "desk.picture_unknown"
    sentence = _(
        "Page %(page)s of this volume has no picture yet. Leave this empty to read from the book "
        "itself."
    )


class AnswerMissing(Refusal):
    code = "desk.answer_missing"
    sentence = _("This is still empty. Please fill it in.")


class DayPartMissing(Refusal):
    code = "desk.day_part_missing"
    sentence = _(
        "Write the day here: day/month/year; the month or the year alone if no more is known."
    )


class DayPartUnreadable(Refusal):
    code = "desk.day_part_unreadable"
    sentence = _("This is not a day. Please write day/month/year, month/year or the year alone.")


class PapersUnread(Refusal):
    code = "desk.papers_unread"
    sentence = _("Papers were sent with it, and somebody has to look at them. Open it.")


class LeftForCounter(Refusal):
    code = "desk.left_for_counter"
    sentence = _("Something was left to be finished at the counter with the person. Open it.")


class Doubtful(Refusal):
    code = "desk.doubtful"
    sentence = _("An identity number does not fit the sex or birth beside it. Open it and look.")


class Incomplete(Refusal):
    code = "desk.incomplete"
    sentence = _("Still missing or not right: %(number)s. Open it, each place is marked.")


class StatementNeeded(Refusal):
    code = "desk.statement_needed"
    sentence = _("For this paper you state what you found. Open it and check it by itself.")


class NoSureMatch(Refusal):
    code = "desk.no_sure_match"
    sentence = _(
        "The book does not hold one entry alone that agrees in everything. Open it and choose."
    )


class ChangedSince(Refusal):
    code = "desk.changed_since"
    sentence = _("Something has changed since you looked at it here. Look at it again.")
    status = 409


class NothingToPrint(Refusal):
    code = "desk.nothing_to_print"
    sentence = _("It has no such paper that is ready and in force.")


class GivenOut(Refusal):
    code = "desk.given_out"
    sentence = _("It was handed over already. Open it to print it again, with a reason.")


class AnotherPerson(Refusal):
    code = "desk.another_person"
    sentence = _("Handed in by somebody else than the first of the list. Hand it over by itself.")


class NotByPost(Refusal):
    code = "desk.not_by_post"
    sentence = _("The person did not ask for it by post.")


class AddressMissing(Refusal):
    code = "desk.address_missing"
    sentence = _("It names no address to send it to. Open it and ask the person.")


class ScanMissing(Refusal):
    code = "desk.scan_missing"
    sentence = _("Choose the pictures or the scanned PDF of the pages first.")
