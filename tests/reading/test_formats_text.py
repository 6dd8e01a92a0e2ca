"""Text files: lines as printed, paragraphs as meant, every character traced."""

import unicodedata

import pytest

from reading.build import paragraphs, read, rows, tables, texts
from tongket.reading import Document


def text(content: str) -> Document:
    return read(content.encode(), "a.txt")


WRAPPED = """\
ỦY BAN NHÂN DÂN                   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ ĐÔNG SƠN                               Độc lập - Tự do - Hạnh phúc

                                BÁO CÁO
Kính gửi: UBND huyện.

    Thực hiện Công văn số 37/UBND-NC của Ủy ban nhân dân tỉnh về việc báo cáo kết quả
thực hiện nhiệm vụ, Ủy ban nhân dân xã báo cáo như sau:
I. KẾT QUẢ
- Trong năm, cấp ủy, chính quyền đã ban hành 8 văn bản lãnh đạo, chỉ đạo về xây dựng
và củng cố.
- Tổ chức 3 hội nghị.
+ Có 86 lượt người dự.
Nguyên nhân: Địa bàn rộng, địa hình chia cắt, dân cư sống phân tán, đời sống còn nhiều
khó khăn. Một số nơi chưa quan tâm.
"""


def test_wrapped_lines_join_and_marks_begin_paragraphs() -> None:
    assert texts(text(WRAPPED))[4:] == [
        "BÁO CÁO",
        "Kính gửi: UBND huyện.",
        "Thực hiện Công văn số 37/UBND-NC của Ủy ban nhân dân tỉnh về việc báo cáo kết quả thực hiện nhiệm vụ, "
        "Ủy ban nhân dân xã báo cáo như sau:",
        "I. KẾT QUẢ",
        "- Trong năm, cấp ủy, chính quyền đã ban hành 8 văn bản lãnh đạo, chỉ đạo về xây dựng và củng cố.",
        "- Tổ chức 3 hội nghị.",
        "+ Có 86 lượt người dự.",
        "Nguyên nhân: Địa bàn rộng, địa hình chia cắt, dân cư sống phân tán, đời sống còn nhiều khó khăn. "
        "Một số nơi chưa quan tâm.",
    ]


def test_a_letterhead_side_by_side_is_taken_apart() -> None:
    left, right = paragraphs(text(WRAPPED))[:2]
    assert (left.text, right.text) == ("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert right.locate(0, 4) == "line[1]:34-38"


def test_every_character_points_at_its_line() -> None:
    lines = WRAPPED.splitlines()
    for paragraph in paragraphs(text(WRAPPED)):
        for segment in paragraph.segments:
            number = int(segment.anchor.removeprefix("line[").removesuffix("]"))
            length = segment.end - segment.start
            assert (
                lines[number - 1][segment.offset : segment.offset + length]
                == paragraph.text[segment.start : segment.end]
            )


def test_markup_is_taken_off_and_places_stay() -> None:
    document = text("**BÁO\nCÁO**\n\n*Hà Nội, ngày 27\ntháng 11*\n\n**Điều 1. **Đạt **95%** (*)\n\n# Mục lục\n")
    first, place, article, heading = paragraphs(document)
    assert (first.text, first.bold) == ("BÁO CÁO", True)
    assert (place.text, place.bold) == ("Hà Nội, ngày 27 tháng 11", False)
    assert article.text == "Điều 1. Đạt 95% (*)"
    assert article.locate(12, 15) == "line[7]:18-21"
    assert (heading.text, heading.heading) == ("Mục lục", 1)


def test_stars_in_plain_text_are_letters() -> None:
    assert texts(text("(*) Ghi chú: * là tạm tính")) == ["(*) Ghi chú: * là tạm tính"]


def test_pipe_tables_are_tables() -> None:
    document = text("Bảng 1\n| TT | Chỉ tiêu | **Kết quả** |\n|----|:---:|---|\n| 1 | Văn bản | 12 |\n\nHết")
    assert rows(tables(document)[0]) == [["TT", "Chỉ tiêu", "Kết quả"], ["1", "Văn bản", "12"]]
    assert tables(document)[0].cells[5].anchor == "line[4]/cell[3]"
    assert texts(document) == ["Bảng 1", "Hết"]


def test_lone_pipes_part_paragraphs() -> None:
    assert texts(text("|\nỦY BAN NHÂN DÂN\n|\nSố: 12/BC\n| |\n")) == ["ỦY BAN NHÂN DÂN", "Số: 12/BC"]


def test_long_lines_are_paragraphs_of_their_own() -> None:
    line = "Trong năm đã ban hành văn bản " * 10
    assert len(paragraphs(text(f"{line}\n{line}\n"))) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_in_every_dress(encoding: str) -> None:
    bom = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
    assert texts(read((bom + "Báo cáo số liệu").encode(encoding), "a.txt")) == ["Báo cáo số liệu"]


def test_decomposed_letters_are_composed() -> None:
    assert texts(text(unicodedata.normalize("NFD", "Ủy ban nhân dân"))) == ["Ủy ban nhân dân"]


def test_windows_code_page() -> None:
    raw = "Báo cáo sô\u0301 liê\u0323u cu\u0309a xa\u0303".encode("cp1258")
    assert texts(read(raw, "a.txt")) == ["Báo cáo số liệu của xã"]


def test_line_ends_of_every_system_count_alike() -> None:
    for end in ("\n", "\r\n", "\r"):
        assert [x.anchor for x in paragraphs(text(f"Một{end}{end}Hai"))] == ["line[1]", "line[3]"]


def test_texts_of_old_fonts() -> None:
    assert texts(read("Uû ban nh©n d©n huyÖn b¸o c¸o kÕt qu¶".encode("latin-1"), "a.txt")) == [
        "Uỷ ban nhân dân huyện báo cáo kết quả"
    ]
    assert texts(text("Uû ban nh©n d©n huyÖn b¸o c¸o kÕt qu¶")) == ["Uỷ ban nhân dân huyện báo cáo kết quả"]
    assert texts(read("Baùo caùo soá lieäu cuûa xaõ naêm".encode("latin-1"), "a.txt")) == ["Báo cáo số liệu của xã năm"]


def test_a_table_made_of_blanks_is_a_table() -> None:
    content = """BÁO CÁO
TT   Chỉ tiêu                 Kế hoạch    Thực hiện
1    Văn bản lãnh đạo, chỉ đạo   12           11
2    Hội nghị                     3            3
     quán triệt
3    Hộ nghèo                   5,1%         4,8%
Ghi chú: số liệu cả năm
"""
    document = text(content)
    assert rows(tables(document)[0])[1:] == [
        ["1", "Văn bản lãnh đạo, chỉ đạo", "12", "11"],
        ["2", "Hội nghị quán triệt", "3", "3"],
        ["3", "Hộ nghèo", "5,1%", "4,8%"],
    ]
    assert tables(document)[0].cells[6].anchor == "line[3]:33-35"
    assert texts(document) == ["BÁO CÁO", "Ghi chú: số liệu cả năm"]
