"""How a line is sealed to the one before it. Plain Python, so a bundle can be verified anywhere."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

SEALED = (
    "chain",
    "number",
    "at",
    "actor",
    "actor_name",
    "roles",
    "verb",
    "about",
    "why",
    "facts",
    "previous",
)

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def canonical(value: Any) -> str:
    """The one way in which a value is written as JSON: sorted keys, no spaces, letters as such."""
    return _encode(value)


def digest_of(line: Mapping[str, Any]) -> str:
    """SHA-256 over the sealed fields as canonical JSON; `at` is ISO 8601 in UTC."""
    sealed = {name: line[name] for name in SEALED}
    return hashlib.sha256(_encode(sealed).encode()).hexdigest()
