"""What was read on which day, by whom, how often the two readers differed, and what is left."""

from django.http import HttpResponse

from motcua.counter.digitise_fields import label_anywhere
from motcua.counter.frame import desk_page
from motcua.foundation.clock import day_of
from motcua.parts.doors import Visit, opens
from motcua.parts.formats import percent
from motcua.parts.menu import KEEPERS
from motcua.registers import on_paper
from motcua.registers.kinds import books

DAYS = 14


@opens(to=KEEPERS)
def figures(request: Visit) -> HttpResponse:
    """The last days, person by person, and what differed, field by field."""
    by, commune, today = request.actor, request.actor.commune or "", day_of(request.at)
    days = on_paper.days(by=by, commune=commune, until=today, length=DAYS)
    compared, fields = on_paper.differences(by=by, commune=commune, until=today, length=DAYS)
    by_day: dict[str, int] = {}
    for one in reversed(days):
        key = f"{one.day:%d/%m}"
        by_day[key] = by_day.get(key, 0) + one.read + one.second
    context = {
        "days": days,
        "length": DAYS,
        "by_day": [(day, count, str(count)) for day, count in by_day.items()],
        "compared": compared,
        "fields": [
            (label_anywhere(key), count, f"{count} · {percent(count, compared)}")
            for key, count in fields.items()
        ],
        "rows": on_paper.volumes(by=by, commune=commune, unfinished=True),
        "titles": {code: one.title for code, one in books().items()},
    }
    return desk_page(request, "counter/digitise_figures.html", context)
