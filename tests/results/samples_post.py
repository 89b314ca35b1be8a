"""What the sender's list of the post is told."""

from typing import Any

POST: dict[str, Any] = {
    "parcels": [
        {
            "number": f"H38.99.01-260303-{number:04}",
            "name": "Vàng Thị Thử",
            "address": "Thôn Ún Tà, xã Cốc San, tỉnh Lào Cai",
            "phone": "0990 000 001",
            "papers": f"{number:02}/TLKS-BS",
        }
        for number in (7, 8)
    ],
    "handed": "2026-03-04T10:12:00+07:00",
    "receiver.name": "Lò Văn Bưu",
    "officer.name": "Nông Thị Tiếp",
}
INQUIRY: dict[str, Any] = {
    "dossier.number": "H38.99.01-260303-0001",
    "dossier.code": "123 456 789",
    "lookup": "http://127.0.0.1:8000/track?code=123456789",
    "procedure": "Cấp bản sao trích lục hộ tịch, bản sao Giấy khai sinh",
    "office": "Ủy ban nhân dân xã Bên Cạnh",
    "question": "Sổ đăng ký khai sinh: Vàng Thị Thử, sinh 12/05/1991. Có đăng ký hay không?",
    "asked": "2026-03-03T09:00:00+07:00",
    "until": "2026-03-06T17:00:00+07:00",
    "basis": "Điều 22 khoản 3 Nghị định 123/2015/NĐ-CP",
    "signer.name": "Phạm Văn Ký",
    "signer.title": "Chủ tịch",
    "contact.phone": "0214 000 0000",
}
