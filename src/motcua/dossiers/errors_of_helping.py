"""What helping with a dossier may answer "no" with."""

from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class TakenBack(Refusal):
    """The person does not want this helper to go on."""

    code = "dossier.taken_back"
    sentence = _("The person has taken this dossier back. Nothing that you type goes into it.")
    status = 403


class HelpFirst(Refusal):
    """A volunteer opens a resident's draft only while helping that person."""

    code = "dossier.help_first"
    sentence = _(
        "Begin to help the person first: then their draft opens here with the code and the second "
        "fact."
    )
    status = 403


class SignatureMissing(Refusal):
    code = "desk.signature_missing"
    sentence = _("Nobody has signed in the box. Let the person sign, or take the code instead.")
