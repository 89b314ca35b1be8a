"""One full sheet of facts for every paper of the pack: invented people, impossible numbers."""

from typing import Any

from tests.results.samples_books import CLOSING, VOLUME
from tests.results.samples_certified import (
    CERTIFIED,
    CORRECTION,
    DEED,
    FROM_REGISTER,
    SIGNATURE,
    TRANSLATOR,
)
from tests.results.samples_family import (
    CHANGE,
    COPIES,
    FOREIGN,
    GUARDIANSHIP,
    GUARDIANSHIP_END,
    MARRIAGE,
    PARENTAGE,
)
from tests.results.samples_post import INQUIRY, POST

_MOTHER = {
    "mother.name": "Sần Thị Mẩy",
    "mother.birth": "1996",
    "mother.ethnic": "25",
    "mother.nationality": "VN",
    "mother.residence": "Thôn Ún Tà, xã Cốc San, tỉnh Lào Cai",
    "mother.identity": "000196000002",
}
_FATHER = {
    "father.name": "Lù Văn Phúc",
    "father.birth": "1994",
    "father.ethnic": "25",
    "father.nationality": "VN",
    "father.residence": "Thôn Ún Tà, xã Cốc San, tỉnh Lào Cai",
    "father.identity": "000094000003",
}
BIRTH: dict[str, Any] = {
    "child.name": "Lù Thị Đào",
    "child.birth": "2019-04-15",
    "child.sex": "female",
    "child.ethnic": "25",
    "child.nationality": "VN",
    "child.birth_place": "Trạm Y tế xã Cốc San, huyện Bát Xát, tỉnh Lào Cai",
    "child.home_place": "Xã Cốc San, tỉnh Lào Cai",
    "child.identity": "000319000001",
    **_MOTHER,
    **_FATHER,
    "declarant.name": "Lù Văn Phúc",
    "declarant.relation": "Cha",
    "declarant.identity": "Căn cước số 000094000003",
    "place": "Ủy ban nhân dân xã Cốc San, huyện Bát Xát, tỉnh Lào Cai",
    "signer.name": "Hà Văn Trước",
    "signer.title": "Chủ tịch",
    "register.number": "27/2019",
    "register.volume": "01/2019",
    "register.date": "2019-05-03",
}
DEATH: dict[str, Any] = {
    "deceased.name": "Vàng A Páo",
    "deceased.birth": "1931",
    "deceased.sex": "male",
    "deceased.ethnic": "08",
    "deceased.nationality": "VN",
    "deceased.residence": "Thôn Ún Tà, xã Cốc San, tỉnh Lào Cai",
    "deceased.identity": "000031000009",
    "death.date": "2026-02-01",
    "death.time": "04:05",
    "death.place": "Tại nhà riêng, thôn Ún Tà, xã Cốc San, tỉnh Lào Cai",
    "death.cause": "Tuổi già",
    "notice.number": "02/GBT",
    "notice.date": "2026-02-02",
    "notice.issuer": "Trạm Y tế xã Cốc San",
    "declarant.name": "Vàng Thị Thử",
    "declarant.relation": "Con",
    "declarant.identity": "Căn cước số 000160000010",
    "place": "Ủy ban nhân dân xã Cốc San, tỉnh Lào Cai",
    "register.number": "05/2026",
    "register.volume": "01/2026",
    "register.date": "2026-02-03",
}
MARITAL: dict[str, Any] = {
    "filer.name": "Hoàng Thị Lượt",
    "person.name": "Hoàng Thị Lượt",
    "person.birth": "2001-09-02",
    "person.sex": "female",
    "person.ethnic": "02",
    "person.nationality": "VN",
    "person.identity": "Căn cước số 000301000007",
    "person.residence": "Thôn Ún Tà, xã Cốc San, tỉnh Lào Cai",
    "period.place": "xã Cốc San, tỉnh Lào Cai",
    "period.from": "2019-09-02",
    "period.until": "2026-03-03",
    "status": "Chưa đăng ký kết hôn với ai",
    "purpose": "Làm thủ tục đăng ký kết hôn",
    "fiance.name": "Giàng A Chứ",
    "fiance.birth": "1999-12-12",
    "fiance.nationality": "VN",
    "fiance.identity": "Căn cước số 000099000008",
    "fiance.residence": "Xã Bên Cạnh, tỉnh Lào Cai",
    "marriage.place": "Ủy ban nhân dân xã Cốc San, tỉnh Lào Cai",
    "valid.months": 6,
}
_PAPERS = [
    {"name": "Tờ khai cấp bản sao trích lục hộ tịch", "originals": 1},
    {"name": "Căn cước của người yêu cầu (xuất trình)", "copies": 1},
    {"name": "Văn bản ủy quyền có chứng thực", "certified": 1},
]
_DOSSIER = {
    "dossier.number": "H38.99.01-260303-0007",
    "dossier.code": "LÚA 4821",
    "lookup": "http://localhost:8000/t/lua-4821",
    "procedure": "Cấp bản sao trích lục hộ tịch, bản sao Giấy khai sinh",
    "filer.name": "Vàng Thị Thử",
}
_CONTACT = {
    "filer.address": "Thôn Ún Tà, xã Cốc San, tỉnh Lào Cai",
    "filer.phone": "0990 000 001",
    "filer.email": "thu@example.vn",
}
RECEIPT: dict[str, Any] = {
    **_DOSSIER,
    **_CONTACT,
    "filer.identity": "000160000010",
    "channel": "Trực tiếp",
    "subject.name": "Lù Thị Đào",
    "subject.address": "Thôn Ún Tà, xã Cốc San, tỉnh Lào Cai",
    "papers": _PAPERS,
    "sets": 1,
    "term": "Trong ngày làm việc",
    "term.reason": "Nhận sau 15 giờ: trả trong ngày làm việc tiếp theo",
    "received": "2026-03-03T15:20:00+07:00",
    "due": "2026-03-04T17:00:00+07:00",
    "delivery": "Tại Trung tâm Phục vụ hành chính công xã",
    "officer.name": "Nông Thị Tiếp",
    "contact.site": "http://localhost:8000",
    "contact.phone": "0214 000 0000",
}
SUPPLEMENT: dict[str, Any] = {
    **_DOSSIER,
    **_CONTACT,
    "subject.name": "Lù Thị Đào",
    "lacks": [
        {"what": "Số định danh của mẹ", "why": "Số trong tờ khai khác số trong căn cước"},
        {"what": "Văn bản ủy quyền", "why": "Ảnh mờ, không đọc được chữ ký"},
    ],
    "reason": "Hồ sơ chưa đủ để đối chiếu với Sổ đăng ký khai sinh",
    "until": "2026-03-20",
    "officer.name": "Hoàng Văn Xét",
    "officer.phone": "0214 000 0000",
    "contact.site": "http://localhost:8000",
    "asked": "2026-03-03T15:40:00+07:00",
}
REFUSAL: dict[str, Any] = {
    **_DOSSIER,
    **_CONTACT,
    "filer.identity": "000160000010",
    "subject.name": "Lù Thị Đào",
    "submitted": "2026-03-03T08:00:00+07:00",
    "reason": "Việc khai sinh không được đăng ký tại xã Cốc San. Đề nghị nộp hồ sơ tại nơi "
    "đang lưu giữ Sổ đăng ký khai sinh: Ủy ban nhân dân xã Bên Cạnh.",
    "officer.name": "Nông Thị Tiếp",
    "officer.phone": "0214 000 0000",
    "contact.site": "http://localhost:8000",
    "refused": "2026-03-03T08:30:00+07:00",
}
APOLOGY: dict[str, Any] = {
    **_DOSSIER,
    "number": "03/PXL",
    "received": "2026-02-24T08:00:00+07:00",
    "due": "2026-02-27T17:00:00+07:00",
    "new_due": "2026-03-04T17:00:00+07:00",
    "reason": "Phải chờ kết quả xác minh tình trạng hôn nhân của Ủy ban nhân dân xã Bên Cạnh.",
    "signer.name": "Phạm Văn Ký",
    "signer.title": "Chủ tịch",
    "contact.phone": "0214 000 0000",
}
CONTROL: dict[str, Any] = {
    **_DOSSIER,
    "subject.name": "Lù Thị Đào",
    "received": "2026-03-03T15:20:00+07:00",
    "term": "Trong ngày làm việc",
    "due": "2026-03-04T17:00:00+07:00",
    "papers": _PAPERS,
    "sets": 1,
    "steps": [
        {
            "from": "Tiếp nhận: Nông Thị Tiếp",
            "to": "Tư pháp – hộ tịch: Hoàng Văn Xét",
            "at": "2026-03-03T15:25:00+07:00",
            "outcome": "Đúng hạn",
        },
        {
            "from": "Tư pháp – hộ tịch: Hoàng Văn Xét",
            "to": "Chủ tịch: Phạm Văn Ký",
            "at": "2026-03-04T08:10:00+07:00",
            "outcome": "Trước hạn",
            "note": "Khớp với Sổ 01/2019",
        },
    ],
    "printed": "2026-03-04T09:00:00+07:00",
}
CASH: dict[str, Any] = {
    **_DOSSIER,
    "number": "2026-000042",
    "payer.name": "Vàng Thị Thử",
    "payer.address": "Thôn Ún Tà, xã Cốc San, tỉnh Lào Cai",
    "lines": [{"what": "Bản sao trích lục khai sinh, 3 bản × 8.000 đ", "amount": 24000}],
    "amount": 24000,
    "way": "Tiền mặt",
    "cashier.name": "Nông Thị Tiếp",
    "paid": "2026-03-03T15:22:00+07:00",
}
CASH.pop("filer.name")


