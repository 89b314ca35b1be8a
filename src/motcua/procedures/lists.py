"""The closed lists of the state: ethnic groups and nationalities, with their names."""

from functools import cache

from babel import Locale

from motcua.people.ethnic import groups


@cache
def ethnic_names() -> dict[str, str]:
    """The names by code, ``{"01": "Kinh", …}``, as papers print them, in Vietnamese."""
    return {code: group.name() for code, group in groups().items()}


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
