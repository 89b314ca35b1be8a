"""The rule of the personal identity number, as a warning: it never blocks.

PPP (province of birth registration) G (century and sex) YY (year of birth) and six digits; there
is no check digit (Circular 59/2021/TT-BCA, from memory). Old nine-digit numbers are only read.
Plain Python.
"""

import re

LENGTH = 12
_DIGITS = re.compile(r"^[0-9]+$")
_OLD = 9
# The first digit of the pair (male, female) for each century, from 1900.
_CENTURIES = (1900, 2000, 2100, 2200, 2300)
_PROVINCES = range(1, 97)


def warnings(number: str, *, sex: str, birth: str) -> tuple[str, ...]:
    """Codes of what does not agree: identity.not_12_digits, identity.old_number,
    identity.province, identity.sex, identity.year.

    `sex` is male|female|undetermined; `birth` a stored partial date, or empty when unknown.
    An empty number has nothing to warn of.
    """
    number = re.sub(r"[\s.]", "", number)
    if not number:
        return ()
    if _DIGITS.match(number) and len(number) == _OLD:
        return ("identity.old_number",)
    if not _DIGITS.match(number) or len(number) != LENGTH:
        return ("identity.not_12_digits",)
    found = []
    if int(number[:3]) not in _PROVINCES:
        found.append("identity.province")
    found += _against(number, sex, birth)
    return tuple(found)


def _against(number: str, sex: str, birth: str) -> list[str]:
    pair, female = divmod(int(number[3]), 2)
    found = []
    if sex in ("male", "female") and (sex == "female") != bool(female):
        found.append("identity.sex")
    year = _CENTURIES[pair] + int(number[4:6])
    if birth and birth[:4] != str(year):
        found.append("identity.year")
    return found


def masked(number: str) -> str:
    """For lists: only the last three digits are shown."""
    return "•" * max(len(number) - 3, 0) + number[-3:]
