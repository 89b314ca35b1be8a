"""The names of the people in an entry, and what the search keeps of them.

Whoever writes a name into the books writes it here: a name whose words the search does not know is
found by those alone who write it as the book does.
"""

from collections.abc import Iterable, Mapping, Sequence

from motcua.foundation.name_index import words_of
from motcua.foundation.names import folded
from motcua.foundation.spelling import sound
from motcua.registers.kinds import book
from motcua.registers.models import Entry, EntryName, KnownName, Syllable

_BATCH = 1000
# As many words as a scope of the index tells apart; a name of more is one of many words.
MOST = 9


def names_of(entry: Entry, content: Mapping[str, str]) -> list[EntryName]:
    """The persons whom an entry names, when it reads so."""
    people = ((who, content.get(f"{who}.name", "")) for who in book(entry.kind).named)
    return [
        EntryName(
            entry=entry,
            commune_id=entry.commune_id,
            kind=entry.kind,
            who=who,
            name=name,
            name_folded=folded(name),
            birth=content.get(f"{who}.birth", ""),
        )
        for who, name in people
        if name
    ]


def keep(rows: Sequence[EntryName]) -> None:
    """Write the names, and those names and syllables that the commune's books did not have yet."""
    EntryName.objects.bulk_create(rows, batch_size=_BATCH)
    learn({(row.commune_id, row.name_folded) for row in rows})


def keep_noted(entry: Entry, before: Mapping[str, str], changes: Mapping[str, str]) -> None:
    """People whose name or birth a note changes are found by what it says, and as they were."""
    now = names_of(entry, {**before, **changes})
    keep([row for row in now if {f"{row.who}.name", f"{row.who}.birth"} & set(changes)])


def learn(names: Iterable[tuple[str, str]]) -> None:
    """Add folded names and their syllables, each a commune and a name, to what is searched.

    In order, so that two who write at the same time wait for each other in one direction.
    """
    known = sorted(set(names))
    KnownName.objects.bulk_create(
        [
            KnownName(commune_id=commune, name_folded=name, length=length(words_of(name)))
            for commune, name in known
        ],
        batch_size=_BATCH,
        ignore_conflicts=True,
    )
    syllables = {(commune, word[:30]) for commune, name in known for word in words_of(name)}
    Syllable.objects.bulk_create(
        [
            Syllable(commune_id=commune, text=text, sound=sound(text))
            for commune, text in sorted(syllables)
        ],
        batch_size=_BATCH,
        ignore_conflicts=True,
    )


def length(words: Sequence[str]) -> str:
    """How many words a name has, as the index keeps it."""
    return str(min(len(words), MOST))
