"""The auditor reads the journal of the commune, checks it and takes it along."""

import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.audit import bundle
from motcua.audit.actions import record, record_reading
from motcua.audit.models import ChainHead, JournalLine
from motcua.audit.sought import sought
from motcua.dossiers import lists
from motcua.dossiers.states import Verb
from motcua.office.verbs import VERBS, said
from tests import cast
from tests.dossiers import story
from tests.office.visits import At, words

pytestmark = pytest.mark.django_db
LATER = cast.AT + timedelta(hours=1)


def lines(count: int, verb: str = "check", chain: str = cast.COC_SAN) -> None:
    by = cast.acting(cast.officer())
    for number in range(count):
        at = cast.AT + timedelta(seconds=number)
        record(chain=chain, by=by, at=at, verb=verb, about=f"account:{number}", why="vì sao")


def test_the_auditor_reads_who_did_what_in_words_and_by_the_number_of_the_dossier() -> None:
    dossier = story.submitted(story.law())
    page = words(At(cast.auditor(), LATER).get("journal"))
    assert "Đã nộp" in page
    assert dossier.number in page
    assert str(dossier.pk) in page  # only in the address that filters by it


def test_reading_the_journal_is_a_line_of_it() -> None:
    desk = At(cast.auditor(), LATER)
    desk.get("journal", verb="submit")
    line = JournalLine.objects.get(verb="read.journal")
    assert (line.actor_name, line.about) == ("Lò Thị Soát", f"journal:{cast.COC_SAN}")
    assert line.why == "verb=submit"
    assert "Xem nhật ký này" in words(desk.get("journal"))


def test_it_is_asked_by_person_dossier_verb_and_time() -> None:
    first, second = story.submitted(story.law()), story.submitted(story.law())
    lines(2)
    desk = At(cast.auditor(), LATER)
    page = words(desk.get("journal", dossier=first.number))
    assert first.number in page
    assert second.number not in page
    officer = cast.officer()
    page = words(desk.get("journal", person=f"account:{officer.pk}"))
    assert page.count("vì sao") == 2
    assert second.number not in page
    assert "vì sao" not in words(desk.get("journal", verb="submit"))
    assert "vì sao" in words(desk.get("journal", since="03/03/2026", until="03/03/2026"))
    assert "vì sao" not in words(desk.get("journal", since="04/03/2026"))


def test_what_is_not_understood_is_said_beside_its_field_and_shows_nothing() -> None:
    lines(1)
    page = words(At(cast.auditor(), LATER).get("journal", since="hôm qua", dossier="H1"))
    assert "Ghi ngày/tháng/năm" in page
    assert "Xã này không có hồ sơ nào mang số hoặc mã này." in page
    assert "hôm qua" in page
    assert "vì sao" not in page


def test_the_journal_of_another_commune_is_not_there() -> None:
    lines(1, chain=cast.OTHER)
    foreign = story.submitted(story.law())
    desk = At(cast.auditor(), LATER)
    assert "vì sao" not in words(desk.get("journal"))
    stranger = cast.stranger_officer()
    assert At(stranger, LATER).get("journal").status_code == 403
    assert foreign.number not in words(At(stranger, LATER).get("journal"))


@pytest.mark.parametrize(
    "who", [cast.officer, cast.chair, cast.receptionist, cast.administrator, cast.resident]
)
def test_nobody_but_the_auditor_opens_it(who: object) -> None:
    desk = At(who(), LATER)  # type: ignore[operator]
    for answer in (desk.get("journal"), desk.post("check"), desk.post("export")):
        assert answer.status_code == 403
    assert not JournalLine.objects.filter(verb__in=["read.journal", "verify_log"]).exists()


def test_a_page_goes_on_by_its_key() -> None:
    lines(60)
    desk = At(cast.auditor(), LATER)
    page = words(desk.get("journal"))
    assert page.count("<tr data-row>") == 50
    more = page.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0]
    rest = words(desk.client.get(more.replace("&amp;", "&")))
    assert rest.count("<tr data-row>") == 10


def test_fifty_lines_cost_as_many_questions_as_five() -> None:
    desk = At(cast.auditor(), LATER)
    desk.get("journal")
    counts = []
    for _round in range(2):
        lines(25)
        ids = [f"dossier:{story.submitted(story.law()).pk}" for _one in range(2)]
        by = cast.acting(cast.officer())
        record_reading(chain=cast.COC_SAN, by=by, at=cast.AT, what="work_list", about=ids, why="x")
        with CaptureQueriesContext(connection) as asked:
            desk.get("journal")
        counts.append(len(asked))
    assert counts[1] <= counts[0] <= 16


