"""The administrator sees the law of today as residents will, and asks for changes of it."""

import io
import zipfile
from datetime import date

import pytest

from motcua.audit.models import JournalLine
from motcua.procedures.actions import digest_of
from motcua.procedures.amending.queries import PAGE
from motcua.procedures.calendar_actions import set_day
from motcua.procedures.loader import check, read
from motcua.procedures.models import Amendment, ProcedureVersion
from motcua.procedures.queries import in_force
from tests import cast
from tests.dossiers import story
from tests.office.visits import At, words
from tests.procedures.packs import EXTRACT, MARITAL, contents_of
from tests.unchanged import everything

pytestmark = pytest.mark.django_db
AMOUNT = "fees.rules.copy.amount"
DAY = date(2026, 4, 1)


@pytest.fixture
def administrator() -> At:
    story.law()
    return At(cast.administrator())


def filled(part: str = "fees", **typed: str) -> dict[str, str]:
    """The form as it stands, with what is typed into it."""
    shown = {
        AMOUNT: "8000",
        "fees.rules.copy.basis.document": "Thông tư 281/2016/TT-BTC",
        "fees.rules.copy.basis.article": "Điều 4",
        "fees.rules.copy.basis.source": "LAW, VB",
        "fees.rules.copy.basis.mark": "verified",
    }
    today = min(contents_of(EXTRACT), key=lambda one: one["valid_from"])
    for group in ("rules", "exemptions"):
        for row in today["fees"][group]:
            for language in ("vi", "en", "hi"):
                key = f"fees.{group}.{row['name']}.words.{language}.label"
                shown[key] = row["words"][language]["label"]
    ours = {"version": "1", "holds_from": "01/04/2026", "reason": "Nghị quyết 12/2026/NQ-HĐND"}
    return {**shown, **ours, **typed}


def asked(administrator: At, **typed: str) -> Amendment:
    """The fee is to be 9,000 đồng from 1 April."""
    form = filled(**{AMOUNT: "9.000", "verb": "propose", "confirmed": "yes", **typed})
    answer = administrator.post("amend", EXTRACT, "fees", **form)
    one = Amendment.objects.latest("id")
    assert answer["Location"] == f"/desk/changes/{one.pk}?did=propose"
    return one


def test_the_law_of_today_is_listed_and_found(administrator: At) -> None:
    page = words(administrator.get("laws"))
    assert "Cấp bản sao trích lục hộ tịch, bản sao Giấy khai sinh" in page
    assert f'href="/desk/law/{EXTRACT}/seen"' in page
    assert "Hộ tịch" in page
    found = words(administrator.get("laws", q="trich luc"))
    assert EXTRACT in found
    assert "2.000815" not in found
    assert "Không có thủ tục nào có các từ này." in words(administrator.get("laws", q="xyz"))


def test_a_procedure_is_seen_as_residents_will_with_each_worked_case(administrator: At) -> None:
    page = words(administrator.get("seen", EXTRACT))
    assert "Xin bản sao từ mọi sổ hộ tịch (khai sinh, kết hôn, khai tử," in page
    assert "Phí cấp bản sao trích lục hộ tịch" in page
    assert "Hộ nghèo không phải trả phí" in page
    assert "a poor household pays nothing" not in page
    assert "16.000" in page
    assert "12/05/1991" in page
    assert '<span class="soft">Loại việc hộ tịch:</span> Khai sinh' in page


def test_a_worked_case_says_when_it_is_due_by_the_calendar_of_the_commune(
    administrator: At,
) -> None:
    page = words(administrator.get("seen", EXTRACT))
    friday, monday = "thứ Sáu, ngày 13 tháng 11 năm 2026", "thứ Hai, ngày 16 tháng 11 năm 2026"
    assert f"Nhận lúc 14:59 {friday}: hẹn trả lúc 17:00 {friday}." in page
    assert f"Nhận lúc 15:00 {friday}: hẹn trả lúc 17:00 {monday}." in page
    assert "hẹn trả lúc 17:00 thứ Hai, ngày 23 tháng 02 năm 2026." in page
    assert "Nếu kéo dài thời hạn" not in page
    page = words(administrator.get("seen", MARITAL))
    assert "Nếu kéo dài thời hạn: lúc 17:00 thứ Hai, ngày 07 tháng 12 năm 2026." in page
    # The commune shuts on that Monday.
    by, off = cast.acting(cast.administrator()), {"vi": "Ngày hội xã", "en": "Fair", "hi": "मेला"}
    facts = {"day": date(2026, 11, 16), "hours_of": None, "words": off}
    set_day(commune=cast.COC_SAN, **facts, by=by, at=cast.AT)
    page = words(administrator.get("seen", EXTRACT))
    tuesday = "thứ Ba, ngày 17 tháng 11 năm 2026"
    assert f"Nhận lúc 15:00 {friday}: hẹn trả lúc 17:00 {tuesday}." in page


