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
