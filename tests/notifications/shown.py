"""The page that shows what people are told.

``python -m tests.notifications.shown``, with DJANGO_SETTINGS_MODULE=tests.settings, writes
docs/reference/messages.md anew.
"""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import django

from motcua.foundation.clock import HANOI
from motcua.notifications.sms import length
from motcua.notifications.texts import KINDS, written

PAGE = Path(__file__).parent.parent.parent / "docs" / "reference" / "messages.md"
LANGUAGES = ("vi", "en", "hi")
DUE = datetime(2026, 11, 25, 17, 0, tzinfo=HANOI)
FACTS = {
    "office": "Xã Cốc San",
    "code": "482 177 306",
    "number": "2026-000001",
    "next": "02/TLKS-BS",
    "minutes": 5,
    "due": DUE,
    "before": DUE,
    "until": DUE,
    "reason": "thiếu giấy chứng sinh",
    "count": 2,
    "amount": "8.000 đ",
    "name": "Vàng Thị Thử",
    "helper": "Nông Văn Giúp",
    "on": date(2026, 11, 25),
}
# What is six digits.
CODES = ("phone_code", "help_code")
HEAD = """\
# Messages

What Motcua tells people by SMS, made from `notifications/texts.py` and its catalogues: one kind
for each act that someone should hear of, with the act's verb as its name. A message is written
when the act is followed up, once for each key, and sent by the worker: tried again at once, then
after 30 seconds, the wait doubling up to 15 minutes, for about four hours; then it has *failed*,
and the desk sees it. The text of a telephone code is not kept once it was sent. No message holds
a link, since people are told not to touch links in messages that claim to come from an office.

The number before each text is how many SMS it takes. Vietnamese and Hindi letters are outside the
alphabet of 160 letters: such a text has 70, or 67 in each part of a longer one.
"""


def page() -> str:
    """The whole page, as it should be."""
    return HEAD + "".join(_kind(kind) for kind in KINDS)


def _kind(kind: str) -> str:
    return f"\n## {kind}\n\n" + "\n".join(_texts(kind)) + "\n"


def _texts(kind: str) -> Iterator[str]:
    for language in LANGUAGES:
        facts = {**FACTS, "number": "123456"} if kind in CODES else FACTS
        text = written(kind, facts, language)
        yield f"- **{language}** ({length(text).parts}) {text}"


if __name__ == "__main__":
    django.setup()
    PAGE.write_text(page(), "utf-8")
