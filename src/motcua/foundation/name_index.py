"""Finding a row among a million by words of a name, on SQLite (FTS5) and PostgreSQL (GIN) alike.

A room names its table once (`NameIndex`), puts `installation()` and then `keeping()` into its
migrations and asks `ids()` or `best()`. The words may stand in any order and their last letters may
be missing. The scope (the commune, the kind, the year) is one more word of each row, so a search in
one commune of ninety-nine costs one commune, and one in a year costs that year.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import RunPython
from django.db.migrations.state import StateApps

from motcua.foundation.names import folded

_WORD = re.compile(r"[^\W_]+")
_SCOPE = re.compile(r"^[0-9A-Za-z_.-]*$")
_YEAR = re.compile(r"^\d{4}")
# No syllable of Vietnamese is longer than seven letters: each beginning has a list of its own.
_LONGEST = 6
_PREFIXES = " ".join(str(length) for length in range(1, _LONGEST + 1))
# The same for PostgreSQL, as words of their own: ``thu`` is kept as ``thu t* th* thu*``. A function
# makes them: regular expressions take six times as long.
_BEGINNINGS = ", ".join(f"left(word, {length}) || '*'" for length in range(1, _LONGEST + 1))
_NAME_WORDS = f"""
CREATE OR REPLACE FUNCTION name_words(name text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE word text; words text[] := '{{}}';
BEGIN
    FOREACH word IN ARRAY
        string_to_array(trim(regexp_replace(name, '[^[:alnum:]]+', ' ', 'g')), ' ')
    LOOP
        words := words || ARRAY[word, {_BEGINNINGS}];
    END LOOP;
    RETURN words;
END $$
"""
# A name that a screen is filled with from among so many rows is common; else it has few rows.
_NEWEST = 20_000


@dataclass(frozen=True, slots=True)
class _Question:
    """What is looked for: `words` of which those in `cut` may go on, in the scope of the rest."""

    words: Sequence[str]
    cut: Set[str]
    exact: Mapping[str, str]
    begins: str = ""


def _beginning(word: str) -> str:
    """A word that may go on, as PostgreSQL is asked for it."""
    return f"'{word}*'" if len(word) <= _LONGEST else f"'{word}':*"


@dataclass(frozen=True, slots=True)
class NameIndex:
    """The index over `table`, whose key is `id` and whose `name` column holds folded names.

    `exact` are text columns that a search fixes; `begins` is a column of partial dates. Table and
    columns are written in the source, never taken from a request.
    """

    table: str
    exact: tuple[str, ...]
    begins: str = ""
    name: str = "name_folded"

    @property
    def _index(self) -> str:
        return f"{self.table}_words"

    def installation(self) -> RunPython:
        """The migration that makes the index for the database in use, and fills it."""

        def forwards(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
            lite = editor.connection.vendor == "sqlite"
            for statement in self._for_sqlite() if lite else self._for_postgres():
                editor.execute(statement, params=None)

        return RunPython(forwards, RunPython.noop)

    def keeping(self) -> RunPython:
        """The migration after it: PostgreSQL keeps the words of a row, and their beginnings, in it.

        Words made anew for each row that is looked at cost 4 µs a row, and a beginning without a
        list of its own is put together from all the words that begin so.
        """

        def forwards(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
            if editor.connection.vendor == "postgresql":
                for statement in self._kept():
                    editor.execute(statement, params=None)

        return RunPython(forwards, RunPython.noop)

    def ids(
        self,
        words: str,
        *,
        exact: Mapping[str, str],
        begins: str = "",
        limit: int = 20,
        before: int | None = None,
    ) -> list[int]:
        """Keys of the rows that have all the words, the newest first; below `before` when given."""
        wanted = _WORD.findall(folded(words))
        return self._asked(_Question(wanted, set(wanted), exact, begins), limit, before)

    def best(
        self, words: str, *, exact: Mapping[str, str], begins: str = "", limit: int = 20
    ) -> list[int]:
        """As `ids`, but rows that have the words uncut come first: An before Anh."""
        wanted = _WORD.findall(folded(words))
        whole = self._asked(_Question(wanted, set(), exact, begins), limit)
        if len(whole) == limit:
            return whole
        cut = self._asked(_Question(wanted, set(wanted), exact, begins), limit)
        return [*whole, *(key for key in cut if key not in whole)][:limit]

    def _asked(self, question: _Question, limit: int, before: int | None = None) -> list[int]:
        if set(question.exact) != set(self.exact):
            raise ValueError(f"{self.table} is searched by {self.exact}")
        if not question.words or not all(map(_SCOPE.match, question.exact.values())):
            return []
        if connection.vendor == "sqlite":
            source, asked = self._lite(question)
            return self._read(source, asked, f"{self._index}.rowid", question, limit, before)
        source, asked = self._postgres(question, self._newest(before))
        found = self._read(source, asked, "t.id", question, limit, before)
        if len(found) == limit:
            return found
        # A sum: no plan shall read the table from its end until a rare name has come often enough.
        source, asked = self._postgres(question, self.table)
        return self._read(source, asked, "t.id + 0", question, limit, before)

    def _read(
        self, source: str, asked: str, key: str, question: _Question, limit: int, before: int | None
    ) -> list[int]:
        where, values = self._rest(question, before)
        sql = f"SELECT t.id FROM {source}{where} ORDER BY {key} DESC LIMIT %s"  # noqa: S608 # nosec
        with connection.cursor() as cursor:
            cursor.execute(sql, [asked, *values, limit])
            return [int(row[0]) for row in cursor.fetchall()]

    def _newest(self, before: int | None) -> str:
        """The rows in which a common name is found often enough without looking at all of it."""
        below = "" if before is None else f" WHERE id < {int(before)}"
        rows = f"SELECT * FROM {self.table}{below} ORDER BY id DESC LIMIT {_NEWEST}"  # noqa: S608 # nosec
        return f"({rows})"

    def _rest(self, question: _Question, before: int | None) -> tuple[str, list[str | int]]:
        """Conditions that the index only comes near to, asked of the row itself."""
        where = "".join(f" AND t.{column} = %s" for column in self.exact)
        values: list[str | int] = [question.exact[column] for column in self.exact]
        if question.begins:
            where += f" AND t.{self.begins} LIKE %s"
            values.append(re.sub(r"[%_\\]", "", question.begins) + "%")
        if before is not None:
            where += " AND t.id < %s"
            values.append(before)
        return where, values

    def _scope(self, question: _Question) -> str:
        """``_02746_birth`` or ``_02746_birth_1991``: no word of a name has such a line in it."""
        parts = [question.exact[column] for column in self.exact]
        if _YEAR.match(question.begins):
            parts.append(question.begins[:4])
        return "_" + re.sub(r"[.-]", "_", "_".join(parts)).lower()

    def _lite(self, question: _Question) -> tuple[str, str]:
        parts = [f'"{self._scope(question)}"']
        parts += [f'"{word}"{"*" * (word in question.cut)}' for word in question.words]
        joined = f"{self._index} JOIN {self.table} t ON t.id = {self._index}.rowid"
        return f"{joined} WHERE {self._index} MATCH %s", " AND ".join(parts)

    def _postgres(self, question: _Question, rows: str) -> tuple[str, str]:
        parts = [f"'{self._scope(question)}'"]
        parts += [
            _beginning(word) if word in question.cut else f"'{word}'" for word in question.words
        ]
        return f"{rows} t WHERE t.words @@ %s::tsquery", " & ".join(parts)

    def _scopes(self, row: str) -> Iterator[str]:
        """SQL for the scope words of a row: without the year, and with it."""
        flat = (f"replace(replace({row}{column},'-','_'),'.','_')" for column in self.exact)
        scope = "lower('_' || " + " || '_' || ".join(flat)
        yield f"{scope})"
        if self.begins:
            yield f"{scope} || '_' || substr({row}{self.begins}, 1, 4))"

    def _lexemes(self) -> str:
        words = f"trim(regexp_replace({self.name}, '[^[:alnum:]]+', ' ', 'g'))"
        return (
            f"array_to_tsvector((ARRAY[{', '.join(self._scopes(''))}]::text[])"
            f" || string_to_array({words}, ' '))"
        )

    def _for_postgres(self) -> Iterator[str]:
        yield f"CREATE INDEX {self._index} ON {self.table} USING gin (({self._lexemes()}))"

    def _kept(self) -> Iterator[str]:
        scopes = f"(ARRAY[{', '.join(self._scopes(''))}]::text[])"
        lexemes = f"array_to_tsvector({scopes} || name_words({self.name}))"
        yield _NAME_WORDS
        column = f"words tsvector GENERATED ALWAYS AS ({lexemes}) STORED"
        yield f"ALTER TABLE {self.table} ADD COLUMN {column}"
        yield f"DROP INDEX {self._index}"
        yield f"CREATE INDEX {self._index} ON {self.table} USING gin (words)"

    def _for_sqlite(self) -> Iterator[str]:
        index, table = self._index, self.table
        columns = ", ".join((self.name, *self.exact, *((self.begins,) if self.begins else ())))
        yield (
            f"CREATE VIRTUAL TABLE {index} USING fts5(words, content='', contentless_delete=1, "
            f"detail=none, prefix='{_PREFIXES}', "
            "tokenize=\"unicode61 remove_diacritics 0 tokenchars '_'\")"
        )
        fill = f"INSERT INTO {index} (rowid, words) SELECT id, "  # nosec B608
        yield f"{fill}{self._words('')} FROM {table}"
        values = f"(new.id, {self._words('new.')})"
        put = f"INSERT INTO {index} (rowid, words) VALUES {values};"  # noqa: S608 # nosec B608
        drop = f"DELETE FROM {index} WHERE rowid = old.id;"  # noqa: S608 # nosec B608
        yield f"CREATE TRIGGER {index}_put AFTER INSERT ON {table} BEGIN {put} END"
        yield f"CREATE TRIGGER {index}_drop AFTER DELETE ON {table} BEGIN {drop} END"
        turn = f"CREATE TRIGGER {index}_turn AFTER UPDATE OF {columns} ON {table}"
        yield f"{turn} BEGIN {drop} {put} END"

    def _words(self, row: str) -> str:
        """SQL for the words of a row; the scope's line is kept out of the name's own words."""
        scopes = " || ' ' || ".join(self._scopes(row))
        return f"{scopes} || ' ' || replace({row}{self.name}, '_', ' ')"
