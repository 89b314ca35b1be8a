"""The paper books at the desk: volumes, pages, two readings, what differs, the figures."""

import io

import pytest
from PIL import Image

from motcua.registers.models import Entry, PaperVolume, Reading, Scan
from tests import cast
from tests.counter.visits import At, words
from tests.dossiers.test_leaves import scanned
from tests.dossiers.test_papers import photograph
from tests.registers.paper import copied, page
from tests.registers.volumes import SECOND, TYPED, figures, read, read_second, volume

pytestmark = pytest.mark.django_db
FORM = {"kind": "birth", "year": "1985", "volume": "1", "kept_by": ""}


def file(content: bytes, name: str = "page.jpg") -> io.BytesIO:
    out = io.BytesIO(content)
    out.name = name
    return out


def opened(xet: At) -> PaperVolume:
    xet.post("digitise", **FORM)
    return PaperVolume.objects.get()


def on_page(browser: At, row: PaperVolume, turn: str = "first") -> Reading:
    """Press the button of a turn; the reading that opens."""
    answer = browser.post("digitise-next", row.pk, turn)
    assert answer.status_code == 302
    key = int(str(answer["Location"]).rsplit("/", 1)[1])
    return Reading.objects.get(pk=key)


def test_from_an_opened_volume_to_an_entry_in_the_book() -> None:
    xet, doi = At(cast.officer()), At(cast.second_officer())
    row = opened(xet)
    sent = [file(photograph(600, 800)), file(scanned(2), "more.pdf")]
    answer = xet.post("digitise-volume", row.pk, scan=sent)
    assert answer["Location"].endswith(f"/volume/{row.pk}?added=3")
    assert "Đã đưa vào 3 trang." in words(xet.client.get(answer["Location"]))
    reading = on_page(xet, row)
    shown = words(xet.get("digitise-reading", reading.pk))
    assert f'src="/desk/books/digitise/scan/{reading.scan_id}?turn=0"' in shown
    assert 'name="child.name"' in shown
    after = xet.post("digitise-reading", reading.pk, do="save", **TYPED)
    following = Reading.objects.get(pk=int(str(after["Location"]).rsplit("/", 1)[1]))
    assert (following.scan.place, following.first["number"]) == (2, "28")
    blind = on_page(doi, row, "second")
    assert blind.pk == reading.pk
    shown = words(doi.get("digitise-reading", reading.pk))
    assert "Vàng Văn Cũ" not in shown
    assert 'name="child.sex"' not in shown
    done = doi.post("digitise-reading", reading.pk, do="save", **SECOND)
    assert done["Location"].endswith(f"/volume/{row.pk}?done=second")
    entry = Entry.objects.get()
    shown = words(xet.get("entry", entry.pk))
    assert "Từ sổ giấy" in shown
    assert "Sổ đăng ký khai sinh 1985, quyển 1" in shown
    assert f"/desk/books/digitise/scan/{reading.scan_id}" in shown
    assert xet.get("digitise-reading", reading.pk)["Location"] == f"/desk/books/entry/{entry.pk}"


def test_a_volume_that_cannot_be_is_said_at_its_field() -> None:
    xet = At(cast.officer())
    answer = xet.post("digitise", **{**FORM, "year": "1899"})
    assert answer.status_code == 422
    assert "Năm của sổ phải từ 1900 đến 2026." in words(answer)
    assert not PaperVolume.objects.exists()
    assert xet.post("digitise", **{**FORM, "kind": "x"}).status_code == 404


def test_what_is_no_picture_is_refused_and_none_of_the_others_is_put_in() -> None:
    xet = At(cast.officer())
    row = opened(xet)
    sent = [file(photograph(600, 800)), file(b"words", "words.txt")]
    answer = xet.post("digitise-volume", row.pk, scan=sent)
    assert answer.status_code == 415
    assert not Scan.objects.exists()
    assert xet.post("digitise-volume", row.pk).status_code == 422


def test_the_picture_is_turned_and_looked_at_closer_without_a_script() -> None:
    xet = At(cast.officer())
    row = opened(xet)
    xet.post("digitise-volume", row.pk, scan=[file(photograph(600, 800))])
    reading = on_page(xet, row)
    form = {"zoom": "1", "turn": "0", "x": "10", "y": "40", "child.name": "Vàng V"}
    for press in ("larger", "larger", "turn"):
        answer = xet.post("digitise-reading", reading.pk, view=press, **form)
        assert answer["Location"] == f"/desk/books/digitise/reading/{reading.pk}"
        reading.refresh_from_db()
        form |= {name: str(value) for name, value in reading.view.items()}
    assert reading.view == {"zoom": 3, "turn": 1, "x": 10, "y": 40}
    shown = words(xet.get("digitise-reading", reading.pk))
    assert 'class="zoom-3"' in shown
    assert "?turn=1" in shown
    assert 'value="Vàng V"' in shown
    size = [
        Image.open(io.BytesIO(xet.get("digitise-scan", reading.scan_id, turn=turn).content)).size
        for turn in ("0", "1")
    ]
    assert size[0] == size[1][::-1]


