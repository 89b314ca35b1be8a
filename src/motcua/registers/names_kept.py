"""The names of the people in an entry, and what the search keeps of them.

Whoever writes a name into the books writes it here: a name whose words the search does not know is
found by those alone who write it as the book does.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from motcua.foundation.many import write, write_unknown
from motcua.foundation.name_index import words_of
from motcua.foundation.names import folded
from motcua.foundation.spelling import sound
from motcua.foundation.statements import Place, Statement, Texts
from motcua.registers.kinds import book
from motcua.registers.models import Entry, EntryName, KnownName, Syllable, Uncompared

_NAMES = Statement(
    lambda: KnownName.objects.filter(
        commune_id=Place("commune"), name_folded__in=Texts("names")
    ).values_list("name_folded")
)
_TEXTS = Statement(
    lambda: Syllable.objects.filter(
        commune_id=Place("commune"), text__in=Texts("texts")
    ).values_list("text")
)
# As many words as a scope of the index tells apart; a name of more is one of many words.
MOST = 9


def names_of(entry: Entry, content: Mapping[str, str]) -> list[dict[str, Any]]:
    """The persons whom an entry names, when it reads so: rows of `EntryName`."""
    people = ((who, content.get(f"{who}.name", "")) for who in book(entry.kind).named)
    return [
        {
            "entry_id": entry.pk,
            "commune_id": entry.commune_id,
            "kind": entry.kind,
            "who": who,
            "name": name,
            "name_folded": folded(name),
            "birth": content.get(f"{who}.birth", ""),
        }
        for who, name in people
        if name
    ]


def keep(rows: Sequence[dict[str, Any]]) -> None:
    """Write the names, and those names and syllables that the commune's books did not have yet.

    Their entries wait from now on to be compared with others of that event.
    """
    write(EntryName, rows)
    learn({(row["commune_id"], row["name_folded"]) for row in rows})
    once = sorted({row["entry_id"] for row in rows if book(row["kind"]).twice})
    # Their keys are asked by nobody: one statement for however many.
    write_unknown(Uncompared, [{"entry_id": key} for key in once])


def keep_noted(entry: Entry, before: Mapping[str, str], changes: Mapping[str, str]) -> None:
    """People whose name or birth a note changes are found by what it says, and as they were."""
    keep(names_noted(entry, before, changes))


def names_noted(
    entry: Entry, before: Mapping[str, str], changes: Mapping[str, str]
) -> list[dict[str, Any]]:
    """The persons of whom a note changes the name or the birth, as they are called since."""
    now = names_of(entry, {**before, **changes})
    return [row for row in now if {f"{row['who']}.name", f"{row['who']}.birth"} & set(changes)]


def learn(names: Iterable[tuple[str, str]]) -> None:
    """Add folded names and their syllables, each a commune and a name, to what is searched.

    In order, so that two who write at the same time wait for each other in one direction.
    """
    by_commune: dict[str, set[str]] = {}
    for commune, name in names:
        by_commune.setdefault(commune, set()).add(name)
    for commune, told in sorted(by_commune.items()):
        known = {name for (name,) in _NAMES.all(commune=commune, names=sorted(told))}
        words = {name: words_of(name) for name in sorted(told - known)}
        rows = [
            {"commune_id": commune, "name_folded": name, "length": length(some)}
            for name, some in words.items()
        ]
        write_unknown(KnownName, rows)
        _spell(commune, {word[:30] for some in words.values() for word in some})


def _spell(commune: str, texts: set[str]) -> None:
    known = {text for (text,) in _TEXTS.all(commune=commune, texts=sorted(texts))}
    rows = [
        {"commune_id": commune, "text": text, "sound": sound(text)}
        for text in sorted(texts - known)
    ]
    write_unknown(Syllable, rows)


def length(words: Sequence[str]) -> str:
    """How many words a name has, as the index keeps it."""
    return str(min(len(words), MOST))
