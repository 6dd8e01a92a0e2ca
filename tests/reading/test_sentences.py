"""Where a sentence ends and where it does not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.reading.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [text[a:b] for a, b in split_sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "UBND TP. Hoa Lư đã họp.",
        "KT. CHỦ TỊCH",
        "Tổng kinh phí 1.234,5 triệu đồng.",
        "1. Công tác lãnh đạo được tăng cường.",
        "a) Về tổ chức, biên chế.",
        "Đã cấp gạo, muối, chăn màn v.v. cho các hộ.",
        "Theo Nghị định số 10.1/2020 của cơ quan.",
        "PGS. Lê Văn Mười dự.",
        "Huy động máy bơm, xuồng... để cứu nạn",
    ],
)
def test_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_full_stops_marks_and_ellipses_end_sentences() -> None:
    assert sentences("Đã xong. Còn chậm… Vì sao? Do thiếu vốn./.") == [
        "Đã xong.", "Còn chậm…", "Vì sao?", "Do thiếu vốn./.",
    ]  # fmt: skip


def test_quotation_marks_stay_with_their_sentence() -> None:
    assert sentences("Ông nói: “Làm ngay.” Mọi người đồng ý.") == ["Ông nói: “Làm ngay.”", "Mọi người đồng ý."]


def test_number_ends_a_sentence() -> None:
    assert sentences("Hoàn thành năm 2023. Năm 2024 tiếp tục.") == ["Hoàn thành năm 2023.", "Năm 2024 tiếp tục."]


def test_list_items_and_blank_lines_begin_anew() -> None:
    assert sentences("Nhiệm vụ\n- Rà soát\n- Bổ sung\n\nKết thúc") == ["Nhiệm vụ", "- Rà soát", "- Bổ sung", "Kết thúc"]


@given(st.text(alphabet="aAđ1.…?! \n-“”)", max_size=60))
def test_spans_are_ordered_and_lose_only_white_space(text: str) -> None:
    spans = split_sentences(text)
    kept = "".join(text[a:b] for a, b in spans)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(a < b for a, b in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))


def test_letters_without_end_are_one_word() -> None:
    word = "a" * 300_000
    assert split_sentences(f"{word} b. Câu sau.") == [(0, len(word) + 3), (len(word) + 4, len(word) + 12)]


def test_lists_without_end_are_their_items() -> None:
    items = "\n".join(f"- Mục {n}." for n in range(20_000))
    assert len(split_sentences(items)) == 20_000
