"""Words of letterheads: types of document with their symbols, agencies, authorities to sign."""

TYPES = {
    "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "QC": "Quy chế", "QYĐ": "Quy định", "QĐI": "Quy định",
    "TC": "Thông cáo", "TB": "Thông báo", "HD": "Hướng dẫn", "CTR": "Chương trình", "CTRHĐ": "Chương trình hành động",
    "KH": "Kế hoạch", "PA": "Phương án", "ĐA": "Đề án", "DA": "Dự án", "BC": "Báo cáo", "BB": "Biên bản",
    "TTR": "Tờ trình", "HĐ": "Hợp đồng", "CĐ": "Công điện", "BGN": "Bản ghi nhớ", "BTT": "Bản thỏa thuận",
    "GUQ": "Giấy ủy quyền", "GM": "Giấy mời", "GGT": "Giấy giới thiệu", "GNP": "Giấy nghỉ phép", "PG": "Phiếu gửi",
    "PC": "Phiếu chuyển", "PB": "Phiếu báo", "NĐ": "Nghị định", "TT": "Thông tư", "KL": "Kết luận", "L": "Luật",
    "PL": "Pháp lệnh", "VBHN": "Văn bản hợp nhất", "TTLT": "Thông tư liên tịch", "NQLT": "Nghị quyết liên tịch",
    "TL": "Thể lệ", "TM": "Thư mời", "TCÔ": "Thư công", "ĐK": "Đăng ký", "CTPH": "Chương trình phối hợp",
}  # fmt: skip
"""Symbol of the type in the number, in capitals -> type in words."""

TYPE_TITLES = tuple(
    sorted(
        {*TYPES.values(), "Lệnh", "Hiến pháp", "Thư ngỏ", "Phiếu trình", "Công hàm", "Điều lệ", "Nội quy"},
        key=len,
        reverse=True,
    )
)
"""Types as they stand as a title of their own, longest first."""

AGENCIES = (
    "ỦY BAN", "UBND", "UBMTTQ", "UB MTTQ", "HỘI ĐỒNG", "HĐND", "HỘI", "LIÊN HIỆP", "LIÊN MINH", "LIÊN ĐOÀN",
    "CÔNG ĐOÀN", "TỔNG LIÊN ĐOÀN", "LĐLĐ", "TRUNG ƯƠNG", "TW", "MTTQ", "TỈNH HỘI", "HUYỆN HỘI", "THÀNH HỘI", "BTV", "BỘ CHỈ HUY", "BỘ TƯ LỆNH", "BỘ TỔNG THAM MƯU", "BỘ", "BAN", "BCH", "BCĐ", "BCHQS", "BQL",
    "CÔNG AN", "CỤC", "TỔNG CỤC", "CHI CỤC", "VỤ", "VIỆN", "SỞ", "TỈNH ỦY", "THÀNH ỦY", "HUYỆN ỦY", "THỊ ỦY",
    "QUẬN ỦY", "ĐẢNG ỦY", "ĐẢNG BỘ", "CHI BỘ", "CHI ỦY", "ĐẢNG ĐOÀN", "BAN CÁN SỰ", "VĂN PHÒNG", "THANH TRA",
    "KIỂM TOÁN", "TÒA ÁN", "TAND", "VKSND", "KHO BẠC", "BẢO HIỂM", "BHXH", "NGÂN HÀNG", "TRUNG TÂM", "TRƯỜNG",
    "ĐẠI HỌC", "HỌC VIỆN", "BỆNH VIỆN", "TRẠM", "HẠT", "ĐỘI", "ĐỒN", "ĐOÀN", "TỔNG CÔNG TY", "CÔNG TY",
    "TẬP ĐOÀN", "QUỸ", "CHÍNH PHỦ", "THỦ TƯỚNG", "CHỦ TỊCH", "QUỐC HỘI", "QUÂN KHU", "QUÂN ĐOÀN", "QUÂN CHỦNG",
    "SƯ ĐOÀN", "TRUNG ĐOÀN", "LỮ ĐOÀN", "TIỂU BAN", "TỔ CÔNG TÁC", "TỔ", "THUẾ", "THỐNG KÊ", "HẢI QUAN", "BÁO",
    "ĐÀI", "NHÀ", "THÀNH ĐOÀN", "TỈNH ĐOÀN", "HUYỆN ĐOÀN", "MẶT TRẬN", "PHÂN HIỆU", "TÒA SOẠN",
    "PHÒNG GIÁO DỤC", "PHÒNG NỘI VỤ", "PHÒNG TÀI CHÍNH", "PHÒNG KINH TẾ", "PHÒNG VĂN HÓA", "PHÒNG LAO ĐỘNG",
    "PHÒNG TƯ PHÁP", "PHÒNG Y TẾ", "PHÒNG NÔNG NGHIỆP", "PHÒNG TÀI NGUYÊN", "PHÒNG DÂN TỘC", "PHÒNG QUẢN LÝ",
    "PHÒNG CÔNG THƯƠNG", "PHÒNG THAM MƯU", "PHÒNG CHÍNH TRỊ", "PHÒNG HẬU CẦN", "PHÒNG HẠ TẦNG", "ỦY BAN NHÂN DÂN", "KHỐI", "CƠ QUAN", "BIÊN PHÒNG", "CẢNH SÁT",
    "KIỂM LÂM",
)  # fmt: skip
"""The words with which the name of an agency begins, in capitals."""

