"""Sentences whose noun an indicator counts and whose matter none asks for are less sure than its figures, or none."""

from dataclasses import replace

import pytest

from tongket.packs import load_pack
from tongket.reading import Paragraph, Segment
from tongket.reading.figures.matter import Matter
from tongket.reading.figures.prose import ProseReader
from tongket.reading.figures.sureness import Signs, sureness
from tongket.reading.recognition import Lexicon

FRAMEWORK = load_pack("nd21").framework
UNLISTED = ProseReader.of(Lexicon(replace(FRAMEWORK, not_asked=())))
"""A reader that knows no list of such matters."""
NONE = 0.0


def sure(text: str, heading: str = "") -> float:
    """How sure the surest figure of a sentence is."""
    paragraph = Paragraph(text=text, segments=(Segment(start=0, end=len(text), anchor="body/p[1]"),))
    read = UNLISTED.read(paragraph, pillar=None, year=2023, headings=(heading,) if heading else ())
    return max((f.confidence for f in read), default=NONE)


def signs(text: str) -> list[Signs]:
    """The signs of the measures of a sentence."""
    seen: list[Signs] = []

    def judge(one: Signs) -> float:
        seen.append(one)
        return sureness(one)

    paragraph = Paragraph(text=text, segments=(Segment(start=0, end=len(text), anchor="body/p[1]"),))
    list(replace(UNLISTED, judge=judge).read(paragraph, pillar=None, year=2023))
    return seen


@pytest.mark.parametrize(
    ("figure", "stranger"),
    [
        (
            "Ban hành 17 văn bản lãnh đạo, chỉ đạo về khu vực phòng thủ.",
            "Ban hành 17 văn bản chỉ đạo gieo sạ vụ Hè Thu.",
        ),
        (
            "Mở 5 lớp bồi dưỡng kiến thức quốc phòng và an ninh.",
            "Mở 5 lớp bồi dưỡng nghiệp vụ lễ tân khách sạn.",
        ),
        (
            "Tổ chức hội nghị tập huấn Nghị định cho 310 lượt người.",
            "Tổ chức hội nghị tập huấn nuôi ong lấy mật cho 310 lượt người.",
        ),
        (
            "Kiện toàn Ban Chỉ đạo khu vực phòng thủ ở 12/14 xã.",
            "Kiện toàn Ban Chỉ đạo phát triển điện ảnh ở 12/14 xã.",
        ),
        ("Hoàn thành 4/5 công trình khu vực phòng thủ.", "Hoàn thành 4/5 công trình bể bơi, sân quần vợt."),
    ],
)
def test_another_complement_is_less_sure(figure: str, stranger: str) -> None:
    assert sure(figure) >= 0.9
    assert sure(stranger) < 0.8


def test_a_heading_alone_makes_no_figure_sure() -> None:
    said = "Có 58/130 thôn, tổ dân phố lắp camera."
    assert sure(said, "III. Văn hóa, xã hội") < 0.8


def test_a_name_with_a_comma_is_not_cut_off() -> None:
    (seen,) = signs("Có 13/18 xã thành lập Ban Chỉ đạo phòng, chống đuối nước.")
    assert seen.attached > 0


def test_a_reason_before_the_clause_is_no_other_matter() -> None:
    (seen,) = signs("Do mưa bão kéo dài, cả năm mở được 5 lớp bồi dưỡng kiến thức quốc phòng.")
    assert seen.own == 1.0


def test_all_that_the_words_tell_lies_between_nought_and_one() -> None:
    for one in signs("Bộ đội giúp dân dựng lại 12 căn nhà với 640 ngày công; 85% học sinh khá, giỏi."):
        assert all(0.0 <= getattr(one, name) <= 1.0 for name in Matter.__dataclass_fields__)
