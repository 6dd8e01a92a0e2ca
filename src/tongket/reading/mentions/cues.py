"""The words by which sentences of reviews are told apart."""

import re

ANY_CASE = re.IGNORECASE


def _cue(*words: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(words) + r")(?!\w)", ANY_CASE)


def _opening(*words: str) -> re.Pattern[str]:
    return re.compile(r"\s*[-–+*•]?\s*(?:" + "|".join(words) + r")(?!\w)", ANY_CASE)


PAST = _opening(
    r"(?:trong |qua |sau |suốt )?(?:\d+|hai|ba|bốn|năm|mười)\s+năm\s+qua", "thời gian qua", "những năm qua", "năm qua",
    r"trong (?:\d+|\w+) năm(?: qua)?", "trong năm", "trong nhiệm kỳ", r"từ (?:năm|đầu năm|khi)", "đến nay", "giai đoạn vừa qua",
    r"qua (?:\d+|\w+) năm", r"sau (?:\d+|\w+) năm", r"trong những năm qua", r"năm 20\d\d, (?:tỉnh|huyện|xã|toàn|công tác|lực)",
    "kết quả nổi bật", "các kết quả", "những kết quả",
)  # fmt: skip
"""Speaks of what was done."""
FUTURE = _opening(
    "(?:trong )?thời gian tới", "(?:trong )?những năm tới", "(?:trong )?giai đoạn tới", "năm tới", "tới đây",
    "(?:về )?phương hướng", "nhiệm vụ (?:trọng tâm|thời gian tới|năm)", "để (?:thực hiện|hoàn thành|khắc phục|nâng cao)",
)  # fmt: skip
"""Speaks of what is to be done."""
LIMITATION_TOPIC = _opening(
    r"(?:tuy nhiên|song|bên cạnh (?:đó|kết quả|những kết quả))[^:.]*(?:hạn chế|tồn tại|khó khăn|bất cập|khuyết điểm)",
    "(?:một số |những |các |về )?(?:hạn chế|tồn tại|khuyết điểm|khó khăn)", "hội nghị (?:cũng |đã )?(?:chỉ ra|thẳng thắn)",
)  # fmt: skip
CAUSE_TOPIC = _opening("(?:những |các |về )?nguyên nhân")

SAYS = (
    r"(?:yêu cầu|đề nghị|nhấn mạnh|chỉ đạo|lưu ý|giao nhiệm vụ|đề ra|xác định|quán triệt|đòi hỏi|kết luận|chỉ rõ|khẳng định|"
    r"cho biết|nêu rõ|cho rằng|thống nhất|mong muốn)"
)
ORDERS = r"(?:yêu cầu|đề nghị|chỉ đạo|lưu ý|giao nhiệm vụ|đề ra|quán triệt|đòi hỏi|mong muốn|giao)"
LEADS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[^:]{0,240}(?:hạn chế|tồn tại|khó khăn|khuyết điểm|bất cập|yếu kém)[^:.;]{0,60}:\s*", ANY_CASE), "limitation"),
    (re.compile(r"[^:]{0,160}\bnguyên nhân[^:.;]{0,80}(?::|\blà (?:do )?)\s*", ANY_CASE), "cause"),
    (re.compile(rf"[^:]{{0,300}}\b{ORDERS}\b[^:.;]{{0,80}}:\s*", ANY_CASE), "task"),
    (re.compile(r"[^:]{0,200}(?:nhiệm vụ|giải pháp|phương hướng|thời gian tới)[^:.;]{0,60}:\s*", ANY_CASE), "task"),
    (re.compile(rf"[^:]{{0,300}}\b{SAYS}\b[^:.;]{{0,60}}:\s*", ANY_CASE), ""),
    (re.compile(r"[^:]{0,120}(?:kết quả|thành tích|đạt được)[^:.;]{0,60}:\s*", ANY_CASE), "result"),
    (re.compile(
        r"(?:Theo )?(?:các |bản )?báo cáo[^,:.;]{0,60}(?:cho thấy|nêu|khẳng định|đánh giá|cho biết)(?: rằng)?,?\s+", ANY_CASE), "result"),
    (re.compile(r"(?:Hội nghị|Đại biểu|Các đại biểu|Các ý kiến|Ý kiến)[^,:.;]{0,40}(?:đánh giá|khẳng định|thống nhất)(?: rằng)?"
                r",?\s+(?!cao\b|những|các|kết)", ANY_CASE), "result"),
    (re.compile(r"(?:Tuy nhiên|Song|Bên cạnh đó),?\s+", ANY_CASE), ""),
)  # fmt: skip
"""Words that introduce a statement -> its kind ("" = told by the statement's own words)."""

