"""Sections of a report and the sentences in them."""

import pytest

from tongket.periods import Period
from tongket.reading import Paragraph, Segment
from tongket.reading.narratives import narratives
from tongket.reading.outline import SectionRole, place_blocks, role_of
from tongket.reading.period_words import period_in, stated_period


def paragraphs(*texts: str) -> list[Paragraph]:
    return [
        Paragraph(text=t, segments=(Segment(start=0, end=len(t), anchor=f"body/p[{i}]"),))
        for i, t in enumerate(texts, 1)
    ]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("III. HẠN CHẾ, KHUYẾT ĐIỂM", SectionRole.LIMITATION),
        ("2. Tồn tại, hạn chế", SectionRole.LIMITATION),
        ("IV. NGUYÊN NHÂN", SectionRole.CAUSE),
        ("IV. PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP", SectionRole.TASK),
        ("V. ĐỀ XUẤT, KIẾN NGHỊ VỚI CẤP TRÊN", SectionRole.PROPOSAL),
        ("II. NHỮNG KẾT QUẢ ĐẠT ĐƯỢC", SectionRole.RESULT),
        ("III. ƯU ĐIỂM, KHUYẾT ĐIỂM", SectionRole.RESULT),
    ],
)
def test_a_heading_tells_what_its_section_is_for(heading: str, role: SectionRole) -> None:
    assert role_of(heading) is role


def test_a_heading_that_only_mentions_duties_announces_none() -> None:
    assert role_of("11. Chế độ báo cáo, theo dõi nhiệm vụ, khen thưởng") is not SectionRole.TASK


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("III. NĂM 2022", SectionRole.TASK),
        ("PHẦN IV: CHỈ TIÊU 2022", SectionRole.TASK),
        ("MỤC 5. KẾ HOẠCH CẢ NĂM 2022", SectionRole.TASK),
        ("III. NĂM 2021", SectionRole.RESULT),
        ("III. KẾT QUẢ THỰC HIỆN MỤC TIÊU ĐẾN NĂM 2025", SectionRole.RESULT),
    ],
)
def test_a_heading_that_names_only_a_later_year_tells_what_is_to_be_done(heading: str, role: SectionRole) -> None:
    blocks = paragraphs("I. KẾT QUẢ", "Giao quân 120/120 công dân.", heading, "Giao quân 125 công dân; diễn tập 04 xã.")
    assert place_blocks(blocks, last_year=2021)[-1].role is role


def test_sentences_are_told_apart_by_section_and_by_lead() -> None:
    blocks = paragraphs(
        "I. KẾT QUẢ",
        "Công tác tuyên truyền được triển khai rộng khắp.",
        "II. HẠN CHẾ",
        "- Việc theo dõi kiến nghị ở một số xã chưa thường xuyên.",
        "Nguyên nhân: Cán bộ kiêm nhiệm nhiều việc. Kinh phí cấp muộn.",
        "Nơi nhận:",
        "- Ủy ban nhân dân huyện Suối Bạc;",
    )
    found = [(kind.value, text) for placed in place_blocks(blocks) for kind, text, _, _ in narratives(placed)]
    assert found == [
        ("result", "Công tác tuyên truyền được triển khai rộng khắp."),
        ("limitation", "Việc theo dõi kiến nghị ở một số xã chưa thường xuyên."),
        ("cause", "Cán bộ kiêm nhiệm nhiều việc."),
        ("cause", "Kinh phí cấp muộn."),
    ]


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("Bên cạnh những kết quả đạt được, việc thực hiện Nghị định vẫn còn một số tồn tại, hạn chế như sau:", False),
        ("Ngoài những mặt làm được, còn bộc lộ những hạn chế, vướng mắc, cụ thể là:", False),
        ("Tuy nhiên, còn một số mặt hạn chế cần khắc phục.", False),
        ("Bên cạnh kết quả đạt được, công tác diễn tập còn hình thức.", True),
        ("Bên cạnh những kết quả đạt được, còn một số hạn chế về kinh phí.", True),
        ("Tuy nhiên vẫn còn một số xã chậm báo cáo.", True),
        ("Song, việc quán triệt còn một số nội dung chưa sâu.", True),
    ],
)
def test_what_only_announces_shortcomings_is_none(sentence: str, says: bool) -> None:
    for heading in ("I. KẾT QUẢ ĐẠT ĐƯỢC", "II. TỒN TẠI, HẠN CHẾ"):
        blocks = paragraphs(heading, sentence)
        found = [kind.value for placed in place_blocks(blocks) for kind, *_ in narratives(placed)]
        assert found == (["limitation"] if says else [])


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Kết quả công tác năm 2021, phương hướng, nhiệm vụ năm 2022", "2021"),
        ("Sơ kết 05 năm thực hiện Nghị định, giai đoạn 2019 - 2023", "2019/2023"),
        ("Tình hình 6 tháng đầu năm 2021", "2021H1"),
        ("Báo cáo quý III/2022", "2022Q3"),
        ("Báo cáo tháng 5 năm 2020", "2020-05"),
    ],
)
def test_the_title_names_the_period(title: str, code: str) -> None:
    assert period_in(title) == Period.parse(code)


def test_without_a_period_in_the_title_the_opening_tells_it() -> None:
    assert stated_period("Công tác dân vận", ["Trong năm 2020, xã đã làm nhiều việc."], None) == Period.parse("2020")
