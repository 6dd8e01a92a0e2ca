"""Sentences that own a shortcoming wherever they stand: under "Kết quả" too."""

import re

_TURN = re.compile(
    r"^\s*[-+*]?\s*(tuy nhiên|tuy vậy|song|nhưng|riêng|mặc dù|tuy|dù|bên cạnh đó|bên cạnh những kết quả|trong khi đó|dù vậy)\b"
)
_WANTING = (
    r"(?:chậm|thấp|hạn chế|hình thức|thiếu|khó khăn|lúng túng|bất cập|yếu|nhiều khó khăn|nhiều bất cập|mỏng|dàn trải|chung chung|"
    r"nể nang|lơ là|chồng chéo|tồn tại|vướng mắc|nhiều hạn chế|tồn đọng|phụ thuộc|bị động|sơ sài)"
)
_NOT_YET = (
    r"(?:thực sự|thật sự|kịp thời|thường xuyên|cao|đồng bộ|đáp ứng|sâu|đồng đều|đều|chặt chẽ|đầy đủ|hoàn thành|bảo đảm|đảm bảo|"
    r"tương xứng|quan tâm|rõ|sát|nghiêm|tốt|nhiều|phong phú|quyết liệt|chủ động|hiệu quả|cân đối|đạt|được quan tâm|được đầu tư|triệt để|phù hợp)"
)
_SHORT = re.compile(
    rf"\b(?:còn|vẫn|vẫn còn|còn có (?:mặt|nơi|lúc)|rất|hơi|khá) {_WANTING}\b|\b(?:chưa|chưa được|không) {_NOT_YET}\b"
    r"|\bcó (?:lúc|nơi|mặt|việc|thời điểm|đơn vị|bộ phận)\b[^.;]{0,60}\b(?:chưa|thiếu|còn|chậm|không)\b|\bchậm so với\b|\bxuống cấp\b"
    r"|\b(?:hiệu quả|chất lượng|tỷ lệ|tiến độ)\b[^.;,]{0,60}\b(?:chưa cao|còn thấp|chậm|thấp)\b|\bmới (?:bố trí|đạt|hoàn thành|thực hiện|giải ngân) được\b"
)
_OPENS_SHORT = re.compile(
    r"^\s*[-+*]?\s*chưa (?:hoàn thành|bố trí|có|tổ chức|thực hiện|đạt|xây dựng|triển khai|bảo đảm)\b"
)
_FIGURE = re.compile(
    r"^\s*[-+*]?\s*(?:(?:ngoài ra|bên cạnh đó|trong đó|hiện nay),? )?(?:hiện |vẫn )?còn (?:\d+|một|hai|ba|bốn|năm|sáu|bảy) nhiệm vụ quá hạn\b[^,;]{0,30}$"
)
"""A figure that is asked for, and no more than that."""
_REASON = re.compile(r"^\s*[-+*]?\s*(lý do|nguyên nhân)\b")
_OWNED = re.compile(r"\b(?:chưa|còn|thiếu|chậm|hạn chế|khó khăn|thấp|bất cập|lúng túng)\b")
_OVERCOME = re.compile(
    r"\b(?:khắc phục|tháo gỡ|vượt qua|không còn|hạn chế thấp nhất|góp phần hạn chế|hộ nghèo|hoàn cảnh|đặc biệt khó khăn|xã khó khăn|vùng khó khăn|gia đình khó khăn|"
    r"chưa (?:xảy ra|phát hiện|phát sinh|có vụ|để xảy ra)|gặp khó khăn về nhà ở)\b"
)


def is_shortcoming(folded: str) -> bool:
    """Whether the sentence, accent-folded, says what is lacking rather than what was done."""
    if _OVERCOME.search(folded) or _REASON.match(folded) or _FIGURE.match(folded):
        return False
    if _TURN.match(folded):
        return _OWNED.search(folded) is not None
    return bool(_SHORT.search(folded) or _OPENS_SHORT.match(folded))


__all__ = ["is_shortcoming"]