def test_the_newest_lines_are_checked_and_it_is_said_which_and_when() -> None:
    lines(3)
    desk = At(cast.auditor(), LATER)
    assert "Chưa kiểm tra từ trang này" in words(desk.get("journal"))
    assert desk.post("check").status_code == 302
    page = words(desk.get("journal"))
    assert "Không thấy sai lệch" in page
    assert "10:00 03/03/2026" in page
    assert "Lò Thị Soát" in page
    ChainHead.objects.filter(chain=cast.COC_SAN).update(digest="0" * 64)
    desk.post("check")
    assert "Có sai lệch" in words(desk.get("journal"))


def test_the_bundle_of_a_period_verifies_and_its_export_is_a_line() -> None:
    lines(3)
    answer = At(cast.auditor(), LATER).post("export", first="03/03/2026", last="03/03/2026")
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith('attachment; filename="journal-02746-')
    text = b"".join(answer.streaming_content)
    found = list(bundle.faults(io.BytesIO(text), trusted=None, walked=lambda count: None))
    assert found == []
    assert bundle.manifest_of(io.BytesIO(text)).lines == 3
    line = JournalLine.objects.get(verb="export_log")
    assert (line.facts["first"], line.facts["last"]) == (1, 3)


@pytest.mark.parametrize(
    ("first", "last", "said_so"),
    [
        ("", "03/03/2026", "Ghi ngày đầu và ngày cuối"),
        ("04/03/2026", "03/03/2026", "Ghi ngày đầu và ngày cuối"),
        ("03/03/2020", "04/03/2020", "Nhật ký không có dòng nào"),
    ],
)
def test_a_period_that_is_none_is_refused(first: str, last: str, said_so: str) -> None:
    lines(1)
    answer = At(cast.auditor(), LATER).post("export", first=first, last=last)
    assert answer.status_code == 422
    assert said_so in words(answer)
    assert f'value="{last}"' in words(answer)
    assert not JournalLine.objects.filter(verb="export_log").exists()


def test_a_period_too_long_for_a_page_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    lines(3)
    monkeypatch.setattr("motcua.office.trust.EXPORTED", 2)
    answer = At(cast.auditor(), LATER).post("export", first="03/03/2026", last="03/03/2026")
    assert answer.status_code == 422
    assert "motcua export-log" in words(answer)


def test_every_verb_of_a_dossier_has_its_words() -> None:
    assert [verb for verb in Verb if verb not in VERBS] == []
    assert said("recall", "turn:4") != said("recall", "dossier:x")
    assert said("never_heard_of", "") == "never_heard_of"


def test_who_looked_for_a_name_is_asked_by_the_name_and_the_journal_holds_none() -> None:
    dossier = story.submitted(story.law())
    officer = cast.acting(cast.officer())
    lists.search(by=officer, words="Vàng Thị Thử", at=cast.AT)
    lists.search(by=cast.acting(cast.chair()), words="Lò Văn Khác", at=cast.AT)
    desk = At(cast.auditor(), LATER)
    page = words(desk.get("journal", sought="vang thi THU", verb="read.search"))
    assert "Hoàng Văn Xét" in page.split("<tbody>")[1]
    assert "Phạm Văn Ký" not in page.split("<tbody>")[1]
    assert dossier.number in page
    assert "Không có dòng nào" not in page
    kept = JournalLine.objects.filter(verb__in=["read.search", "read.journal"])
    assert kept.count() == 3
    for line in kept:
        said = f"{line.about} {line.why} {line.facts}".lower()
        assert not {"vàng", "vang", "khác", "khac"} & set(said.replace("=", " ").split())
    assert kept.get(verb="read.journal").about == sought("Vàng Thị Thử")


def test_who_looked_for_a_telephone_is_asked_in_any_writing() -> None:
    story.submitted(story.law())
    officer = At(cast.officer(), LATER)
    officer.client.get("/desk/search", {"q": "0990 000 001"})
    page = words(At(cast.auditor(), LATER).get("journal", sought="+84 990 000 001"))
    assert "Hoàng Văn Xét" in page.split("<tbody>")[1]
    assert JournalLine.objects.get(verb="read.search").about == sought(cast.PHONE)
