"""Grounds of exemption that follow from age alone. Plain Python.

A child is under 16 (Law on Children 2016 art. 1), an elderly person 60 or older (Law on the Elderly
2009 art. 2). Where only the year or month of birth is known, a ground holds only when it is sure.
"""

from datetime import date

from motcua.foundation.partial_date import PartialDate

CHILD_UNDER, ELDERLY_FROM = 16, 60


def by_age(birth: PartialDate, on: date) -> frozenset[str]:
    """``child``, ``elderly`` or nothing, on a day."""
    least, most = birth.ages(on)
    found = set()
    # Born as early as can be and still under 16; as late as can be and yet 60.
    if on >= birth.first and most < CHILD_UNDER:
        found.add("child")
    if least >= ELDERLY_FROM:
        found.add("elderly")
    return frozenset(found)