def register(count: int) -> dict[str, Any]:
    """A register of so many dossiers."""
    return {
        "period.from": "2026-03-01",
        "period.until": "2026-03-31",
        "entries": [_entry(number) for number in range(1, count + 1)],
        "printed": "2026-04-01T08:00:00+07:00",
        "officer.name": "Nông Thị Tiếp",
    }


def _entry(number: int) -> dict[str, Any]:
    return {
        "number": f"H38.99.01-260303-{number:04}",
        "procedure": "Cấp bản sao trích lục hộ tịch, bản sao Giấy khai sinh",
        "count": 1,
        "name": "Vàng Thị Thử",
        "address": "Thôn Ún Tà",
        "phone": "0990 000 001",
        "unit": "Tư pháp – hộ tịch",
        "received": "2026-03-03T15:20:00+07:00",
        "due": "2026-03-04T17:00:00+07:00",
        "finished": "2026-03-04T09:00:00+07:00",
        "returned": "2026-03-04T10:12:00+07:00",
        "way": "Trực tiếp",
    }


SAMPLES: dict[str, dict[str, Any]] = {
    "extract_birth": BIRTH,
    "birth_certificate": BIRTH,
    "extract_death": DEATH,
    "death_extract": DEATH,
    "extract_marriage": MARRIAGE,
    "marital_status": MARITAL,
    "certified_copy": CERTIFIED,
    "certified_electronic_copy": CERTIFIED,
    "change_extract": CHANGE,
    "marriage_certificate": MARRIAGE,
    "parentage_extract": PARENTAGE,
    "guardianship_extract": GUARDIANSHIP,
    "guardianship_end_extract": GUARDIANSHIP_END,
    "foreign_record_extract": FOREIGN,
    **COPIES,
    "certified_signature": SIGNATURE,
    "translator_signature": TRANSLATOR,
    "certified_deed": DEED,
    "deed_correction": CORRECTION,
    "copy_from_register": FROM_REGISTER,
    "slip_receipt": RECEIPT,
    "slip_supplement": SUPPLEMENT,
    "slip_refusal": REFUSAL,
    "slip_apology": APOLOGY,
    "letter_inquiry": INQUIRY,
    "slip_control": CONTROL,
    "post_list": POST,
    "register_of_dossiers": register(70),
    "register_volume": VOLUME,
    "book_closing": CLOSING,
    "cash_receipt": CASH,
}
