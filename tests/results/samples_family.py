"""Sheets of facts for marriages, parentage and guardianship, and for what was done abroad."""

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
