"""The lists of the first page, drawn once for each language and each set of versions in force."""

from functools import lru_cache

from django.template import engines
from markupsafe import Markup

from motcua.portal.offers import listed
from motcua.procedures.guide.seeking import Offered


@lru_cache(maxsize=12)
def home_lists(procedures: Offered, language: str) -> tuple[Markup, Markup]:
    """What has happened, and what may be asked for, as HTML; nothing in it is of a person."""
    jinja = engines["jinja2"].env  # type: ignore[attr-defined]
    names = {"offers": listed(procedures, language), "language": language}
    drawn = (
        jinja.get_template(f"portal/{one}.html").render(names)
        for one in ("home_events", "home_procedures")
    )
    events, procedures_drawn = map(Markup, drawn)
    return events, procedures_drawn
