"""Papers for tests: PDFs in State and Party layout, English, Hindi and Arabic.

make(kind="letter", symbol="15/UBND-KT", abstract="…", signer="…") -> bytes
"""

from dataclasses import replace
from datetime import date
from typing import Any

from vermilion.site.seeds.papers import Paper, printed

LETTER = Paper(
    parent="",
    issuer=("ỦY BAN NHÂN DÂN", "TỈNH LẠNG SƠN"),
    symbol="15/UBND-KT",
    place="Lạng Sơn",
    dated_on=date(2026, 10, 30),
    abstract="triển khai hệ thống thông tin điều hành tác nghiệp",
    to=("Sở Khoa học và Công nghệ",),
    signing=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer="Nguyễn Văn An",
)
DECISION = replace(
    LETTER,
    symbol="27/QĐ-UBND",
    title="Quyết định",
    abstract="Về việc ban hành Quy chế tiếp nhận và xử lý văn bản điện tử",
    authority="Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn",
    to=(),
    text=("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",),
    signing=("CHỦ TỊCH",),
)
PARTY = Paper(
    layout="party",
    issuer=("TỈNH ỦY LẠNG SƠN",),
    symbol="36-HD/TU",
    place="Lạng Sơn",
    dated_on=date(2026, 10, 28),
    title="Hướng dẫn",
    abstract="thể thức văn bản của Đảng",
    signing=("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),
    signer="Hoàng Thị Mai",
)
PARTY_LETTER = replace(
    PARTY, symbol="211-CV/TU", title="", abstract="chuẩn bị hội nghị", to=("Các đảng ủy xã",)
)
ENGLISH = Paper(
    language="en",
    issuer=("Department of Posts",),
    parent="Ministry of Communications",
    symbol="12/MOC-DP/2026",
    dated_on=date(2026, 10, 20),
    abstract="Cooperation on electronic exchange of documents",
    to=("The Office of the Central Committee",),
    text=("Sir, with reference to our earlier talks, the attached draft is sent for comments.",),
    signing=("Director General",),
    signer="Anita Rao",
)
HINDI = replace(
    ENGLISH,
    language="hi",
    issuer=("डाक विभाग",),
    parent="संचार मंत्रालय",
    symbol="12011/3/2026-रा.भा.",
    abstract="दस्तावेज़ों के इलेक्ट्रॉनिक आदान-प्रदान के संबंध में",
    to=("केंद्रीय कार्यालय",),
    text=("महोदय, उपर्युक्त विषय पर सूचित किया जाता है।",),
    signing=("महानिदेशक",),
    signer="अनीता राव",
)
ARABIC = replace(
    ENGLISH,
    language="ar",
    issuer=("إدارة البريد",),
    parent="وزارة الاتصالات",
    symbol="123/2026",
    abstract="التعاون في تبادل الوثائق إلكترونيا",
    to=("مكتب اللجنة المركزية",),
    text=("تحية طيبة، نرسل إليكم المسودة المرفقة لإبداء الرأي.",),
    signing=("المدير العام",),
    signer="سالم الأحمد",
)
KINDS = {
    "letter": LETTER,
    "decision": DECISION,
    "party": PARTY,
    "party-letter": PARTY_LETTER,
    "english": ENGLISH,
    "hindi": HINDI,
    "arabic": ARABIC,
}


def make(kind: str = "letter", **fields: Any) -> bytes:
    """A paper of a kind as a PDF, with any of its fields said otherwise."""
    return printed(replace(KINDS[kind], **fields))
