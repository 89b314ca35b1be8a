"""What a list may hold: the fields of the people and of each book, and by which headings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from motcua.foundation.names import folded
from motcua.registers.kinds import book, books

PEOPLE: Final = "people"
_BOOK: Final = "book:"


@dataclass(frozen=True, slots=True)
class Field:
    """One column that a list may have. `official` is its heading in files that are made here."""

    name: str
    label: str | Promise
    official: str
    must: bool = False
    headings: tuple[str, ...] = ()


def _said(starts: Sequence[str], words: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{start} {word}".strip() for word in words for start in starts)


_PEOPLE: Final[tuple[Field, ...]] = (
    Field(
        "village", _("Village"), "Thôn", True, ("thôn", "bản", "tổ dân phố", "thôn bản", "địa bàn")
    ),
    Field(
        "household",
        _("Number of the household"),
        "Số hộ",
        headings=("số hộ", "mã hộ", "hộ số", "số hộ khẩu", "hộ", "số thứ tự hộ"),
    ),
    Field(
        "relation",
        _("Relation to the head"),
        "Quan hệ với chủ hộ",
        headings=("quan hệ với chủ hộ", "quan hệ", "quan hệ chủ hộ", "qh với chủ hộ"),
    ),
    Field(
        "full_name",
        _("Full name"),
        "Họ và tên",
        True,
        ("họ và tên", "họ tên", "họ chữ đệm và tên", "họ, chữ đệm và tên", "họ tên nhân khẩu"),
    ),
    Field("sex", _("Sex"), "Giới tính", True, ("giới tính", "nam nữ", "giới", "phái")),
    Field(
        "birth",
        _("Date of birth"),
        "Ngày sinh",
        True,
        ("ngày sinh", "ngày tháng năm sinh", "năm sinh", "ngày, tháng, năm sinh", "sinh ngày"),
    ),
    Field("ethnic", _("Ethnic group"), "Dân tộc", True, ("dân tộc",)),
    Field(
        "identity_number",
        _("Personal identity number"),
        "Số định danh cá nhân",
        headings=(
            "số định danh cá nhân",
            "số định danh",
            "cccd",
            "số cccd",
            "căn cước",
            "số căn cước",
            "cmnd",
            "số cmnd cccd",
            "cmnd cccd",
            "số căn cước công dân",
            "mã định danh",
        ),
    ),
    Field(
        "phone",
        _("Mobile number"),
        "Số điện thoại",
        headings=("số điện thoại", "điện thoại", "sđt", "di động", "đt"),
    ),
    Field("birth_place", _("Place of birth"), "Nơi sinh", headings=("nơi sinh",)),
    Field("home_place", _("Home place"), "Quê quán", headings=("quê quán", "nguyên quán")),
    Field("nationality", _("Nationality"), "Quốc tịch", headings=("quốc tịch",)),
)
# Of each of the kin three columns, and four of the ground. What they say is taken by itself: a
# mother whom nobody knows keeps no child out.
_KIN: Final = (
    ("mother", _("Mother"), _("Mother’s birth"), _("Mother’s identity number"), ("mẹ",)),
    ("father", _("Father"), _("Father’s birth"), _("Father’s identity number"), ("cha", "bố")),
    (
        "spouse",
        _("Husband or wife"),
        _("Birth of the husband or wife"),
        _("Identity number of the husband or wife"),
        ("vợ hoặc chồng", "vợ/chồng", "vợ chồng"),
    ),
)
_TIED: Final[tuple[Field, ...]] = (
    *(
        Field(f"{how}{end}", label, f"{official} {words[0]}", headings=_said(starts, words))
        for how, name, birth, number, words in _KIN
        for end, label, official, starts in (
            ("", name, "Họ tên", ("họ tên", "họ và tên", "họ chữ đệm tên", "")),
            ("_birth", birth, "Ngày sinh", ("ngày sinh", "năm sinh", "ngày tháng năm sinh")),
            ("_number", number, "Số định danh", ("số định danh", "số cccd", "cccd", "căn cước")),
        )
    ),
    Field(
        "ground",
        _("Why no fee is asked"),
        "Diện miễn lệ phí",
        headings=("diện miễn lệ phí", "diện miễn", "đối tượng miễn lệ phí"),
    ),
    Field("ground_from", _("No fee from"), "Miễn từ ngày", headings=("miễn từ ngày", "miễn từ")),
    Field(
        "ground_to",
        _("No fee until, that day too"),
        "Miễn đến hết ngày",
        headings=("miễn đến hết ngày", "miễn đến ngày", "miễn đến"),
    ),
    Field(
        "ground_basis",
        _("What the ground rests on"),
        "Căn cứ miễn lệ phí",
        headings=("căn cứ miễn lệ phí", "căn cứ miễn", "quyết định miễn"),
    ),
)
TIED: Final = frozenset(field.name for field in _TIED)
_PLACE: Final[tuple[Field, ...]] = (
    Field("number", _("Number"), "Số", True, ("số", "so", "số đăng ký", "số vào sổ")),
    Field(
        "volume",
        _("Number of the volume"),
        "Quyển số",
        True,
        ("quyển số", "quyển", "quyenso", "quyển sổ"),
    ),
    Field("page", _("Page"), "Trang số", True, ("trang số", "trang", "trangso")),
    Field(
        "registered_on",
        _("Registered on"),
        "Ngày đăng ký",
        True,
        ("ngày đăng ký", "ngaydangky", "ngày tháng năm đăng ký", "ngày vào sổ"),
    ),
)
# Of a note in the margin: a row for each, the first beside the terms of its entry.
_NOTES: Final[tuple[Field, ...]] = (
    Field("note", _("Note: kind"), "Ghi chú: loại", headings=("loại ghi chú",)),
    Field("note_day", _("Note: day"), "Ghi chú: ngày", headings=("ngày ghi chú",)),
    Field("note_basis", _("Note: decision"), "Ghi chú: căn cứ", headings=("căn cứ ghi chú",)),
    Field(
        "note_changes",
        _("Note: what it changed"),
        "Ghi chú: thay đổi",
        headings=("ghi chú thay đổi", "nội dung thay đổi"),
    ),
    Field(
        "note_text",
        _("Note: its words"),
        "Ghi chú: nguyên văn",
        headings=("nguyên văn ghi chú", "ghi chú ngoài lề", "ghi chú bên lề"),
    ),
)
NOTED: Final = frozenset(field.name for field in _NOTES)


def kinds() -> list[tuple[str, str]]:
    """Every list that can be taken in, with its title in the language of who reads."""
    people = str(_("The people of the commune"))
    return [(PEOPLE, people), *((f"{_BOOK}{code}", one.title) for code, one in books().items())]


def title_of(kind: str) -> str:
    """The title of one."""
    return dict(kinds())[kind]


def book_of(kind: str) -> str:
    """The code of the book that a list is of; "" for the people."""
    return kind.removeprefix(_BOOK) if kind.startswith(_BOOK) else ""


def is_kind(kind: str) -> bool:
    """Whether there is such a list."""
    return kind == PEOPLE or book_of(kind) in books()


def fields_of(kind: str) -> Sequence[Field]:
    """The columns that a list of a kind may have."""
    return (
        (*_PEOPLE, *_TIED)
        if kind == PEOPLE
        else (
            *_PLACE,
            *_terms(book_of(kind)),
            *_NOTES,
        )
    )


@cache
def _terms(code: str) -> tuple[Field, ...]:
    with override("vi"):
        official = {key: term.words for key, term in book(code).terms.items()}
    # A heading that two terms share, such as a name in a certificate, would not come back.
    several = [words for words in official.values() if list(official.values()).count(words) > 1]
    return tuple(
        Field(
            name=key,
            label=_Words(code, key),  # type: ignore[arg-type]
            official=f"{official[key]} ({key})" if official[key] in several else official[key],
            must=term.must,
            headings=(official[key], key),
        )
        for key, term in book(code).terms.items()
    )


def headings_of(code: str) -> Mapping[str, str]:
    """The terms of a book as the lists that are made here call them."""
    return {field.name: field.official for field in _terms(code)}


class _Words:
    """What a term is called, asked when it is shown."""

    def __init__(self, code: str, key: str) -> None:
        self._code, self._key = code, key

    def __str__(self) -> str:
        return book(self._code).terms[self._key].words


def bare(heading: str) -> str:
    """A heading as it is compared: without marks, signs and case."""
    flat = "".join(sign if sign.isalnum() else " " for sign in folded(heading))
    return " ".join(flat.split())


def guessed(kind: str, headings: Sequence[str], known: Mapping[str, str]) -> list[str]:
    """The field of each heading, "" where none is meant; a field once, the first that fits best.

    `known` says what the commune chose for bare headings before.
    """
    fields = fields_of(kind)
    names = {field.name for field in fields}
    exact = {bare(said): f.name for f in reversed(fields) for said in (*f.headings, f.official)}
    found: list[str] = []
    for heading in headings:
        flat = bare(heading)
        name = known.get(flat, exact.get(flat, ""))
        found.append(name if name in names and name not in found else "")
    return found
