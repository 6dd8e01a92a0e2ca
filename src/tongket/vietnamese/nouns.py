"""Which nouns count things, which are named by a number, and which words only look like numbers.

All words are accent keys. The lists are of the language of administrative papers, not of any one subject.
"""

COUNTED = frozenset(
    (
        "xã",
        "phường",
        "thị trấn",
        "huyện",
        "thành phố",
        "thị xã",
        "tỉnh",
        "quận",
        "thôn",
        "bản",
        "tổ",
        "ấp",
        "khu",
        "cụm",
    )
    + (
        "hộ",
        "người",
        "lượt",
        "đồng chí",
        "cán bộ",
        "công chức",
        "đảng viên",
        "quân nhân",
        "chiến sĩ",
        "công dân",
        "dân",
    )
    + (
        "học sinh",
        "sinh viên",
        "học viên",
        "đại biểu",
        "cá nhân",
        "tập thể",
        "gia đình",
        "đối tượng",
        "trường hợp",
        "nhân",
    )
    + (
        "cơ quan",
        "đơn vị",
        "tổ chức",
        "ban",
        "ngành",
        "sở",
        "trường",
        "doanh nghiệp",
        "hợp tác xã",
        "phòng",
        "lực lượng",
    )
    + (
        "cuộc",
        "đợt",
        "lớp",
        "buổi",
        "lần",
        "kỳ",
        "vụ",
        "việc",
        "hội nghị",
        "hội thi",
        "hội thảo",
        "khóa",
        "chuyến",
        "đoàn",
    )
    + ("văn bản", "kế hoạch", "nghị quyết", "chỉ thị", "quyết định", "báo cáo", "đề án", "dự án", "chương trình", "bài")
    + (
        "tin",
        "bài viết",
        "phóng sự",
        "chuyên mục",
        "chuyên đề",
        "hồ sơ",
        "đơn",
        "đơn thư",
        "phần quà",
        "suất",
        "giấy khen",
    )
    + (
        "bằng khen",
        "nhiệm vụ",
        "giải pháp",
        "nội dung",
        "nhóm",
        "mục tiêu",
        "chỉ tiêu",
        "tiêu chí",
        "bài học",
        "vấn đề",
    )
    + ("công trình", "hạng mục", "tuyến", "điểm", "mô hình", "nhà", "căn", "phòng học", "giường", "trạm", "chợ", "cầu")
    + (
        "ha",
        "km",
        "m",
        "m2",
        "m3",
        "m²",
        "m³",
        "km2",
        "km²",
        "tấn",
        "kg",
        "tạ",
        "lít",
        "mét",
        "con",
        "cây",
        "chiếc",
        "bộ",
    )
    + ("tháng", "ngày", "tuần", "giờ", "phút", "quý", "phần", "loại", "hình thức", "biện pháp", "lĩnh vực", "tiểu đội")
    + (
        "trung đội",
        "đại đội",
        "tiểu đoàn",
        "trung đoàn",
        "khẩu",
        "xe",
        "tàu",
        "máy",
        "liều",
        "ca",
        "giải",
        "huy chương",
    )
    + ("chi bộ", "đảng bộ", "địa phương", "địa bàn", "khu vực", "dân tộc", "tôn giáo", "cấp", "bước", "hướng", "mặt")
    + ("ý kiến", "kiến nghị", "lỗi", "sai phạm", "tồn tại", "hạn chế", "nguyên nhân", "phương án", "tình huống")
)
"""Nouns (their first word or two) that follow a quantity."""

NAMED_BY_NUMBER = frozenset(
    ("điều", "khoản", "chương", "phụ lục", "biểu", "biểu số", "biểu mẫu", "mẫu", "mẫu số", "bảng", "hình", "quân khu")
    + ("đối tượng", "cấp độ", "thứ", "khóa", "nghị định", "thông tư", "chỉ thị", "nghị quyết", "luật", "pháp lệnh")
    + (
        "công điện",
        "công văn",
        "tờ trình",
        "thông báo số",
        "kế hoạch số",
        "quyết định số",
        "báo cáo số",
        "hướng dẫn số",
    )
    + ("quốc lộ", "tỉnh lộ", "đường số", "trang", "dòng", "cột", "quý", "tháng", "ngày", "mùng", "mồng", "điện thoại")
    + ("fax", "đt", "sđt", "tel", "tài khoản", "mã số", "mã", "ký hiệu", "tiểu dự án", "nội dung thành phần", "vùng")
)
"""Nouns whose following number is a name or an ordinal ("Điều 5", "Quân khu 1", "đối tượng 3"), never a quantity."""

PERHAPS_NAMED = frozenset(
    ("điểm", "mục", "phần", "phường", "quận", "tổ", "tổ dân phố", "khu", "khu phố", "thôn", "ấp", "xóm", "bản", "đội")
    + ("cụm", "cấp", "loại", "hạng", "nhóm", "nội dung", "nhiệm vụ", "tiêu chí", "chỉ tiêu", "dự án", "đề án", "số")
    + ("trung đoàn", "tiểu đoàn", "sư đoàn", "lữ đoàn", "đại đội", "trung đội", "quân đoàn", "lớp", "ca", "giai đoạn")
    + (
        "ban chỉ đạo",
        "chương trình",
        "quyết định",
        "km",
        "bước",
        "mức",
        "phương án",
        "vòng",
        "tuần",
        "đợt",
        "kỳ",
        "lần",
    )
)
"""Nouns whose following number is a name unless a counted noun, a unit or n/m follows it ("tổ 5", but "tổ 5 người")."""

NUMBER_OF = frozenset(
    ("tổng", "trong", "con", "chỉ", "hệ", "dân", "quân", "doanh", "nhân", "trên", "đa", "bình", "tỷ", "tỉ")
)
"""Words that make "số" say a quantity: "tổng số 25", "quân số 120"."""

NOT_COUNTED_AFTER = frozenset(
    ("lô", "mẹ", "má", "bên", "chiều", "mặt", "đầu", "là", "phía", "tay", "mắt", "tại", "bám", "cùng", "rõ", "muồi")
    + ("không", "sẵn", "nhất", "chống", "tốt", "chục", "mươi", "trăm", "lần", "vì", "bể", "bà", "miền", "nước", "vợ")
    + (
        "giờ",
        "kích",
        "biết",
        "xây",
        "kiên",
        "thực",
        "trong",
        "đến",
        "và",
        "hay",
        "hoặc",
        "thì",
        "mà",
        "ở",
        "do",
        "nhưng",
    )
)
"""Words after ``hai`` to ``mười`` with which they say no quantity: "ba lô", "hai bên", "hai là", "bốn tại chỗ"."""

NOT_A_FIVE_AFTER = frozenset(
    ("trong", "hằng", "hàng", "mỗi", "một", "từng", "cả", "cuối", "đầu", "giữa", "các", "những", "nhiều", "mấy", "hết")
    + ("qua", "vài", "theo", "của", "suốt", "sang", "nửa", "kỳ", "quanh", "mười", "mươi", "hai", "ba", "bốn", "nhất")
    + ("là", "như", "thành", "cùng", "số", "bao", "lâu", "tháng", "toàn", "trước", "sau", "ngân", "kế", "hoạch")
)
"""Words before ``một`` and ``năm`` with which they say no quantity: "là một", "trong năm", "mỗi một"."""
