"""Papers and layouts that were written after the reader stood: its first score on them is honest."""

from datetime import date

from tests.papers.hands.written import Written

HELD_OUT = [
    Written(
        parent=("VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO",), issuer=("VIỆN KIỂM SÁT NHÂN DÂN", "TỈNH NINH BÌNH"), symbol="642/VKS-P9",
        place="Ninh Bình", day=date(2026, 4, 17), abstract=("thông báo rút kinh nghiệm việc giải quyết", "vụ án tranh chấp thừa kế"),
        to=("Viện trưởng Viện kiểm sát nhân dân các khu vực",), signing=("KT. VIỆN TRƯỞNG", "PHÓ VIỆN TRƯỞNG"),
        signer="Tạ Quang Khải", post="Phó Viện trưởng", competence="KT",
    ),
    Written(
        parent=("ĐẠI HỌC QUỐC GIA", "THÀNH PHỐ HỒ CHÍ MINH"), parent_name="Đại học Quốc gia Thành phố Hồ Chí Minh",
        issuer=("TRƯỜNG ĐẠI HỌC BÁCH KHOA",), symbol="2045/QĐ-ĐHBK", place="Thành phố Hồ Chí Minh", day=date(2026, 9, 30),
        title="QUYẾT ĐỊNH", type_code="state-decision", abstract=("Về việc công nhận tốt nghiệp và cấp bằng kỹ sư", "đợt tháng 9 năm 2026"),
        authority="HIỆU TRƯỞNG TRƯỜNG ĐẠI HỌC BÁCH KHOA", body=("Căn cứ Luật Giáo dục đại học;", "QUYẾT ĐỊNH:", "Điều 1. Công nhận tốt nghiệp cho 312 sinh viên có tên trong danh sách kèm theo."),
        signing=("HIỆU TRƯỞNG",), signer="GS.TS. Mai Thanh Phong", name="Mai Thanh Phong", post="Hiệu trưởng",
    ),
    Written(
        parent=("BỘ TÀI CHÍNH",), issuer=("BẢO HIỂM XÃ HỘI", "KHU VỰC XXVII"), symbol="1510/BHXH-CĐ", place="Đồng Nai", day=date(2026, 6, 8), marks=("KHẨN",), urgency=1,
        abstract=("chi trả lương hưu, trợ cấp bảo hiểm xã hội", "tháng 6 năm 2026"), to=("Bảo hiểm xã hội cơ sở", "Bưu điện tỉnh"),
        body=("Các đơn vị gửi số liệu về Bảo hiểm xã hội khu vực chậm nhất ngày 12/6/2026.",), due=date(2026, 6, 12),
        signing=("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG CHẾ ĐỘ BẢO HIỂM XÃ HỘI"), signer="Lương Thị Kim Thoa", post="Trưởng phòng Chế độ bảo hiểm xã hội", competence="TUQ",
    ),
    Written(
        layout="party", label="Số", parent=("TỈNH ỦY LAI CHÂU",), issuer=("ĐẢNG ỦY CÔNG AN TỈNH",), symbol="31-KH/ĐUCA", place="Lai Châu", day=date(2026, 5, 21),
        title="KẾ HOẠCH", type_code="party-plan", abstract=("kiểm tra, giám sát của Đảng ủy Công an tỉnh", "6 tháng cuối năm 2026"),
        signing=("T/M BAN THƯỜNG VỤ", "BÍ THƯ"), signer="Sùng A Hồ", post="Bí thư", competence="TM",
    ),
    Written(
        layout="party", label="Số", issuer=("THÀNH ỦY ĐÀ NẴNG",), symbol="18-CT/TU", place="Đà Nẵng", day=date(2026, 3, 2), title="CHỈ THỊ", type_code="party-directive",
        abstract=("về tăng cường sự lãnh đạo của Đảng đối với công tác", "bầu cử đại biểu Quốc hội và đại biểu HĐND các cấp"), marks=("HỎA TỐC",), urgency=3,
        signing=("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC"), signer="Nguyễn Đình Vĩnh", post="Phó Bí thư Thường trực", competence="TM",
    ),
    Written(
        issuer=("ỦY BAN NHÂN DÂN", "PHƯỜNG LONG BIÊN"), symbol="07/GM-UBND", place="Long Biên", day=date(2026, 8, 6), title="GIẤY MỜI", type_code="state-invitation",
        abstract=("Họp giao ban công tác tháng 8 năm 2026",), filling=0, body=("Ủy ban nhân dân phường trân trọng kính mời: Trưởng các phòng, ban, ngành.", "Thời gian: 14 giờ 00 ngày 10/8/2026.", "Địa điểm: Phòng họp tầng 3."),
        signing=("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), signer="Quách Thị Thu Hà", post="Chánh Văn phòng", competence="TL",
    ),
    Written(
        parent=("BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",), issuer=("CỤC QUẢN LÝ ĐÊ ĐIỀU", "VÀ PHÒNG, CHỐNG THIÊN TAI"), symbol="903/ĐĐ-ƯPKP", place="Hà Nội", day=date(2026, 7, 19), marks=("THƯỢNG KHẨN",), urgency=2,
        abstract=("chủ động ứng phó mưa lớn, lũ quét,", "sạt lở đất khu vực Bắc Bộ và Thanh Hóa"), to=("Ban Chỉ huy phòng thủ dân sự các tỉnh, thành phố",),
        signing=("KT. CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG"), signer="Nguyễn Văn Tiến", post="Phó Cục trưởng", competence="KT",
    ),
    Written(
        issuer=("CÔNG TY CỔ PHẦN CẤP NƯỚC", "SÔNG HẬU"), symbol="118/CV-CNSH", place="Hậu Giang", day=date(2026, 10, 9), abstract=("đề nghị thỏa thuận vị trí đấu nối", "tuyến ống D400"), to=("Ủy ban nhân dân phường Vị Thanh",),
        body=("Trả lời Văn bản số 77/UBND-KT ngày 30/9/2026 của Ủy ban nhân dân phường Vị Thanh, Công ty có ý kiến như sau:",), answers="77/UBND-KT",
        signing=("TỔNG GIÁM ĐỐC",), signer="Đàm Quang Vinh", post="Tổng Giám đốc",
    ),
    Written(
        issuer=("BỘ GIÁO DỤC VÀ ĐÀO TẠO",), symbol="28/2026/TT-BGDĐT", place="Hà Nội", day=date(2026, 8, 28), title="THÔNG TƯ", type_code="legal-circular",
        abstract=("Ban hành Quy chế thi tốt nghiệp trung học phổ thông",), body=("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;", "Bộ trưởng Bộ Giáo dục và Đào tạo ban hành Thông tư ban hành Quy chế thi."),
        signing=("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"), signer="Phạm Ngọc Thưởng", post="Thứ trưởng", competence="KT", filling=9,
    ),
    Written(
        parent=("UBND TỈNH CAO BẰNG",), issuer=("SỞ DÂN TỘC VÀ TÔN GIÁO",), symbol="83/BC-SDTTG", place="Cao Bằng", day=date(2026, 12, 4), title="BÁO CÁO", type_code="state-report",
        abstract=("Kết quả thực hiện chính sách dân tộc năm 2026", "và phương hướng, nhiệm vụ năm 2027"), signing=("GIÁM ĐỐC",), signer="Bế Văn Hùng", post="Giám đốc", circulation="return", marks=("XEM XONG TRẢ LẠI",),
    ),
    Written(
        issuer=("HỘI ĐỒNG NHÂN DÂN", "TỈNH TUYÊN QUANG"), symbol="61/TB-HĐND", place="Tuyên Quang", day=date(2026, 11, 18), title="THÔNG BÁO", type_code="state-notice",
        abstract=("Triệu tập Kỳ họp thứ 8 Hội đồng nhân dân tỉnh khóa XX,", "nhiệm kỳ 2026 - 2031"), signing=("TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"), signer="Ma Thị Thúy", post="Chủ tịch", competence="TM",
    ),
    Written(
        parent=("UBND TỈNH QUẢNG NINH",), issuer=("BAN QUẢN LÝ VỊNH HẠ LONG",), symbol="9/TTr-BQLVHL", place="Hạ Long", day=date(2026, 2, 6), title="TỜ TRÌNH", type_code="state-submission",
        abstract=("Về việc phê duyệt Phương án bảo tồn hang động",), to=("Ủy ban nhân dân tỉnh Quảng Ninh",), signing=("KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"), signer="Phạm Đình Huỳnh", post="Phó Trưởng ban", competence="KT",
    ),
    Written(
        issuer=("BỘ QUỐC PHÒNG",), symbol="355/BQP-TM", place="Hà Nội", day=date(2026, 1, 13), marks=("TUYỆT MẬT",), secrecy=3, abstract=("điều chỉnh kế hoạch huấn luyện năm 2026",), to=("Bộ Tổng Tham mưu",),
        signing=("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"), signer="Thượng tướng Võ Minh Lương", name="Võ Minh Lương", post="Thứ trưởng", competence="KT",
    ),
    Written(
        layout="foreign", language="en", parent=("Government of Malaysia",), issuer=("Ministry of Digital",), label="Our Ref:", symbol="MOD.600-1/4/12", place="Putrajaya", day=date(2026, 5, 11), day_words="11 May 2026",
        about="Subject:", abstract=("Invitation to the ASEAN e-Office Forum",), to=("Ministry of Science and Technology",), body=("Dear Excellency,", "I have the pleasure to invite a delegation to the Forum in July 2026."), filling=0,
        signing=("Secretary General",), signer="Fabian Bigar", hidden=("signer", "signer_post", "recipients"),
    ),
]  # fmt: skip
