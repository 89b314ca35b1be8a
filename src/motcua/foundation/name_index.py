"""Finding a row among a million by words of a name, on SQLite (FTS5) and PostgreSQL (GIN) alike.

A room names its table once (`NameIndex`), puts `installation()` and then `keeping()` into its
migrations and asks `ids()` or `best()`. The words may stand in any order and their last letters may
be missing. The scope (the commune, the kind, the year) is one more word of each row, so a search in
one commune of ninety-nine costs one commune, and one in a year costs that year.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from django.db import connection

from motcua.foundation.indexed_names import LONGEST, IndexedNames
from motcua.foundation.names import folded

_WORD = re.compile(r"[^\W_]+")
_SCOPE = re.compile(r"^[0-9A-Za-z_.-]*$")
_YEAR = re.compile(r"^\d{4}")
# A name that a screen is filled with from among so many rows is common; else it has few rows.
_NEWEST = 20_000
# Of one year, where the database has them in order: so many tell whether it is common enough for
# so many times as many.
_TRIED, _TIMES = 250, 10


@dataclass(frozen=True, slots=True)
class Condition:
    """What a row has to fulfil beside its words: SQL about ``t.`` and its values."""

    sql: str = ""
    values: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Question:
    """What is looked for: of each of `words` one way to write it, in one of the scopes.

    `cut`: the words may go on. `exact` has for each column the values of which one is enough,
    `years` the beginnings (the year of a birth) of which one is; keys are below `before`.
    """

    words: Sequence[Sequence[str]]
    cut: bool
    exact: Mapping[str, Sequence[str]]
    years: Sequence[str] = ()
    rows: Condition = Condition()
    before: int | None = None


def words_of(name: str) -> list[str]:
    """The words of a name as the index holds them."""
    return _WORD.findall(folded(name))


def _beginning(word: str) -> str:
    """A word that may go on, as PostgreSQL is asked for it."""
    return f"'{word}*'" if len(word) <= LONGEST else f"'{word}':*"


@dataclass(frozen=True, slots=True)
class NameIndex(IndexedNames):
    """The index over a table of names, to be asked."""

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
        return self._asked(replace(self._plain(words, True, exact, begins), before=before), limit)

    def best(
        self, words: str, *, exact: Mapping[str, str], begins: str = "", limit: int = 20
    ) -> list[int]:
        """As `ids`, but rows that have the words uncut come first: An before Anh."""
        whole = self._asked(self._plain(words, False, exact, begins), limit)
        if len(whole) == limit:
            return whole
        cut = self._asked(self._plain(words, True, exact, begins), limit)
        return [*whole, *(key for key in cut if key not in whole)][:limit]

    def newest(
        self,
        words: Sequence[Sequence[str]],
        *,
        exact: Mapping[str, Sequence[str]],
        cut: bool = False,
        years: Sequence[str] = (),
        rows: Condition = Condition(),
        limit: int = 20,
    ) -> list[int]:
        """Keys of the rows that have each word in one of its ways to write it, the newest first."""
        return self._asked(_Question(words, cut, exact, years, rows), limit)

    def names(
        self,
        words: Sequence[Sequence[str]],
        *,
        exact: Mapping[str, Sequence[str]],
        cut: bool = False,
        years: Sequence[str] = (),
        rows: Condition = Condition(),
        limit: int,
    ) -> list[str]:
        """The folded names of rows, asked as `newest` is, in no order: for a table of few rows."""
        question = _Question(words, cut, exact, years, rows)
        if not self._askable(question):
            return []
        source = self._lite(question) if _lite() else self._postgres(question, scope_last=True)
        return list(map(str, self._read(source, question, limit, what=self.name)))

    def _plain(self, words: str, cut: bool, exact: Mapping[str, str], begins: str) -> _Question:
        years = (begins[:4],) if _YEAR.match(begins) else ()
        start = re.sub(r"[%_\\]", "", begins) + "%"
        rows = Condition(f" AND t.{self.begins} LIKE %s", (start,)) if begins else Condition()
        values = {column: (value,) for column, value in exact.items()}
        return _Question([(word,) for word in words_of(words)], cut, values, years, rows)

    def _askable(self, question: _Question) -> bool:
        if set(question.exact) != set(self.exact):
            raise ValueError(f"{self.table} is searched by {self.exact}")
        values = (value for column in self.exact for value in question.exact[column])
        return bool(question.words) and all(question.words) and all(map(_SCOPE.match, values))

    def _asked(self, question: _Question, limit: int) -> list[int]:
        if not self._askable(question):
            return []
        if _lite():
            order = f"{self.index}.rowid"
            return list(map(int, self._read(self._lite(question), question, limit, order=order)))
        found = self._met(question, limit)
        if len(found) == limit:
            return found
        # A sum: no plan shall read the table from its end until a rare name has come often enough.
        source = self._postgres(question, scope_last=not question.years)
        return list(map(int, self._read(source, question, limit, order="t.id + 0")))

    def _read(
        self,
        source: Condition,
        question: _Question,
        limit: int,
        *,
        what: str = "id",
        order: str = "",
    ) -> list[str | int]:
        rest = self._rest(question)
        ordered = f" ORDER BY {order} DESC" if order else ""
        sql = f"SELECT t.{what} FROM {source.sql}{rest.sql}{ordered} LIMIT %s"  # noqa: S608 # nosec
        with connection.cursor() as cursor:
            cursor.execute(sql, [*source.values, *rest.values, limit])
            return [row[0] for row in cursor.fetchall()]

    def _rest(self, question: _Question) -> Condition:
        """Conditions that the index only comes near to, asked of the row itself."""
        where, values = "", list[str | int]()
        for column in self.exact:
            some = question.exact[column]
            where += f" AND t.{column} IN ({', '.join(['%s'] * len(some))})"
            values += some
        where += question.rows.sql
        values += question.rows.values
        if question.before is not None:
            where += " AND t.id < %s"
            values.append(question.before)
        return Condition(where, tuple(values))

    def _scope(self, question: _Question) -> list[str]:
        """``_02746_birth`` or ``_02746_birth_1991``: no word of a name has such a line in it."""
        parts: list[Sequence[str]] = [question.exact[column] for column in self.exact]
        if question.years:
            parts.append(question.years)
        return ["_" + re.sub(r"[.-]", "_", "_".join(one)).lower() for one in product(*parts)]

    def _lite(self, question: _Question) -> Condition:
        cut = "*" * question.cut
        parts = [[f'"{scope}"' for scope in self._scope(question)]]
        parts += [[f'"{word}"{cut}' for word in ways] for ways in question.words]
        joined = f"{self.index} JOIN {self.table} t ON t.id = {self.index}.rowid"
        asked = " AND ".join(f"({' OR '.join(ways)})" for ways in parts)
        return Condition(f"{joined} WHERE {self.index} MATCH %s", (asked,))

    def _postgres(self, question: _Question, *, scope_last: bool) -> Condition:
        """A condition for each word: GIN then leaps through the longer lists to the next row of
        the shortest. Asked for all at once it reads most ways of most words to their end."""
        scope, *words = self._lists(question)
        asked = [*words, scope] if scope_last else [scope, *words]
        every = " AND ".join(["t.words @@ %s::tsquery"] * len(asked))
        return Condition(f"{self.table} t WHERE {every}", tuple(asked))

    def _met(self, question: _Question, limit: int) -> list[int]:
        """Of a common name the newest rows, without looking at all of them; else too few.

        Of some years the newest rows hold few, and the index knows it; of one year there may be an
        index of them. Hardly any name of several words is common enough to be met there.
        """

        def among(newest: int) -> list[int]:
            source = self._newest(question, newest)
            return list(map(int, self._read(source, question, limit, order="t.id")))

        if not question.years:
            return among(_NEWEST)
        alone = (question.years, question.exact[self.exact[0]], question.words)
        if not self.yearly or any(len(some) > 1 for some in alone):
            return []
        found = among(_TRIED)
        return among(_TRIED * _TIMES) if len(found) * _TIMES >= limit else found

    def _newest(self, question: _Question, newest: int) -> Condition:
        where, values = list[str](), list[str | int]()
        if question.years:
            where = [f"{self.exact[0]} = %s", f"{self.year} = %s"]
            values = [*question.exact[self.exact[0]], *question.years]
        if question.before is not None:
            where.append("id < %s")
            values.append(question.before)
        among = f" WHERE {' AND '.join(where)}" if where else ""
        rows = f"SELECT * FROM {self.table}{among} ORDER BY id DESC LIMIT {newest}"  # noqa: S608 # nosec
        asked = " & ".join(self._lists(question))
        return Condition(f"({rows}) t WHERE t.words @@ %s::tsquery", (*values, asked))

    def _lists(self, question: _Question) -> list[str]:
        """Which rows the scope leaves and which each word, as tsqueries; a word that is written in
        few ways before others, as it has fewer rows."""
        parts = [[f"'{scope}'" for scope in self._scope(question)]]
        parts += [
            [_beginning(word) if question.cut else f"'{word}'" for word in ways]
            for ways in sorted(question.words, key=len)
        ]
        return [f"({' | '.join(ways)})" for ways in parts]


def _lite() -> bool:
    return connection.vendor == "sqlite"
