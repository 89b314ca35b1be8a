"""What is where, on which day, under which name."""

from datetime import date

from django.db.models import Q

from motcua.places.errors import UnknownPlace
from motcua.places.models import Commune, Village


def commune(code: str) -> Commune:
    """The commune with its province; UnknownPlace when there is none."""
    found = Commune.objects.select_related("province").filter(code=code).first()
    if found is None:
        raise UnknownPlace(code=code)
    return found


def villages(commune: str, on: date) -> list[Village]:
    """The villages of a commune that exist on a day, by code."""
    lasting = Q(valid_to=None) | Q(valid_to__gt=on)
    begun = Q(valid_from=None) | Q(valid_from__lte=on)
    return list(Village.objects.filter(lasting & begun, commune=commune).order_by("code"))
