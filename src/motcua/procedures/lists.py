"""The closed lists of the state: ethnic groups and nationalities, with their names."""

import tomllib
from functools import cache
from pathlib import Path

from babel import Locale

import motcua

_FILE = Path(motcua.__file__).parent / "packs" / "vn" / "ethnic.toml"


@cache
def ethnic_names() -> dict[str, str]:
    """The names by code, ``{"01": "Kinh", …}``; a name is the same in every language."""
    rows: dict[str, str] = tomllib.loads(_FILE.read_text(encoding="utf-8"))["ethnic"]
    return rows


@cache
def nationality_names(language: str) -> dict[str, str]:
    """The names by ISO 3166 code in a language, ``{"VN": "Việt Nam", …}``."""
    territories = Locale.parse(language).territories
    return {code: str(territories[code]) for code in sorted(NATIONALITIES)}


ETHNIC_CODES = frozenset(ethnic_names())
# Without the codes that name no state: outlying Oceania, the euro zone, pseudo-accents.
NATIONALITIES = frozenset(
    code for code in map(str, Locale("vi").territories) if len(code) == 2 and code.isalpha()
) - {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
