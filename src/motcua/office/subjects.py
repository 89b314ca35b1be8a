"""What a line of the journal is about, in words: numbers of dossiers, names of accounts."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.dossiers.queries import numbers_of
from motcua.foundation.actor import Actor

_KINDS: Mapping[str, str | Promise] = {
    "dossier": gettext_lazy("Dossier"),
    "account": gettext_lazy("Account"),
    "help": gettext_lazy("A help for a person"),
    "outing": gettext_lazy("A list that was taken along"),
    "resident": gettext_lazy("Resident"),
    "calendar": gettext_lazy("The calendar"),
    "journal": gettext_lazy("This journal"),
    "turn": gettext_lazy("A number of the queue"),
    "service": gettext_lazy("A queue"),
    "entry": gettext_lazy("An entry of the books"),
    "book": gettext_lazy("A book"),
    "reading": gettext_lazy("A page of a paper book"),
    "scan": gettext_lazy("The picture of a page"),
    "message": gettext_lazy("A message"),
    "words": gettext_lazy("Words of a search"),
    "list": gettext_lazy("A list that was brought"),
    "import": gettext_lazy("A list that was taken over"),
    "lists": gettext_lazy("The lists"),
    "ministry158": gettext_lazy("An export for the ministry's software"),
    "books": gettext_lazy("The register books"),
    "places": gettext_lazy("The places"),
    "procedure": gettext_lazy("A procedure"),
    "amendment": gettext_lazy("A change"),
    "document": gettext_lazy("A document"),
    "backup": gettext_lazy("A backup"),
    "health": gettext_lazy("The machine"),
}


def shown(abouts: Iterable[str], *, accounts: Mapping[str, str], by: Actor) -> Mapping[str, str]:
    """Each subject in words; of dossiers the number alone is read, of residents nothing."""
    wanted = set(abouts)
    keys = {one: UUID(one.removeprefix("dossier:")) for one in wanted if _is_dossier(one)}
    numbers = numbers_of(list(keys.values()), by=by) if keys else {}
    return {
        one: numbers.get(keys[one]) or _("a draft") if one in keys else _plain(one, accounts)
        for one in wanted
    }


def _plain(about: str, accounts: Mapping[str, str]) -> str:
    if about in accounts:
        return accounts[about]
    kind, _colon, key = about.partition(":")
    if kind.endswith(" rows"):
        return _("%(count)s rows") % {"count": kind.removesuffix(" rows")}
    word = str(_KINDS.get(kind, about))
    return f"{word} {key}" if key.isdecimal() and kind not in ("calendar", "journal") else word


def _is_dossier(about: str) -> bool:
    try:
        UUID(about.removeprefix("dossier:"))
    except ValueError:
        return False
    return about.startswith("dossier:")
