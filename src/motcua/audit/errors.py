"""When the journal says no."""

from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class JournalNotYours(Refusal):
    """The journal holds names; it is read by auditors."""

    code = "audit.not_yours"
    sentence = _("Only an auditor of this commune may read the journal.")
    status = 403
