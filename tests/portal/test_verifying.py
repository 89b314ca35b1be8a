"""The page behind the square code: seven answers, the least of the person in each."""

from datetime import date, datetime

import pytest
from django.test import Client

from motcua.portal.views import verify
from motcua.results.models import ScanCount
from motcua.results.queries import Verdict
from tests import cast

pytestmark = pytest.mark.django_db

FOUND = {
    "commune": cast.COC_SAN,
    "commune_name": "Xã Cốc San",
    "title": "Trích lục khai sinh (bản sao)",
    "number": "01/2026/TLKS-BS",
    "holder": "V.T.T",
    "issued_on": date(2026, 3, 3),
}
ENDED = {**FOUND, "ended_on": date(2026, 4, 1), "reason": "Cấp sai", "next_number": "09/2026"}
ANSWERS = [
    (Verdict("valid", **FOUND), ["CÓ HIỆU LỰC", "V.T.T", "01/2026/TLKS-BS"]),
    (
        Verdict("valid", **FOUND, valid_until=date(2026, 9, 3)),
        ["CÓ HIỆU LỰC", "Có giá trị đến hết ngày", "03/09/2026"],
    ),
    (
        Verdict("expired", **FOUND, valid_until=date(2026, 9, 3)),
        ["HẾT HẠN SỬ DỤNG", "có giá trị đến hết ngày 03/09/2026"],
    ),
    (
        Verdict("corrected", **{**ENDED, "next_number": ""}),
        ["NỘI DUNG ĐÃ THAY ĐỔI", "Ngày 01/04/2026", "nội dung trước ngày đó", "bản sao mới"],
    ),
    (Verdict("replaced", **ENDED), ["ĐÃ THAY THẾ", "01/04/2026", "09/2026"]),
    (Verdict("revoked", **ENDED), ["ĐÃ THU HỒI", "Cấp sai"]),
    (Verdict("unknown"), ["KHÔNG XÁC ĐỊNH ĐƯỢC"]),
    (Verdict("forged", commune_name="Xã Cốc San"), ["GIẢ MẠO"]),
]


@pytest.mark.parametrize(("verdict", "words"), ANSWERS)
def test_each_verdict_is_said_in_words_and_shape(
    verdict: Verdict, words: list[str], guest: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.coc_san()

    def answered(*, token: str, at: datetime) -> Verdict:
        return verdict

    monkeypatch.setattr(verify, "look_up", answered)
    answer = guest.get("/v/1~x")
    page = answer.content.decode()
    assert answer.status_code == 200
    for word in [*words, "testserver"]:
        assert word in page
    assert "noindex" in answer["X-Robots-Tag"]


def test_rubbish_is_unknown_and_is_counted_without_saying_who(guest: Client) -> None:
    cast.coc_san()
    assert "KHÔNG XÁC ĐỊNH ĐƯỢC" in guest.get("/v/rubbish").content.decode()
    assert ScanCount.objects.get().outcome == "unknown"
