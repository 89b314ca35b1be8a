"""Finding a row among a million by words of a name, on SQLite (FTS5) and PostgreSQL (GIN) alike.

A room names its table once (`NameIndex`), puts `installation()` into a migration and asks `ids()`.
The last letters of each word may be missing and the words may stand in any order; `exact` columns
(the commune, the kind) are part of the index, so one commune of ninety-nine costs one commune.
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
# Of a `begins` column the index knows the first four characters: the year of a date.
_HEAD = 4


@dataclass(frozen=True, slots=True)
class _Question:
    """What is looked for: `words` of which those in `cut` may go on, in the scope of the rest."""

    words: Sequence[str]
    cut: Set[str]
    exact: Mapping[str, str]
    begins: str = ""


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
        if not question.words:
            return []
        lite = connection.vendor == "sqlite"
        key = f"{self._index}.rowid" if lite else "t.id"
        source, asked = self._lite(question) if lite else self._postgres(question)
        where, values = self._rest(question, before)
        sql = f"SELECT t.id FROM {source}{where} ORDER BY {key} DESC LIMIT %s"  # noqa: S608 # nosec
        with connection.cursor() as cursor:
            cursor.execute(sql, [asked, *values, limit])
            return [int(row[0]) for row in cursor.fetchall()]

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

    def _columns(self) -> tuple[str, ...]:
        return (self.name, *self.exact, *((self.begins,) if self.begins else ()))

    def _lite(self, question: _Question) -> tuple[str, str]:
        star = dict.fromkeys(question.cut, "*")
        parts = [f'{{{self.name}}}: "{word}"{star.get(word, "")}' for word in question.words]
        for column, value in question.exact.items():
            parts += [f'{{{column}}}: "{word}"' for word in _WORD.findall(value)]
        if len(question.begins) >= _HEAD:
            parts += [f'{{{self.begins}}}: "{w}"' for w in _WORD.findall(question.begins[:_HEAD])]
        joined = f"{self._index} JOIN {self.table} t ON t.id = {self._index}.rowid"
        return f"{joined} WHERE {self._index} MATCH %s", " AND ".join(parts)

    def _postgres(self, question: _Question) -> tuple[str, str]:
        star = dict.fromkeys(question.cut, ":*")
        parts = [f"'{word}'{star.get(word, '')}" for word in question.words]
        parts += [f"'{column}={_quoted(value)}'" for column, value in question.exact.items()]
        if len(question.begins) >= _HEAD:
            parts.append(f"'{self.begins}={_quoted(question.begins[:_HEAD])}'")
        return f"{self.table} t WHERE {self._lexemes()} @@ %s::tsquery", " & ".join(parts)

    def _lexemes(self) -> str:
        fixed = [f"'{column}=' || {column}" for column in self.exact]
        if self.begins:
            fixed.append(f"'{self.begins}=' || left({self.begins}, {_HEAD})")
        words = f"trim(regexp_replace({self.name}, '[^[:alnum:]]+', ' ', 'g'))"
        return (
            f"array_to_tsvector((ARRAY[{', '.join(fixed)}]::text[])"
            f" || string_to_array({words}, ' '))"
        )

    def _for_postgres(self) -> Iterator[str]:
        yield f"CREATE INDEX {self._index} ON {self.table} USING gin (({self._lexemes()}))"

    def _for_sqlite(self) -> Iterator[str]:
        columns = self._columns()
        names = ", ".join(columns)
        new, old = (", ".join(f"{row}.{name}" for name in columns) for row in ("new", "old"))
        index, table = self._index, self.table
        put = f"INSERT INTO {index} (rowid, {names}) VALUES (new.id, {new});"  # noqa: S608 # nosec
        drop = (
            f"INSERT INTO {index} ({index}, rowid, {names}) "  # noqa: S608 # nosec B608
            f"VALUES ('delete', old.id, {old});"
        )
        yield (
            f"CREATE VIRTUAL TABLE {index} USING fts5({names}, content='{table}', "
            "content_rowid='id', detail=column, tokenize='unicode61 remove_diacritics 0')"
        )
        yield f"INSERT INTO {index} ({index}) VALUES ('rebuild')"  # noqa: S608 # nosec B608
        yield f"CREATE TRIGGER {index}_put AFTER INSERT ON {table} BEGIN {put} END"
        yield f"CREATE TRIGGER {index}_drop AFTER DELETE ON {table} BEGIN {drop} END"
        yield (
            f"CREATE TRIGGER {index}_turn AFTER UPDATE OF {names} ON {table} BEGIN {drop} {put} END"
        )


def _quoted(value: str) -> str:
    """The inside of a quoted lexeme of tsquery."""
    return value.replace("\\", "\\\\").replace("'", "''")