def test_it_is_seen_in_each_language_and_in_each_edition(administrator: At) -> None:
    english = words(administrator.get("seen", EXTRACT, **{"as": "en"}))
    assert "Fee for a copy of a civil-status extract" in english
    assert "What you need" in english
    assert "a poor household pays nothing" in english
    # What is the administrator's own stays in theirs.
    assert "Trường hợp mẫu" in english
    coming = ProcedureVersion.objects.get(code=EXTRACT, valid_from=date(2027, 3, 1))
    page = words(administrator.get("seen", EXTRACT, version=str(coming.version), **{"as": "hi"}))
    assert "Đây không phải phiên bản hôm nay." in page
    assert "Luật Hộ tịch (Quốc hội khóa XVI" in page
    assert "आप कहीं भी रहते हों, इसे किसी भी कम्यून में दे सकते हैं।" in page
    assert "wherever you live" not in english


def test_a_version_is_downloaded_as_a_sound_pack(administrator: At, tmp_path: object) -> None:
    answer = administrator.get("pack", EXTRACT, version="1")
    assert answer["Content-Disposition"] == f'attachment; filename="{EXTRACT}-v1.zip"'
    zipfile.ZipFile(io.BytesIO(answer.content)).extractall(str(tmp_path))
    assert check(tmp_path) == []  # type: ignore[arg-type]
    (back,) = read(tmp_path).contents  # type: ignore[arg-type]
    one = ProcedureVersion.objects.get(code=EXTRACT, version=1)
    assert digest_of(back) == one.digest


def test_the_form_shows_what_stands(administrator: At) -> None:
    page = words(administrator.get("amend", EXTRACT, "fees"))
    assert f'id="{AMOUNT}" name="{AMOUNT}"' in page
    assert 'value="8000"' in page
    assert 'value="04/03/2026"' in page
    for part in ("papers", "words", "section-request"):
        assert administrator.get("amend", EXTRACT, part).status_code == 200
    assert administrator.get("amend", EXTRACT, "section-nothing").status_code == 404
    assert administrator.get("amend", "9.999999", "fees").status_code == 404


