"""The administrator sees what the law will change, on which day, and each difference."""

from copy import deepcopy
from datetime import UTC, date, datetime

import pytest

from motcua.audit.models import JournalLine
from motcua.foundation.actor import SYSTEM
from motcua.procedures.actions import keep
from motcua.procedures.history import turns
from tests import cast
from tests.dossiers import story
from tests.office.visits import At, words
from tests.procedures.packs import EXTRACT, TODAY, contents_of

pytestmark = pytest.mark.django_db
MARCH = date(2027, 3, 1)


@pytest.fixture
def administrator() -> At:
    story.law()
    return At(cast.administrator())


def dearer() -> None:
    """The extract copy of today is loaded again at another price."""
    today = next(one for one in contents_of(EXTRACT) if "2027" not in one["valid_from"])
    changed = deepcopy(dict(today))
    changed["fees"]["rules"][0]["amount"] = 9000
    keep([changed], by=SYSTEM, at=cast.AT)


def test_what_changes_is_listed_by_the_day_on_which_it_begins(administrator: At) -> None:
    page = words(administrator.get("law"))
    assert "<h2>01/03/2027" in page
    assert "(5 thủ tục)" in page
    assert "Căn cứ pháp lý: " in page
    assert "/desk/law/1.001193?before=" in page
    # Certification stays as it is.
    assert "2.000815" not in page


def test_a_day_that_has_passed_is_no_longer_to_come(administrator: At) -> None:
    page = words(At(cast.administrator(), datetime(2027, 3, 1, 2, tzinfo=UTC)).get("law"))
    assert "Chưa có thay đổi nào được nạp." in page


def test_two_versions_show_what_was_added_removed_and_changed(administrator: At) -> None:
    page = words(administrator.get("compare", "1.001193"))
    for said in ("Thêm vào", "Bỏ đi", "Thay đổi", "Luật Hộ tịch 60/2014/QH13"):
        assert said in page
    assert "<del>01/07/2025</del>" in page
    assert "<ins>01/03/2027</ins>" in page
    assert "<del>đã đối chiếu văn bản</del>" in page
    assert "<del>verified</del>" not in page
    assert "Cổng Dịch vụ công quốc gia" in page
    assert "<del>VB</del>" not in page
    assert '<b>Giấy tờ</b><br><span class="soft">papers</span>' in page


def test_any_two_versions_may_be_chosen(administrator: At) -> None:
    dearer()
    page = words(administrator.get("compare", EXTRACT, before="1", after="3"))
    assert "<del>8000</del>" in page
    assert "<ins>9000</ins>" in page
    same = words(administrator.get("compare", EXTRACT, before="1", after="1"))
    assert "Hai phiên bản này giống nhau." in same
    # Numbers of no version leave the choice to the page.
    assert administrator.get("compare", EXTRACT, before="x", after="99").status_code == 200


def test_a_procedure_of_one_version_is_compared_with_itself(administrator: At) -> None:
    assert "Hai phiên bản này giống nhau." in words(administrator.get("compare", "2.000815"))


def test_a_code_that_there_is_not_is_refused(administrator: At) -> None:
    answer = administrator.get("compare", "9.999999")
    assert answer.status_code == 404
    assert "Không có thủ tục nào mã 9.999999." in words(answer)


def test_of_an_edition_the_last_loading_counts(administrator: At) -> None:
    dearer()
    (turn,) = (one for one in turns(TODAY) if one.code == EXTRACT)
    assert turn.before is not None
    assert turn.after is not None
    assert (turn.day, turn.before.version, turn.after.version) == (MARCH, 3, 2)


def test_what_begins_and_what_ends_is_said(administrator: At) -> None:
    copy = deepcopy(dict(contents_of("2.000815")[0]))
    keep([{**copy, "valid_to": "2027-04-30"}], by=SYSTEM, at=cast.AT)
    keep([{**copy, "code": "2.999999", "valid_from": "2027-06-01"}], by=SYSTEM, at=cast.AT)
    found = [(one.day, one.code, bool(one.before), bool(one.after)) for one in turns(MARCH)]
    assert found == [
        (date(2027, 5, 1), "2.000815", True, False),
        (date(2027, 6, 1), "2.999999", False, True),
    ]
    page = words(administrator.get("law"))
    assert "Hết hiệu lực." in page
    assert "Bắt đầu thực hiện từ ngày này." in page


def test_looking_changes_nothing(administrator: At) -> None:
    lines = JournalLine.objects.count()
    administrator.get("law")
    administrator.get("compare", EXTRACT)
    assert JournalLine.objects.count() == lines


@pytest.mark.parametrize("language", ["en", "hi"])
def test_it_opens_in_every_language(administrator: At, language: str) -> None:
    administrator.client.cookies["language"] = language
    assert administrator.get("law").status_code == 200
    assert administrator.get("compare", EXTRACT).status_code == 200
