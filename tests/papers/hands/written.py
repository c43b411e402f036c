"""What stands on a paper, line by line, and what a clerk would enter of it."""

from dataclasses import dataclass
from datetime import date

TITLES = {
    "state": ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
    "party": ("ĐẢNG CỘNG SẢN VIỆT NAM", ""),
    "union": ("ĐOÀN TNCS HỒ CHÍ MINH", ""),
    "foreign": ("", ""),
}

FILLING = (
    "Thời gian qua, các cơ quan, đơn vị đã chủ động triển khai nhiệm vụ được giao; tuy nhiên, tiến "
    "độ một số nội dung còn chậm so với yêu cầu, chất lượng báo cáo chưa đồng đều.",
    "Để bảo đảm thống nhất trong tổ chức thực hiện, đề nghị thủ trưởng các đơn vị phân công cán bộ "
    "đầu mối, thường xuyên kiểm tra, đôn đốc và chịu trách nhiệm về kết quả thực hiện.",
    "Các nội dung chưa nêu tại văn bản này thực hiện theo quy định hiện hành; khó khăn, vướng mắc "
    "phát sinh đề nghị phản ánh kịp thời về cơ quan chủ trì để được hướng dẫn, giải quyết.",
    "Kinh phí thực hiện bố trí từ nguồn ngân sách nhà nước theo phân cấp và các nguồn hợp pháp "
    "khác; việc quản lý, sử dụng, thanh toán, quyết toán theo đúng quy định của pháp luật.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One paper. Lines are as they are printed; what is to be read of them follows below."""

    layout: str = "state"
    parent: tuple[str, ...] = ()
    issuer: tuple[str, ...]
    label: str = "Số:"
    symbol: str
    place: str
    day: date
    day_words: str = ""
    title: str = ""
    abstract: tuple[str, ...]
    about: str = "V/v"
    authority: str = ""
    to: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    filling: int = 3
    copies: tuple[str, ...] = ("Như trên;", "Lưu: VT.")
    signing: tuple[str, ...]
    signer: str
    second: tuple[tuple[str, ...], str] = ((), "")
    marks: tuple[str, ...] = ()
    header: str = ""
    watermark: str = ""
    annex: tuple[str, ...] = ()
    seal_text: tuple[str, ...] = ()
    drafter: str = ""
    language: str = "vi"
    filled: str = ""

    type_code: str = "state-letter"
    issuer_name: str = ""
    parent_name: str = ""
    post: str = ""
    competence: str = ""
    name: str = ""
    urgency: int = 0
    secrecy: int = 0
    circulation: str = ""
    answers: str = ""
    due: date | None = None
    hidden: tuple[str, ...] = ()

    @property
    def motto(self) -> tuple[str, str]:
        return TITLES[self.layout]

    @property
    def dated(self) -> str:
        """The date as this paper words it."""
        if self.day_words:
            return self.day_words
        month = f"{self.day.month:02d}" if self.day.month < 3 else str(self.day.month)
        return f"ngày {self.day.day:02d} tháng {month} năm {self.day.year}"

    @property
    def halves(self) -> tuple[str, str]:
        """Number, and the rest of the symbol with its sign: `15` and `/QĐ-BNV`."""
        at = next(place for place, sign in enumerate(self.symbol) if sign in "/-")
        return self.symbol[:at], self.symbol[at:]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        fill = FILLING if self.language == "vi" else ()
        return (*self.body, *(fill[each % len(fill)] for each in range(self.filling) if fill))

    def expected(self) -> dict[str, object]:
        """What is to be read, by field. Empty where the paper says nothing of it."""
        number, rest = self.halves
        said = {
            "symbol": self.symbol,
            "number": number,
            "notation": rest[1:],
            "dated_on": self.day.isoformat(),
            "place_of_issue": self.place,
            "issuer": self.issuer_name or " ".join(self.issuer),
            "parent": self.parent_name or " ".join(self.parent),
            "type_code": self.type_code,
            "abstract": " ".join(self.abstract),
            "signer": self.name or self.signer,
            "signer_post": self.post,
            "competence": self.competence,
            "urgency": self.urgency or "",
            "secrecy": self.secrecy or "",
            "circulation": self.circulation,
            "answers": self.answers,
            "reply_due": self.due.isoformat() if self.due else "",
            "recipients": "; ".join(self.to),
            "language": self.language,
        }
        if self.filled == "empty":
            said |= {"symbol": rest, "number": "", "notation": rest[1:]}
        if self.language != "vi":
            for field in ("number", "notation", "place_of_issue", "type_code", "competence"):
                del said[field]
        return {field: value for field, value in said.items() if field not in self.hidden}