CAPTION = re.compile(
    r"\s*(?:(?:Các |Toàn cảnh |Quang cảnh )?(?:đại biểu|hội nghị|lãnh đạo|đồng chí|tập thể|cá nhân|ảnh|cảnh)\b[^.;:]{0,140}"
    r"(?:dự hội nghị|phát biểu|tham luận|chụp ảnh|nhận (?:bằng|giấy)|trao|kết luận hội nghị|chủ trì|tại hội nghị)\b[^.;:]{0,40}\.?$)"
    r"|\s*Ảnh\s*:",
    ANY_CASE,
)
ATTENDANCE = _cue(
    "tới dự", "đến dự", "về dự", "cùng dự", "tham dự", "dự (?:và chủ trì|hội nghị|có|buổi|cuộc)", "chủ trì (?:hội nghị|buổi|cuộc)",
    "có mặt", "đồng chủ trì", "dẫn đầu đoàn", "do [^.;]{0,90}điều hành",
)  # fmt: skip
AWARD = _cue(
    r"(?:được |đã |trao |tặng |nhận )*(?:bằng khen|giấy khen|cờ thi đua|kỷ niệm chương|huân chương)",
    r"(?:tập thể|cá nhân)[^.;]{0,80}(?:được )?(?:khen thưởng|biểu dương|tuyên dương|tôn vinh)",
    r"(?:khen thưởng|biểu dương|tuyên dương|tôn vinh)[^.;]{0,60}(?:tập thể|cá nhân)", "theo quyết định",
)  # fmt: skip
FORECAST = _cue(
    "(?<!công tác )dự báo(?! (?:thời tiết|đúng|tốt|sớm))",
    "dự kiến",
    "ước tính",
    "sẽ (?:có|diễn ra|tiếp tục diễn biến|còn)",
    "tình hình thế giới",
)
SPEECH = re.compile(
    r"(?:phát biểu|kết luận|ghi nhận|biểu dương|đánh giá cao|hoan nghênh|chúc mừng)\b[^.;:]{0,200}"
    r"(?:kết quả|thành tích|nỗ lực|cố gắng|đóng góp|hội nghị)",
    ANY_CASE,
)
DISCUSSION = _cue(
    r"đại biểu[^.;]{0,60}(?:tham luận|thảo luận|trao đổi|phân tích|bàn|góp ý|nghe|tập trung|nhất trí)", "tham luận về",
    r"hội nghị (?:đã |còn |cũng )?(?:nghe|thảo luận|bàn|trao đổi|thông qua|quán triệt)", "bàn (?:giải pháp|nhiệm vụ|phương hướng)",
    "đây là (?:căn cứ|dịp|cơ sở|hoạt động|cuộc)",
)  # fmt: skip
DAMAGE = _cue(
    r"(?:thiệt hại|làm (?:chết|bị thương|sập|hư hỏng)|tốc mái|cuốn trôi|ngập lụt|bị thương|mất tích|thiên tai (?:đã )?(?:làm|gây))"
)
DESCRIPTION = re.compile(
    r"^[^,.;]{2,60}\s+là\s+(?:một\s+)?(?:xã|huyện|tỉnh|thị xã|thành phố|phường|địa phương|địa bàn|đơn vị|thị trấn)\b"
    r"|^[^.;]{2,80}được [^.;]{0,60}công nhận\b"
)
EVENT = _cue(
    "sơ kết", "tổng kết", "hội nghị", "tổ chức (?:lễ|hội nghị|diễn tập|cuộc|buổi|khai mạc|bế mạc)", "khai mạc", "bế mạc",
    "diễn ra", "lễ", "ra mắt", "kiểm tra", "làm việc với", "vừa",
)  # fmt: skip
HAPPENED = re.compile(
    r"(?:\b(?:sáng|chiều|tối|ngày)\s+(?:ngày\s+)?\d{1,2}[/-]\d{1,2}|\bngày \d{1,2} tháng|\btại hội nghị\b|\bhội nghị (?:do|được|đã)\b"
    r"|\b(?:kết thúc|phát biểu|khai mạc|bế mạc)\b)",
    ANY_CASE,
)
PRAISE = _cue("ghi nhận", "biểu dương", "đánh giá cao", "hoan nghênh", "chúc mừng", "rút kinh nghiệm")
SPEAKER = _cue(
    "phát biểu", "kết luận", "đồng chí", "đại tá", "thiếu tướng", "trung tướng", "chủ tịch", "bí thư", "chỉ huy trưởng"
)

