"""Ranks, degrees and posts as data: how titles of people begin in administrative Vietnamese."""

RANKS = (
    "Đại tướng", "Thượng tướng", "Trung tướng", "Thiếu tướng", "Chuẩn Đô đốc", "Phó Đô đốc", "Đô đốc", "Đại tá",
    "Thượng tá", "Trung tá", "Thiếu tá", "Đại úy", "Thượng úy", "Trung úy", "Thiếu úy", "Đại uý", "Thượng uý",
    "Trung uý", "Thiếu uý", "Chuẩn úy", "Thượng sĩ", "Trung sĩ", "Hạ sĩ", "Binh nhất", "Binh nhì",
)  # fmt: skip
"""Ranks of the army, the police, the navy and the border guard."""

DEGREES = (
    "PGS.TS", "GS.TS", "PGS", "GS", "TSKH", "TS", "ThS", "Ths", "BSCKII", "BSCKI", "BS", "KS", "CN", "LS",
    "NGND", "NGƯT", "NSND", "NSƯT", "Tiến sĩ", "Thạc sĩ", "Bác sĩ", "Kỹ sư", "Luật sư", "Giáo sư",
    "Phó Giáo sư", "Nghệ nhân", "Anh hùng",
)  # fmt: skip
"""Academic degrees and honours that stand before a name."""

HONORIFICS = (
    "đồng chí", "các đồng chí", "đ/c", "các đ/c", "ông", "bà", "các ông", "các bà", "anh", "chị", "em", "cụ",
    "thầy", "cô", "bác", "chú", "mẹ", "cháu", "ngài", "linh mục", "hòa thượng", "thượng tọa", "đại đức",
    "mục sư", "ni sư",
)  # fmt: skip
"""Words of address before a name; they are no titles."""

POSTS = (
    "Tổng Bí thư", "Bí thư", "Phó Bí thư", "Chủ tịch", "Phó Chủ tịch", "Thủ tướng", "Phó Thủ tướng",
    "Bộ trưởng", "Thứ trưởng", "Trưởng ban", "Trưởng Ban", "Phó Trưởng ban", "Phó Trưởng Ban", "Phó ban",
    "Phó Ban", "Ủy viên", "Uỷ viên", "Giám đốc", "Phó Giám đốc", "Tổng Giám đốc", "Phó Tổng Giám đốc",
    "Cục trưởng", "Phó Cục trưởng", "Tổng cục trưởng", "Phó Tổng cục trưởng", "Vụ trưởng", "Phó Vụ trưởng",
    "Chi cục trưởng", "Phó Chi cục trưởng", "Trưởng phòng", "Phó Trưởng phòng", "Phó phòng", "Chánh Văn phòng",
    "Phó Chánh Văn phòng", "Chánh Thanh tra", "Phó Chánh Thanh tra", "Chánh án", "Phó Chánh án", "Viện trưởng",
    "Phó Viện trưởng", "Hiệu trưởng", "Phó Hiệu trưởng", "Tư lệnh", "Phó Tư lệnh", "Chính ủy", "Chính uỷ",
    "Phó Chính ủy", "Phó Chính uỷ", "Chỉ huy trưởng", "Phó Chỉ huy trưởng", "Chỉ huy phó", "Tham mưu trưởng",
    "Phó Tham mưu trưởng", "Tổng Tham mưu trưởng", "Phó Tổng Tham mưu trưởng", "Chủ nhiệm", "Phó Chủ nhiệm",
    "Chính trị viên", "Chính trị viên phó", "Trưởng Công an", "Phó Trưởng Công an", "Đồn trưởng",
    "Phó Đồn trưởng", "Trạm trưởng", "Hạt trưởng", "Đội trưởng", "Phó Đội trưởng", "Tổ trưởng", "Tổ phó",
    "Trưởng thôn", "Trưởng bản", "Trưởng xóm", "Trưởng Đoàn", "Phó Trưởng Đoàn", "Trưởng đoàn",
    "Phó Trưởng đoàn", "Đại biểu Quốc hội", "Tổng Thư ký", "Thư ký", "Tổng biên tập", "Phó Tổng biên tập",
    "Trưởng khoa", "Phó Trưởng khoa", "Trưởng bộ môn", "Kế toán trưởng", "Tỉnh ủy viên", "Thành ủy viên",
    "Huyện ủy viên", "Thị ủy viên", "Quận ủy viên", "Đảng ủy viên", "Thường trực", "Phó Thường trực", "Nguyên",
    "nguyên", "Quyền", "Phụ trách", "Chuyên viên", "Cán bộ", "Hội trưởng", "Trưởng Tiểu ban",
    "Trung đoàn trưởng", "Tiểu đoàn trưởng", "Đại đội trưởng", "Lữ đoàn trưởng", "Sư đoàn trưởng",
    "Hải đội trưởng", "Trung đội trưởng", "Xã đội trưởng", "Tổng Kiểm toán", "Kiểm toán trưởng",
    "Tổng Thanh tra", "Phó Tổng Thanh tra", "Phó Tổng Bí thư", "Chủ nhiệm Ủy ban", "Phó Trưởng", "Trưởng",
    "Phó", "Chánh", "Trợ lý", "Đại sứ", "Lãnh sự",
)  # fmt: skip
"""The words a post begins with."""
