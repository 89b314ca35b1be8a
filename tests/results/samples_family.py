"""Sheets of facts for marriages, parentage, guardianship, corrections, and what was done abroad."""

from typing import Any

MARRIAGE: dict[str, Any] = {
    "husband.name": "Lù Văn Phúc",
    "husband.birth": "1994-10-20",
    "husband.ethnic": "25",
    "husband.nationality": "VN",
    "husband.residence": "Thôn Ún Tà, xã Cốc San, tỉnh Lào Cai",
    "husband.identity": "000094000003",
    "wife.name": "Sần Thị Mẩy",
    "wife.birth": "1996-01-09",
    "wife.ethnic": "25",
    "wife.nationality": "VN",
    "wife.residence": "Thôn Mẫu Hai, xã Cốc San, tỉnh Lào Cai",
    "wife.identity": "000196000002",
    "place": "Ủy ban nhân dân xã Cốc San, huyện Bát Xát, tỉnh Lào Cai",
    "register.number": "11/2017",
    "register.volume": "01/2017",
    "register.date": "2017-12-01",
}
_PARENT = {
    "parent.name": "Lù Văn Phúc",
    "parent.birth": "1994-10-20",
    "parent.ethnic": "25",
    "parent.nationality": "VN",
    "parent.identity": "000094000003",
    "parent.residence": "Thôn Ún Tà, xã Cốc San, tỉnh Lào Cai",
}
PARENTAGE: dict[str, Any] = {
    "kind": "Cha nhận con",
    **_PARENT,
    "child.name": "Lù Thị Đào",
    "child.birth": "2019-04-15",
    "child.sex": "female",
    "child.ethnic": "25",
    "child.nationality": "VN",
    "child.identity": "000319000001",
    "child.residence": "Thôn Ún Tà, xã Cốc San, tỉnh Lào Cai",
    "place": "Ủy ban nhân dân xã Cốc San",
    "register.date": "2026-03-03",
}
_GUARDIAN = {
    **{key.replace("parent.", "guardian."): value for key, value in _PARENT.items()},
    **{
        key.replace("child.", "ward."): value
        for key, value in PARENTAGE.items()
        if key.startswith("child.")
    },
    "place": "Ủy ban nhân dân xã Cốc San",
    "register.date": "2026-03-03",
}
GUARDIANSHIP: dict[str, Any] = {
    **_GUARDIAN,
    "kind": "Giám hộ được cử",
    "reason": "Cha mẹ đều đã chết",
    "scope": "Toàn bộ việc chăm sóc, giáo dục và quản lý tài sản",
}
GUARDIANSHIP_END: dict[str, Any] = {
    **_GUARDIAN,
    "before.number": "02/TLGH",
    "before.date": "2021-06-01",
    "before.place": "Ủy ban nhân dân xã Cốc San",
    "ends": "2026-02-28",
    "reason": "Người được giám hộ đã được nhận làm con nuôi",
}
FOREIGN: dict[str, Any] = {
    "kind": "Kết hôn",
    **{
        "first" + key.removeprefix("husband"): value
        for key, value in MARRIAGE.items()
        if key.startswith("husband")
    },
    **{
        "second" + key.removeprefix("wife"): value
        for key, value in MARRIAGE.items()
        if key.startswith("wife")
    },
    "foreign.country": "CN",
    "foreign.issuer": "Cục Dân chính huyện Hà Khẩu, tỉnh Vân Nam",
    "foreign.number": "J530000-2024-000123",
    "foreign.date": "2024-05-20",
    "content": "Công nhận việc kết hôn đã được giải quyết tại nước ngoài",
    "place": "Ủy ban nhân dân xã Cốc San",
    "register.date": "2026-03-03",
}
CHANGE: dict[str, Any] = {
    "kind": "Cải chính hộ tịch",
    "person.name": "Lù Thị Đào",
    "person.birth": "2019-04-15",
    "person.sex": "female",
    "person.ethnic": "25",
    "person.nationality": "VN",
    "person.identity": "000319000001",
    "person.residence": "Thôn Ún Tà, xã Cốc San, tỉnh Lào Cai",
    "paper.name": "Giấy khai sinh",
    "paper.number": "27/2019",
    "paper.date": "2019-05-03",
    "paper.place": "Ủy ban nhân dân xã Cốc San",
    "changes": [
        {"what": "Năm sinh của mẹ", "before": "1995", "after": "1996"},
        {"what": "Dân tộc của mẹ", "before": "Kinh", "after": "Giáy"},
    ],
    "reason": "Ghi sai so với giấy tờ của người mẹ",
    "basis": "Điều 26, Điều 28 Luật Hộ tịch số 60/2014/QH13",
    "register.volume": "01/2026",
    "register.date": "2026-03-03",
}
_COPIED = {
    "register.number": "7/2026",
    "register.volume": "01/2026",
    "register.date": "2026-03-03",
    "signer.name": "Hà Văn Trước",
    "signer.title": "Chủ tịch",
    "note": "Cải chính hộ tịch: Họ, chữ đệm, tên của người con thành “Lù Thị Đào”",
}
# Each as a copy of its entry.
COPIES: dict[str, dict[str, Any]] = {
    "extract_parentage": {**PARENTAGE, **_COPIED},
    "extract_guardianship": {**GUARDIANSHIP, **_COPIED},
    "extract_guardianship_end": {**GUARDIANSHIP_END, **_COPIED},
    "extract_change": {**CHANGE, **_COPIED},
    "extract_foreign": {**FOREIGN, **_COPIED},
}
