"""A commune in which every page of the house has something to show, made once for each test."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import BytesIO
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from openpyxl import Workbook

from motcua.consequences.kin_search import ask_for_kin, search_once
from motcua.consequences.loop import follow_events
from motcua.dossiers import actions
from motcua.dossiers.calling.actions import Wish, ask_for_call
from motcua.dossiers.codes import spoken
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from motcua.people.models import Household, Resident
from motcua.procedures.pack import Procedure
from motcua.registers.actions import add_scan, finish_first, propose_cancelling
from motcua.registers.models import PaperVolume
from motcua.results.sealing import token_of
from motcua.sheets import working
from motcua.sheets.models import BroughtList, MinistryExport
from tests import cast, kin
from tests.browser.everywhere.looks import Keys
from tests.consequences.written import DEAD, follows, living
from tests.counter.test_by_hand import abroad
from tests.dossiers import births, story, test_again, test_inquiries, test_supplement
from tests.dossiers.test_papers import photograph
from tests.hall.hall import MORNING, open_hall
from tests.helping.outings import out
from tests.office.visits import At
from tests.procedures.amending.asking import asked as change_asked
from tests.registers import volumes
from tests.registers.test_cancelling import FACTS
from tests.registers.test_entries import write
from tests.registers.twice import pair
from tests.results.test_mending import given_up
from tests.sheets.test_ministry import birth
from tests.sheets.test_people_list import HEADINGS, LAN, PAO, TIN
from tests.turns.room import call, take

LATER = cast.AT + timedelta(minutes=30)


def made(*makes: Callable[[], Keys]) -> Keys:
    """All of it, in a thread of its own: the signer and the browser both want the loop."""

    def all_made() -> Keys:
        try:
            cast.coc_san()
            return {key: value for make in makes for key, value in make().items()}
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as apart:
        return apart.submit(all_made).result()


def dossiers() -> Keys:
    """One dossier for each place where one can stand."""
    law = story.law()
    submitted = story.submitted(law)
    paper = photograph(300, 200)
    person = cast.acting(cast.resident())
    actions.attach(
        dossier_id=submitted.pk, name="identity_card", content=paper, by=person, at=cast.AT
    )
    made: Keys = {
        "submitted": submitted.pk,
        "code": spoken(submitted.code),
        "checked": story.checked(law).pk,
        "entry": story.birth_entry().pk,
        "asked": test_supplement.asked(test_supplement.NUMBER, test_supplement.CARD).pk,
        "refused": test_again.not_accepted().pk,
        "inquired": test_inquiries.asked().pk,
        "in_hand": births.in_hand().pk,
        "open": story.walked_in(law, unknown=("subject_birth",)).pk,
        **_drafts(law),
    }
    paid = story.submitted(law)
    Dossier.objects.filter(pk=paid.pk).update(state=State.DONE, fee_due=0)
    follow_events(LATER)
    return {**made, "paid": paid.pk}


def papers() -> Keys:
    """A paper that is ready to be handed over, and one that was revoked."""
    law = story.law()
    done, result = story.issued(law)
    older, revoked = story.issued(law)
    chair = cast.acting(cast.chair())
    actions.revoke(story.press(older, chair, 20), result=revoked.pk, reason="Ghi sai ngày sinh")
    follow_events(LATER)
    return {
        "done": done.pk,
        "result": result.pk,
        "token": token_of(result, at=cast.AT),
        "revoked": older.pk,
        "ended_token": token_of(revoked, at=cast.AT),
    }


def _drafts(law: Procedure) -> Keys:
    by = cast.acting(cast.resident())
    own = actions.keep(story.intake(law), by=by, at=cast.AT)
    called = actions.keep(story.intake(law), by=by, at=cast.AT)
    wish = Wish("0990 000 001", "afternoon", "register_office")
    ask_for_call(wish, dossier_id=called.pk, by=by, at=cast.AT, origin="10.0.0.1")
    return {"draft": own.pk, "draft_code": spoken(own.code), "called": called.pk}


def people() -> Keys:
    """Residents, and what the books leave to be asked about them."""
    kin.books()
    kin.family()
    left = abroad()
    living(full_name="Lù A Mẫu", birth="1968-05-01", identity_number="")
    question = follows("death", {**DEAD, "deceased.identity": ""})
    thu = cast.thu()
    return {
        "left": left.pk,
        "question": question.pk,
        "resident": thu.pk,
        "household": thu.household_id,
        "empty_household": Household.objects.create(
            commune_id=cast.COC_SAN, village=thu.village, number=900
        ).pk,
    }


def kin_found() -> Keys:
    """What the books say of kin: a birth to be taken, one that is contradicted."""
    Resident.objects.update(mother=None, father=None)
    Resident.objects.filter(full_name="Nông Thị Mẹ").update(sex="male")
    ask_for_kin(by=cast.acting(cast.officer()), commune=cast.COC_SAN, at=cast.AT)
    search_once(lambda: cast.AT)
    return {}


def books() -> Keys:
    """Two entries of one birth, one that is to be cancelled, and a paper book half read."""
    double = pair()
    again = write("dossier:9", content={"child.name": "Vàng Thị Chín"})
    propose_cancelling(entry=again.pk, by=cast.acting(cast.officer()), at=cast.AT, **FACTS)
    row = _paper_book()
    to_decide, to_second = _read(row, 27), _read(row, 28)
    volumes.read_second(row, **{"mother.name": "Vàng Thị Trẻ"})
    return {
        "double": double.pk,
        "cancelling": again.pk,
        "volume": row.pk,
        "to_decide": to_decide,
        "to_second": to_second,
        "begun": volumes.begun(row).pk,
    }


def _paper_book() -> PaperVolume:
    row = volumes.volume(0)
    for number in range(4):
        picture = photograph(600 + number, 800)
        add_scan(volume=row, content=picture, by=volumes.first_reader(), at=cast.AT)
    row.refresh_from_db()
    return row


def _read(row: PaperVolume, number: int) -> int:
    typed = {**volumes.TYPED, "number": f"{number}", "page": f"{number}"}
    by = volumes.first_reader()
    given = {"typed": typed, "view": {}, "by": by, "at": cast.AT}
    return finish_first(reading=volumes.begun(row), **given).pk  # type: ignore[arg-type]


def changes() -> Keys:
    """A change of the law that waits for its answer, and a paper that the press gave up."""
    story.law()
    given_up()
    return {
        "change": change_asked().pk,
        "account": cast.officer().pk,
        "volunteer": cast.volunteer().pk,
    }


def journal() -> Keys:
    """The lines that one dossier leaves."""
    story.submitted(story.law())
    return {}


def lists() -> Keys:
    """Lists that came in, a file that went out."""
    birth()
    desk = At(cast.officer())
    mapping = _brought(desk, LAN)
    looked = _brought(desk, LAN, [*PAO[:5], "?", *PAO[6:]], TIN)
    form = {"heading_row": "1", "column": list(looked.columns)}
    desk.post("list-act", looked.pk, "columns", **form)
    working.work_once(lambda: cast.AT)
    year = {"kind": "birth", "since": "01/01/2026", "until": "31/12/2026"}
    desk.post("ministry", **year, press=str(uuid4()))
    made = MinistryExport.objects.latest("made_at")
    return {
        "mapping": mapping.pk,
        "looked": looked.pk,
        "ministry": made.pk,
    }


def doors() -> Keys:
    """Two households of one village."""
    cast.thu()
    cast.mau()
    return {}


def phones() -> Keys:
    """A helper's telephone is out with a list."""
    doors()
    out(cast.volunteer())
    return {}


def hall() -> Keys:
    """Two queues on a Monday morning; one number is called, two wait."""
    open_hall()
    for one in range(3):
        take(f"00000000-0000-4000-8000-00000000000{one}")
    call("3", at=MORNING)
    return {}


def _brought(desk: At, *rows: list[object]) -> BroughtList:
    book, out = Workbook(), BytesIO()
    for row in [HEADINGS, *rows]:
        book.active.append(row)
    book.save(out)
    file = SimpleUploadedFile("dân cư.xlsx", out.getvalue())
    desk.post("bring", kind="people", press=str(uuid4()), file=file)
    return BroughtList.objects.latest("brought_at", "pk")
