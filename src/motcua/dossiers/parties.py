"""Who stands around a dossier, read from the answers by what the form says that they mean."""

from collections.abc import Mapping

from motcua.dossiers.models import Dossier, Party
from motcua.dossiers.states import Delivery, Part
from motcua.foundation.actor import Actor
from motcua.foundation.names import folded
from motcua.foundation.partial_date import PartialDate
from motcua.helping.queries import HAND
from motcua.procedures.answers import meant
from motcua.procedures.pack import Procedure

# As wide as the columns; all that was typed stands in the answers.
_LONGEST_NAME, _LONGEST_NUMBER = 200, 20


def name_people(
    dossier: Dossier, procedure: Procedure, *, typed_by: Actor | None = None
) -> list[Party]:
    """The subject and the filer as answered, and the helper when somebody else typed for them.

    What lists and messages need is copied onto the dossier's own row. Whose form has no subject
    is their own subject.
    """
    said = meant(procedure, dossier.answers)
    wanted = said.get("delivery", "")
    dossier.delivery = wanted if wanted in set(Delivery) else Delivery.COUNTER
    filer = _party(dossier, Part.FILER, said, actor=dossier.owner, right=said.get("filer.relation"))
    subject = _party(dossier, Part.SUBJECT, said)
    if not subject.name:
        subject = _party(dossier, Part.SUBJECT, _as_subject(said))
    people = [subject, filer]
    if said.get("filer.relation") == "representative":
        # The evidence is the paper of authority, which the form then asks for.
        people.append(_party(dossier, Part.REPRESENTATIVE, _acting_for(said), right="authority"))
    if typed_by is not None and typed_by.id != dossier.owner:
        people.append(_typist(dossier, typed_by.id, typed_by.name))
    elif dossier.helped:
        people += _hands(dossier)
    dossier.filer_name, dossier.filer_phone = filer.name, filer.phone
    dossier.subject_name = subject.name
    return [person for person in people if person.name]


def _acting_for(said: Mapping[str, str]) -> dict[str, str]:
    return {key.replace("filer.", "representative."): value for key, value in said.items()}


def _as_subject(said: Mapping[str, str]) -> dict[str, str]:
    return {
        key.replace("filer.", "subject."): value
        for key, value in said.items()
        if key.startswith("filer.")
    }


def _party(
    dossier: Dossier,
    part: Part,
    said: Mapping[str, str],
    *,
    actor: str = "",
    right: str | None = None,
) -> Party:
    name = said.get(f"{part}.name", "")[:_LONGEST_NAME]
    return Party(
        dossier=dossier,
        commune_id=dossier.commune_id,
        part=part,
        name=name,
        name_folded=folded(name)[:_LONGEST_NAME],
        birth=_date(said.get(f"{part}.birth", "")),
        identity_number=said.get(f"{part}.identity", "")[:_LONGEST_NUMBER],
        phone=said.get(f"{part}.phone", "")[:_LONGEST_NUMBER],
        actor=actor,
        right=(right or "")[:_LONGEST_NAME],
    )


def _date(said: str) -> str:
    """What cannot be read as a date stays among the answers, as typed, and is nobody's birth."""
    try:
        return str(PartialDate.stored(said))
    except ValueError:
        return ""


def _hands(dossier: Dossier) -> list[Party]:
    """Whoever helped last, when the person goes on alone."""
    typed = [one for one in dossier.authors.values() if one["right"] == "helper"]
    last = max(typed, key=lambda one: one["at"], default=None)
    return [_typist(dossier, last["by"], last["name"])] if last else []


def _typist(dossier: Dossier, key: str, name: str) -> Party:
    return Party(
        dossier=dossier,
        commune_id=dossier.commune_id,
        part=Part.HELPER,
        name=name,
        name_folded=folded(name),
        actor=key,
        right="helper" if key.startswith(HAND) else "counter",
    )
