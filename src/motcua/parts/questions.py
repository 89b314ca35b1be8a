"""What one field of a form shows: the macros of `parts/forms.html` draw it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from django.utils.translation import get_language
from markupsafe import Markup

# More choices than these are a list to pick from, fewer stand there to be read.
READABLE = 7


class _Manner(NamedTuple):
    """How a kind is typed: input type, keyboard of a phone, shape, what the browser may fill in,
    and where the keyboard writes capitals. `spelt`: a dictionary may look at it; it knows no names
    and no numbers, and would mark or mend them. `vietnamese`: it is so in every language.
    """

    type: str = "text"
    inputmode: str = ""
    shape: str = ""
    autocomplete: str = ""
    maxlength: int = 0
    capitals: str = ""
    spelt: bool = False
    vietnamese: bool = False


_PROSE = _Manner(spelt=True)
_DAY = _Manner(inputmode="numeric", shape="date", autocomplete="off", maxlength=10)
_MANNERS: Mapping[str, _Manner] = {
    "text": _PROSE,
    "name": _Manner(autocomplete="name", maxlength=120, capitals="words", vietnamese=True),
    "date": _DAY,
    "partial_date": _DAY,
    "time": _Manner(type="time", shape="time"),
    "number": _Manner(inputmode="numeric", shape="count", autocomplete="off", maxlength=12),
    "identity_number": _Manner(
        inputmode="numeric", shape="identity", autocomplete="off", maxlength=20
    ),
    "phone": _Manner(type="tel", shape="phone", autocomplete="tel", maxlength=20),
    "email": _Manner(type="email", autocomplete="email", maxlength=254),
    "place": _Manner(
        autocomplete="street-address", maxlength=250, capitals="words", vietnamese=True
    ),
    "code": _Manner(shape="code", autocomplete="off", maxlength=16, capitals="characters"),
    "one_time_code": _Manner(
        inputmode="numeric", shape="code", autocomplete="one-time-code", maxlength=6
    ),
    "password": _Manner(type="password", autocomplete="current-password"),
    "search": _Manner(type="search", autocomplete="off", spelt=True),
}
# Kinds of input that no dictionary looks at anyway.
_UNREAD = frozenset({"tel", "time", "password"})
_LISTS = frozenset({"choice", "ethnic", "nationality", "select"})
KINDS = frozenset({*_MANNERS, *_LISTS, "long_text", "yes_no", "declaration"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One field with what the person typed and what is to be said about it.

    `unknown` is None where "I don't know, help me at the counter" is not offered, else whether it
    is ticked. `need` is must, advised or optional. `when` is the condition as
    `procedures.conditions.exported` gives it, `only_if` the same in words. `empty` is what a list
    says while nothing is chosen: "Choose" when left out. `source` says where a value
    comes from that nobody typed, `sound` where the question is heard,
    `call` whether somebody can be asked to call about it. `suggests` is the id of a
    list of what is often typed there, `before` what stood there last time, for the key that says
    it again.
    """

    kind: str
    name: str
    label: str
    value: str = ""
    help: str = ""
    example: str = ""
    error: str = ""
    advice: str = ""
    source: str = ""
    sound: str = ""
    call: bool = False
    need: str = "must"
    unknown: bool | None = None
    choices: Sequence[tuple[str, str]] = ()
    empty: str = ""
    only_if: str = ""
    when: Mapping[str, Any] | None = field(default=None, hash=False)
    autocomplete: str = ""
    maxlength: int = 0
    rows: int = 4
    disabled: bool = False
    readonly: bool = False
    autofocus: bool = False
    suggests: str = ""
    before: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"{self.name}: no kind of field is called {self.kind}")

    @property
    def blank(self) -> bool:
        """Whether nobody has answered it, and nothing is to be said about an answer."""
        return not (self.value or self.error or self.advice)

    @property
    def tag(self) -> str:
        """The element that is typed into."""
        return {"line": "input", "long": "textarea"}.get(self.shown_as, "select")

    @property
    def shape(self) -> str:
        """The class that gives a line its width, with a space before it; empty for most."""
        manner = _MANNERS.get(self.kind)
        return f" {manner.shape}" if manner and manner.shape else ""

    @property
    def typing(self) -> Markup:
        """Type, keyboard, length and what the browser may fill in, as attributes."""
        foreign = get_language() != "vi"
        return _typing(self.kind, self.autocomplete, self.maxlength, foreign=foreign)

    @property
    def shown_as(self) -> str:
        """line, long, radios, select, yes_no or declaration: the six drawings there are."""
        if self.kind in _MANNERS:
            return "line"
        if self.kind in _LISTS:
            many = self.kind != "choice" or len(self.choices) > READABLE
            return "select" if many else "radios"
        return "long" if self.kind == "long_text" else self.kind

    @property
    def described(self) -> str:
        """The ids that a screen reader reads after the label."""
        said = (
            (self.help or self.example, "help"),
            (self.error, "error"),
            (self.advice, "advice"),
            (self.source, "source"),
        )
        return " ".join(f"{self.name}-{part}" for words, part in said if words)

    @property
    def condition(self) -> str:
        """The condition for the script, as JSON; empty when the field always shows."""
        return json.dumps(self.when, ensure_ascii=False) if self.when else ""


@lru_cache(maxsize=512)
def _typing(kind: str, autocomplete: str, maxlength: int, *, foreign: bool) -> Markup:
    line = _MANNERS.get(kind)
    manner = line or _PROSE
    read = manner.spelt or manner.type in _UNREAD
    said = {
        "type": manner.type if line else "",
        "inputmode": manner.inputmode,
        "autocomplete": autocomplete or manner.autocomplete,
        "maxlength": maxlength or manner.maxlength,
        "autocapitalize": manner.capitals,
        "spellcheck": "" if read else "false",
        # What a telephone of Apple mends without asking, spellcheck or not.
        "autocorrect": "off" if manner.capitals else "",
        "lang": "vi" if manner.vietnamese and foreign else "",
    }
    return Markup("").join(Markup(' {}="{}"').format(*one) for one in said.items() if one[1])


def ask(kind: str, name: str, label: str, **rest: Any) -> Question:
    """A question as templates write it: ``ask("phone", "phone", _("Phone"), value=…)``."""
    return Question(kind=kind, name=name, label=label, **rest)
