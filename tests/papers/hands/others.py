"""Papers of Party bodies, of the Front and unions, and of offices abroad."""

from datetime import date

from tests.papers.hands.written import Written

PARTY = [
    Written(
        layout="party", label="Số", issuer=("TỈNH ỦY ĐẮK LẮK",), symbol="45-NQ/TU", place="Buôn Ma Thuột",
        day=date(2026, 8, 20), title="NGHỊ QUYẾT", type_code="party-resolution",
        abstract=("về phát triển khoa học, công nghệ, đổi mới sáng tạo", "và chuyển đổi số tỉnh Đắk Lắk đến năm 2030"),
        signing=("T/M TỈNH ỦY", "BÍ THƯ"), signer="Lương Nguyễn Minh Triết", post="Bí thư", competence="TM",
    ),
    Written(
        layout="party", label="Số", parent=("TỈNH ỦY AN GIANG",), issuer=("BAN TỔ CHỨC",), symbol="1022-CV/BTCTU",
        place="An Giang", day=date(2026, 5, 18), type_code="party-letter", about="Về việc",
        abstract=("rà soát, bổ sung quy hoạch", "cán bộ nhiệm kỳ 2025 - 2030"),
        to=("Các đảng ủy trực thuộc Tỉnh ủy",),
        body=("Thực hiện Kế hoạch số 88-KH/TU, ngày 04/5/2026 của Ban Thường vụ Tỉnh ủy, Ban Tổ chức Tỉnh ủy "
              "đề nghị các đảng ủy báo cáo kết quả trước ngày 30/5/2026.",),
        signing=("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"), signer="Hồ Thị Cẩm Đào", post="Phó Trưởng ban",
        competence="KT", due=date(2026, 5, 30), hidden=("answers",),
    ),
    Written(
        layout="party", label="Số", parent=("ĐẢNG BỘ TỈNH HƯNG YÊN",), issuer=("ĐẢNG ỦY XÃ NHƯ QUỲNH",), symbol="112-TB/ĐU",
        place="Như Quỳnh", day=date(2026, 3, 12), title="THÔNG BÁO", type_code="party-notice",
        abstract=("Kết luận của Ban Thường vụ Đảng ủy", "tại phiên họp tháng 3 năm 2026"),
        signing=("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC"), signer="Chu Quốc Hiệu",
        post="Phó Bí thư Thường trực", competence="TM",
    ),
    Written(
        layout="party", label="Số", parent=("TỈNH ỦY QUẢNG TRỊ",), issuer=("VĂN PHÒNG",), symbol="340-CV/VPTU",
        place="Quảng Trị", day=date(2026, 10, 2), about="V/v", type_code="party-letter", marks=("HỎA TỐC",), urgency=3,
        abstract=("chuẩn bị Hội nghị Tỉnh ủy lần thứ 6",), to=("Các đồng chí Tỉnh ủy viên",),
        signing=("T/L CHÁNH VĂN PHÒNG", "TRƯỞNG PHÒNG TỔNG HỢP"), signer="Trần Đình Dũng",
        post="Trưởng phòng Tổng hợp", competence="TL",
    ),
    Written(
        layout="party", label="Số", issuer=("BAN CHẤP HÀNH TRUNG ƯƠNG",), parent=(), symbol="77-KL/TW", place="Hà Nội",
        day=date(2026, 6, 2), title="KẾT LUẬN", type_code="party-conclusion",
        abstract=("CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ", "về tiếp tục sắp xếp tổ chức bộ máy của hệ thống chính trị"),
        signing=("T/M BỘ CHÍNH TRỊ",), signer="Trần Cẩm Tú", post="", competence="TM", hidden=("signer_post", "abstract"),
    ),
    Written(
        layout="party", label="Số", parent=("TỈNH ỦY PHÚ THỌ",), issuer=("ỦY BAN KIỂM TRA",), symbol="209-QĐ/UBKTTU",
        place="Phú Thọ", day=date(2026, 9, 9), title="QUYẾT ĐỊNH", type_code="party-decision",
        abstract=("thành lập Đoàn kiểm tra tổ chức đảng cấp dưới",), marks=("MẬT",), secrecy=1,
        body=("- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;", "ỦY BAN KIỂM TRA TỈNH ỦY QUYẾT ĐỊNH",
              "Điều 1. Thành lập Đoàn kiểm tra gồm các đồng chí có tên sau:"),
        signing=("K/T CHỦ NHIỆM", "PHÓ CHỦ NHIỆM THƯỜNG TRỰC"), signer="Nguyễn Xuân Ngọc",
        post="Phó Chủ nhiệm Thường trực", competence="KT",
    ),
    Written(
        layout="party", label="Số", parent=("THÀNH ỦY CẦN THƠ",), issuer=("BAN TUYÊN GIÁO VÀ DÂN VẬN",),
        symbol="15-HD/BTGDVTU", place="Cần Thơ", day=date(2026, 1, 16), title="HƯỚNG DẪN", type_code="party-guideline",
        abstract=("tuyên truyền kỷ niệm 96 năm Ngày thành lập Đảng", "Cộng sản Việt Nam (03/02/1930 - 03/02/2026)"),
        signing=("TRƯỞNG BAN",), signer="Phạm Thế Vinh", post="Trưởng ban",
    ),
    Written(
        layout="party", label="Số", parent=("ĐẢNG BỘ CHÍNH PHỦ",), issuer=("ĐẢNG ỦY BỘ CÔNG THƯƠNG",), symbol="61-BC/ĐU",
        place="Hà Nội", day=date(2026, 11, 30), title="BÁO CÁO", type_code="party-report",
        abstract=("kết quả công tác xây dựng Đảng năm 2026 và phương hướng,", "nhiệm vụ năm 2027"), filling=15,
        signing=("T/M BAN THƯỜNG VỤ", "K/T BÍ THƯ", "PHÓ BÍ THƯ"), signer="Phan Thị Thắng", post="Phó Bí thư", competence="TM.KT",
    ),
    Written(
        layout="party", label="Số", parent=("ĐẢNG ỦY PHƯỜNG HÀ ĐÔNG",), issuer=("CHI BỘ TỔ DÂN PHỐ SỐ 7",), symbol="03-GM/CB",
        place="Hà Đông", day=date(2026, 2, 25), title="GIẤY MỜI", type_code="party-invitation",
        abstract=("dự sinh hoạt chuyên đề quý I năm 2026",), filling=0,
        body=("Thời gian: 19 giờ 30, ngày 05/3/2026.", "Địa điểm: Nhà văn hóa Tổ dân phố số 7."),
        signing=("T/M CHI BỘ", "BÍ THƯ"), signer="Đặng Xuân Hòa", post="Bí thư", competence="TM",
    ),
    Written(
        layout="party", label="Số", issuer=("ĐẢNG ỦY", "ĐẶC KHU CÔN ĐẢO"), parent=("ĐẢNG BỘ THÀNH PHỐ HỒ CHÍ MINH",),
        symbol="27-TTr/ĐU", place="Côn Đảo", day=date(2026, 7, 15), title="TỜ TRÌNH", type_code="party-submission",
        abstract=("về việc chuẩn y bổ sung cấp ủy viên",), to=("Ban Thường vụ Thành ủy",),
        signing=("T/M BAN THƯỜNG VỤ", "BÍ THƯ"), signer="Lê Anh Tú", post="Bí thư", competence="TM",
    ),
    Written(
        layout="state", issuer=("BAN THƯỜNG TRỰC",), parent=("ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM", "TỈNH THANH HÓA"),
        parent_name="Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Thanh Hóa", symbol="318/MTTQ-BTT", place="Thanh Hóa",
        day=date(2026, 10, 27), abstract=("tổ chức Ngày hội Đại đoàn kết toàn dân tộc", "ở khu dân cư năm 2026"),
        to=("Ban Thường trực Ủy ban MTTQ Việt Nam các xã, phường",),
        signing=("TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH"), signer="Lê Hữu Tùng", post="Phó Chủ tịch", competence="TM",
        hidden=("issuer", "parent"),
    ),
    Written(
        layout="union", label="Số:", parent=("BAN CHẤP HÀNH TRUNG ƯƠNG",), issuer=("BAN CHẤP HÀNH ĐOÀN TỈNH LÀO CAI",),
        symbol="88-KH/TĐTN-VP", place="Lào Cai", day=date(2026, 4, 6), title="KẾ HOẠCH", type_code="state-plan",
        abstract=("Tổ chức Chiến dịch Thanh niên tình nguyện hè năm 2026",),
        signing=("TM. BAN THƯỜNG VỤ TỈNH ĐOÀN", "BÍ THƯ"), signer="Hà Đức Hải", post="Bí thư", competence="TM",
        hidden=("type_code", "issuer", "parent"),
    ),
]  # fmt: skip

