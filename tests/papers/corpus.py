"""Papers whose every field is known, and the many ways in which text layers render them."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from tests.papers import ARABIC, DECISION, ENGLISH, HINDI, LETTER, PARTY, PARTY_LETTER
from tests.papers.extraction import pages_of
from vermilion.files.types import Line, PageText
from vermilion.site.seeds.papers import WORDS, Paper, printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a reader should make of a paper."""

    paper: Paper
    type_code: str = ""
    issuer: str = ""
    parent: str = ""
    signer_post: str = ""
    competence: str = ""
    urgency: int = 0
    secrecy: int = 0
    circulation: str = ""
    answers: str = ""


def _letter(**fields: object) -> Paper:
    return replace(LETTER, **fields)


def _named(**fields: object) -> Paper:
    return replace(DECISION, **fields)


def _party(**fields: object) -> Paper:
    return replace(PARTY, **fields)


STATE = [
    Known(
        paper=LETTER,
        type_code="state-letter",
        issuer="Ủy ban nhân dân tỉnh Lạng Sơn",
        signer_post="Phó Chủ tịch",
        competence="TM.KT",
    ),
    Known(
        paper=DECISION,
        type_code="state-decision",
        issuer="Ủy ban nhân dân tỉnh Lạng Sơn",
        signer_post="Chủ tịch",
    ),
    Known(
        paper=_letter(
            parent="",
            issuer=("BỘ NỘI VỤ",),
            symbol="4521/BNV-VTLT",
            place="Hà Nội",
            dated_on=date(2026, 2, 3),
            abstract="hướng dẫn công tác văn thư, lưu trữ khi sắp xếp đơn vị hành chính các cấp "
            "năm 2026",
            to=("Các bộ, cơ quan ngang bộ", "Ủy ban nhân dân các tỉnh, thành phố"),
            signing=("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"),
            signer="Trần Thị Bích Hằng",
            marks=("KHẨN",),
        ),
        type_code="state-letter",
        issuer="Bộ Nội vụ",
        signer_post="Thứ trưởng",
        competence="KT",
        urgency=1,
    ),
    Known(
        paper=_letter(
            parent="UBND TỈNH LẠNG SƠN",
            issuer=("SỞ NÔNG NGHIỆP VÀ", "MÔI TRƯỜNG"),
            symbol="08/SNNMT-CCTL",
            dated_on=date(2026, 1, 9),
            abstract="ứng phó mưa lũ sau bão số 3 và khắc phục hậu quả thiên tai trên địa bàn",
            to=("Ủy ban nhân dân các xã, phường",),
            text=(
                "Phúc đáp Công văn số 112/UBND-KTTH ngày 05/01/2026 của Ủy ban nhân dân xã Đồng "
                "Đăng về việc báo cáo thiệt hại, Sở có ý kiến như sau:",
            ),
            signing=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
            signer="Nông Văn Thắng",
            marks=("HỎA TỐC",),
        ),
        type_code="state-letter",
        issuer="Sở Nông nghiệp và Môi trường",
        parent="UBND tỉnh Lạng Sơn",
        signer_post="Phó Giám đốc",
        competence="KT",
        urgency=3,
        answers="112/UBND-KTTH",
    ),
    Known(
        paper=_named(
            issuer=("CHÍNH PHỦ",),
            symbol="30/2026/NĐ-CP",
            place="Hà Nội",
            dated_on=date(2026, 3, 5),
            title="Nghị định",
            abstract="Về công tác văn thư",
            authority="",
            text=("Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 2 năm 2025;",),
            signing=("TM. CHÍNH PHỦ", "THỦ TƯỚNG"),
            signer="Lê Minh Khôi",
            pages=3,
        ),
        type_code="legal-decree",
        issuer="Chính phủ",
        signer_post="Thủ tướng",
        competence="TM",
    ),
    Known(
        paper=_named(
            parent="BỘ TÀI CHÍNH",
            issuer=("CỤC THUẾ",),
            symbol="1203/TB-CT",
            place="Hà Nội",
            dated_on=date(2026, 12, 24),
            title="Thông báo",
            abstract="Kết luận của Cục trưởng tại Hội nghị giao ban công tác tháng 12 năm 2026",
            authority="",
            signing=("TL. CỤC TRƯỞNG", "CHÁNH VĂN PHÒNG"),
            signer="Vũ Đình Quyết",
            text=("Ngày 22 tháng 12 năm 2026, Cục trưởng đã chủ trì Hội nghị giao ban.",),
            marks=("LƯU HÀNH NỘI BỘ",),
        ),
        type_code="state-notice",
        issuer="Cục Thuế",
        parent="Bộ Tài chính",
        signer_post="Chánh Văn phòng",
        competence="TL",
        circulation="internal",
    ),
    Known(
        paper=_named(
            issuer=("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HỒ CHÍ MINH"),
            symbol="215/KH-UBND",
            place="Thành phố Hồ Chí Minh",
            dated_on=date(2026, 7, 15),
            title="Kế hoạch",
            abstract="Triển khai Đề án phát triển ứng dụng dữ liệu về dân cư, định danh và xác "
            "thực điện tử "
            "phục vụ chuyển đổi số quốc gia giai đoạn 2026 - 2030 trên địa bàn Thành phố Hồ Chí "
            "Minh",
            authority="",
            signing=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
            signer="Phan Quốc Bảo",
            pages=4,
        ),
        type_code="state-plan",
        issuer="Ủy ban nhân dân Thành phố Hồ Chí Minh",
        signer_post="Chủ tịch",
        competence="TM",
    ),
    Known(
        paper=_named(
            issuer=("HỘI ĐỒNG NHÂN DÂN", "XÃ ĐỒNG ĐĂNG"),
            symbol="07/NQ-HĐND",
            place="Đồng Đăng",
            dated_on=date(2026, 8, 1),
            title="Nghị quyết",
            abstract="Về dự toán thu, chi ngân sách xã năm 2027",
            authority="Hội đồng nhân dân xã Đồng Đăng",
            signing=("CHỦ TỊCH",),
            signer="Hoàng Văn Páo",
        ),
        type_code="state-resolution",
        issuer="Hội đồng nhân dân xã Đồng Đăng",
        signer_post="Chủ tịch",
    ),
    Known(
        paper=_named(
            issuer=("THỦ TƯỚNG CHÍNH PHỦ",),
            symbol="88/CĐ-TTg",
            place="Hà Nội",
            dated_on=date(2026, 9, 6),
            title="Công điện",
            abstract="Về việc tập trung ứng phó khẩn cấp bão mạnh trên Biển Đông",
            authority="Thủ tướng Chính phủ điện",
            signing=("KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG"),
            signer="Đặng Hữu Phước",
            marks=("HỎA TỐC HẸN GIỜ",),
        ),
        type_code="state-telegram",
        issuer="Thủ tướng Chính phủ",
        signer_post="Phó Thủ tướng",
        competence="KT",
        urgency=4,
    ),
    Known(
        paper=_named(
            parent="BỘ GIÁO DỤC VÀ ĐÀO TẠO",
            issuer=("TRƯỜNG ĐẠI HỌC", "KHOA HỌC XÃ HỘI VÀ NHÂN VĂN"),
            symbol="642/GM-ĐHKHXHNV",
            place="Hà Nội",
            dated_on=date(2026, 5, 19),
            title="Giấy mời",
            abstract="Dự Hội thảo khoa học quốc gia về quản trị địa phương hai cấp",
            authority="",
            to=("Văn phòng Tỉnh ủy Lạng Sơn",),
            signing=("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"),
            signer="PGS.TS. Dương Thị Ngọc Ánh",
        ),
        type_code="state-invitation",
        issuer="Trường Đại học Khoa học xã hội và Nhân văn",
        parent="Bộ Giáo dục và Đào tạo",
        signer_post="Phó Hiệu trưởng",
        competence="KT",
    ),
    Known(
        paper=_named(
            parent="ỦY BAN NHÂN DÂN XÃ YÊN BÌNH",
            issuer=("PHÒNG VĂN HÓA - XÃ HỘI",),
            symbol="31/BC-VHXH",
            place="Yên Bình",
            dated_on=date(2026, 6, 11),
            title="Báo cáo",
            abstract="Kết quả thực hiện chính sách đối với người có công 6 tháng đầu năm 2026, "
            "phương hướng, nhiệm vụ 6 tháng cuối năm 2026",
            authority="",
            signing=("TRƯỞNG PHÒNG",),
            signer="Giàng A Sùng",
            text=("Thực hiện Công văn số 45/UBND-VX ngày 02/6/2026 của Ủy ban nhân dân xã.",),
            annex="Bảng tổng hợp",
        ),
        type_code="state-report",
        issuer="Phòng Văn hóa - Xã hội",
        parent="Ủy ban nhân dân xã Yên Bình",
        signer_post="Trưởng phòng",
    ),
    Known(
        paper=_named(
            issuer=("ỦY BAN MẶT TRẬN TỔ QUỐC", "VIỆT NAM", "TỈNH CAO BẰNG"),
            symbol="19/TTr-MTTQ-BTT",
            place="Cao Bằng",
            dated_on=date(2026, 4, 30),
            title="Tờ trình",
            abstract="Về việc hỗ trợ kinh phí xóa nhà tạm, nhà dột nát",
            authority="",
            to=("Thường trực Tỉnh ủy",),
            signing=("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"),
            signer="Bế Thị Hồng Vân",
            marks=("THƯỢNG KHẨN",),
        ),
        type_code="state-submission",
        issuer="Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Cao Bằng",
        signer_post="Chủ tịch",
        competence="TM",
        urgency=2,
    ),
    Known(
        paper=_letter(
            parent="BỘ CÔNG AN",
            issuer=("CÔNG AN TỈNH LẠNG SƠN",),
            symbol="2201/CAT-PV01",
            dated_on=date(2026, 11, 10),
            abstract="phối hợp bảo đảm an toàn thông tin, bảo vệ bí mật nhà nước trên không gian "
            "mạng",
            to=("Văn phòng Ủy ban nhân dân tỉnh",),
            signing=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
            signer="Đại tá Lương Văn Chiến",
            marks=("KHẨN", "XEM XONG TRẢ LẠI"),
        ),
        type_code="state-letter",
        issuer="Công an tỉnh Lạng Sơn",
        parent="Bộ Công an",
        signer_post="Phó Giám đốc",
        competence="KT",
        urgency=1,
        circulation="return",
    ),
    Known(
        paper=_named(
            issuer=("BỘ QUỐC PHÒNG",),
            symbol="05/CT-BQP",
            place="Hà Nội",
            dated_on=date(2026, 1, 20),
            title="Chỉ thị",
            abstract="Về tăng cường công tác cơ yếu",
            authority="",
            signing=("BỘ TRƯỞNG",),
            signer="Đại tướng Cao Xuân Trường",
            marks=("TỐI MẬT",),
        ),
        type_code="state-directive",
        issuer="Bộ Quốc phòng",
        signer_post="Bộ trưởng",
        secrecy=2,
    ),
    Known(
        paper=_letter(
            issuer=("TẬP ĐOÀN BƯU CHÍNH", "VIỄN THÔNG VIỆT NAM"),
            symbol="7781/VNPT-VP&TT",
            place="Hà Nội",
            dated_on=date(2026, 10, 1),
            abstract="nâng cấp đường truyền số liệu chuyên dùng cấp xã",
            to=("Sở Khoa học và Công nghệ các tỉnh",),
            signing=("TUQ. TỔNG GIÁM ĐỐC", "TRƯỞNG BAN"),
            signer="Tô Mạnh Hà",
        ),
        type_code="state-letter",
        issuer="Tập đoàn Bưu chính Viễn thông Việt Nam",
        signer_post="Trưởng ban",
        competence="TUQ",
    ),
    Known(
        paper=_letter(
            parent="TÒA ÁN NHÂN DÂN TỐI CAO",
            issuer=("TÒA ÁN NHÂN DÂN", "TỈNH HÀ TĨNH"),
            symbol="12a/TA-HC",
            place="Hà Tĩnh",
            dated_on=date(2026, 2, 12),
            abstract="cung cấp tài liệu, chứng cứ",
            to=("Ủy ban nhân dân phường Thành Sen",),
            signing=("Q. CHÁNH ÁN",),
            signer="Lê Thị Thu Hà",
        ),
        type_code="state-letter",
        issuer="Tòa án nhân dân tỉnh Hà Tĩnh",
        parent="Tòa án nhân dân tối cao",
        signer_post="Chánh án",
        competence="Q",
    ),
]

