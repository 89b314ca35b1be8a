"""Invented people as frequent as names are in life: few surnames, many given names, long tails."""

from collections.abc import Sequence
from random import Random

_SURNAMES_TEXT = """
Nguyễn Trần Lê Phạm Hoàng Vũ Phan Vàng Lù Đặng Bùi Đỗ Hồ Ngô Dương Lý Nông Lò Sần Giàng Đinh
Trương Lương Tẩn Chảo Vùi Phàn Sùng Má Thào Cao Mai Tô Đào Đoàn Vương Trịnh Lâm Phùng Hà Tạ Lục
Dìn Cầm Quách Triệu Bàn Lường Quàng Chu Tống Kiều Thái La Ma Lưu Doãn Mạc Lại Khổng Ninh Viên
Nghiêm Ứng
"""
_SURNAMES = _SURNAMES_TEXT.split()
_MEN_TEXT = """
Văn Văn Văn Đức Hữu Đình Xuân Công Minh Quang Ngọc Thanh Tiến Trọng Bá Duy Hoàng Mạnh Quốc Trung
Tuấn A Láo Seo Chí Việt Nhật Thế Gia Anh
"""
_MEN = _MEN_TEXT.split()
_WOMEN_TEXT = """
Thị Thị Thị Thị Ngọc Thu Thanh Minh Kim Bích Hồng Phương Mai Thùy Thúy Hải Diệu Như Khánh Quỳnh
Lan Mẩy Mỷ Xuân Hoài Tú Cẩm Ánh Tuyết Yến
"""
_WOMEN = _WOMEN_TEXT.split()
_GIVEN_TEXT = """
Anh Linh Huyền Trang Hương Hà Lan Mai Hoa Nga Thảo Hằng Thủy Hạnh Dung Ngân Nhung Yến Phương Oanh
Tâm Quỳnh Vân Loan Liên Hiền Nguyệt Thơm Chi My Ly Trà Giang Diệp Ngà Bình An Ánh Bích Cúc Đào
Điệp Duyên Hiếu Dũng Hùng Cường Tuấn Thắng Long Sơn Nam Hải Quân Khoa Huy Hoàng Việt Đức Minh
Khánh Phúc Lộc Thọ Tài Thành Công Danh Trung Kiên Toàn Hòa Hậu Hưng Thịnh Vượng Phát Đạt Tiến Lợi
Quý Phú Vinh Hiển Trí Dân Nghĩa Tín Nhân Lễ Chính Trực Liêm Khiêm Cần Kiệm Bảo Châu Ngọc Trân Kim
Ngân Thạch Lâm Tùng Bách Trúc Sen Súng Ban Gấm Lụa Nhị Sáng Xoa Dí Sếnh Páo Tỏa Sử Chá Dế Sào Vảng
Chống Giả Lừ Pao Khua Dua Chung Chinh Chuyên Diễn Dương Định Đoan Đông Hạ Thu Xuân Hồng Hồi Khải
Khôi Kỳ Lực Luân Lương Mạnh Mẫn Miên Ngạn Nhật Ninh Phi Phong Quyền Quyết Sang Sinh Tân Thái Thanh
Thiện Thuận Thư Tiệp Toản Trọng Trường Tú Tuyên Tường Uyên Văn Vi Vĩ Viễn Vũ Xuyến Ý
"""
_GIVEN = _GIVEN_TEXT.split()


def _drawn(chance: Random, words: Sequence[str]) -> str:
    """The n-th word about 1/n as often as the first: as surnames are."""
    weights = [1 / (place + 2) for place in range(len(words))]
    return chance.choices(words, weights)[0]


class People:
    """Names drawn from a seed, quickly."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)
        self._surnames = [_drawn(self._chance, _SURNAMES) for _ in range(5000)]
        self._given = [self._rest() for _ in range(60_000)]

    def _rest(self) -> tuple[str, str]:
        chance = self._chance
        sex = chance.choice(("male", "female"))
        middle = chance.choice(_MEN if sex == "male" else _WOMEN)
        given = _drawn(chance, _GIVEN)
        if chance.random() < 0.35:
            given = f"{chance.choice(_GIVEN)} {given}"
        return sex, f"{middle} {given}"

    def one(self, sex: str = "") -> tuple[str, str]:
        """Sex and whole name."""
        while True:
            drawn, rest = self._chance.choice(self._given)
            if not sex or sex == drawn:
                return drawn, f"{self._chance.choice(self._surnames)} {rest}"

    def day(self, first: int, last: int) -> str:
        """A birth: before 1970 one in three is known by its year or month alone."""
        chance = self._chance
        year = chance.randint(first, last)
        day = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        if year < 1970 and chance.random() < 0.35:
            return day[: chance.choice((4, 4, 7))]
        return day
