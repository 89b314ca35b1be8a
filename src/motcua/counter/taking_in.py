"""What is typed at the counter for a person: finished, supplemented, or taken in anew."""

from django.http import QueryDict

from motcua.dossiers import actions
from motcua.dossiers.errors import NotFound
from motcua.dossiers.models import Dossier
from motcua.dossiers.press import Press
from motcua.dossiers.states import State, Verb
from motcua.procedures.answers import clean
from motcua.procedures.queries import by_version


def finished(press: Press, form: QueryDict) -> tuple[Dossier, str]:
    """Complete a new dossier, or enter what was brought for one that waits; and which it was."""
    rows = Dossier.objects.filter(pk=press.dossier, commune_id=press.by.commune)
    dossier = rows.only("procedure_id", "state", "asked").first()
    if dossier is None:
        raise NotFound
    answers = clean(by_version(dossier.procedure_id), typed_in(form))
    unknown = form.getlist("unknown")
    if dossier.where == State.AWAITING_SUPPLEMENT:
        done = actions.supplement(press, answers=answers, unknown=unknown)
        return done, str(Verb.SUPPLEMENT)
    return actions.complete(press, answers=answers, unknown=unknown), str(Verb.COMPLETE)


def typed_in(form: QueryDict) -> dict[str, str]:
    """The fields of a form, each with its last value, as the browser sent it."""
    return {name: str(value) for name, value in form.items()}
