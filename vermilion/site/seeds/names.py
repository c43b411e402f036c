"""Names of people who do not exist, in the frequencies of those who do."""

from random import Random

_FAMILY = (
    ["Nguyễn"] * 30
    + ["Trần"] * 11
    + ["Lê"] * 10
    + ["Phạm"] * 7
    + ["Hoàng"] * 5
    + ["Vũ"] * 4
    + ["Phan"] * 4
    + ["Đặng"] * 3
    + ["Bùi"] * 3
    + ["Đỗ"] * 3
    + ["Hồ"] * 2
    + ["Ngô"] * 2
    + ["Dương"] * 2
    + ["Lý", "Đinh", "Trịnh", "Mai", "Lương", "Tạ", "Cao", "Hà", "Đoàn", "Lò", "Hà"]
)
_MEN = ["Văn", "Đức", "Quốc", "Hữu", "Anh", "Minh", "Xuân", "Công", "Gia", "Thanh"]
_WOMEN = ["Thị", "Thị", "Thị", "Ngọc", "Thu", "Thanh", "Kim", "Mai", "Bích"]
_MENS = [
    "Anh",
    "Bình",
    "Chiến",
    "Cường",
    "Dũng",
    "Đạt",
    "Đông",
    "Giang",
    "Hải",
    "Hiếu",
    "Hoà",
    "Hùng",
    "Khánh",
    "Kiên",
    "Lâm",
    "Long",
    "Mạnh",
    "Nam",
    "Nghĩa",
    "Phong",
    "Phúc",
    "Quang",
    "Quân",
    "Sơn",
    "Tài",
    "Thắng",
    "Thành",
    "Thịnh",
    "Tiến",
    "Toàn",
    "Trung",
    "Tú",
    "Tuấn",
    "Tùng",
    "Việt",
    "Vinh",
]
_WOMENS = [
    "An",
    "Ánh",
    "Châu",
    "Chi",
    "Dung",
    "Duyên",
    "Hà",
    "Hạnh",
    "Hằng",
    "Hiền",
    "Hoa",
    "Hồng",
    "Huệ",
    "Hương",
    "Lan",
    "Liên",
    "Linh",
    "Loan",
    "Mai",
    "My",
    "Nga",
    "Ngân",
    "Nguyệt",
    "Nhung",
    "Oanh",
    "Phương",
    "Quỳnh",
    "Tâm",
    "Thảo",
    "Thu",
    "Thuỷ",
    "Trang",
    "Tuyết",
    "Vân",
    "Xuân",
    "Yến",
]


def somebody(luck: Random) -> str:
    """A full name."""
    family = luck.choice(_FAMILY)
    if luck.random() < 0.5:
        return f"{family} {luck.choice(_MEN)} {luck.choice(_MENS)}"
    return f"{family} {luck.choice(_WOMEN)} {luck.choice(_WOMENS)}"
