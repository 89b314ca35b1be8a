"""Where the day of each role begins."""

from django.urls import reverse

from motcua.foundation.actor import Actor, Role

# The first role held decides.
_HOMES = (
    (Role.OFFICER, "counter:desk"),
    (Role.CHAIR, "counter:to_sign"),
    (Role.RECEPTIONIST, "counter:reception"),
    (Role.AUDITOR, "office:journal"),
    (Role.ADMINISTRATOR, "office:health"),
    (Role.VOLUNTEER, "village:home"),
)


def home_of(actor: Actor) -> str:
    """The address of the actor's first page."""
    return reverse(next((route for role, route in _HOMES if actor.has(role)), "counter:desk"))
