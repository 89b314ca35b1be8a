"""Who stands beside somebody who does not speak Vietnamese, or cannot read or sign.

Their names are answers of the form, wherever the law asks for them; the history and the journal
name them too, as they do those of a help.
"""

from typing import Any

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Verb
from motcua.procedures.answers import meant
from motcua.procedures.queries import by_version

_TYPED = frozenset({Verb.SUBMIT, Verb.COMPLETE, Verb.SUPPLEMENT})


def beside(verb: Verb, dossier: Dossier) -> dict[str, Any]:
    """``{"interpreter": name, "witnesses": [name, name]}`` of an act with which answers come in;
    nothing of whom the form does not ask for."""
    if verb not in _TYPED:
        return {}
    said = meant(by_version(dossier.procedure_id), dossier.answers)
    witnesses = [said[one] for one in ("witness.one", "witness.two") if one in said]
    told = {"interpreter": said.get("interpreter.name"), "witnesses": witnesses}
    return {name: one for name, one in told.items() if one}
