"""What procedures refuse."""

from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class NoProcedureInForce(Refusal):
    """Nothing with this code is in force on that day."""

    code = "procedure.not_in_force"
    sentence = _("The procedure %(code)s is not offered on %(day)s.")
    status = 404


class NoSuchVersion(Refusal):
    code = "procedure.no_version"
    sentence = _("There is no version %(version_id)s of any procedure.")
    status = 404


class PackHasProblems(Refusal):
    """A pack with even one problem is not loaded; `problems` lists them all."""

    code = "procedure.pack_problems"
    sentence = _("The pack has %(count)s problems; nothing was loaded.")
