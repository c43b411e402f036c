"""Official letters of State bodies: no type on the paper, the abstract below the number."""

from datetime import date

from tests.papers.hands.written import Written

LETTERS = [
    Written(
        parent=("UBND TỈNH ĐỒNG THÁP",), issuer=("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",),
        symbol="3417/SNNMT-TTBVTV", place="Đồng Tháp", day=date(2026, 8, 14),
        abstract=("tăng cường phòng, chống bệnh đạo ôn,", "rầy nâu gây hại lúa Hè Thu năm 2026"),
        to=("Ủy ban nhân dân các xã, phường", "Chi cục Trồng trọt và Bảo vệ thực vật"),
        body=("Căn cứ Công văn số 5120/BNNMT-TTBVTV ngày 10 tháng 8 năm 2026 của Bộ Nông nghiệp và "
              "Môi trường về chỉ đạo phòng chống sinh vật gây hại lúa;",
              "Đề nghị gửi báo cáo về Sở trước ngày 25/8/2026 để tổng hợp."),
        signing=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), signer="Lê Chí Thiện",
        post="Phó Giám đốc", competence="KT", due=date(2026, 8, 25), hidden=("answers",),
        copies=("Như trên;", "UBND tỉnh (b/c);", "Giám đốc Sở (b/c);", "Lưu: VT, TTBVTV.Huy(05)."),
    ),
    Written(
        issuer=("VĂN PHÒNG CHÍNH PHỦ",), symbol="7745/VPCP-KTTH", place="Hà Nội",
        day=date(2026, 9, 2), marks=("HỎA TỐC",),
        abstract=("xử lý kiến nghị của Ủy ban nhân dân", "tỉnh Khánh Hòa về Dự án đường ven biển"),
        to=("Bộ Tài chính", "Bộ Xây dựng", "Ủy ban nhân dân tỉnh Khánh Hòa"),
        body=("Xét đề nghị của Ủy ban nhân dân tỉnh Khánh Hòa (văn bản số 9012/UBND-XDNĐ ngày 28 "
              "tháng 8 năm 2026) về việc bố trí vốn, Phó Thủ tướng Chính phủ có ý kiến như sau:",
              "Văn phòng Chính phủ thông báo để các cơ quan biết, thực hiện./."),
        signing=("KT. BỘ TRƯỞNG, CHỦ NHIỆM", "PHÓ CHỦ NHIỆM"), signer="Mai Thị Thu Vân",
        post="Phó Chủ nhiệm", competence="KT", urgency=3, hidden=("answers",),
    ),
    Written(
        parent=("BỘ TÀI CHÍNH",), issuer=("KHO BẠC NHÀ NƯỚC KHU VỰC XIV",),
        symbol="88/KBKV14-NV1", place="Đà Nẵng", day=date(2026, 1, 6),
        abstract=("hướng dẫn mở tài khoản của các đơn vị", "sau sắp xếp tổ chức bộ máy"),
        to=("Các đơn vị sử dụng ngân sách trên địa bàn",),
        signing=("TL. GIÁM ĐỐC", "TRƯỞNG PHÒNG NGHIỆP VỤ 1"), signer="Trương Công Định",
        post="Trưởng phòng Nghiệp vụ 1", competence="TL",
    ),
    Written(
        parent=("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG"), parent_name="Ủy ban nhân dân thành phố Hải Phòng",
        issuer=("SỞ GIÁO DỤC VÀ ĐÀO TẠO",), symbol="2208/SGDĐT-GDTrH", place="Hải Phòng",
        day=date(2026, 11, 5), about="V/v:", marks=("KHẨN",),
        abstract=("báo cáo tình hình thiếu giáo viên", "và trang thiết bị dạy học"),
        to=("Hiệu trưởng các trường trung học phổ thông",),
        body=("Thực hiện Công văn số 6234/BGDĐT-NGCBQLGD ngày 30/10/2026 của Bộ Giáo dục và Đào tạo, "
              "Sở yêu cầu các trường gửi báo cáo về Sở (qua Phòng Tổ chức cán bộ) chậm nhất là ngày "
              "15 tháng 11 năm 2026.",),
        signing=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), signer="Bùi Văn Kiệm",
        post="Phó Giám đốc", competence="KT", urgency=1, due=date(2026, 11, 15),
        hidden=("answers",), filling=14,
    ),
    Written(
        issuer=("ỦY BAN NHÂN DÂN", "XÃ TÂN HỘI ĐÔNG"), symbol="412/UBND-KT", place="Tân Hội Đông",
        day=date(2026, 5, 8),
        abstract=("phúc đáp Công văn số 1033/SXD-QLN", "của Sở Xây dựng"),
        to=("Sở Xây dựng tỉnh Đồng Tháp",),
        body=("Phúc đáp Công văn số 1033/SXD-QLN ngày 29 tháng 4 năm 2026 của Sở Xây dựng về việc rà "
              "soát nhà ở xã hội, Ủy ban nhân dân xã Tân Hội Đông báo cáo như sau:",),
        signing=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), signer="Huỳnh Thị Kim Ngân",
        post="Phó Chủ tịch", competence="TM.KT", answers="1033/SXD-QLN",
    ),
    Written(
        issuer=("BỘ NGOẠI GIAO",), symbol="1560/BNG-LPQT", place="Hà Nội", day=date(2026, 3, 19),
        abstract=("góp ý dự thảo Nghị định thư với", "Cộng hòa Dân chủ Nhân dân Lào"),
        to=("Bộ Công an",),
        body=("Trả lời Công văn số 402/BCA-V03 ngày 12 tháng 3 năm 2026 của Bộ Công an về việc đề nghị "
              "góp ý dự thảo Nghị định thư, Bộ Ngoại giao có ý kiến như sau:",),
        signing=("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG THƯỜNG TRỰC"), signer="Nguyễn Minh Vũ",
        post="Thứ trưởng Thường trực", competence="KT", answers="402/BCA-V03",
        circulation="internal", marks=("LƯU HÀNH NỘI BỘ",),
    ),
    Written(
        parent=("TẬP ĐOÀN ĐIỆN LỰC VIỆT NAM",), issuer=("TỔNG CÔNG TY ĐIỆN LỰC", "MIỀN TRUNG"),
        symbol="4590/EVNCPC-KT", place="Đà Nẵng", day=date(2026, 10, 1),
        abstract=("bảo đảm cấp điện trong mùa mưa bão",),
        to=("Các công ty điện lực thành viên",),
        signing=("KT. TỔNG GIÁM ĐỐC", "PHÓ TỔNG GIÁM ĐỐC"), signer="Lê Hoàng Anh Dũng",
        post="Phó Tổng Giám đốc", competence="KT",
        seal_text=("Ký bởi: Tổng công ty Điện lực Miền Trung", "Email: vanthu@cpc.example",
                   "Thời gian ký: 01/10/2026 16:42:08 +07:00"),
    ),
    Written(
        issuer=("THANH TRA CHÍNH PHỦ",), symbol="215/TTCP-C.IV", place="Hà Nội",
        day=date(2026, 2, 10), abstract=("cung cấp hồ sơ, tài liệu phục vụ thanh tra",),
        marks=("MẬT",), secrecy=1, to=("Ủy ban nhân dân thành phố Cần Thơ",),
        body=("Đề nghị cung cấp tài liệu về Thanh tra Chính phủ trước 17 giờ 00 ngày 20/02/2026.",),
        signing=("KT. TỔNG THANH TRA", "PHÓ TỔNG THANH TRA"), signer="Dương Quốc Huy",
        post="Phó Tổng Thanh tra", competence="KT", due=date(2026, 2, 20),
    ),
    Written(
        parent=("UBND THÀNH PHỐ HÀ NỘI",), issuer=("SỞ XÂY DỰNG",), symbol="12a/SXD-VP",
        label="Số", place="Hà Nội", day=date(2026, 1, 2), filled="apart",
        abstract=("đính chính thể thức văn bản",), to=("Các phòng, ban thuộc Sở",),
        signing=("TUQ. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"), signer="Đỗ Thị Hồng Nhung",
        post="Chánh Văn phòng", competence="TUQ",
    ),
    Written(
        parent=("ỦY BAN NHÂN DÂN TỈNH CÀ MAU",), issuer=("BAN QUẢN LÝ DỰ ÁN", "ĐẦU TƯ XÂY DỰNG CÔNG TRÌNH", "GIAO THÔNG"),
        symbol="731/BQLDAGT-KTTĐ", place="Cà Mau", day=date(2026, 6, 30), filled="field",
        abstract=("điều chỉnh tiến độ thi công gói thầu", "XL-03 Dự án nâng cấp đường ĐT.988B,", "đoạn qua địa bàn xã Tân Thuận"),
        to=("Công ty Cổ phần Xây dựng 47", "Công ty TNHH MTV Tư vấn Phương Nam"),
        signing=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC PHỤ TRÁCH"), signer="Trần Hoàng Lạc",
        post="Phó Giám đốc phụ trách", competence="KT", drafter="KTTĐ.Tuấn.08b",
    ),
    Written(
        issuer=("ỦY BAN NHÂN DÂN", "TỈNH GIA LAI"), symbol="2901/UBND-NC", place="Gia Lai",
        day=date(2026, 7, 21), filled="empty", hidden=("dated_on",),
        day_words="ngày     tháng 7 năm 2026",
        abstract=("chấn chỉnh kỷ luật, kỷ cương hành chính", "trong tiếp nhận, xử lý văn bản"),
        to=("Các sở, ban, ngành thuộc tỉnh", "Ủy ban nhân dân các xã, phường"),
        signing=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), signer="Rah Lan Chung",
        post="Phó Chủ tịch", competence="KT",
    ),
    Written(
        parent=("BỘ CÔNG AN",), issuer=("CỤC CẢNH SÁT QUẢN LÝ HÀNH CHÍNH", "VỀ TRẬT TỰ XÃ HỘI"),
        symbol="5678/C06-TTDLDC", place="Hà Nội", day=date(2026, 4, 24), marks=("THƯỢNG KHẨN",),
        abstract=("làm sạch dữ liệu dân cư phục vụ", "Đề án 06"), urgency=2,
        to=("Công an các tỉnh, thành phố",),
        body=("Yêu cầu báo cáo kết quả về Cục trước 15h00 ngày 30/4/2026.",),
        signing=("KT. CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG"), signer="Đại tá Vũ Văn Tấn",
        name="Vũ Văn Tấn", post="Phó Cục trưởng", competence="KT", due=date(2026, 4, 30),
    ),
    Written(
        parent=("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",), issuer=("LIÊN ĐOÀN LAO ĐỘNG", "TỈNH THÁI NGUYÊN"),
        symbol="306/LĐLĐ-CSPL", place="Thái Nguyên", day=date(2026, 12, 9),
        abstract=("tổ chức Chương trình “Tết Sum vầy -", "Xuân ơn Đảng” năm 2027"),
        to=("Công đoàn các xã, phường",),
        signing=("TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH"), signer="Phạm Việt Dũng",
        post="Phó Chủ tịch", competence="TM",
    ),
    Written(
        parent=("NGÂN HÀNG NHÀ NƯỚC VIỆT NAM",), issuer=("NGÂN HÀNG NHÀ NƯỚC", "CHI NHÁNH KHU VỰC 5"),
        symbol="190/KV5-THKS", place="Thanh Hóa", day=date(2026, 3, 3),
        abstract=("báo cáo dư nợ tín dụng đối với doanh nghiệp nhỏ và vừa",),
        to=("Các tổ chức tín dụng trên địa bàn",),
        body=("Thời hạn gửi báo cáo: trước ngày 10 tháng 3 năm 2026.",), due=date(2026, 3, 10),
        signing=("Q. GIÁM ĐỐC",), signer="Tống Văn Ánh", post="Giám đốc", competence="Q",
    ),
    Written(
        issuer=("TÒA ÁN NHÂN DÂN", "KHU VỰC 3 - LÂM ĐỒNG"), symbol="77/TAKV3-VP", place="Lâm Đồng",
        day=date(2026, 6, 17), abstract=("đề nghị cung cấp thông tin vụ án dân sự",),
        to=("Văn phòng Đăng ký đất đai tỉnh Lâm Đồng",),
        body=("Đề nghị Quý cơ quan gửi văn bản trả lời trong thời hạn 15 ngày kể từ ngày nhận được "
              "công văn này.",), filling=2,
        signing=("CHÁNH ÁN",), signer="K’ Brổih", post="Chánh án",
    ),
    Written(
        parent=("SỞ Y TẾ TỈNH NGHỆ AN",), issuer=("TRUNG TÂM KIỂM SOÁT BỆNH TẬT",),
        symbol="1122/KSBT-PCBTN", place="Nghệ An", day=date(2026, 7, 7),
        abstract=("giám sát và xử lý ổ dịch sốt xuất huyết", "Dengue trên địa bàn"),
        marks=("HỎA TỐC",), urgency=3, to=("Trạm Y tế các xã, phường",),
        signing=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), signer="BS.CKII. Chu Trọng Trang",
        name="Chu Trọng Trang", post="Phó Giám đốc", competence="KT",
        header="TRUNG TÂM KIỂM SOÁT BỆNH TẬT TỈNH NGHỆ AN - Số 140 Lê Hồng Phong",
    ),
]  # fmt: skip
