"""What one statement is: a sentence, an item of a list in one sentence, a shortcoming beside a result."""

import pytest

from reading.test_own_tables import ROOT, module
from tongket.orgunits import load_hierarchy
from tongket.packs import load_pack
from tongket.reading import Paragraph, ReportReader, Segment
from tongket.reading.narratives import narratives
from tongket.reading.outline import Placed, SectionRole, place_blocks


def told(text: str, role: SectionRole) -> list[tuple[str, str]]:
    block = Paragraph(text=text, segments=(Segment(start=0, end=len(text), anchor="body/p[1]"),))
    return [(kind.value, words) for kind, words, _, _ in narratives(Placed(block=block, role=role, headings=()))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Trong năm còn bộc lộ: việc họp giao ban chưa đều; sổ sách ghi thiếu; nhà trực xuống cấp.",
            ["việc họp giao ban chưa đều", "sổ sách ghi thiếu", "nhà trực xuống cấp."],
        ),
        ("- Thao trường chật hẹp; - Kho vật tư dột nát.", ["Thao trường chật hẹp", "Kho vật tư dột nát."]),
        ("Việc giao ban chưa đều; năm 2020 không họp lần nào.", ["Việc giao ban chưa đều; năm 2020 không họp lần nào."]),
        ("Chưa xây nhà trực; chưa sửa thao trường.", ["Chưa xây nhà trực", "chưa sửa thao trường."]),
        ("Một là, quân số chưa đủ.", ["quân số chưa đủ."]),
        ("Lực lượng (tổ 3 xã; tổ 5 xã) còn mỏng.", ["Lực lượng (tổ 3 xã; tổ 5 xã) còn mỏng."]),
    ],
)  # fmt: skip
def test_items_of_a_list_are_limitations_and_a_clause_without_a_subject_is_none(text: str, wanted: list[str]) -> None:
    assert told(text, SectionRole.LIMITATION) == [("limitation", words) for words in wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Huấn luyện 19/19 đơn vị; song chất lượng chưa đều.", ["result", "limitation"]),
        ("Huấn luyện 18/19 đơn vị, còn 1 đơn vị chưa huấn luyện.", ["result"]),
        ("Mặc dù gặp nhiều khó khăn, huyện đã hoàn thành chỉ tiêu giao quân.", ["result"]),
        ("Đã xóa 12 nhà tạm bợ, dột nát cho hộ khó khăn.", ["result"]),
        ("Xây dựng 12/20 nhà văn hóa, mới đạt 60% kế hoạch.", ["result"]),
        ("Không có đơn vị nào nộp chậm báo cáo trong năm.", ["result"]),
        ("Song còn những điểm cần khắc phục: sổ sách ghi thiếu; nhà trực xuống cấp.", ["limitation", "limitation"]),
        ("Kết quả là cơ bản. Tồn tại: sổ sách sơ sài. Nguyên nhân: cán bộ mới nhận việc.", ["result", "limitation", "cause"]),
    ],
)  # fmt: skip
def test_a_shortcoming_among_results_is_told_apart_and_a_count_is_none(text: str, wanted: list[str]) -> None:
    assert [kind for kind, _ in told(text, SectionRole.RESULT)] == wanted


def test_the_place_of_an_item_is_where_its_words_stand() -> None:
    text = "Trong năm còn bộc lộ: việc họp chưa đều; sổ sách ghi thiếu."
    block = Paragraph(text=text, segments=(Segment(start=0, end=len(text), anchor="body/p[1]"),))
    found = list(narratives(Placed(block=block, role=SectionRole.LIMITATION, headings=())))
    assert [text[start:end] for _, _, start, end in found] == [words for _, words, _, _ in found]


def test_a_line_that_announces_shortcomings_heads_them() -> None:
    lines = (
        "I. KẾT QUẢ",
        "Tuy nhiên, việc thực hiện còn một số mặt hạn chế cần khắc phục, đó là:",
        "- Sổ trực ghi ẩu.",
    )
    blocks = [
        Paragraph(text=line, segments=(Segment(start=0, end=len(line), anchor=f"body/p[{i}]"),))
        for i, line in enumerate(lines, start=1)
    ]
    found = [(kind.value, words) for placed in place_blocks(blocks) for kind, words, _, _ in narratives(placed)]
    assert found == [("limitation", "Sổ trực ghi ẩu.")]


def test_aims_behind_the_shortcomings_are_none_of_them() -> None:
    assert told("Giao quân 15; 14 thôn văn hóa; hộ nghèo dưới 2,5%.", SectionRole.LIMITATION) == [
        ("task", "Giao quân 15; 14 thôn văn hóa; hộ nghèo dưới 2,5%.")
    ]


def test_a_report_without_headings_tells_results_behind_its_opening() -> None:
    lines = (
        "BÁO CÁO",
        "Thực hiện Nghị định số 21/2019/NĐ-CP của Chính phủ, Ủy ban nhân dân huyện Sơn Khê báo cáo kết quả năm 2021 như sau:",
        "- Thu ngân sách 71,4 tỷ đồng. Nguồn thu từ đất hụt lớn nên gặp khó khăn.",
        "Khó khăn: Cán bộ kiêm nhiệm nhiều.",
    )
    blocks = [
        Paragraph(text=line, segments=(Segment(start=0, end=len(line), anchor=f"body/p[{i}]"),))
        for i, line in enumerate(lines, start=1)
    ]
    found = [kind.value for placed in place_blocks(blocks) for kind, *_ in narratives(placed)]
    assert found == ["result", "limitation", "limitation"]


def test_paragraphs_of_our_own_are_told_apart() -> None:
    prose = module(ROOT / "benchmarks" / "own_prose.py")
    reader = ReportReader.of(load_pack("nd21").framework, load_hierarchy(prose.CASE / "orgunits.csv", None))
    for least, tally in zip((0.97, 0.92), prose.measure_marked(reader, prose.shower(False)), strict=True):
        assert tally.right / tally.labelled >= least
        assert tally.right / tally.found >= least
