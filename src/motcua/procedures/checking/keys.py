"""The keys that each table of a pack may have: the whole vocabulary of the format, as one table."""

from dataclasses import dataclass
from typing import Final

from motcua.procedures import vocabulary as words


@dataclass(frozen=True, slots=True)
class Key:
    """What may stand under a key.

    `kind`: text, name, whole, flag, day, clock, one (of `of`), some (of `of`), texts, plain (a
    table of texts), source, sources, condition, table or tables (of the shape `shape`), code.
    """

    kind: str
    must: bool = False
    of: frozenset[str] = frozenset()
    shape: str = ""


def _one(of: frozenset[str], *, must: bool = False) -> Key:
    return Key("one", must, of)


def _some(of: frozenset[str]) -> Key:
    return Key("some", of=of)


_MARK = _one(words.MARKS)
_BASIS = Key("table", must=True, shape="basis")
_NAME = Key("name", must=True)
_WHEN = Key("condition")
_LIMITS: dict[str, Key] = {
    "channels": _some(words.CHANNELS),
    "timely": Key("flag"),
    "when": _WHEN,
    "valid_from": Key("day"),
    "valid_to": Key("day"),
}

SHAPES: Final[dict[str, dict[str, Key]]] = {
    "procedure": {
        "code": Key("code", must=True),
        "field": _one(words.FIELDS_OF_LAW, must=True),
        "online": _one(words.ONLINE, must=True),
        "often": Key("flag"),
        "valid_from": Key("day", must=True),
        "valid_to": Key("day"),
        "legal_basis": Key("tables", must=True, shape="basis"),
        "news": Key("tables", shape="news"),
        "instead": Key("tables", shape="instead"),
        "marks": Key("plain"),
        "form": Key("table", must=True, shape="form"),
        "papers": Key("tables", shape="papers"),
        "fees": Key("table", must=True, shape="fees"),
        "timely": Key("table", shape="timely"),
        "deadline": Key("table", must=True, shape="deadline"),
        "route": Key("tables", must=True, shape="route"),
        "result": Key("table", must=True, shape="result"),
        "examples": Key("tables", must=True, shape="examples"),
    },
    "basis": {
        "document": Key("text", must=True),
        "article": Key("text"),
        "mark": _one(words.MARKS, must=True),
        "source": Key("text"),
    },
    "news": {"name": _NAME, "basis": _BASIS},
    "instead": {"name": _NAME, "procedure": Key("code", must=True)},
    "form": {
        "sections": Key("tables", must=True, shape="sections"),
        "checks": Key("tables", shape="checks"),
    },
    "sections": {"name": _NAME, "fields": Key("tables", must=True, shape="fields"), "when": _WHEN},
    "fields": {
        "name": _NAME,
        "kind": _one(words.KINDS, must=True),
        "need": _one(words.NEEDS, must=True),
        "choices": Key("texts"),
        "when": _WHEN,
        "means": _one(words.MEANS),
        "least": Key("whole"),
        "most": Key("whole"),
        "default": Key("text"),
        "mark": _MARK,
    },
    "checks": {
        "rule": _one(words.RULES, must=True),
        "field": Key("text", must=True),
        "other": Key("text"),
        "value": Key("whole"),
        "day": Key("day"),
        "advice": Key("flag"),
    },
    "papers": {
        "name": _NAME,
        "need": _one(words.NEEDS, must=True),
        "replaceable_by_data": Key("flag", must=True),
        "accepts": _some(words.ACCEPTS),
        "looks": _one(words.LOOKS),
        "when": _WHEN,
        "originals": Key("whole"),
        "certified": Key("whole"),
        "copies": Key("whole"),
        "mark": _MARK,
    },
    "fees": {
        "copies": Key("text"),
        "pages": Key("text"),
        "rules": Key("tables", shape="rules"),
        "exemptions": Key("tables", shape="exemptions"),
    },
    "rules": {
        "name": _NAME,
        "per": _one(words.PER, must=True),
        "once": Key("flag"),
        "amount": Key("whole"),
        "tiers": Key("tables", shape="tiers"),
        "cap": Key("whole"),
        "basis": _BASIS,
        **_LIMITS,
    },
    "tiers": {"start": Key("whole", must=True), "amount": Key("whole", must=True)},
    "exemptions": {
        "name": _NAME,
        "basis": _BASIS,
        "fees": Key("texts"),
        "grounds": _some(words.GROUNDS),
        **_LIMITS,
    },
    "timely": {
        "since": Key("text", must=True),
        "days": Key("whole", must=True),
        "basis": _BASIS,
    },
    "deadline": {
        "unit": _one(words.UNITS, must=True),
        "amount": Key("whole"),
        "cutoff": Key("clock"),
        "basis": _BASIS,
        "extended": Key("table", shape="extended"),
        "on_supplement": _one(words.PAUSES),
        "on_fee": _one(words.PAUSES),
        "cases": Key("tables", shape="cases"),
    },
    "cases": {
        "when": Key("condition", must=True),
        "unit": _one(words.UNITS, must=True),
        "amount": Key("whole"),
        "cutoff": Key("clock"),
        "basis": _BASIS,
        "on_supplement": _one(words.PAUSES),
        "on_fee": _one(words.PAUSES),
    },
    "extended": {
        "unit": _one(words.UNITS - {"same_day"}, must=True),
        "total": Key("whole", must=True),
        "basis": _BASIS,
    },
    "route": {"step": _one(words.STEPS, must=True), "role": _one(words.STEP_ROLES, must=True)},
    "result": {
        "papers": Key("tables", must=True, shape="results"),
        "writes": Key("tables", shape="writes"),
        "picks": Key("text"),
        "notes": Key("table", shape="notes"),
    },
    "notes": {
        "kind": Key("source", must=True),
        "text": Key("source", must=True),
        "reason": Key("source", must=True),
        "evidence": Key("source"),
        "book": _one(words.BOOKS),
        "whose": Key("texts"),
        "changes": Key("tables", shape="changes"),
    },
    "changes": {"when": _WHEN, "terms": Key("sources", must=True)},
    "results": {
        "template": _one(words.TEMPLATES, must=True),
        "number": Key("text", must=True),
        "prints": Key("sources", must=True),
        "when": _WHEN,
        "copies": Key("text"),
        "originals": Key("whole"),
        "valid_months": Key("whole"),
        "encloses": Key("text"),
    },
    "writes": {
        "book": _one(words.BOOKS, must=True),
        "content": Key("sources", must=True),
        "when": _WHEN,
    },
    "examples": {
        "name": Key("text", must=True),
        "on": Key("day", must=True),
        "answers": Key("plain", must=True),
        "channel": _one(words.CHANNELS),
        "grounds": _some(words.GROUNDS),
        "province": Key("name"),
        "unknown": Key("texts"),
        "at_decision": Key("flag"),
        "times": Key("tables", shape="times"),
        "facts": Key("plain"),
        "entry": Key("plain"),
        "expect": Key("table", must=True, shape="expect"),
    },
    "times": {
        "received": Key("moment", must=True),
        "due": Key("moment", must=True),
        "longer": Key("moment"),
    },
    "expect": {
        "blocking": Key("texts"),
        "advice": Key("texts"),
        "fee": Key("whole"),
        "hidden": Key("texts"),
        "note": Key("text"),
        "changes": Key("plain"),
        "papers": Key("texts"),
        "results": Key("texts"),
        "content": Key("plain"),
        "prints": Key("plain"),
    },
    "events": {
        "name": _NAME,
        "sign": Key("name", must=True),
        "questions": Key("tables", shape="questions"),
        "needs": Key("tables", must=True, shape="needs"),
    },
    "questions": {"name": _NAME, "choices": Key("texts", must=True), "when": _WHEN},
    "needs": {
        "procedure": Key("code"),
        "elsewhere": Key("name"),
        "how": _one(words.HOW_NEEDED),
        "when": _WHEN,
        "late": _WHEN,
        "fill": Key("tables", shape="fill"),
    },
    "fill": {"field": _NAME, "value": Key("text", must=True), "when": _WHEN},
    "elsewhere": {
        "name": _NAME,
        "code": Key("code"),
        "where": _one(words.OFFICES, must=True),
        "mark": _one(words.MARKS, must=True),
        "source": Key("text"),
        "term": Key("table", shape="elsewhere_term"),
        "fee": Key("table", shape="elsewhere_fee"),
    },
    "elsewhere_term": {
        "unit": _one(words.UNITS, must=True),
        "amount": Key("whole"),
        "mark": _one(words.MARKS, must=True),
    },
    "elsewhere_fee": {"amount": Key("whole", must=True), "mark": _one(words.MARKS, must=True)},
}

# Which words each kind of table has in every language; those after the bar may be left out.
WORDS: Final[dict[str, tuple[frozenset[str], frozenset[str]]]] = {
    "procedure": (frozenset({"title", "short", "summary"}), frozenset({"partial_reason"})),
    "sections": (frozenset({"label"}), frozenset({"help"})),
    "fields": (frozenset({"label", "term", "help", "example"}), frozenset({"choices"})),
    "kinds": (frozenset({"example"}), frozenset()),
    "papers": (frozenset({"label"}), frozenset({"help", "replaced_by"})),
    "news": (frozenset({"label"}), frozenset()),
    "instead": (frozenset({"label"}), frozenset()),
    "fees": (frozenset({"label"}), frozenset({"note"})),
    "exemptions": (frozenset({"label"}), frozenset()),
    "deadline": (frozenset({"label"}), frozenset()),
    "steps": (frozenset({"label"}), frozenset()),
    "results": (frozenset({"label"}), frozenset()),
    "events": (frozenset({"label", "help", "plain"}), frozenset({"questions", "needs"})),
    "questions": (frozenset({"label"}), frozenset({"help", "choices"})),
    "elsewhere": (frozenset({"label", "help", "plain"}), frozenset({"note"})),
}
