"""Long sentences of a clerk: which of many numbers belong together, and how far a clause reaches."""

from decimal import Decimal

import pytest

from tongket.framework import Part
from tongket.packs import load_pack
from tongket.reading import Paragraph, Segment
from tongket.reading.figures.prose import ProseReader
from tongket.reading.recognition import Lexicon

PROSE = ProseReader.of(Lexicon(load_pack("nd21").framework))
N, D, V = Part.NUMERATOR, Part.DENOMINATOR, Part.VALUE
Told = set[tuple[str, Part, Decimal, str | None]]


def told(text: str, *, since: int | None = None) -> Told:
    paragraph = Paragraph(text=text, segments=(Segment(start=0, end=len(text), anchor="body/p[1]"),))
    return {
        (f.indicator, f.part, f.value, f.period) for f in PROSE.read(paragraph, pillar=None, year=2023, since=since)
    }


def of(*rows: tuple[str, Part, str], period: str | None = None) -> Told:
    return {(code, part, Decimal(value), period) for code, part, value in rows}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Thu ngân sách: đạt 96,5% dự toán HĐND giao, tương ứng 71,4 tỷ đồng.",
            of(("B02", N, "71.4"), ("B02", V, "96.5")),
        ),
        (
            "Vốn công trình KVPT năm nay 45 tỷ đồng, giải ngân 41,4 tỷ đồng bằng 92%.",
            of(("H03", N, "41.4"), ("H03", D, "45"), ("H03", V, "92")),
        ),
        (
            "Huyện được giao chỉ tiêu 96 công dân nhập ngũ, đã sơ tuyển 820 thanh niên, giao đủ 96 công dân, đạt 100%.",
            of(("E02", N, "96"), ("E02", D, "96"), ("E02", V, "100")),
        ),
        (
            "Mở 5 lớp BDKT QP-AN cho 260 người thuộc đối tượng 4, kế hoạch đầu năm là 06 lớp.",
            of(("M01", V, "5"), ("M02C", V, "260")),
        ),
        (
            "Huấn luyện dân quân đạt 12 trong 13 đơn vị, kiểm tra cuối năm 8 đơn vị, khá giỏi 7, hội thao đạt giải nhì.",
            of(("E03", N, "12"), ("E03", D, "13"), ("E04", N, "7"), ("E04", D, "8")),
        ),
        (
            "Ban hành 19 văn bản chỉ đạo; tổ chức cho 27/27 phòng, đơn vị quán triệt Nghị định 21; 1.480 lượt cán bộ dự.",
            of(("A01", V, "19"), ("A06", N, "27"), ("A06", D, "27"), ("A07", V, "1480")),
        ),
        (
            "Phạm pháp hình sự còn 33 vụ (năm 2022: 41 vụ), điều tra làm rõ 30 vụ, đạt 90,9%.",
            of(("F02", V, "33"), ("F03", N, "30"), ("F03", D, "33"), ("F03", V, "90.9")),
        ),
        (
            "Thiên tai phát sinh 04 vụ và đều được xử lý, trong đó 4/4 vụ đúng thời gian.",
            of(("J01", V, "4"), ("J02", N, "4"), ("J02", D, "4")),
        ),
        (
            "Mở 6 lớp BDKT QP-AN đối tượng 3 cho 412 người; so với chỉ tiêu trên giao đạt 412/400 người, bằng 103%.",
            of(("M01", V, "6"), ("M02B", V, "412"), ("M03", N, "412"), ("M03", D, "400"), ("M03", V, "103")),
        ),
        (
            "Mở 7 lớp BDKT QP-AN cho đối tượng 4 với 398 người tham gia, trong đó già làng 22, chức việc tôn giáo 08.",
            of(("M01", V, "7"), ("M02C", V, "398")),
        ),
        (
            "Có 14/14 xã, thị trấn quán triệt Nghị định 21, số lượt người nghe 3.140.",
            of(("A06", N, "14"), ("A06", D, "14"), ("A07", V, "3140")),
        ),
        ("Xây 4 nhà tình nghĩa; hỗ trợ 312 nhà ở cho hộ nghèo.", of(("L03", V, "4"))),
        (
            "Đã đăng ký tuổi 17 được 402 thanh niên; vốn công trình 8,5 tỷ đồng, thanh toán 7,65 tỷ đồng (90%).",
            of(("H03", N, "7.65"), ("H03", D, "8.5"), ("H03", V, "90")),
        ),
        ("Tập huấn Nghị định 860 lượt người.", of(("A07", V, "860"))),
        ("Báo cáo gửi huyện: đúng hạn 11/12.", of(("O01", N, "11"), ("O01", D, "12"))),
        ("LLVT xã góp 310 ngày công.", of(("J03", V, "310"))),
        ("Nhân dân đóng góp 480 ngày công làm đường nội đồng.", set()),
        ("Mười một là, tin, bài tuyên truyền: 74 tin, bài.", of(("M04", V, "74"))),
        (
            "Khen thưởng 12 tập thể, 35 cá nhân, trong đó tỉnh tặng bằng khen 2 tập thể, 3 cá nhân.",
            of(("O04T", V, "12"), ("O04C", V, "35")),
        ),
    ],
)
def test_numbers_of_a_long_sentence(text: str, figures: Told) -> None:
    assert told(text) == figures


def test_a_sentence_may_tell_of_another_year_what_the_one_before_tells() -> None:
    text = "Năm 2023 tập huấn an toàn thông tin cho 74/78 cán bộ. Năm 2022: 61/78 cán bộ."
    assert told(text, since=2019) == of(("N02", N, "74"), ("N02", D, "78"), period="2023") | of(
        ("N02", N, "61"), ("N02", D, "78"), period="2022"
    )


def test_why_nothing_occurred_is_no_word_of_what_did_not() -> None:
    text = "Diễn tập phòng thủ dân sự: không phát sinh trong năm do phải tập trung phòng, chống dịch."
    assert told(text) == of(("I06", V, "0"))