def test_what_comes_of_it_is_shown_before_it_is_asked_for(administrator: At) -> None:
    before = everything()
    form = filled(**{AMOUNT: "9.000 đ", "verb": "preview"})
    page = words(administrator.post("amend", EXTRACT, "fees", **form))
    assert "<del>8000</del>" in page
    assert "<ins>9000</ins>" in page
    assert "<del>16.000" in page
    assert "<ins>18.000" in page
    assert "Quy định từ 01/03/2027 hiện ghi giống vậy" in page
    assert everything() == before
    back = words(administrator.post("amend", EXTRACT, "fees", **{**form, "verb": "edit"}))
    assert 'value="9.000 đ"' in back


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({AMOUNT: "chín nghìn"}, "&#39;chín nghìn&#39; không hợp lệ. Ghi một số nguyên"),
        ({AMOUNT: ""}, "một khoản phí có mức thu hoặc có các bậc"),
        ({"fees.rules.copy.valid_to": "32/13/2026"}, "Ghi một ngày, ví dụ 2025-07-01."),
        (
            {
                "fees.rules.copy.valid_from": "02/05/2026",
                "fees.rules.copy.valid_to": "01/05/2026",
            },
            "Ngày kết thúc trước ngày bắt đầu",
        ),
        ({"fees.rules.copy.words.hi.label": ""}, "Thiếu câu này. Viết câu đó bằng ngôn ngữ này."),
        ({"holds_from": "mai"}, 'id="holds_from-error"'),
        ({"holds_from": "02/03/2026", AMOUNT: "9000"}, "Ngày 02/03/2026 đã qua"),
        ({}, "Chưa có gì thay đổi"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(
    administrator: At, typed: dict[str, str], said: str
) -> None:
    before = everything()
    answer = administrator.post("amend", EXTRACT, "fees", **filled(**typed, verb="preview"))
    assert answer.status_code == 422
    page = words(answer)
    assert said.casefold() in page.casefold()
    for value in filter(None, typed.values()):
        assert f'value="{value}"' in page
    assert everything() == before


def test_without_reason_or_confirmation_nothing_is_asked_for(administrator: At) -> None:
    before = everything()
    form = filled(**{AMOUNT: "9000", "verb": "propose"})
    page = words(administrator.post("amend", EXTRACT, "fees", **form))
    assert "Chưa gửi đề nghị" in page
    assert 'id="confirmed-error"' in page
    blank = {**form, "confirmed": "yes", "reason": " "}
    assert 'id="reason-error"' in words(administrator.post("amend", EXTRACT, "fees", **blank))
    assert everything() == before


def test_a_change_waits_is_approved_and_holds_from_its_day(administrator: At) -> None:
    one = asked(administrator)
    mine = words(administrator.get("change", one.pk, did="propose"))
    assert "Đã gửi đề nghị thay đổi" in mine
    assert "Rút lại đề nghị" in mine
    assert f'action="/desk/changes/{one.pk}/approve"' not in mine
    assert "1 thay đổi chờ duyệt" in words(administrator.get("laws"))
    chair = At(cast.chair())
    assert "chờ duyệt" in words(chair.get("changes"))
    page = words(chair.get("change", one.pk))
    assert "<ins>9000</ins>" in page
    assert "Nghị quyết 12/2026/NQ-HĐND" in page
    assert chair.post("decide", one.pk, "approve")["Location"].endswith("did=approve")
    assert "Đã duyệt thay đổi" in words(chair.get("change", one.pk, did="approve"))
    assert in_force(EXTRACT, date(2026, 3, 31)).fees.rules[0].tiers[0].amount == 8000
    assert in_force(EXTRACT, DAY).fees.rules[0].tiers[0].amount == 9000
    assert "đã đổi tại xã" in words(administrator.get("laws"))
    assert "<h2>01/04/2026" in words(administrator.get("law"))
    assert "<del>8000</del>" in words(administrator.get("change", one.pk))


def test_a_change_is_turned_down_with_a_reason_and_taken_back_by_its_asker(
    administrator: At,
) -> None:
    one, chair = asked(administrator), At(cast.chair())
    answer = chair.post("decide", one.pk, "refuse", reason="")
    assert (answer.status_code, 'id="reason-error"' in words(answer)) == (422, True)
    chair.post("decide", one.pk, "refuse", reason="Sai số nghị quyết")
    assert "Sai số nghị quyết" in words(administrator.get("change", one.pk))
    other = asked(administrator)
    administrator.post("decide", other.pk, "withdraw")
    assert "đã rút lại" in words(administrator.get("changes"))
    assert in_force(EXTRACT, DAY).fees.rules[0].tiers[0].amount == 8000


def test_who_asked_does_not_decide(administrator: At) -> None:
    one = asked(administrator)
    before = everything()
    answer = administrator.post("decide", one.pk, "approve")
    assert answer.status_code == 422
    assert "phải do người khác duyệt" in words(answer)
    assert administrator.post("decide", one.pk, "nonsense").status_code == 404
    assert administrator.get("decide", one.pk, "approve").status_code == 405
    assert everything() == before


def test_papers_and_sentences_are_changed_too(administrator: At) -> None:
    today = min(contents_of(EXTRACT), key=lambda one: one["valid_from"])
    version = ProcedureVersion.objects.get(code=EXTRACT, version=1)
    assert version.content["papers"] == today["papers"]
    form = {"version": "1", "holds_from": "01/04/2026", "reason": "Bớt giấy tờ"}
    for paper in today["papers"]:
        key = f"papers.{paper['name']}"
        form |= {f"{key}.need": paper["need"], f"{key}.copies": ""}
        form[f"{key}.replaceable_by_data"] = "yes" if paper["replaceable_by_data"] else "no"
        for number in ("originals", "certified", "copies"):
            form[f"{key}.{number}"] = str(paper.get(number, ""))
        for language, said in paper["words"].items():
            form |= {f"{key}.words.{language}.{name}": text for name, text in said.items()}
    form |= {"papers.authority.need": "advised", "papers.authority.copies": "2"}
    answer = administrator.post("amend", EXTRACT, "papers", **form, verb="propose")
    assert answer.status_code == 302, words(answer)
    (one,) = Amendment.objects.all()
    assert {".".join(row["path"]): row["after"] for row in one.changes} == {
        "papers.authority.need": "advised",
        "papers.authority.copies": 2,
    }
    At(cast.chair()).post("decide", one.pk, "approve")
    paper = next(one for one in in_force(EXTRACT, DAY).papers if one.name == "authority")
    assert (paper.need, paper.copies) == ("advised", 2)


def test_what_was_decided_goes_on_page_by_page(administrator: At) -> None:
    chair = At(cast.chair())
    for _ in range(PAGE + 1):
        chair.post("decide", asked(administrator).pk, "refuse", reason="Thử")
    first = words(chair.get("changes"))
    last = Amendment.objects.order_by("-id")[PAGE - 1].pk
    assert f'href="?before={last}&amp;code="' in first
    assert words(chair.get("changes", before=str(last))).count("/desk/changes/") >= 1


def test_looking_writes_no_line_of_the_journal(administrator: At) -> None:
    one = asked(administrator)
    lines = JournalLine.objects.count()
    for route, *args in (("laws",), ("seen", EXTRACT), ("changes",), ("change", one.pk)):
        administrator.get(str(route), *args)
    assert JournalLine.objects.count() == lines


@pytest.mark.parametrize("language", ["en", "hi"])
def test_it_opens_in_every_language(administrator: At, language: str) -> None:
    one = asked(administrator)
    administrator.client.cookies["language"] = language
    for route, *args in (
        ("laws",),
        ("seen", EXTRACT),
        ("amend", EXTRACT, "fees"),
        ("changes",),
        ("change", one.pk),
    ):
        assert administrator.get(str(route), *args).status_code == 200
