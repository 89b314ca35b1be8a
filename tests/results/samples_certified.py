"""Sheets of facts for what is certified: copies, signatures, contracts."""

from typing import Any

CERTIFIED: dict[str, Any] = {
    "filer.name": "Nguyễn Thị Hương Giang",
    "original.name": "Bằng tốt nghiệp trung học phổ thông",
    "original.holder": "Nguyễn Thị Hương Giang",
    "original.number": "000123/THPT",
    "original.date": "2018-07-30",
    "original.issuer": "Sở Giáo dục và Đào tạo tỉnh Lào Cai",
    "original.pages": 2,
    "copies": 3,
    "book.volume": "01/2026-SCT/BS",
}
_EXTENT = {"copies": 3, "pages": 2}
SIGNATURE: dict[str, Any] = {
    "filer.name": "Nguyễn Thị Hương Giang",
    "filer.identity": "000198000005",
    "filer.address": "Thôn Ún Tà, xã Cốc San, tỉnh Lào Cai",
    "document.name": "Sơ yếu lý lịch",
    "way": "điểm chỉ",
    "witnesses": "Hoàng Văn Sơn, Lò Thị Hoa",
    "interpreter": "Vàng Văn Lù",
    "where": "Thôn Ún Tà, xã Cốc San",
    **_EXTENT,
}
TRANSLATOR: dict[str, Any] = {
    "filer.name": "Nguyễn Thị Hương Giang",
    "filer.identity": "000198000005",
    "standing": "Cộng tác viên dịch thuật",
    "document.name": "Giấy chứng nhận kết hôn số J530000-2024-000123",
    "language.from": "tiếng Trung Quốc",
    "language.to": "tiếng Việt",
    **_EXTENT,
}
DEED: dict[str, Any] = {
    "kind": "Hợp đồng chuyển nhượng quyền sử dụng đất",
    "parties": [
        {
            "side": "Bên chuyển nhượng (bên A)",
            "name": "Hoàng Văn Phúc",
            "birth": "1975-02-03",
            "identity": "000075000011",
            "address": "Thôn Ún Tà, xã Cốc San, tỉnh Lào Cai",
        },
        {
            "side": "Bên nhận chuyển nhượng (bên B)",
            "name": "Nguyễn Thị Hương Giang",
            "identity": "000198000005",
        },
    ],
    "others": "Vàng Thị Thử (vợ của bên A)",
    "subject": "Quyền sử dụng thửa đất số 12, tờ bản đồ số 7, diện tích 300 m², thôn Ún Tà",
    "statement": "Các bên cam đoan chịu trách nhiệm trước pháp luật về nội dung của hợp đồng, "
    "giao dịch; tại thời điểm chứng thực tự nguyện, minh mẫn và đã ký trước mặt người tiếp nhận.",
    **_EXTENT,
}
CORRECTION: dict[str, Any] = {
    "filer.name": "Hoàng Văn Phúc",
    "deed.kind": "Hợp đồng chuyển nhượng quyền sử dụng đất",
    "deed.number": "12/SCT-HĐ,GD",
    "deed.date": "2026-02-10",
    "changes": [{"what": "Họ tên bên B", "before": "Hường Giang", "after": "Hương Giang"}],
}
FROM_REGISTER: dict[str, Any] = {
    "original.name": "Giấy chứng nhận tốt nghiệp",
    "original.holder": "Hoàng Văn Phúc",
    "original.holder_birth": "1975-02-03",
    "original.number": "27",
    "original.volume": "01/1990",
    "original.date": "1990-06-30",
    "book": "Sổ cấp giấy chứng nhận năm 1990",
    "content": "Hoàng Văn Phúc, sinh ngày 03/02/1975, đã học hết lớp 9 năm học 1989–1990.",
    "copies": 2,
}