LIMITATION = _cue(
    "chưa(?! từng| bao giờ)", "còn (?:hạn chế|khó khăn|thấp|chậm|thiếu|yếu|lúng túng|bất cập|nhiều|một số|có|ít|hình thức|gặp)", "(?<!thể )thiếu(?! (?:tướng|tá|úy|uý|niên|nhi|sinh|nữ))",
    "chậm", "hạn chế", "bất cập", "vướng mắc", "lúng túng", "tồn tại", "(?<!trọng )(?<!chủ )(?<!thiết )(?<!cơ )(?<!xung )yếu(?! tố| nhân)", "xuống cấp", "không kịp", "không đồng đều", "không đạt",
    "gặp (?:nhiều )?khó khăn", "khó khăn", "thiếu hụt", "kém", "đạt (?:tỷ lệ )?thấp", "tỷ lệ thấp",
    "(?<!không )vẫn (?:còn )?(?:xảy ra|diễn ra|tái diễn|phát sinh)",
)  # fmt: skip
NO_LIMITATION = _cue(
    "khắc phục", "giảm (?:thiểu|nghèo)", "(?:đã|được) (?:tháo gỡ|giải quyết)", "vượt (?:qua )?khó khăn", "hộ nghèo", "không còn",
    "hạn chế thấp nhất", "góp phần hạn chế", "người (?:nghèo|yếu thế)", "hoàn cảnh khó khăn", "đặc biệt khó khăn", "xã khó khăn",
)  # fmt: skip
CAUSE = _opening(
    "nguyên nhân", "do", "là do", "vì", "bởi", "xuất phát từ", r"(?:đạt|có) được (?:những )?kết quả[^.;]{0,60}(?:là )?(?:do|nhờ)",
    "nhờ (?!đó|vậy|thế)", "sở dĩ", "những kết quả (?:trên|đó)[^.;]{0,40}(?:do|nhờ)",
)  # fmt: skip
MUST = _cue(
    "cần", "phải", "yêu cầu", "đề nghị", "tiếp tục", "thời gian tới", "những năm tới", "giai đoạn tới", "phấn đấu", "sẽ", "chú trọng",
    "ưu tiên", "năm tới",
)  # fmt: skip
DONE = _cue(
    "đã", "qua đó", "được (?!giao|phân công)", "đạt", "đều", "kết quả là", "trong \\d+ năm qua", "vừa qua", "năm qua", "ngày càng được",
)  # fmt: skip
RESULT = _cue(
    "được", "đã", "đạt", "hoàn thành", "nâng lên", "củng cố", "vững (?:mạnh|chắc|vàng)?", "tốt", "hơn", "tăng", "giảm", "bảo đảm",
    "đảm bảo", "hiệu quả", "thành công", "chu đáo", "nhịp nhàng", "ngày (?:càng|một)", "từng bước", "thực hiện", "chấp hành", "kịp thời",
    "chặt chẽ", "thường xuyên", "nghiêm", "có (?:\\d[\\d.,]*)", "tổ chức", "xây dựng", "triển khai", "phối hợp", "giữ vững", "ổn định",
    "coi (?:trọng|xây)", "có diện tích", "bằng", "toàn diện", "phát triển", "huy động", "hỗ trợ", "mở", "cấp", "ban hành",
)  # fmt: skip
IMPERATIVE = _opening(
    "tăng cường", "đẩy mạnh", "nâng cao", "tiếp tục", "tập trung", "chủ động", "quán triệt", "thực hiện", "tổ chức", "xây dựng", "làm",
    "làm tốt", "chăm lo", "giáo dục", "duy trì", "bảo đảm", "đảm bảo", "phát huy", "chú trọng", "quan tâm", "ưu tiên", "kết hợp",
    "phối hợp", "triển khai", "hoàn thành", "hoàn thiện", "kiện toàn", "củng cố", "rà soát", "đổi mới", "huy động", "tham mưu", "kịp thời",
    "thường xuyên", "nắm chắc", "xử lý", "xử trí", "tạo", "giữ vững", "phát triển", "đầu tư", "bố trí", "khắc phục", "thống nhất", "coi trọng",
    "gắn", "lấy", "đưa", "mở rộng", "bồi dưỡng", "đào tạo", "tuyên truyền", "vận động", "kiểm tra", "giám sát", "khai thác", "sẵn sàng",
    "không ngừng", "thúc đẩy", "ban hành", "nghiên cứu", "xác định", "hướng dẫn", "chỉ đạo", "lãnh đạo", "phấn đấu", "chuẩn bị", "cấp ủy",
    "góp phần", "động viên", "đề cao",
)  # fmt: skip
