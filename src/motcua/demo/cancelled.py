"""An entry of the demo's books that is cancelled, and another that is proposed to be.

The first was written about a child that nobody has seen, the second about the person of a paper
that was handed over: who signs in as the chair and approves it sees that paper lose its force.
"""

from datetime import date

from motcua.consequences.cancelling import cancel_entry
from motcua.demo.books import signed_here
from motcua.demo.hours import back
from motcua.demo.office_day import office_day
from motcua.demo.population import COMMUNE
from motcua.demo.town import Town
from motcua.demo.trails import DAY, EXTRACT
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from motcua.foundation.clock import day_of
from motcua.procedures.queries import calendar_of
from motcua.registers.actions import Draft, propose_cancelling
from motcua.registers.cancelling import Cancelling
from motcua.registers.models import Entry

_SOURCE = "demo:cancelled:birth"
_HOME = f"Thôn Ún Tà, {COMMUNE}"
_REASON = "Người đi khai nhận đã khai sinh cho một trẻ không có thật (mẫu)."
_DOUBTED = "Người đi khai dùng giấy chứng sinh của trẻ khác (mẫu)."
_ORDER = "Quyết định số {number}/QĐ-MẪU ngày {day:%d/%m/%Y} của Ủy ban nhân dân tỉnh Lào Cai (mẫu)"


def born_to_nobody() -> Draft:
    """The birth of a child that does not live in the commune, nor do its parents."""
    content = {
        "child.name": "Dìn Văn Nháp Không",
        "child.birth": "2021-03-02",
        "child.ethnic": "25",
        "child.nationality": "VN",
        "child.sex": "male",
        "child.birth_place": f"Tại nhà, {_HOME}",
        "child.home_place": COMMUNE,
        "mother.name": "Lục Thị Giả Không",
        "mother.birth": "1996",
        "mother.ethnic": "25",
        "mother.nationality": "VN",
        "mother.residence": _HOME,
        "declarant.name": "Lục Thị Giả Không",
        "declarant.relation": "Mẹ",
        **signed_here(),
    }
    return Draft("birth", content, _SOURCE, office_day(date(2021, 3, 30)))


def cancel_one(here: Town) -> Cancelling:
    """Proposed by one officer, approved by the chair on the next day."""
    calendar, at = calendar_of(here.commune), here.now
    order = _ORDER.format(number=7, day=day_of(back(calendar, at, 15 * DAY)))
    row = propose_cancelling(
        entry=Entry.objects.get(source=_SOURCE).pk,
        ground="unlawful",
        reason=_REASON,
        basis=order,
        by=here.staff["hotich1"],
        at=back(calendar, at, 12 * DAY),
    )
    by = here.staff["chutich"]
    return cancel_entry(cancelling=row.pk, by=by, at=back(calendar, at, 11 * DAY))


def propose_another(here: Town) -> Cancelling | None:
    """The entry of the extract that was handed over last, for the chair to read."""
    rows = Dossier.objects.filter(
        commune=here.commune, procedure__code=EXTRACT, state=State.HANDED_OVER, refused=False
    )
    last = rows.exclude(entry=None).order_by("-finished_at", "pk").first()
    if last is None or last.entry_id is None:
        return None
    calendar, at = calendar_of(here.commune), here.now
    order = _ORDER.format(number=9, day=day_of(back(calendar, at, 3 * DAY)))
    return propose_cancelling(
        entry=last.entry_id,
        ground="unlawful",
        reason=_DOUBTED,
        basis=order,
        by=here.staff["hotich2"],
        at=back(calendar, at, 90),
    )
