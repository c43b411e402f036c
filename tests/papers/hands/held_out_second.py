"""More papers that the reader had not met: commune bodies after 2025, joint papers, odd competences."""

from datetime import date

from tests.papers.hands.written import Written

SECOND = [
    Written(
        issuer=("ỦY BAN NHÂN DÂN", "XÃ Ô LÂM"), symbol="1033/UBND-VHXH", place="Ô Lâm", day=date(2026, 7, 5), marks=("HOẢ TỐC",), urgency=3,
        about="V/v:", abstract=("khẩn trương khắc phục hậu quả giông lốc", "tại ấp Phước Lộc"), to=("Trưởng các ấp: Phước Lộc, Phước Thọ, An Hòa",),
        body=("Yêu cầu Trưởng các ấp tổng hợp thiệt hại, báo cáo UBND xã trước 16 giờ ngày 06/7/2026.",), due=date(2026, 7, 6),
        signing=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), signer="Chau Kim Sêng", post="Phó Chủ tịch", competence="TM.KT",
    ),
    Written(
        parent=("ỦY BAN NHÂN DÂN", "PHƯỜNG AN KHÁNH"), parent_name="Ủy ban nhân dân phường An Khánh", issuer=("TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG"),
        symbol="52/TTPVHCC", place="An Khánh", day=date(2026, 7, 1), abstract=("thay đổi thời gian tiếp nhận hồ sơ", "đất đai, hộ tịch, chứng thực"),
        to=("Công dân và tổ chức trên địa bàn phường",), signing=("GIÁM ĐỐC",), signer="Trịnh Thị Út", post="Giám đốc",
    ),
    Written(
        parent=("UBND XÃ ĐẠI XUYÊN",), issuer=("PHÒNG VĂN HÓA - XÃ HỘI",), symbol="18/TTr-VHXH", place="Đại Xuyên", day=date(2026, 9, 1),
        title="TỜ TRÌNH", type_code="state-submission", abstract=("Về việc cấp kinh phí tổ chức Lễ hội truyền thống", "xã Đại Xuyên năm 2026"),
        to=("Ủy ban nhân dân xã Đại Xuyên",), signing=("Q. TRƯỞNG PHÒNG",), signer="Phùng Văn Tửu", post="Trưởng phòng", competence="Q",
    ),
    Written(
        issuer=("ỦY BAN BẦU CỬ", "XÃ SI MA CAI"), symbol="9/TB-UBBC", place="Si Ma Cai", day=date(2026, 1, 3), title="THÔNG BÁO", type_code="state-notice",
        abstract=("Thời gian, địa điểm tiếp nhận hồ sơ ứng cử",), signing=("TM. ỦY BAN BẦU CỬ", "CHỦ TỊCH"), signer="Giàng Seo Vần", post="Chủ tịch", competence="TM",
    ),
    Written(
        issuer=("CÔNG AN THÀNH PHỐ HẢI PHÒNG",), symbol="6611/CAHP-PC06", place="Hải Phòng", day=date(2026, 10, 12), marks=("TỐI MẬT", "KHẨN"), secrecy=2, urgency=1,
        abstract=("phối hợp xác minh đối tượng",), to=("Công an phường Lê Chân",), body=("Căn cứ Kế hoạch số 12/KH-BCA ngày 03/10/2026 của Bộ Công an;",),
        signing=("TL. GIÁM ĐỐC", "TRƯỞNG PHÒNG CẢNH SÁT QLHC VỀ TTXH"), signer="Thượng tá Đinh Quang Huy", name="Đinh Quang Huy",
        post="Trưởng phòng Cảnh sát QLHC về TTXH", competence="TL", hidden=("answers",),
    ),
    Written(
        layout="party", label="Số", parent=("ĐẢNG BỘ TỈNH CÀ MAU",), issuer=("ĐẢNG ỦY XÃ ĐẤT MŨI",), symbol="05-QĐ/ĐU", place="Đất Mũi", day=date(2026, 8, 9),
        title="QUYẾT ĐỊNH", type_code="party-decision", abstract=("ban hành Quy chế làm việc của Ban Chấp hành", "Đảng bộ xã nhiệm kỳ 2025 - 2030"),
        body=("- Căn cứ Điều lệ Đảng;", "BAN CHẤP HÀNH ĐẢNG BỘ XÃ QUYẾT ĐỊNH", "Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc."),
        signing=("T/M ĐẢNG ỦY", "BÍ THƯ"), signer="Nguyễn Trường Giang", post="Bí thư", competence="TM",
    ),
    Written(
        layout="party", label="Số:", parent=("BAN CHẤP HÀNH TRUNG ƯƠNG",), issuer=("VĂN PHÒNG",), symbol="1412-CV/VPTW", place="Hà Nội", day=date(2026, 2, 27), marks=("THƯỢNG KHẨN",), urgency=2,
        about="V/v", abstract=("gửi hồ sơ phục vụ Hội nghị Trung ương",), type_code="party-letter", to=("Đảng ủy Quốc hội", "Đảng ủy Chính phủ", "Các tỉnh ủy, thành ủy"),
        body=("Hồ sơ đề nghị gửi về Văn phòng Trung ương Đảng chậm nhất là ngày 10/3/2026.",), due=date(2026, 3, 10),
        signing=("K/T CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"), signer="Lâm Phương Thanh", post="Phó Chánh Văn phòng", competence="KT",
    ),
    Written(
        issuer=("BỘ Y TẾ - BỘ TÀI CHÍNH",), symbol="07/2026/TTLT-BYT-BTC", place="Hà Nội", day=date(2026, 5, 15), title="THÔNG TƯ LIÊN TỊCH", type_code="legal-joint-circular",
        abstract=("Hướng dẫn thanh toán chi phí khám bệnh, chữa bệnh", "bảo hiểm y tế"), body=("Căn cứ Luật Bảo hiểm y tế ngày 14 tháng 11 năm 2008;",), hidden=("type_code", "signer", "signer_post", "competence"),
        signing=("KT. BỘ TRƯỞNG BỘ TÀI CHÍNH", "THỨ TRƯỞNG"), signer="Lê Tấn Cận", post="Thứ trưởng", competence="KT",
        second=(("KT. BỘ TRƯỞNG BỘ Y TẾ", "THỨ TRƯỞNG"), "Đỗ Xuân Tuyên"),
    ),
    Written(
        issuer=("TỔNG CÔNG TY", "HÀNG KHÔNG VIỆT NAM - CTCP"), symbol="1190/TCTHK-BTGĐ", place="Hà Nội", day=date(2026, 11, 20), abstract=("đề nghị bổ sung vị trí đỗ tàu bay",), filled="apart",
        to=("Cục Hàng không Việt Nam",), body=("Phúc đáp Công văn số 5120/CHK-QLC ngày 11/11/2026 của Cục Hàng không Việt Nam về việc góp ý phương án khai thác,",), answers="5120/CHK-QLC",
        signing=("TUQ. TỔNG GIÁM ĐỐC", "TRƯỞNG BAN KẾ HOẠCH PHÁT TRIỂN"), signer="Nguyễn Quang Trung", post="Trưởng ban Kế hoạch phát triển", competence="TUQ",
    ),
    Written(
        parent=("SỞ GIÁO DỤC VÀ ĐÀO TẠO THÀNH PHỐ HUẾ",), issuer=("TRƯỜNG THPT CHUYÊN QUỐC HỌC",), symbol="77/GM-QH", place="Huế", day=date(2026, 9, 3), title="GIẤY MỜI", type_code="state-invitation",
        abstract=("Dự Lễ khai giảng năm học 2026 - 2027",), filling=0,
        body=("Trường THPT chuyên Quốc Học trân trọng kính mời: Quý vị đại biểu.", "Thời gian: 07 giờ 00, ngày 05 tháng 9 năm 2026 (thứ Bảy).", "Địa điểm: Sân trường."),
        signing=("HIỆU TRƯỞNG",), signer="ThS. Nguyễn Phú Thọ", name="Nguyễn Phú Thọ", post="Hiệu trưởng",
    ),
    Written(
        parent=("NGÂN HÀNG THƯƠNG MẠI CỔ PHẦN", "NGOẠI THƯƠNG VIỆT NAM"), parent_name="Ngân hàng thương mại cổ phần Ngoại thương Việt Nam", issuer=("CHI NHÁNH QUẢNG NAM",),
        symbol="0812/QNA-KHDN", place="Tam Kỳ", day=date(2026, 12, 31), abstract=("xác nhận số dư tài khoản",), to=("Ban Quản lý dự án đầu tư xây dựng tỉnh",),
        signing=("KT. GIÁM ĐỐC CHI NHÁNH", "PHÓ GIÁM ĐỐC"), signer="Trần Ngọc Hùng", post="Phó Giám đốc", competence="KT",
    ),
    Written(
        issuer=("ỦY BAN NHÂN DÂN", "ĐẶC KHU TRƯỜNG SA"), symbol="03/CĐ-UBND", place="Trường Sa", day=date(2026, 10, 28), title="CÔNG ĐIỆN", type_code="state-telegram", marks=("HỎA TỐC",), urgency=3,
        abstract=("Về việc chủ động ứng phó áp thấp nhiệt đới gần Biển Đông",), body=("CHỦ TỊCH ỦY BAN NHÂN DÂN ĐẶC KHU điện:",),
        signing=("CHỦ TỊCH",), signer="Lê Đình Hải", post="Chủ tịch",
    ),
    Written(
        layout="foreign", language="en", parent=("Republic of the Philippines",), issuer=("Department of Foreign Affairs",), label="Reference No.", symbol="DFA-ASPAC-2026-0417", place="Pasay City",
        day=date(2026, 4, 17), day_words="17 April 2026", about="SUBJECT:", abstract=("Proposed dates for the 11th Joint Commission meeting",), to=("Embassy of Viet Nam",),
        body=("Dear Ambassador,", "We refer to your letter dated 2 April 2026 on the above subject."), filling=0, signing=("Assistant Secretary",), signer="Maria Elena Santos", hidden=("signer", "signer_post", "recipients", "parent"),
    ),
    Written(
        layout="foreign", language="hi", parent=("भारत सरकार",), issuer=("शिक्षा मंत्रालय",), label="फा.सं.", symbol="11-4/2026-उशि", place="नई दिल्ली", day=date(2026, 8, 3), day_words="दिनांक 3 अगस्त, 2026",
        about="विषय:", abstract=("छात्रवृत्ति हेतु आवेदन आमंत्रण",), to=("सभी विश्वविद्यालय",), body=("महोदय,", "आवेदन की अंतिम तिथि 30 सितंबर है।"), filling=0, signing=("उप सचिव",), signer="अजय सिंह", hidden=("signer", "signer_post", "recipients", "parent"),
    ),
    Written(
        layout="foreign", language="ar", parent=("دولة قطر",), issuer=("وزارة الصحة العامة",), label="رقم:", symbol="518/2026", place="الدوحة", day=date(2026, 6, 21), day_words="التاريخ: 21 يونيو 2026",
        about="الموضوع:", abstract=("دعوة لحضور مؤتمر الصحة الرقمية",), to=("وزارة الصحة في فيتنام",), body=("تحية طيبة وبعد،", "يسرنا دعوتكم لحضور المؤتمر."), filling=0, signing=("مدير الإدارة",), signer="سالم الكواري", hidden=("signer", "signer_post", "recipients", "parent"),
    ),
]  # fmt: skip
