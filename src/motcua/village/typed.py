"""Whom a form means, and who stands beside them, as it brings it."""

from uuid import UUID

from django.http import QueryDict

from motcua.helping.consent import Beside, Person


def person_in(form: QueryDict) -> Person:
    """Who is helped, as typed."""
    return Person(*(form.get(name, "") for name in ("name", "birth", "phone", "village")))


def beside_in(form: QueryDict) -> Beside:
    """The interpreter and the two witnesses, where they are asked for."""
    return Beside(
        foreign="foreign" in form,
        interpreter=form.get("interpreter", ""),
        language=form.get("language", ""),
        unlettered="unlettered" in form,
        witnesses=[
            (form.get(f"witness_{one}", ""), form.get(f"witness_{one}_identity", ""))
            for one in ("one", "two")
        ],
    )


def uuid_in(text: str) -> UUID | None:
    """A number made at random, as it stands in a form or an address; None for what is none."""
    try:
        return UUID(text)
    except ValueError:
        return None
