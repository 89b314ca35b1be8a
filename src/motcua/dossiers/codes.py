"""The short code of a draft and later dossier: nine digits that can be said aloud.

The last digit is a check (Damm), so a digit misheard or two swapped are noticed before anything
is looked up. The code is no secret: it opens nothing without a second fact.
"""

import secrets

# The quasigroup of order ten of H. Michael Damm (2004): catches every single wrong digit and
# every swap of neighbours.
_DAMM = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)


def new_code() -> str:
    """Eight random digits, the first not 0, and their check digit."""
    digits = str(secrets.randbelow(90_000_000) + 10_000_000)
    return digits + _check(digits)


def tidy_code(typed: str) -> str | None:
    """The nine digits out of what was typed or said, or None when it cannot be a code."""
    digits = "".join(c for c in typed if c.isdecimal() and c.isascii())
    if len(digits) != 9 or _check(digits) != "0":
        return None
    return digits


def spoken(code: str) -> str:
    """``482177306`` → ``482 177 306``."""
    return f"{code[:3]} {code[3:6]} {code[6:]}"


def _check(digits: str) -> str:
    interim = 0
    for digit in digits:
        interim = int(_DAMM[interim][int(digit)])
    return str(interim)
