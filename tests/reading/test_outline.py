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
