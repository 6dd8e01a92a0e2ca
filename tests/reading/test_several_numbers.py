"""Sentences with several numbers: which belongs to what, which is all of them, which is of another year."""

from decimal import Decimal

import pytest

from reading.test_clauses import PROSE, D, N, Told, V, of, paragraph, told


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Xử lý 7 vụ mưa lũ, sạt lở ở các xã vùng cao; 3.120 ngày công giúp dân.",
            of(("J01", V, "7"), ("J03", V, "3120")),
        ),
        (
            "Dân quân huấn luyện 18/18 đơn vị; khá, giỏi 12/14 đơn vị được kiểm tra.",
            of(("E03", N, "18"), ("E03", D, "18"), ("E04", N, "12"), ("E04", D, "14")),
        ),
        (
            "Diễn tập 4/4 xã, 1 cuộc diễn tập KVPT huyện; 5/5 cuộc được đánh giá khá trở lên.",
            of(("I01", N, "4"), ("I01", D, "4"), ("I03", V, "1"), ("I05", N, "5"), ("I05", D, "5")),
        ),
        (
            "Thụ lý 40 vụ phạm pháp hình sự (năm 2022: 52 vụ), khám phá 38 vụ, tỷ lệ 95%.",
            of(("F02", V, "40"), ("F03", N, "38"), ("F03", D, "40"), ("F03", V, "95")),
        ),
        (
            "Các chỉ tiêu cơ bản: giao quân 88/88; huấn luyện dân quân 12/12 đơn vị; diễn tập 3/3 xã.",
            of(("E02", N, "88"), ("E02", D, "88"), ("E03", N, "12"), ("E03", D, "12"), ("I01", N, "3"), ("I01", D, "3")),
        ),
        (
            "Hộ nghèo giảm từ 820 hộ đầu năm xuống còn 640 hộ, chiếm 5,2%.",
            of(("B03", N, "640"), ("B03", V, "5.2")),
        ),
        (
            "Cán bộ quân sự xã: 84 đồng chí, trong đó 71 qua đào tạo (84,5%).",
            of(("E06", N, "71"), ("E06", D, "84"), ("E06", V, "84.5")),
        ),
        (
            "Qua kiểm tra có tất cả 6 kiến nghị; còn 2 kiến nghị đang làm, 4 kiến nghị đã khắc phục.",
            of(("A05", N, "4"), ("A05", D, "6")),
        ),
        (
            "Vụ phạm pháp hình sự 61, đã khám phá 57.",
            of(("F02", V, "61"), ("F03", N, "57"), ("F03", D, "61")),
        ),
    ],
)  # fmt: skip
def test_each_number_goes_to_what_tells_it_best(text: str, figures: Told) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Đón 3 đoàn khách nước bạn; tổng cộng 8 hoạt động đối ngoại biên giới.", of(("G01", V, "8"))),
        ("Huyện ủy ban hành 4 văn bản, UBND huyện 9 văn bản. Tổng cộng 13 văn bản.", of(("A01", V, "13"))),
        (
            "Lũy kế từ trước đến nay xây 210 nhà tình nghĩa, trong năm 2023 là 6 nhà.",
            of(("L03", V, "6"), period="2023"),
        ),
    ],
)  # fmt: skip
def test_what_is_told_of_all_together_counts_and_not_its_parts(text: str, figures: Told) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Huấn luyện dân quân: 6/6 đơn vị, loại khá.", of(("E03", N, "6"), ("E03", D, "6"))),
        ("Diễn tập xã theo kế hoạch huyện (2/2), đều xếp loại giỏi.", of(("I01", N, "2"), ("I01", D, "2"))),
        ("Kết quả diễn tập: 3/3 cuộc đạt loại khá trở lên.", of(("I05", N, "3"), ("I05", D, "3"))),
    ],
)
def test_a_grade_behind_all_of_them_is_no_other_figure(text: str, figures: Told) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "So với chỉ tiêu được giao (320 người), số đã bồi dưỡng kiến thức quốc phòng là 336 người, đạt 105%.",
            of(("M03", N, "336"), ("M03", D, "320"), ("M03", V, "105")),
        ),
        (
            "Kế hoạch thực hiện Nghị định: 11 trong tổng số 12 xã đã ban hành.",
            of(("A03", N, "11"), ("A03", D, "12")),
        ),
        (
            "Huyện hoàn thành vượt mức các chỉ tiêu: giao quân đạt 100% (150/150 công dân).",
            of(("E02", N, "150"), ("E02", D, "150"), ("E02", V, "100")),
        ),
    ],
)  # fmt: skip
def test_the_whole_may_stand_in_brackets_behind_a_colon_or_after_words_of_growth(text: str, figures: Told) -> None:
    assert told(text) == figures


def test_another_years_figure_in_brackets_is_told_in_a_report_of_several_years() -> None:
    assert of(("A01", V, "26"), period="2019") <= told("Số văn bản năm 2023 là 18 (năm 2019: 26 văn bản).", since=2019)


def test_posters_cast_no_doubt_on_news() -> None:
    text = "Đài huyện biên tập, đăng tải 120 tin, bài tuyên truyền nhiệm vụ quốc phòng; treo 85 băng rôn."
    (figure,) = PROSE.read(paragraph(text), pillar=None, year=2023)
    assert (figure.indicator, figure.value) == ("M04", Decimal(120))
    assert figure.confidence >= 0.8


def test_an_amount_told_as_a_whole_keeps_its_unit() -> None:
    text = "Chi diễn tập và công trình 2.400 triệu đồng trên tổng chi QP-AN 12.000 triệu đồng, chiếm 20%."
    assert told(text) >= of(("K03", N, "2.4"), ("K03", D, "12"), ("K03", V, "20"))
    assert {value for code, _, value, _ in told(text) if code == "K01"} <= {Decimal(12)}