ABROAD = [
    Written(
        layout="foreign", language="en", parent=("Ministry of Home Affairs",), issuer=("Department of Official Language",),
        label="No.", symbol="12011/07/2026-OL(Impl.)", place="New Delhi", day=date(2026, 9, 14), day_words="14 September 2026",
        title="OFFICE MEMORANDUM", about="Subject:", abstract=("Celebration of Hindi Fortnight in central offices",), to=("All Ministries and Departments",),
        body=("The undersigned is directed to refer to the subject mentioned above and to say that the fortnight "
              "will be observed from 14 to 28 September 2026.",), filling=0,
        signing=("Deputy Secretary to the Government of India",), signer="R. K. Sharma", post="", hidden=("signer", "signer_post", "recipients"),
    ),
    Written(
        layout="foreign", language="en", issuer=("Embassy of the Republic of Singapore",), label="Ref:", symbol="SGE/HAN/2026-114",
        place="Hanoi", day=date(2026, 3, 2), day_words="March 2, 2026", about="Re:", abstract=("Study visit on digital government, 18-22 May 2026",),
        to=("Ministry of Science and Technology",), body=("Dear Sir or Madam,", "The Embassy presents its compliments and has the honour to propose a visit."),
        filling=0, signing=("First Secretary",), signer="Tan Wei Ling", hidden=("signer", "signer_post", "recipients"),
    ),
    Written(
        layout="foreign", language="hi", parent=("गृह मंत्रालय",), issuer=("राजभाषा विभाग",), label="सं.", symbol="20034/12/2026-रा.भा.(का.)",
        place="नई दिल्ली", day=date(2026, 7, 9), day_words="दिनांक: 9 जुलाई, 2026", about="विषय:", abstract=("राजभाषा नीति के अनुपालन की तिमाही प्रगति रिपोर्ट",),
        to=("सभी मंत्रालय और विभाग",), body=("महोदय,", "उपर्युक्त विषय पर कृपया अपने विभाग की रिपोर्ट इस विभाग को भेजने का कष्ट करें।"), filling=0,
        signing=("उप सचिव, भारत सरकार",), signer="सुनीता वर्मा", hidden=("signer", "signer_post", "recipients"),
    ),
    Written(
        layout="foreign", language="hi", parent=("भारत सरकार",), issuer=("डाक विभाग",), label="फा.सं.", symbol="17-08/2026-पीएपी", place="नई दिल्ली",
        day=date(2026, 1, 22), day_words="22 जनवरी 2026", about="विषय:", abstract=("डाक टिकटों के विमोचन के संबंध में",),
        to=("मुख्य पोस्टमास्टर जनरल",), body=("महोदय,", "मुझे यह सूचित करने का निदेश हुआ है।"), filling=0,
        signing=("अवर सचिव",), signer="मनोज कुमार", hidden=("signer", "signer_post", "recipients", "parent"),
    ),
    Written(
        layout="foreign", language="ar", parent=("وزارة الخارجية",), issuer=("إدارة الشؤون الآسيوية",), label="الرقم:", symbol="1447/305",
        place="الرياض", day=date(2026, 2, 15), day_words="التاريخ: 15 فبراير 2026", about="الموضوع:", abstract=("زيارة وفد تجاري إلى هانوي",),
        to=("سفارة جمهورية فيتنام",), body=("تحية طيبة وبعد،", "نرجو التكرم بالإحاطة واتخاذ ما يلزم."), filling=0,
        signing=("مدير الإدارة",), signer="عبد الرحمن السالم", hidden=("signer", "signer_post", "recipients"),
    ),
    Written(
        layout="foreign", language="ar", parent=("جمهورية مصر العربية",), issuer=("وزارة التعليم العالي",), label="رقم الكتاب:", symbol="2201/2026",
        place="القاهرة", day=date(2026, 5, 3), day_words="التاريخ: 3 مايو 2026", about="الموضوع:", abstract=("المنح الدراسية للطلاب الأجانب",),
        to=("السادة رؤساء الجامعات",), body=("السلام عليكم ورحمة الله وبركاته،", "نفيدكم بفتح باب التقديم."), filling=0,
        signing=("وكيل الوزارة",), signer="هالة محمود", hidden=("signer", "signer_post", "recipients", "parent"),
    ),
]  # fmt: skip