def test_what_is_typed_is_kept_by_itself_and_nobody_else_gets_it() -> None:
    xet, doi = At(cast.officer()), At(cast.second_officer())
    row = volume()
    reading = on_page(xet, row)
    answer = xet.post("digitise-reading", reading.pk, do="keep", **{"child.name": "Vàng V"})
    assert answer.status_code == 204
    assert 'value="Vàng V"' in words(xet.get("digitise-reading", reading.pk))
    other = words(doi.get("digitise-reading", reading.pk))
    assert "Người khác đang đọc trang này" in other
    assert "Vàng V" not in other
    later = xet.post("digitise-reading", reading.pk, do="later", **{"child.name": "Vàng Vă"})
    assert later["Location"].endswith(f"/volume/{row.pk}")
    assert on_page(xet, row).first["child.name"] == "Vàng Vă"


def test_every_mistake_is_marked_at_its_field_and_what_was_typed_stays() -> None:
    xet = At(cast.officer())
    row = volume()
    copied(page(27))
    reading = on_page(xet, row)
    typed = {**TYPED, "child.name": "", "child.birth": "310285", "mother.birth": "xx"}
    answer = xet.post("digitise-reading", reading.pk, do="save", **typed)
    assert answer.status_code == 422
    shown = words(answer)
    assert "Số 27/1985 đã có trong sổ “Sổ đăng ký khai sinh”." in shown
    assert "không thể là “310285”" in shown
    assert 'value="xx"' in shown
    assert shown.count('class="field wrong"') == 4
    reading.refresh_from_db()
    assert (reading.stage, reading.first["mother.birth"]) == (Reading.Stage.FIRST, "xx")


def test_the_first_reader_is_shown_that_others_read_second() -> None:
    xet = At(cast.officer())
    row = volume()
    reading = read(row)
    assert "Chính anh/chị đã đọc trang này" in words(xet.get("digitise-reading", reading.pk))
    answer = xet.post("digitise-reading", reading.pk, do="second")
    assert answer.status_code == 403
    assert "registers.own_reading" in words(answer)
    assert xet.post("digitise-next", row.pk, "second")["Location"].endswith("?done=second")


def differing(row: PaperVolume) -> Reading:
    read(row)
    return read_second(row, **{"child.name": "Vàng Văn Cứ", "mother.birth": "67"})


def test_what_differs_stands_side_by_side_and_is_decided() -> None:
    doi = At(cast.second_officer())
    row = volume()
    reading = differing(row)
    shown = words(doi.get("digitise-reading", reading.pk))
    for word in ("Cũ", "Cứ", "1961", "1967"):
        assert f"<mark>{word}</mark>" in shown
    assert "<mark>Vàng</mark>" not in shown
    assert shown.count("khác nhau") >= 2
    missing = doi.post("digitise-reading", reading.pk, do="save", **{"choice:child.name": "second"})
    assert missing.status_code == 422
    assert "Anh/chị xem trang sổ rồi chọn đúng điều sổ ghi." in words(missing)
    assert 'name="choice:child.name" value="second" checked' in words(missing)
    chosen = {
        "choice:child.name": "second",
        "choice:mother.birth": "other",
        "other:mother.birth": "62",
    }
    doi.post("digitise-reading", reading.pk, do="save", **chosen)
    entry = Entry.objects.get()
    assert entry.content["child.name"] == "Vàng Văn Cứ"
    assert entry.content["mother.birth"] == "1962"
    shown = words(doi.get("entry", entry.pk))
    assert "Đã xét: " in shown
    assert figures(row) == {"scans": 3, "waiting": 2, "written": 1}


def test_the_first_reader_sees_no_decision_to_take() -> None:
    row = volume()
    reading = differing(row)
    xet = At(cast.officer())
    assert "<mark>" not in words(xet.get("digitise-reading", reading.pk))
    answer = xet.post("digitise-reading", reading.pk, do="save")
    assert "registers.own_reading" in words(answer)


def test_a_page_is_put_aside_and_taken_up() -> None:
    xet = At(cast.officer())
    row = volume()
    reading = on_page(xet, row)
    answer = xet.post("digitise-reading", reading.pk, do="aside", aside="", **TYPED)
    assert answer.status_code == 422
    assert "Anh/chị ghi vài chữ vì sao để riêng trang này." in words(answer)
    xet.post("digitise-reading", reading.pk, do="aside", aside="Trang rách", **TYPED)
    assert "Trang rách" in words(xet.get("digitise-volume", row.pk))
    assert "Trang rách" in words(xet.get("digitise-reading", reading.pk))
    xet.post("digitise-reading", reading.pk, do="take_up")
    assert 'value="Vàng Văn Cũ"' in words(xet.get("digitise-reading", reading.pk))


def test_a_page_with_another_entry_opens_again() -> None:
    xet = At(cast.officer())
    row = volume()
    reading = on_page(xet, row)
    answer = xet.post("digitise-reading", reading.pk, do="more", **TYPED)
    more = Reading.objects.get(pk=int(str(answer["Location"]).rsplit("/", 1)[1]))
    assert (more.scan_id, more.first["number"]) == (reading.scan_id, "28")
