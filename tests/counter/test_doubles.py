"""Suspected doubles at the desk: the list, the pair, and what other pages say of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.audit.models import JournalLine
from motcua.dossiers.states import Step
from motcua.registers.actions import compare_waiting, decide_double, write_entry
from motcua.registers.models import Double, DoubleVerdict, Entry, Reading
from tests import cast
from tests.counter.test_digitise import on_page, opened
from tests.counter.visits import At, words
from tests.dossiers import story
from tests.dossiers.births import ANSWERS, in_hand
from tests.registers.test_entries import write
from tests.registers.twice import LATER, pair
from tests.registers.volumes import TYPED

pytestmark = pytest.mark.django_db


def xet() -> At:
    return At(cast.officer())


def same(row: Double, stands: int) -> Double:
    by = cast.acting(cast.officer())
    facts = {"outcome": "same", "stands": stands, "reason": "Cùng một người", "seen": row.decided}
    return decide_double(double=row.pk, by=by, at=LATER, **facts)


def test_the_books_lead_to_the_list_and_the_list_to_the_pair() -> None:
    row = pair()
    desk = xet()
    assert "1 cặp mục có thể trùng nhau." in words(desk.get("books"))
    page = words(desk.get("doubles"))
    assert 'aria-current="page">Chờ quyết định <span class="soft">1</span>' in page
    assert f'href="/desk/books/doubles/{row.pk}" data-focus>1/2026 – 2/2026</a>' in page
    assert '<td class="words">Vàng Thị Bé<br>Vàng Thị Bế</td>' in page
    assert "cùng họ tên, cùng ngày sinh, cùng cha mẹ" in page


def test_an_empty_list_says_what_comes_here() -> None:
    page = words(xet().get("doubles"))
    assert "Không có cặp nào chờ quyết định." in page
    assert "Máy so sánh từng mục mới ghi" in page
    assert "Không có cặp nào ở tình trạng này." in words(xet().get("doubles", **{"is": "same"}))


def test_the_pair_stands_side_by_side_with_each_difference_marked() -> None:
    row = pair()
    page = words(xet().get("double", row.pk))
    differs = page.split('<tr class="differs">')
    assert len(differs) == 2
    assert '<span class="unseen">khác:</span> Họ, chữ đệm, tên' in differs[1]
    assert "Vàng Thị <mark>Bé</mark>" in differs[1]
    assert "Vàng Thị <mark>Bế</mark>" in differs[1]
    # What tells one from another stays in sight, also where it agrees; the rest is folded away.
    shown, folded_away = page.split("<details>")
    assert "Ngày, tháng, năm sinh" in shown
    assert "Giới tính" in folded_away
    lines = JournalLine.objects.filter(verb="read.double")
    assert [line.facts["about"] for line in lines] == [
        [f"entry:{row.first_id}", f"entry:{row.second_id}"]
    ]


def test_a_decision_opens_the_next_pair_and_says_what_was_decided() -> None:
    pair(more=1)
    one, two, _three = Double.objects.order_by("weight", "pk")
    desk = xet()
    form = {"outcome": "different", "reason": "Hai người", "seen": "0"}
    answer = desk.post("double", one.pk, **form)
    assert answer["Location"] == f"/desk/books/doubles/{two.pk}?did={one.pk}"
    page = words(desk.client.get(answer["Location"]))
    assert "Đã quyết định: hai việc khác nhau." in page
    # Pressed again, it is one decision.
    desk.post("double", one.pk, **form)
    assert DoubleVerdict.objects.count() == 1
    for row in Double.objects.filter(outcome="open"):
        answer = desk.post("double", row.pk, **form)
    assert answer["Location"].startswith("/desk/books/doubles?did=")
    assert "Không có cặp nào chờ quyết định." in words(desk.client.get(answer["Location"]))


def test_without_a_reason_it_is_refused_at_the_field_and_stays() -> None:
    row = pair()
    answer = xet().post("double", row.pk, outcome=f"same:{row.first_id}", reason=" ", seen="0")
    assert answer.status_code == 422
    page = words(answer)
    assert 'aria-describedby="reason-help reason-error" aria-invalid="true"' in page
    assert "Xin viết ngắn gọn anh/chị đã so sánh gì." in page
    assert not DoubleVerdict.objects.exists()


def test_what_a_colleague_decided_meanwhile_is_said_and_the_words_stay() -> None:
    row = pair()
    same(row, row.first_id)
    answer = xet().post("double", row.pk, outcome="different", reason="Hai chị em", seen="0")
    assert answer.status_code == 409
    page = words(answer)
    assert "Trong lúc đó đã có người quyết định về hai mục này." in page
    assert "Hai chị em</textarea>" in page
    assert "Một việc: dùng mục số 1/2026" in page


def test_a_second_writing_is_told_with_its_papers_and_can_be_decided_anew() -> None:
    entry = story.birth_entry()
    dossier, _result = story.issued(story.law())
    by = cast.acting(cast.officer())
    facts = {"commune": cast.COC_SAN, "kind": "birth", "by": by, "at": LATER}
    write_entry(content=entry.content, source="dossier:twice", **facts)
    compare_waiting(at=LATER)
    row = Double.objects.get()
    same(row, row.second_id)
    page = words(xet().get("double", row.pk))
    said = f"Mục số {entry.reference} ghi trùng mục số {row.second.reference}."
    assert said in page
    assert f'<a href="/desk/d/{dossier.pk}">{dossier.number}</a>' in page
    assert "Quyết định lại" in page
    other = f'<a href="/desk/books/entry/{row.second_id}">mục số {row.second.reference}</a>'
    assert f"<b>Ghi trùng với {other}.</b>" in words(xet().get("entry", entry.pk))


def test_the_page_of_an_entry_says_that_it_is_suspected_and_what_became_of_it() -> None:
    row = pair()
    link = f'<a href="/desk/books/doubles/{row.pk}">So sánh và quyết định</a>'
    assert link in words(xet().get("entry", row.first_id))
    # Who only looks entries up sees the doubt, and decides nothing.
    page = words(At(cast.receptionist()).get("entry", row.first_id))
    assert "Có thể trùng với" in page
    assert link not in page
    same(row, row.first_id)
    assert "Dùng mục này. Mục ghi trùng với nó:" in words(xet().get("entry", row.first_id))
    assert "Giấy tờ làm từ mục đó." in words(xet().get("entry", row.second_id))


def test_the_search_marks_a_second_writing() -> None:
    row = pair()
    assert "ghi trùng" not in words(xet().get("book-search", name="vang thi be"))
    same(row, row.first_id)
    page = words(xet().get("book-search", name="vang thi be"))
    assert page.count("ghi trùng mục số 1/2026") == 1
    assert page.index("1/2026</a>") < page.index("2/2026</a>")


def test_a_second_writing_comes_after_the_entry_that_stands() -> None:
    """The newest comes first among those that are alike; what counts comes before what does not."""
    row = pair()
    page = words(xet().get("book-search", name="vang thi be"))
    assert page.index("2/2026</a>") < page.index("1/2026</a>")
    same(row, row.first_id)
    page = words(xet().get("book-search", name="vang thi be"))
    assert page.index("1/2026</a>") < page.index("2/2026</a>")


def test_an_extract_is_checked_with_the_entry_that_stands_and_no_other() -> None:
    entry = story.birth_entry()
    by = cast.acting(cast.officer())
    facts = {"commune": cast.COC_SAN, "kind": "birth", "by": by, "at": LATER}
    again = write_entry(content=entry.content, source="dossier:twice", **facts)
    compare_waiting(at=LATER)
    dossier = story.in_progress(story.law())
    desk = xet()
    # Two entries fit: none is chosen by one key.
    assert 'data-key="c"' not in words(desk.get("dossier", dossier.pk))
    same(Double.objects.get(), entry.pk)
    page = words(desk.get("dossier", dossier.pk))
    assert page.count(f'name="entry" value="{entry.pk}"') == 1
    assert f'name="entry" value="{again.pk}"' not in page
    assert 'data-key="c"' in page
    assert f"ghi trùng mục số {entry.reference}" in page
    answer = desk.press(dossier, "check", entry=again.pk)
    assert answer.status_code == 409
    assert f"Xin chọn mục số {entry.reference}" in words(answer)
    dossier.refresh_from_db()
    assert (dossier.at_step, dossier.entry) == (Step.CHECK, None)
    desk.press(dossier, "check", entry=entry.pk)
    dossier.refresh_from_db()
    assert (dossier.at_step, dossier.entry) == (Step.SIGN, entry)


def test_a_paper_is_not_signed_of_an_entry_that_became_a_second_writing() -> None:
    entry = story.birth_entry()
    dossier = story.checked(story.law())
    by = cast.acting(cast.officer())
    facts = {"commune": cast.COC_SAN, "kind": "birth", "by": by, "at": LATER}
    again = write_entry(content=entry.content, source="dossier:twice", **facts)
    compare_waiting(at=LATER)
    same(Double.objects.get(), again.pk)
    answer = At(cast.chair()).press(dossier, "sign")
    assert answer.status_code == 409
    assert f"Xin chọn mục số {again.reference}" in words(answer)
    dossier.refresh_from_db()
    assert dossier.at_step == Step.SIGN


def test_before_a_birth_is_written_the_officer_is_told_of_one_that_resembles_it() -> None:
    dossier = in_hand()
    desk = xet()
    assert "Việc này có thể đã có trong sổ" not in words(desk.get("dossier", dossier.pk))
    child = {
        "child.name": ANSWERS["child_name"],
        "child.birth": ANSWERS["child_birth"],
        "mother.name": ANSWERS["mother_name"],
    }
    entry = write("dossier:before", content=child)
    page = words(desk.get("dossier", dossier.pk))
    assert "Việc này có thể đã có trong sổ" in page
    assert f'<a href="/desk/books/entry/{entry.pk}">Mục số {entry.reference}</a>' in page
    # Advice: it can be sent to the chair all the same.
    assert f'action="/desk/d/{dossier.pk}/do/check"' in page
    assert JournalLine.objects.filter(verb="read.entry", about=f"entry:{entry.pk}").exists()


def test_the_first_reader_of_a_page_is_told_and_the_second_is_not() -> None:
    desk, doi = xet(), At(cast.second_officer())
    row = opened(desk)
    content = {
        "child.name": TYPED["child.name"],
        "child.birth": "1985-02-03",
        "mother.name": TYPED["mother.name"],
        "mother.birth": "1961",
    }
    entry = write("dossier:before", content=content)
    reading = on_page(desk, row, "bare")
    answer = desk.post("digitise-reading", reading.pk, do="save", **TYPED)
    assert answer["Location"] == f"/desk/books/digitise/reading/{reading.pk}"
    page = words(desk.client.get(answer["Location"]))
    assert "Việc này có thể đã có trong sổ" in page
    assert f'<a href="/desk/books/entry/{entry.pk}">Mục số {entry.reference}</a>' in page
    assert Reading.objects.get().stage == "read"
    assert "Việc này" not in words(doi.get("digitise-reading", reading.pk))
    on_page(doi, row, "second")
    page = words(doi.get("digitise-reading", reading.pk))
    assert "Việc này" not in page
    assert TYPED["child.name"] not in page


def test_another_communes_officer_finds_no_pair_and_the_receptionist_no_door() -> None:
    row = pair()
    stranger = At(cast.stranger_officer())
    assert stranger.get("double", row.pk).status_code == 404
    form = {"outcome": "different", "reason": "Hai người", "seen": "0"}
    assert stranger.post("double", row.pk, **form).status_code == 404
    assert "Vàng" not in words(stranger.get("doubles", did=str(row.pk))).split("<main")[1]
    assert At(cast.receptionist()).get("doubles").status_code == 403
    assert not DoubleVerdict.objects.exists()


@pytest.mark.parametrize("asked", ["x", "1", "1.x", "9.9", "0.0", "-1.2"])
def test_an_odd_address_is_a_list_all_the_same(asked: str) -> None:
    pair()
    assert xet().get("doubles", after=asked).status_code == 200
    assert xet().get("doubles", **{"is": asked, "did": asked}).status_code == 200


def test_both_pages_ask_a_bounded_number_of_questions() -> None:
    pair(more=6)
    desk = xet()
    row = Double.objects.order_by("pk")[0]
    desk.get("doubles")
    for route, args, most in (("doubles", (), 16), ("double", (row.pk,), 20)):
        with CaptureQueriesContext(connection) as asked:
            assert desk.get(route, *args).status_code == 200
        assert len(asked) <= most, [one["sql"][:90] for one in asked]
    assert Entry.objects.count() == 8