ODD = [
    Known(
        paper=_letter(
            issuer=("ỦY BAN NHÂN DÂN", "PHƯỜNG HỒNG GAI"),
            parent="",
            symbol="03/UBND-VHXH",
            label="Số :",
            place="Hồng Gai",
            dated_on=date(2026, 1, 5),
            abstract="trả lời kiến nghị của cử tri trước kỳ họp thứ 3",
            to=("Thường trực HĐND phường",),
            text=(
                "Trả lời Văn bản số 18/HĐND-TT ngày 28 tháng 12 năm 2025 của Thường trực HĐND "
                "phường.",
            ),
            signing=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            signer="NGUYỄN THỊ THU TRANG",
        ),
        type_code="state-letter",
        issuer="Ủy ban nhân dân phường Hồng Gai",
        signer_post="Phó Chủ tịch",
        competence="KT",
        answers="18/HĐND-TT",
    ),
    Known(
        paper=_named(
            parent="BỘ XÂY DỰNG",
            issuer=("BAN QUẢN LÝ DỰ ÁN", "ĐƯỜNG HỒ CHÍ MINH"),
            symbol="560/TTr-BQLDA",
            place="Hà Nội",
            dated_on=date(2026, 7, 1),
            title="Tờ trình",
            abstract="Phê duyệt điều chỉnh thiết kế, dự toán gói thầu số 5 thuộc Dự án đầu tư "
            "xây dựng đoạn "
            "tuyến Chơn Thành - Đức Hòa; thời gian thực hiện 2026 - 2027",
            authority="",
            to=("Bộ Xây dựng",),
            signing=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC PHỤ TRÁCH"),
            signer="Vương Đình Kha",
            pages=2,
        ),
        type_code="state-submission",
        issuer="Ban Quản lý dự án đường Hồ Chí Minh",
        parent="Bộ Xây dựng",
        signer_post="Phó Giám đốc phụ trách",
        competence="KT",
    ),
    Known(
        paper=_named(
            issuer=("QUỐC HỘI",),
            symbol="64/2025/QH15",
            label="Luật số:",
            place="Hà Nội",
            dated_on=date(2025, 2, 19),
            title="Luật",
            abstract="Ban hành văn bản quy phạm pháp luật",
            authority="",
            text=("Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;",),
            signing=("CHỦ TỊCH QUỐC HỘI",),
            signer="Trần Thanh Bình",
        ),
        type_code="legal-law",
        issuer="Quốc hội",
        signer_post="Chủ tịch Quốc hội",
    ),
    Known(
        paper=_named(
            issuer=("BỘ NỘI VỤ",),
            symbol="5/2026/TT-BNV",
            place="Hà Nội",
            dated_on=date(2026, 5, 14),
            title="Thông tư",
            abstract="Quy định nghiệp vụ lưu trữ tài liệu lưu trữ số",
            authority="",
            text=("Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;",),
            signing=("BỘ TRƯỞNG",),
            signer="Đoàn Ngọc Thanh",
            pages=5,
        ),
        type_code="legal-circular",
        issuer="Bộ Nội vụ",
        signer_post="Bộ trưởng",
    ),
    Known(
        paper=_named(
            parent="SỞ Y TẾ TỈNH ĐIỆN BIÊN",
            issuer=("BỆNH VIỆN ĐA KHOA", "KHU VỰC MƯỜNG LAY"),
            symbol="77/BB-BV",
            place="Mường Lay",
            dated_on=date(2026, 4, 2),
            title="Biên bản",
            abstract="Họp Hội đồng thi đua, khen thưởng",
            authority="",
            signing=("CHỦ TỊCH HỘI ĐỒNG",),
            signer="Lò Thị Pánh",
            text=("Hôm nay, ngày 02 tháng 4 năm 2026, tại phòng họp số 1, Hội đồng đã họp.",),
        ),
        type_code="state-minutes",
        issuer="Bệnh viện Đa khoa khu vực Mường Lay",
        parent="Sở Y tế tỉnh Điện Biên",
        signer_post="Chủ tịch Hội đồng",
    ),
    Known(
        paper=_letter(
            parent="ĐOÀN TNCS HỒ CHÍ MINH",
            issuer=("BAN CHẤP HÀNH ĐOÀN", "TỈNH LÂM ĐỒNG"),
            symbol="1020-CV/TĐTN-BTG",
            label="Số",
            place="Đà Lạt",
            dated_on=date(2026, 9, 25),
            abstract="tuyên truyền cuộc thi tìm hiểu chuyển đổi số",
            to=("Ban Thường vụ các đoàn trực thuộc",),
            signing=("TM. BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),
            signer="K'Brêu",
        ),
        type_code="state-letter",
        issuer="Ban Chấp hành Đoàn tỉnh Lâm Đồng",
        parent="Đoàn TNCS Hồ Chí Minh",
        signer_post="Phó Bí thư",
        competence="TM",
    ),
    Known(
        paper=_named(
            parent="UBND TỈNH QUẢNG NINH",
            issuer=("SỞ TÀI CHÍNH",),
            symbol="310/QĐ-STC",
            place="Quảng Ninh",
            dated_on=date(2026, 10, 21),
            title="Quyết định",
            abstract="Về việc công bố công khai dự toán ngân sách nhà nước năm 2026 của Sở Tài "
            "chính",
            authority="Giám đốc Sở Tài chính",
            signing=("GIÁM ĐỐC",),
            signer="Phạm Hồng Biên Thùy",
        ),
        type_code="state-decision",
        issuer="Sở Tài chính",
        parent="UBND tỉnh Quảng Ninh",
        signer_post="Giám đốc",
    ),
    Known(
        paper=_named(
            issuer=("BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH",),
            symbol="11/TB-BCĐ",
            place="Cà Mau",
            dated_on=date(2026, 3, 31),
            title="Thông báo",
            abstract="Bí mật kinh doanh, mật độ dân số và bảo mật thông tin trong hồ sơ dự thầu",
            authority="",
            signing=("KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC", "GIÁM ĐỐC SỞ NỘI VỤ"),
            signer="Thạch Sa Rây",
        ),
        type_code="state-notice",
        issuer="Ban Chỉ đạo cải cách hành chính",
        signer_post="Giám đốc Sở Nội vụ",
        competence="KT",
    ),
]

PARTY_PAPERS = [
    Known(
        paper=PARTY,
        type_code="party-guideline",
        issuer="Tỉnh ủy Lạng Sơn",
        signer_post="Phó Bí thư",
        competence="TM",
    ),
    Known(
        paper=PARTY_LETTER,
        type_code="party-letter",
        issuer="Tỉnh ủy Lạng Sơn",
        signer_post="Phó Bí thư",
        competence="TM",
    ),
    Known(
        paper=_party(
            parent="BAN CHẤP HÀNH TRUNG ƯƠNG",
            issuer=("VĂN PHÒNG",),
            symbol="15671-CV/VPTW",
            place="Hà Nội",
            dated_on=date(2026, 10, 12),
            title="",
            abstract="triển khai hệ thống thông tin điều hành tác nghiệp dùng chung trong các cơ "
            "quan đảng",
            to=("Các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương",),
            signing=("K/T CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
            signer="Phạm Quốc Hùng",
            marks=("KHẨN",),
        ),
        type_code="party-letter",
        issuer="Văn phòng",
        parent="Ban Chấp hành Trung ương",
        signer_post="Phó Chánh Văn phòng",
        competence="KT",
        urgency=1,
    ),
    Known(
        paper=_party(
            issuer=("BỘ CHÍNH TRỊ",),
            symbol="72-NQ/TW",
            place="Hà Nội",
            dated_on=date(2026, 9, 9),
            title="Nghị quyết",
            abstract="về một số giải pháp đột phá phát triển hạ tầng số quốc gia",
            signing=("T/M BỘ CHÍNH TRỊ", "TỔNG BÍ THƯ"),
            signer="Trịnh Công Tâm",
            pages=3,
        ),
        type_code="party-resolution",
        issuer="Bộ Chính trị",
        signer_post="Tổng Bí thư",
        competence="TM",
    ),
    Known(
        paper=_party(
            parent="ĐẢNG BỘ TỈNH LẠNG SƠN",
            issuer=("ĐẢNG ỦY XÃ ĐỒNG ĐĂNG",),
            symbol="05-KL/ĐU",
            place="Đồng Đăng",
            dated_on=date(2026, 3, 26),
            title="Kết luận",
            abstract="của Ban Thường vụ Đảng ủy về công tác cán bộ quý I năm 2026",
            signing=("T/M BAN THƯỜNG VỤ", "BÍ THƯ"),
            signer="Lý Thị Mai",
        ),
        type_code="party-conclusion",
        issuer="Đảng ủy xã Đồng Đăng",
        parent="Đảng bộ tỉnh Lạng Sơn",
        signer_post="Bí thư",
        competence="TM",
    ),
    Known(
        paper=_party(
            issuer=("BAN TỔ CHỨC TRUNG ƯƠNG",),
            symbol="02-HD/BTCTW",
            place="Hà Nội",
            dated_on=date(2026, 2, 27),
            title="Hướng dẫn",
            abstract="thực hiện Quy định về kiểm tra, giám sát và kỷ luật của Đảng đối với tổ "
            "chức đảng, "
            "đảng viên ở nơi sắp xếp đơn vị hành chính",
            signing=("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"),
            signer="Mai Văn Chính Nghĩa",
        ),
        type_code="party-guideline",
        issuer="Ban Tổ chức Trung ương",
        signer_post="Phó Trưởng ban",
        competence="KT",
    ),
    Known(
        paper=_party(
            issuer=("THÀNH ỦY HẢI PHÒNG",),
            symbol="41-TB/TU",
            place="Hải Phòng",
            dated_on=date(2026, 8, 18),
            title="Thông báo",
            abstract="phân công nhiệm vụ các đồng chí Ủy viên Ban Thường vụ Thành ủy",
            signing=("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG"),
            signer="Bùi Đức Thịnh",
            marks=("XEM XONG TRẢ LẠI",),
        ),
        type_code="party-notice",
        issuer="Thành ủy Hải Phòng",
        signer_post="Chánh Văn phòng",
        competence="TL",
        circulation="return",
    ),
    Known(
        paper=_party(
            issuer=("BAN CHẤP HÀNH TRUNG ƯƠNG",),
            symbol="399-QĐ/TW",
            place="Hà Nội",
            dated_on=date(2026, 1, 9),
            title="Quy định",
            abstract="về thể loại, thẩm quyền ban hành và thể thức văn bản của Đảng",
            signing=("T/M BAN BÍ THƯ",),
            signer="Đỗ Thế Vinh",
        ),
        type_code="party-regulation",
        issuer="Ban Chấp hành Trung ương",
        signer_post="Ban Bí thư",
        competence="TM",
    ),
    Known(
        paper=_party(
            issuer=("TỈNH ỦY NGHỆ AN",),
            symbol="118-CTr/TU",
            place="Nghệ An",
            dated_on=date(2026, 5, 5),
            title="Chương trình",
            abstract="hành động thực hiện Nghị quyết số 72-NQ/TW của Bộ Chính trị",
            signing=("T/M BAN CHẤP HÀNH", "BÍ THƯ"),
            signer="Hồ Thị Nguyệt",
            marks=("TUYỆT MẬT",),
            spaced=True,
        ),
        type_code="party-programme",
        issuer="Tỉnh ủy Nghệ An",
        signer_post="Bí thư",
        competence="TM",
        secrecy=3,
    ),
    Known(
        paper=_party(
            parent="TỈNH ỦY LẠNG SƠN",
            issuer=("ỦY BAN KIỂM TRA",),
            symbol="64-BC/UBKTTU",
            dated_on=date(2026, 12, 2),
            title="Báo cáo",
            abstract="công tác kiểm tra, giám sát năm 2026",
            signing=("T/M ỦY BAN KIỂM TRA", "PHÓ CHỦ NHIỆM"),
            signer="Triệu Thị Sao",
            marks=("MẬT",),
        ),
        type_code="party-report",
        issuer="Ủy ban Kiểm tra",
        parent="Tỉnh ủy Lạng Sơn",
        signer_post="Phó Chủ nhiệm",
        competence="TM",
        secrecy=1,
    ),
]

FOREIGN = [
    Known(paper=ENGLISH),
    Known(paper=replace(ENGLISH, symbol="44/2026/EMB", abstract="Visit of a delegation to Hanoi")),
]

PAPERS = [*STATE, *ODD, *PARTY_PAPERS, *FOREIGN]

# Printed Hindi and Arabic come out of PDFs in shards whatever is done; as text they are read.
TYPED = [Known(paper=ENGLISH), Known(paper=HINDI), Known(paper=ARABIC)]

FILLED = [
    replace(each, paper=replace(each.paper, filled=True)) for each in (STATE[0], STATE[2], STATE[5])
]

Rendering = Callable[[Sequence[PageText]], list[PageText]]


@cache
def extracted(paper: Paper) -> tuple[PageText, ...]:
    """The text layer of a paper as the house extracts it."""
    return pages_of(printed(paper))


def _lines(pages: Sequence[PageText], change: Callable[[list[Line]], list[Line]]) -> list[PageText]:
    changed = []
    for page in pages:
        lines = tuple(change(list(page.lines)))
        changed.append(
            PageText(
                page.number, "\n".join(line.text for line in lines), page.width, page.height, lines
            )
        )
    return changed


def _text(pages: Sequence[PageText], change: Callable[[str], str]) -> list[PageText]:
    return _lines(pages, lambda lines: [Line(change(line.text), line.box) for line in lines])


def as_extracted(pages: Sequence[PageText]) -> list[PageText]:
    return list(pages)


def without_places(pages: Sequence[PageText]) -> list[PageText]:
    return [PageText(page.number, page.text, page.width, page.height, ()) for page in pages]


def columns_merged(pages: Sequence[PageText]) -> list[PageText]:
    """Everything on one height becomes one line, as many converters have it."""

    def merge(lines: list[Line]) -> list[Line]:
        merged: list[Line] = []
        for line in sorted(lines, key=lambda each: (round(each.box[1], 2), each.box[0])):
            last = merged[-1] if merged else None
            if last and abs(last.box[1] - line.box[1]) < 0.008 and line.box[0] > last.box[2]:
                box = (last.box[0], last.box[1], line.box[2], max(last.box[3], line.box[3]))
                merged[-1] = Line(f"{last.text} {line.text}", box)
            else:
                merged.append(line)
        return merged

    return without_places(_lines(pages, merge))


def columns_reversed(pages: Sequence[PageText]) -> list[PageText]:
    """The right column of head and signature comes before the left one."""

    def order(lines: list[Line]) -> list[Line]:
        head = [line for line in lines if line.box[1] < 0.128]
        rest = [line for line in lines if line.box[1] >= 0.128]
        tail = next((place for place, line in enumerate(rest) if "nhận:" in line.text), len(rest))
        return [
            *sorted(head, key=lambda each: (each.box[0] < 0.47, each.box[1])),
            *rest[:tail],
            *sorted(rest[tail:], key=lambda each: (each.box[0] < 0.47, each.box[1])),
        ]

    return without_places(_lines(pages, order))


def runs_split(pages: Sequence[PageText]) -> list[PageText]:
    """A box of its own for every few words; the places tell what belongs together."""

    def split(lines: list[Line]) -> list[Line]:
        pieces = []
        for line in lines:
            words = line.text.split(" ")
            width = (line.box[2] - line.box[0]) / max(1, len(line.text))
            at = line.box[0]
            for start in range(0, len(words), 2):
                piece = " ".join(words[start : start + 2])
                end = at + width * len(piece)
                pieces.append(Line(piece, (at, line.box[1], end, line.box[3])))
                at = end + width
        return pieces

    return _lines(pages, split)


def decomposed(pages: Sequence[PageText]) -> list[PageText]:
    return _text(pages, lambda text: unicodedata.normalize("NFD", text))


def torn_letters(pages: Sequence[PageText]) -> list[PageText]:
    """A blank after the first letter of words that bear a tone on the second: `đ ộc`, `N GHỊ`."""

    def tear(text: str) -> str:
        return re.sub(
            r"\b([bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX])(?=[ạảấầẩẫậắằẳẵặẹẻếềểễệỉịọỏốồổỗộớờởỡợủứừửữựỳỵỷỹẠẢẤẦẨẪẬẮẰẲẴẶẸẺẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỦỨỪỬỮỰ])",
            r"\1 ",
            text,
        )

    return _text(pages, tear)


def spaced_head(pages: Sequence[PageText]) -> list[PageText]:
    """Mottoes and marks with their letters apart."""

    def space(text: str) -> str:
        wide = ("CỘNG HÒA", "Độc lập", "ĐẢNG CỘNG", "HỎA TỐC", "KHẨN", "MẬT")
        if not any(word in text for word in wide) or len(text) > 45:
            return text
        return "  ".join(" ".join(word) for word in text.split())

    return _text(pages, space)


def as_typed(paper: Paper) -> PageText:
    """The text as an office file holds it."""
    words = WORDS[paper.language]
    lines = [
        paper.parent,
        *paper.issuer,
        f"{words['number']} {paper.symbol}\t{words['date']} {paper.day}",
        *(f"{words['to']} {each}" for each in paper.to),
        f"{words['subject']} {paper.abstract}",
        *paper.text,
        *paper.signing,
        paper.signer,
    ]
    return PageText(1, "\n".join(lines), 595, 842, ())


def misread(pages: Sequence[PageText]) -> list[PageText]:
    """What a weak optical reading makes of the head."""

    def confuse(text: str) -> str:
        text = re.sub(r"^Số:? ", "S6: ", text)
        text = (
            text.replace("ngày", "ngảy")
            .replace("CỘNG HÒA", "CÔNG HOÀ")
            .replace("năm 2026", "năm 2O26")
        )
        return text.replace("V/v", "V/ v").replace("Hạnh phúc", "Hanh phuc")

    return without_places(_text(pages, confuse))


RENDERINGS: list[Rendering] = [
    as_extracted,
    without_places,
    columns_merged,
    columns_reversed,
    runs_split,
    decomposed,
    torn_letters,
    spaced_head,
    misread,
]


def cases() -> Iterator[tuple[str, Known, list[PageText]]]:
    """Every paper in every rendering: the rendering's name, what is known, the text layer."""
    for known in PAPERS:
        for rendering in RENDERINGS:
            if known.paper.language == "vi" or rendering in (
                as_extracted,
                without_places,
                decomposed,
            ):
                yield rendering.__name__, known, rendering(extracted(known.paper))
    for known in TYPED:
        yield "typed", known, [as_typed(known.paper)]
    for known in FILLED:
        for rendering in (as_extracted, without_places):
            yield "filled", known, rendering(extracted(known.paper))
