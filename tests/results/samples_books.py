"""What is printed of the books: a volume, and the statement of its closing."""

VOLUME = {
    "book": "Sổ đăng ký khai sinh",
    "year": "2026",
    "volume": "1",
    "lines": [
        {
            "number": f"{n}/2026",
            "page": str(n),
            "date": "2026-03-03",
            "facts": "Họ, chữ đệm, tên: Lù Thị Đào; Ngày, tháng, năm sinh: 20/02/2026",
            "signer": "Phạm Văn Ký, Chủ tịch",
            "notes": "05/04/2026: Cải chính năm sinh của mẹ thành 1990" if n == 2 else "",
        }
        for n in range(1, 31)
    ],
    "closed": "Đã khóa sổ ngày 31/12/2026, số cuối cùng: 30/2026.",
    "printed": "2027-01-04T09:00:00+07:00",
    "officer.name": "Hoàng Văn Xét",
}
CLOSING = {
    "book": "Sổ đăng ký khai sinh",
    "year": "2026",
    "first": "1/2026",
    "last": "214/2026",
    "entries": 214,
    "volumes": 2,
    "pages": 214,
    "closed": "2026-12-31T16:30:00+07:00",
    "officer.name": "Hoàng Văn Xét",
}
