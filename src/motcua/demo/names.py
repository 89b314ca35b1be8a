"""Names that nobody bears: surnames as the groups have them, given names that say "sample".

Plain Python. "Vàng Thị Mẫu Hai" is read at once as invented.
"""

from random import Random

SURNAMES: dict[str, tuple[str, ...]] = {
    "25": ("Vàng", "Lù", "Hoàng", "Sần", "Nông", "Phan", "Lò", "Vùi", "Lục", "Dìn"),
    "01": ("Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Bùi", "Đỗ", "Đặng", "Ngô", "Dương", "Đinh"),
    "02": ("Nông", "Hoàng", "Lương", "Ma", "La", "Hà"),
    "08": ("Giàng", "Sùng", "Má", "Thào", "Lý", "Tráng", "Cư"),
    "09": ("Tẩn", "Chảo", "Phàn", "Lý", "Triệu", "Bàn"),
    "07": ("Nùng", "Nông", "Lùng", "Vương", "Long"),
    "03": ("Lò", "Cầm", "Quàng", "Lường"),
    "06": ("Bùi", "Quách", "Đinh", "Hà"),
}
_MIDDLE: dict[str, dict[str, tuple[str, ...]]] = {
    "08": {"male": ("A", "Văn"), "female": ("Thị",)},
    "09": {"male": ("Láo", "Văn"), "female": ("Mẩy", "Thị")},
}
_COMMON = {"male": ("Văn", "Văn", "Đình", "Xuân"), "female": ("Thị", "Thị", "Thị", "Thúy")}
SAMPLES = """
Mẫu Thử Nháp Tạm Phỏng Diễn Giả Dụ Kiểm Tập Luyện Thí Nghiệm Trình Bản Ghi Chữ Số
Dòng Trang Cột Hàng Khung Mục Phần Đoạn Câu Vần Tên Chép Đọc Viết Vẽ Đếm Ước Lược
"""
_GIVEN = SAMPLES.split()
COUNT = ("", "", "Một", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười")


def surname(chance: Random, ethnic: str) -> str:
    """A surname of the group; the first of each list are the more frequent ones."""
    known = SURNAMES[ethnic]
    return chance.choices(known, weights=range(len(known) * 2, len(known), -1))[0]


def rest_of_name(chance: Random, ethnic: str, sex: str) -> str:
    """Middle and given name: ``Thị Mẫu Hai``."""
    middle = chance.choice(_MIDDLE.get(ethnic, _COMMON)[sex])
    return " ".join(f"{middle} {chance.choice(_GIVEN)} {chance.choice(COUNT)}".split())
