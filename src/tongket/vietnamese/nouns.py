"""Which nouns count things, which are named by a number, and which words only look like numbers.

All words are accent keys. The lists are of the language of administrative papers, not of any one subject.
"""


def _phrases(*lines: str) -> frozenset[str]:
    """The phrases of lines in which they stand between commas."""
    return frozenset(phrase.strip() for line in lines for phrase in line.split(",") if phrase.strip())


_PLACES = "xã, phường, thị trấn, huyện, thành phố, thị xã, tỉnh, quận, thôn, bản, tổ, ấp, xóm, khu, cụm, đặc khu"
_PERSONS = (
    "hộ, người, lượt, đồng chí, cán bộ, công chức, viên chức, đảng viên, quân nhân, chiến sĩ, chiến sỹ, công dân, dân,"
    "học sinh, sinh viên, học viên, đại biểu, cá nhân, gia đình, trường hợp, nhân, thanh niên, hội viên, đoàn viên,"
    "dân quân, sĩ quan, sỹ quan, hạ sĩ, đối tượng, em, cháu, vị, chức sắc"
)
_EVENTS = "cuộc, đợt, lớp, buổi, lần, kỳ, vụ, việc, hội nghị, hội thi, hội thảo, khóa, chuyến, phiên, ca, trận, lễ, phong trào"
_THINGS = (
    "văn bản, kế hoạch, nghị quyết, chỉ thị, quyết định, báo cáo, đề án, dự án, chương trình, bài, tin, phóng sự,"
    "chuyên mục, chuyên đề, hồ sơ, đơn, phần quà, suất, giấy khen, bằng khen, công trình, hạng mục, tuyến, mô hình, nhà,"
    "căn, phòng, giường, trạm, chợ, cầu, con, cây, chiếc, bộ, khẩu, xe, tàu, máy, liều, giải, huy chương, camera, biển, đề tài, sáng kiến,"
    "cuốn, quyển, băng rôn, khẩu hiệu, pa nô, áp phích, tờ rơi, tờ gấp"
)
_BODIES = (
    "cơ quan, đơn vị, tập thể, ban, ngành, sở, trường, doanh nghiệp, hợp tác xã, đoàn, đội, chi bộ, đảng bộ, địa phương,"
    "tiểu đội, trung đội, đại đội, tiểu đoàn, trung đoàn, ban chỉ đạo, cơ sở, câu lạc bộ, chốt"
)
_IDEAS = (
    "nhiệm vụ, giải pháp, nội dung, nhóm, mục tiêu, chỉ tiêu, tiêu chí, bài học, vấn đề, tổ chức, lực lượng, điểm, phần,"
    "loại, hình thức, biện pháp, lĩnh vực, địa bàn, khu vực, dân tộc, tôn giáo, cấp, bước, hướng, mặt, ý kiến, kiến nghị,"
    "lỗi, sai phạm, tồn tại, hạn chế, nguyên nhân, phương án, tình huống, sự cố, khâu, yêu cầu, nguyên tắc, hệ thống,"
    "đầu mối, đầu việc, thiếu sót"
)
_MEASURES = (
    "ha, km, m, m2, m3, m², m³, km2, km², tấn, kg, tạ, lít, mét, cây số, tháng, ngày, tuần, giờ, phút, quý, chiều dài"
)

COUNTED = _phrases(_PLACES, _PERSONS, _EVENTS, _THINGS, _BODIES, _IDEAS, _MEASURES)
"""Nouns (their first word or more) that follow a quantity."""

COUNTED_BY_ONE = _phrases(_PLACES, _PERSONS, _EVENTS, _THINGS, _BODIES) - _phrases("việc, bộ, nhân, dân, khu, lần")
"""Nouns before which "một" is the number and not "a"."""

NEVER_ONE = _phrases("nhà nước, ban đầu, con đường, con số, bài toán")
"""What begins like a counted noun and of which "một" counts none."""

LEFT_OVER = COUNTED_BY_ONE | _phrases(
    "nhiệm vụ, mục tiêu, chỉ tiêu, tiêu chí, nội dung, giải pháp, kiến nghị, ý kiến, yêu cầu, sai phạm, lỗi"
)
"""Nouns of which one can be left: "còn một nhiệm vụ"; elsewhere "một nhiệm vụ" is "a task"."""

INSTRUMENTS = _phrases("nghị định, thông tư, chỉ thị, nghị quyết, luật, pháp lệnh")
"""Those of them that are law."""

NAMED_BY_NUMBER = INSTRUMENTS | _phrases(
    "điều, khoản, chương, phụ lục, biểu, biểu số, biểu mẫu, mẫu, mẫu số, bảng, hình, quân khu, đối tượng, cấp độ, thứ,",
    "khóa, công điện, công văn, tờ trình, thông báo số,",
    "kế hoạch số, quyết định số, báo cáo số, hướng dẫn số, quốc lộ, tỉnh lộ, đường số, trang, dòng, cột, quý, tháng,",
    "ngày, mùng, mồng, điện thoại, fax, đt, sđt, tel, hotline, tài khoản, mã số, mã, ký hiệu, tiểu dự án,",
    "nội dung thành phần, vùng, thế hệ, phiên bản, covid, tcvn, qcvn, iso, ngạch, mức độ",
)
"""Nouns whose following number is a name or an ordinal ("Điều 5", "Quân khu 1", "đối tượng 3"), never a quantity."""

PERHAPS_NAMED = _phrases(
    "điểm, mục, phần, phường, quận, tổ, tổ dân phố, khu, khu phố, thôn, ấp, xóm, bản, đội, cụm, cấp, loại, hạng, nhóm,",
    "nội dung, nhiệm vụ, tiêu chí, dự án, đề án, số, trung đoàn, tiểu đoàn, sư đoàn, lữ đoàn, đại đội,",
    "trung đội, quân đoàn, lớp, ca, giai đoạn, ban chỉ đạo, chương trình, quyết định, km, bước, mức, phương án, vòng,",
    "tuần, đợt, kỳ, lần, tuyến, chi bộ, số nhà, đường, phòng, câu",
)
"""Nouns whose following number is a name unless a counted noun, a unit or n/m follows it ("tổ 5", but "tổ 5 người")."""

NUMBER_OF = _phrases(
    "tổng, trong, con, chỉ, hệ, dân, quân, doanh, nhân, trên, đa, bình, tỷ, tỉ, với, có, thiểu, một, ngoài"
)
"""Words that make "số" say a quantity: "tổng số 25", "quân số 120"."""

NOT_COUNTED_AFTER = _phrases("tại, bám, cùng, rõ, không, sẵn, nhất, chống, tốt, chục")
"""Words after a number word with which it is a motto: "bốn tại chỗ", "ba bám"."""

STATES_A_NUMBER = _phrases(
    "có, gồm, với, còn, được, đạt, lập, chức, mở, hiện, dựng, cho, nêu, ra, chia, chọn, khai, hơn, gần, khoảng, chỉ, đủ,",
    "giao, và, thêm, mới, thành, đã, xong, về, tại, ở, cử, trao, tặng, mất, giảm, tăng, là, trong đó, duy nhất, đúng, tới",
)
"""Words after which "năm" is five and not a year, and "một" one and not "a"."""
