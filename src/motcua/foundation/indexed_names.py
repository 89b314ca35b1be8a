"""How a table of names is indexed by its words, on SQLite (FTS5) and on PostgreSQL (GIN)."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import RunPython
from django.db.migrations.state import StateApps

# No syllable of Vietnamese is longer than seven letters: each beginning has a list of its own.
LONGEST = 6
_PREFIXES = " ".join(str(length) for length in range(1, LONGEST + 1))
# The same for PostgreSQL, as words of their own: ``thu`` is kept as ``thu t* th* thu*``. A function
# makes them: regular expressions take six times as long.
_BEGINNINGS = ", ".join(f"left(word, {length}) || '*'" for length in range(1, LONGEST + 1))
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


@dataclass(frozen=True, slots=True)
class IndexedNames:
    """The index over `table`, whose key is `id` and whose `name` column holds folded names.

    `exact` are text columns that a search fixes; `begins` is a column of partial dates; `yearly`:
    PostgreSQL has the rows of a year in their order (`by_year`). Table and
    columns are written in the source, never taken from a request.
    """

    table: str
    exact: tuple[str, ...]
    begins: str = ""
    name: str = "name_folded"
    yearly: bool = False

    @property
    def index(self) -> str:
        """The name of the index."""
        return f"{self.table}_words"

    @property
    def year(self) -> str:
        """SQL for the year of a row."""
        return f"left({self.begins}, 4)"

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

    def by_year(self) -> RunPython:
        """The migration for PostgreSQL that puts the rows of one year of a commune in their order.

        GIN gives a common name's rows in none: of a million entries four thousand pages were read
        to find the newest of a year. SQLite reads its index from the newest on.
        """

        def forwards(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
            if editor.connection.vendor == "postgresql":
                columns = f"{self.exact[0]}, {self.year}, id"
                editor.execute(f"CREATE INDEX {self.table}_year ON {self.table} ({columns})")

        def backwards(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
            if editor.connection.vendor == "postgresql":
                editor.execute(f"DROP INDEX {self.table}_year")

        return RunPython(forwards, backwards)

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
        yield f"CREATE INDEX {self.index} ON {self.table} USING gin (({self._lexemes()}))"

    def _kept(self) -> Iterator[str]:
        scopes = f"(ARRAY[{', '.join(self._scopes(''))}]::text[])"
        lexemes = f"array_to_tsvector({scopes} || name_words({self.name}))"
        yield _NAME_WORDS
        column = f"words tsvector GENERATED ALWAYS AS ({lexemes}) STORED"
        yield f"ALTER TABLE {self.table} ADD COLUMN {column}"
        yield f"DROP INDEX {self.index}"
        yield f"CREATE INDEX {self.index} ON {self.table} USING gin (words)"

    def _for_sqlite(self) -> Iterator[str]:
        index, table = self.index, self.table
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
