"""Words that reports say of every matter: they tell of none."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tongket.reading.recognition.phrases import Phrase
from tongket.reading.recognition.tokens import Token

_PLACES = (
    "huyện, tỉnh, xã, phường, thị trấn, thị xã, thành phố, quận, địa phương, địa bàn, cơ sở, trung ương, toàn, nơi"
)
_BODIES = (
    "các cấp, cấp, cấp ủy, cấp trên, chính quyền, đơn vị, cơ quan, người, cán bộ, tổ chức, ủy ban nhân dân, hội đồng nhân dân, ủy ban,"
    "chủ tịch, phó chủ tịch, đồng chí, lực lượng, đầu mối, sở, ngành, ban, phòng, đoàn thể, nhà nước, nhân dân, huyện ủy, tỉnh ủy, đảng ủy, gia đình,"
    "hộ, hộ dân, người dân, bà con, thường trực, ban thường vụ, ban chỉ huy quân sự, bộ chỉ huy quân sự, bộ phận, thành viên"
)
_DEEDS = (
    "thực hiện, triển khai, công tác, kết quả, hoàn thành, đạt, bảo đảm, tiếp tục, rà soát, phối hợp, giữ vững, ghi nhận, xét, dành,"
    "lập, đưa, tiến hành, cụ thể hóa, cụ thể, phục vụ, tham mưu, chỉ đạo, lãnh đạo, nâng, nhận, giao, ra, đi, về đích, gắn với, góp phần,"
    "thông báo, kế hoạch, nhiệm vụ, chương trình, yêu cầu, tình hình, nội dung, báo cáo, quy định, làm, việc, thành tích, có thành tích, xem, chủ trì,"
    "trực tiếp, tham gia, thành công, đôn đốc, hướng dẫn, chuẩn bị, phân công, tăng cường, đẩy mạnh, duy trì, phát huy, quan tâm, chú trọng,"
    "đánh giá, sơ kết, tổng kết, phấn đấu, chất lượng, hiệu quả, trách nhiệm, quyết tâm, nỗ lực, cố gắng, khó khăn, dịch bệnh, thời tiết,"
    "trực tuyến, tại chỗ, phân bổ, đề ra, chỉ tiêu, mục tiêu"
)
_TIMES = (
    "năm, năm qua, giai đoạn, kỳ, đợt, đợt này, buổi, lần, ngày, tháng, quý, hiện nay, hiện, nay, đến nay, tới nay, cùng kỳ, trước, sau, khi,"
    "cuối, hết, qua, lúc, ngay, rồi, chưa, đang, sẽ, vẫn, còn, mới, hằng, hàng, lần lượt, kịp thời, thường xuyên, dự kiến, ước"
)
_AMOUNTS = (
    "gồm, bao gồm, tổng cộng, cộng, tổng số, tổng, toàn bộ, số, số lượng, tính, tỷ lệ, tăng, giảm, bằng, chiếm, hơn, gần, khoảng, cả, nhiều,"
    "ít, đủ, đầy đủ, thêm, lũy kế, bình quân, gộp, gộp lại, tất cả, tất thảy, trọn vẹn, trọn, mọi, mấy, mỗi, từng, phần lớn, đa số, chủ yếu,"
    "cao, thấp, lớn, nhỏ, trở lên, hai, nhất, riêng, chỉ, điểm"
)
_LINKS = (
    "vào, đó, này, để, đều, tới, không, cần, ngoài ra, đồng thời, bên cạnh, thông qua, nhằm, đúng, thì, mà, xong, lên, xuống, lại, nào,"
    "phải, cũng, nhờ, nên, lẫn, thay, vừa, nếu, tuy, song, nhưng, vì, bởi, đây, nhau, cùng, dưới, giữa, quanh, kể, bị, như, nghiêm túc,"
    "tích cực, chủ động, chặt chẽ, đã, rất, khác, trong đó, theo đó, chung, cơ bản, tốt, chính thức"
)
EVERYDAY = tuple(
    phrase.strip() for line in (_PLACES, _BODIES, _DEEDS, _TIMES, _AMOUNTS, _LINKS) for phrase in line.split(",")
)


def by_first_word(phrases: Iterable[Phrase]) -> Mapping[str, tuple[Phrase, ...]]:
    """The phrases that begin with each word."""
    found: dict[str, dict[Phrase, None]] = defaultdict(dict)
    for phrase in phrases:
        if phrase:
            found[phrase[0]][phrase] = None
    return {word: tuple(there) for word, there in found.items()}


def covered(tokens: Sequence[Token], phrases: Mapping[str, Sequence[Phrase]]) -> set[int]:
    """The indices of the tokens that phrases stand at."""
    texts = tuple(t.text for t in tokens)
    return {
        i + k
        for i, word in enumerate(texts)
        for phrase in phrases.get(word, ())
        if texts[i : i + len(phrase)] == phrase
        for k in range(len(phrase))
    }


__all__ = ["EVERYDAY", "by_first_word", "covered"]