TERRITORIES = (
    "TỈNH", "THÀNH PHỐ", "TP.", "TP", "HUYỆN", "QUẬN", "THỊ XÃ", "THỊ TRẤN", "XÃ", "PHƯỜNG", "ĐẶC KHU", "KHU VỰC",
)  # fmt: skip
"""The words with which the name of a territory begins: they go on with the agency above."""

SIGNING_POSTS = (
    "CHỦ TỊCH", "BÍ THƯ", "GIÁM ĐỐC", "CỤC TRƯỞNG", "VỤ TRƯỞNG", "BỘ TRƯỞNG", "THỨ TRƯỞNG", "THỦ TƯỚNG",
    "CHÁNH VĂN PHÒNG", "CHÁNH THANH TRA", "CHÁNH ÁN", "VIỆN TRƯỞNG", "TRƯỞNG BAN", "TRƯỞNG PHÒNG",
    "TRƯỞNG TIỂU BAN", "PHÓ BAN", "CHỈ HUY TRƯỞNG", "PHÓ CHỈ HUY TRƯỞNG", "CHỈ HUY PHÓ", "CHÍNH ỦY", "TƯ LỆNH",
    "THAM MƯU TRƯỞNG", "HIỆU TRƯỞNG", "CHỦ NHIỆM", "TRƯỞNG", "PHÓ", "CHI CỤC TRƯỞNG", "HẠT TRƯỞNG",
    "TRƯỞNG CÔNG AN", "TỔNG GIÁM ĐỐC", "TỔNG CỤC TRƯỞNG", "TỔNG THƯ KÝ", "TỔNG BÍ THƯ", "ỦY VIÊN", "TỔ TRƯỞNG",
    "TRƯỞNG ĐOÀN", "CHÍNH TRỊ VIÊN", "KIỂM TOÁN TRƯỞNG", "THƯ KÝ", "NGƯỜI LẬP", "KẾ TOÁN TRƯỞNG", "CHÁNH",
    "TỔNG KIỂM TOÁN", "TỔNG THANH TRA", "HỘI TRƯỞNG", "PHỤ TRÁCH", "THƯỜNG TRỰC", "TRƯỞNG TRẠM", "ĐỒN TRƯỞNG",
)  # fmt: skip
"""Posts in capitals as they stand over the name of a signer."""
