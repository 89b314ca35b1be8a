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


def digest_of(line: Mapping[str, Any]) -> str:
    """SHA-256 over the sealed fields as canonical JSON; `at` is ISO 8601 in UTC."""
    sealed = {name: line[name] for name in SEALED}
    text = json.dumps(sealed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
