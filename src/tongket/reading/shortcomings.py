"""Sentences that own a shortcoming wherever they stand: under "Kết quả" too."""

import re

_TURN = re.compile(
    r"^\s*[-+*]?\s*(tuy nhiên|tuy vậy|song|nhưng|riêng|bên cạnh đó|bên cạnh những kết quả|trong khi đó|dù vậy)\b"
)
_WANTING = (
    r"(?:chậm|thấp|hạn chế|hình thức|thiếu|khó khăn|lúng túng|bất cập|yếu|nhiều khó khăn|nhiều bất cập|mỏng|dàn trải|chung chung|"
    r"nể nang|lơ là|chồng chéo|tồn tại|vướng mắc|nhiều hạn chế|tồn đọng|phụ thuộc|bị động|sơ sài|sơ hở|sót|ít|hẹp|eo hẹp|lỏng lẻo|kéo dài)"
)
_SHORT = re.compile(
    rf"\b(?:còn|vẫn|vẫn còn|còn có (?:mặt|nơi|lúc)|rất|hơi|khá) {_WANTING}\b"
    r"|\bcó (?:lúc|nơi(?! làm việc| ở| ăn)|mặt|việc(?! làm)|thời điểm|đơn vị|bộ phận)\b[^.;]{0,60}\b(?:chưa|thiếu|còn|chậm|không)\b"
    r"|\b(?:hiệu quả|chất lượng|tỷ lệ|tiến độ)\b[^.;,]{0,60}\b(?:chưa cao|còn thấp|chậm|thấp)\b"
    r"|\b(?:mới (?:bố trí|đạt|hoàn thành|thực hiện|giải ngân) được|(?:mới|chỉ) (?:dừng|(?:đạt|bằng) (?:một )?nửa))\b"
    r"|^\D*\b(?:mới|chỉ) (?:đạt|bằng) (?:khoảng |gần |hơn |trên )?[1-8]?\d(?:,\d+)? ?%"
)
_NOT_YET = re.compile(
    r"\bchưa\b(?! (?:xảy ra|phát hiện|phát sinh|để xảy ra|để|có (?:vụ|trường hợp|đơn|điểm nóng|số liệu)|kể|tính|thống kê|tổng hợp|bao gồm|từng|bao giờ|đến (?:hạn|kỳ)|thành niên|ghi nhận|tới))"
    r"|\bkhông (?:đủ|đạt|kịp|đều|cao|đồng (?:đều|bộ)|thường xuyên|đáp ứng|hoàn thành|tổ chức được|làm được|kỹ|sát|rõ|liên lạc được|ổn định|kịp thời|"
    r"thực sự|thật sự|sâu|chặt chẽ|đầy đủ|bảo đảm|đảm bảo|tương xứng|nghiêm|tốt|nhiều|triệt để|phù hợp|chủ động|hiệu quả|cân đối)\b"
)
_POOR = re.compile(
    r"\bthiếu(?! (?:tướng|tá|úy|uý|niên|nhi|sinh|nữ|máu|đói|ăn))\b(?! (?:sót|số))|\b(?:xuống cấp|lúng túng|bất cập|tạm bợ|chật hẹp|chật chội|dột nát|lạc hậu|dở dang|bỏ dở|"
    r"lấn chiếm|khoán trắng|sơ sài|qua loa|đối phó|lỏng lẻo|chồng chéo|manh mún|mờ nhạt|thất lạc|đơn điệu|khô khan|trùng lặp|chập chờn|"
    r"nhỏ lẻ|nửa vời|thụ động|bị gián đoạn|hụt|trùng chéo)\b"
    r"|\bchậm(?! nhất (?:là|trước|vào))\b(?! (?:phát triển trí|lại|nộp thuế))|\bít (?:được|quan tâm|tạo|dành|có điều kiện|thời gian|tham gia|người|đi|kiểm tra|tổ chức)\b"
    r"|\b(?:gặp|gây) (?:nhiều |không ít |rất nhiều )?khó khăn\b|\bthấp hơn (?:kế hoạch|chỉ tiêu|yêu cầu|quy định|nhu cầu)\b"
    r"|\bcòn (?:để|xảy ra|tình trạng|hiện tượng|biểu hiện|nặng|coi nhẹ|xem nhẹ|mang tính|trông chờ|ngại|né tránh|có (?:biểu hiện|tình trạng|hiện tượng))\b"
    r"|\bvẫn (?:còn )?(?:xảy ra|diễn ra|tái diễn)\b|\b(?:gửi|nộp|ban hành|triển khai|cấp|phân bổ|thường|còn|rất|hơi)(?: \w+){0,3} (?:muộn|trễ)\b"
    r"|\b(?:nghèo nàn|đùn đẩy|né tránh|trốn tránh|chây ỳ|quá tải|sai lệch|coi nhẹ|xem nhẹ|phải (?:làm lại|đi thuê|ở nhờ|mượn))\b|\bđạt (?:tỷ lệ )?thấp\b"
    r"|\b(?:chất lượng|hiệu quả|ý thức)\b[^,;.]{0,40} kém\b|\bkhông có (?:kinh phí|vốn|nguồn|người|cán bộ|quỹ đất|trụ sở|nơi)\b"
    r"|\bxử lý kéo dài\b|\bđể (?:kéo dài|tồn đọng)\b"
)
_LACKING = r"(?:chưa|chậm|không|thiếu|quá hạn|trễ|muộn)"
_COUNTED = re.compile(
    r"(?:(?<!năm )(?<!tháng )(?<!quý )(?<!số )\b\d[\d.,]*(?:/\d[\d.,]*)?|(?:\b(?:còn|có)|,) (?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?! (?:số|vài|bộ phận|phần|\d)))"
    rf"(?: (?!có (?:nơi|lúc|mặt|đơn vị)|từ|do|vì|nên)[\w/]+){{1,5}}? (?:bị |còn )?{_LACKING}\b[^,;]*"
    rf"|\bcòn \d[\d.,]*(?:,? \w+){{1,12}}? {_LACKING}\b[^,;]*"
    rf"|\b{_LACKING}(?: \w+){{0,3}} \d[\d.,]*(?! ?%)\b(?! tháng| ngày| năm)"
    r"|^\s*(?:(?:trong|cả) (?:năm|kỳ)|năm 20\d\d),? (?:\w+ ){0,3}chưa (?:tổ chức|mở|phát sinh)\b"
)
"""A count of what is left of a whole, or a zero: a figure that is asked for, and no judgement."""
_ASIDE = re.compile(r"\s?\([^()]*\)")
_CONCEDED = re.compile(
    r"^\s*[-+*]?\s*(?:mặc dù|tuy(?! nhiên| vậy)|dù(?! vậy)|trong (?:điều kiện|bối cảnh|khi)|trước (?:tình hình|những khó khăn|khó khăn))\b.*?(?:,|\bsong\b|\bnhưng\b)(?=\W{0,3}\w)"
)
"""What a sentence concedes before it says what it is about."""
_MATERIAL = r"(?:thiếu|khó khăn|xuống cấp|tạm bợ|dột nát|lạc hậu|chật hẹp|chật chội|lấn chiếm|hư hỏng|chưa có)"
_REMEDIED = re.compile(
    r"^\s*[-+*]?\s*(?:(?:đã|thường xuyên|kịp thời|tích cực) )+(?:hướng dẫn|chỉ đạo|hỗ trợ|vận động|yêu cầu|rà soát|đôn đốc|đề nghị|kiến nghị|giúp|nhắc)\b"
    r"[^,;.]{0,60}?\b(?:chưa|chậm|thiếu)\b|"
    r"(?<!việc )(?<!tác )\b(?:xóa|xoá|sửa|tu sửa|nâng cấp|cải tạo|thay thế|thay|hỗ trợ|giúp|giúp đỡ|trợ cấp|trao|tặng|cấp|tháo dỡ|bổ sung|thu hồi|giải tỏa|phát hiện|ngăn chặn|xử lý)\b"
    rf"[^,;.]{{0,60}}?\b{_MATERIAL}\b(?:,? (?:và )?{_MATERIAL}\b)*"
)
"""A lack that somebody has made good, or is seeing to."""
_REASON = re.compile(r"^\s*[-+*]?\s*(lý do|nguyên nhân)\b")
_OWNED = re.compile(r"\b(?:chưa|(?<!giảm )còn(?! \d)|thiếu|chậm|hạn chế|khó khăn|thấp|bất cập|lúng túng)\b")
_OVERCOME = re.compile(
    r"\b(?:khắc phục|tháo gỡ|vượt qua|không còn|hạn chế thấp nhất|góp phần hạn chế|hộ nghèo|hoàn cảnh|đặc biệt khó khăn|xã khó khăn|vùng khó khăn|gia đình khó khăn|"
    r"chưa (?:xảy ra|phát hiện|phát sinh|có vụ|để xảy ra)|gặp khó khăn về nhà ở|chấn chỉnh|(?<!phải )nhắc nhở|phê bình|nơi nào|ở đâu|"
    r"không (?:có|còn|để) (?:\w+ ){1,4}(?:nào|yếu|kém|chậm|quá hạn))\b"
)
_LACK = "(?:mặt|điểm|việc|nội dung|tồn tại|hạn chế|khuyết điểm|khó khăn|vướng mắc|bất cập|thiếu sót|yếu kém|nhược điểm)"
_ANNOUNCED = re.compile(
    r"^\s*[-+*]?\s*(?:(?:bên cạnh|ngoài) (?:những |các )?(?:kết quả|ưu điểm|thành tích|mặt)\b[^,.;:]{0,60},[^,.;:]{0,90}?|(?:tuy nhiên|song|tuy vậy|nhưng),?[^,.;:]{0,80}?)?"
    rf"\b(?:(?:vẫn |hiện )?còn (?:có |tồn tại |bộc lộ )?(?:một số|những|nhiều|không ít|vài|một vài) {_LACK}(?:(?:,| và)? {_LACK})*"
    r"|(?:còn |cũng |vẫn )*(?:bộc lộ|nổi lên)(?: (?:một số|những|mấy|vài|các) (?:\w+ ?){1,4})?)"
    r"(?: nhất định| (?:cần|phải) (?:được |tiếp tục )?(?:khắc phục|quan tâm|tháo gỡ|rút kinh nghiệm)| (?:như )?sau(?: đây)?|,? (?:đó|cụ thể|như) là| chủ yếu)*\s*[.:;]?\s*$"
)
"""Says that something is lacking, and not what: it leads to those that do."""


def is_shortcoming(folded: str) -> bool:
    """Whether the sentence or clause, accent-folded, says what is lacking rather than what was done."""
    folded = _ASIDE.sub("", folded)
    if _OVERCOME.search(folded) or _REASON.match(folded):
        return False
    folded = _COUNTED.sub(" ", _REMEDIED.sub(" ", _CONCEDED.sub(" ", folded)))
    return bool(_TURN.match(folded) and _OWNED.search(folded)) or lacks(folded)


def lacks(folded: str) -> bool:
    """Whether words for what is lacking stand in the text."""
    return bool(_SHORT.search(folded) or _NOT_YET.search(folded) or _POOR.search(folded))


def announces(folded: str) -> bool:
    """Whether the words only say that shortcomings follow."""
    return _ANNOUNCED.match(folded) is not None


__all__ = ["announces", "is_shortcoming", "lacks"]
