"""What the desk itself answers "no" with; the rest comes from the rooms below."""

from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class CodeWrong(Refusal):
    code = "desk.code_wrong"
    sentence = _("This is not the code of the dossier. Please ask the person for it again.")


class SignatureMissing(Refusal):
    code = "desk.signature_missing"
    sentence = _("Nobody has signed in the box. Let the person sign, or take the code instead.")


class NotRead(Refusal):
    code = "desk.not_read"
    sentence = _("This paper was not opened, or has changed since. Read it, then sign.")


class DayUnreadable(Refusal):
    code = "desk.day_unreadable"
    sentence = _("This is not a day. Please write day/month/year, such as 24/11/2026.")
