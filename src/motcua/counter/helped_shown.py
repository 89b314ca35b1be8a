"""Who helped the person with a dossier, by what consent, and who stood beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.counter.words import Words
from motcua.dossiers.models import Dossier, Helped
from motcua.helping.models import Consent, Help

CONSENTS: Mapping[str, Words] = {
    Consent.SPOKEN: gettext_lazy("said yes aloud, heard by %(witness)s"),
    Consent.DRAWN: gettext_lazy("signed on the screen"),
    Consent.CODE: gettext_lazy("told the code sent to their telephone"),
}


@dataclass(frozen=True, slots=True)
class HelpShown:
    """One help: who, when, how the person agreed, who stood beside them, whether it was ended."""

    name: str
    at: datetime
    consent: str
    beside: Sequence[str]
    taken_back: datetime | None


def helps_of(dossier: Dossier) -> Sequence[HelpShown]:
    """The helps that the dossier was typed in, in order; asked only where somebody helped."""
    if not dossier.helped:
        return []
    rows = Helped.objects.filter(dossier=dossier).select_related("help").order_by("pk")
    return [
        HelpShown(
            row.help.helper_name,
            row.at,
            str(CONSENTS[row.help.consent]) % {"witness": row.help.witness},
            _beside(row.help),
            row.taken_back_at,
        )
        for row in rows
    ]


def _beside(one: Help) -> list[str]:
    said = []
    if one.interpreter:
        words = {"name": one.interpreter["name"], "language": one.interpreter["language"]}
        said.append(_("Interpreter: %(name)s (%(language)s)") % words)
    for witness in one.witnesses:
        words = {"name": witness["name"], "paper": witness["identity"]}
        said.append(_("Witness: %(name)s, identity paper %(paper)s") % words)
    return said
