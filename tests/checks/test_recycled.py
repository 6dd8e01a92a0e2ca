"""Wording that comes again: pairs found from sketches as a slow comparison finds them, and laid side by side."""

from array import array
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tongket.checks.alignment import align, words_of
from tongket.checks.lookalikes import lookalikes
from tongket.reading import Cell, Paragraph, Segment, Table
from tongket.reading.fingerprint import fingerprint

WORDS = [
    "xã",
    "huyện",
    "dân",
    "quân",
    "tự",
    "vệ",
    "kế",
    "hoạch",
    "hội",
    "nghị",
    "công",
    "tác",
    "tuyên",
    "truyền",
    "kiểm",
    "tra",
    "phòng",
    "thủ",
    "khu",
    "vực",
]


def paragraph(text: str, place: int = 1) -> Paragraph:
    return Paragraph(text=text, segments=(Segment(start=0, end=len(text), anchor=f"body/p[{place}]"),))


def words(seed: int, count: int) -> list[str]:
    """A text of its own: no two seeds share a run."""
    return [
        f"{WORDS[(seed + i) % len(WORDS)]}{chr(97 + (i * 7 + seed) % 26)}{chr(97 + seed % 26)}x" for i in range(count)
    ]


def printed(text: list[str]) -> bytes:
    return fingerprint([paragraph(" ".join(text))])


def test_digits_tones_and_case_do_not_hide_a_copy() -> None:
    one = "Tổ chức 12 lớp bồi dưỡng cho 345 người thuộc đối tượng bốn trên địa bàn hoà bình"
    two = "TỔ CHỨC 15 lớp bồi dưỡng cho 399 người thuộc đối tượng bốn trên địa bàn hòa bình"
    assert fingerprint([paragraph(one)]) == fingerprint([paragraph(two)]) != b""


def test_sentences_in_the_cells_of_a_sheet_are_wording_and_names_of_rows_are_none() -> None:
    said = "Tổ chức lớp bồi dưỡng cho người thuộc đối tượng bốn trên địa bàn huyện trong quý ba"

    def sheet(text: str) -> Table:
        return Table(anchor="S!A1", cells=(Cell(text=text, anchor="S!A1", row=0, column=0),), rows=1, columns=1)

    assert fingerprint([sheet(said)]) == fingerprint([paragraph(said)])
    assert fingerprint([sheet("Xã đạt chuẩn nông thôn mới nâng cao")]) == b""
    assert {word.anchor for word in words_of([sheet(said)])} == {"S!A1"}


def test_the_number_of_a_run_is_the_same_everywhere() -> None:
    assert list(array("q", fingerprint([paragraph("một hai ba bốn năm")]))) == [-3799382288617838043]


@given(st.integers(2, 9), st.integers(60, 900), st.integers(0, 3))
def test_a_copy_is_found_and_its_share_is_near_the_exact_one(texts: int, length: int, changed: int) -> None:
    own = [words(seed, length) for seed in range(texts)]
    copy = list(own[0])
    for i in range(changed):
        copy[(i + 1) * length // 5] = "khác"
    prints = [printed(text) for text in (*own, copy)]
    (pair,) = lookalikes(prints, formal=Decimal("0.5"), least=20)
    runs = [set(zip(*(text[i:] for i in range(5)), strict=False)) for text in (copy, own[0])]
    exact = Decimal(len(runs[0] & runs[1])) / len(runs[0])
    assert (pair.later, pair.earlier) == (texts, 0)
    assert abs(pair.common - exact) < Decimal("0.08")


def test_what_many_share_is_nobodys_own() -> None:
    stock = words(25, 200)
    prints = [printed([*stock, *words(seed, 100)]) for seed in range(20)]
    assert list(lookalikes(prints, formal=Decimal("0.08"), least=40)) == []


def test_one_text_sent_by_very_many_is_told_of_each_but_the_first() -> None:
    prints = [printed(words(1, 300))] * 30 + [printed(words(seed, 300)) for seed in range(2, 24)] * 20
    found = {pair.later for pair in lookalikes(prints, formal=Decimal("0.08"), least=40)}
    assert set(range(1, 30)) <= found
    assert 0 not in found


def test_two_texts_side_by_side() -> None:
    earlier = (
        "Năm 2021 huyện tổ chức 12 lớp bồi dưỡng cho 345 người; kiểm tra 08 xã, kết quả tốt, không có vi phạm nào."
    )
    later = "Năm 2022 huyện tổ chức 15 lớp bồi dưỡng cho 345 người; kiểm tra 08 xã, kết quả tốt, không có vi phạm nào."
    laid = align(words_of([paragraph(later, 2)]), words_of([paragraph(earlier, 1)]))
    assert laid.changed == (("2021", "2022"), ("12", "15"))
    assert (laid.kept_figures, laid.figures) == (2, 3)
    assert (laid.place.split(":")[0], laid.source_place.split(":")[0]) == ("body/p[2]", "body/p[1]")
    assert laid.copied == laid.words - 6
