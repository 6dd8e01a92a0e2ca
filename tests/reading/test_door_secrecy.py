"""The secrecy mark: a stamp standing alone is refused; words about secrets are not."""

import unicodedata
from pathlib import Path

import pytest

from reading.build import Text, cell, code, docx, opened, p, pdf, sheet, tbl, textbox, xlsx
from tongket.reading import Refusal, open_document

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
MARKS = ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "Mật", "M Ậ T", "T Ố I M Ậ T", "[MẬT]", "- MẬT -", "Độ mật: Mật",
         "ĐỘ MẬT: TỐI MẬT", "Mức độ mật: Tuyệt mật", unicodedata.normalize("NFD", "TUYỆT MẬT"), "MẬT - HỎA TỐC",
         "  MẬT  ", "“MẬT”"]  # fmt: skip

HEADLESS = [
    "Máy tính soạn thảo tài liệu mật ở một số nơi chưa được trang bị riêng.",
    "Công tác bảo vệ bí mật nhà nước được thực hiện nghiêm túc.",
    "Không để lộ, lọt bí mật nhà nước, bí mật quân sự.",
    "II. BẢO VỆ BÍ MẬT",
    "3. Công tác bảo vệ bí mật nhà nước",
    "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
    "TÀI LIỆU MẬT",
    "Độ mật: không",
    "Độ mật: ..................",
    "Có 12 văn bản mật được quản lý theo quy định.",
    "Luật Bảo vệ bí mật nhà nước số 29/2018/QH14",
    "Danh mục bí mật nhà nước độ Tối mật gồm 5 lĩnh vực.",
    "Phân loại: mật, tối mật, tuyệt mật.",
    "Giữ bí mật, an toàn tuyệt đối",
    "Mật độ dân số: 54 người/km2",
    "MẬT ĐỘ DÂN SỐ",
    "Mật ong rừng",
    "Cán bộ cơ yếu, mật mã",
    "Bảo mật thông tin",
    "Số mật: 12",
    "mật",
    "Đóng dấu MẬT theo quy định",
    "Về việc quản lý tài liệu mật",
    "Tài liệu mật",
    "Họp kín, tuyệt đối bí mật",
]


def letterhead(*, left: str = "ỦY BAN NHÂN DÂN\nXÃ ĐÔNG SƠN", number: str = "Số: 12/BC-UBND") -> str:
    """A letterhead in a table, lines as paragraphs."""
    cells = [[left, NATION], [number, "Đông Sơn, ngày 05 tháng 12 năm 2021"]]
    return tbl([["".join(p(line) for line in text.split("\n")) for text in row] for row in cells])


TITLE = p("BÁO CÁO") + p("Kết quả công tác năm 2021")
BODY = p("I. KẾT QUẢ") + p("Trong năm đã ban hành 12 văn bản lãnh đạo, chỉ đạo, tổ chức 03 hội nghị.")


@pytest.mark.parametrize("mark", MARKS)
def test_a_paragraph_of_the_head_that_is_a_mark_is_refused(mark: str) -> None:
    assert code(docx(letterhead() + p(mark) + TITLE + BODY), "a.docx") == "secrecy_mark"


@pytest.mark.parametrize("sentence", HEADLESS)
def test_words_about_secrets_in_the_head_refuse_nothing(sentence: str) -> None:
    assert code(docx(letterhead() + TITLE + p(sentence) + BODY), "a.docx") == ""
    assert code(f"BÁO CÁO\n\n{sentence}\n\nI. KẾT QUẢ\n".encode(), "a.txt") == ""


@pytest.mark.parametrize("mark", ["MẬT", "Tối mật"])
def test_a_mark_alone_in_the_body_is_no_stamp(mark: str) -> None:
    assert code(docx(letterhead() + TITLE + BODY + p(mark) + BODY), "a.docx") == ""


@pytest.mark.parametrize(
    "document",
    [
        docx(letterhead(number="Số: 12/BC-UBND\nMẬT") + TITLE + BODY),
        docx(tbl([["MẬT"]]) + letterhead() + TITLE + BODY),
        docx(letterhead() + TITLE + textbox(p("MẬT")) + BODY),
        docx(letterhead() + TITLE + BODY + textbox(tbl([["TỐI MẬT"]]))),
        docx(letterhead() + TITLE + BODY, header=p("MẬT")),
        docx(letterhead() + TITLE + BODY, footer=p("Tài liệu mật")),
        docx(letterhead() + TITLE + BODY, header="<w:p><w:r><w:pict><v:shape><v:textpath string='TUYỆT MẬT'/></v:shape>"
             "</w:pict></w:r></w:p>"),
        docx(p("MẬT\t\tSố: 12/BC-UBND").replace("\t", "</w:t><w:tab/><w:t>") + TITLE + BODY),
    ],
)  # fmt: skip
def test_a_stamp_anywhere_in_the_head_or_margin_of_a_word_file_is_seen(document: bytes) -> None:
    assert code(document, "a.docx") == "secrecy_mark"


@pytest.mark.parametrize(
    "table",
    [
        [["TT", "Loại tài liệu", "Số lượng"], ["1", "Mật", "12"], ["2", "Tối mật", "3"]],
        [["TT", "Độ mật", "Tuyệt mật", "Tối mật", "Mật"], ["1", "Số văn bản", "0", "2", "14"]],
        [["Nội dung", "Kết quả"], ["Tài liệu mật", "12"], ["Mật", "7"], ["Tối mật", "3"]],
    ],
)
def test_a_table_that_counts_secret_papers_is_no_stamp(table: list[list[str]]) -> None:
    assert code(docx(letterhead() + TITLE + tbl(table) + BODY), "a.docx") == ""
    cells = {f"{'ABCDE'[c]}{r + 6}": text for r, row in enumerate(table) for c, text in enumerate(row)}
    assert code(xlsx({"Biểu": sheet({"A1": "UBND XÃ ĐÔNG SƠN", "A3": "BIỂU TỔNG HỢP", **cells})}), "a.xlsx") == ""


HEAD = {"A1": "ỦY BAN NHÂN DÂN", "D1": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "A2": "Số: 12/BC-UBND"}
TABLE = {"A6": "TT", "B6": "Chỉ tiêu", "C6": "Kết quả", "A7": 1, "B7": "Văn bản", "C7": 12}


@pytest.mark.parametrize(
    "content",
    [
        sheet({**HEAD, "A3": "MẬT", **TABLE}),
        sheet({**HEAD, "D3": "Tối mật", **TABLE}),
        sheet({"A1": "MẬT", **TABLE}),
        sheet({**HEAD, **TABLE}, extra="<headerFooter><oddHeader>&amp;C&amp;\"Arial,Bold\"MẬT</oddHeader></headerFooter>"),
        sheet({**HEAD, **TABLE}, extra="<headerFooter><oddFooter>&amp;LTrang &amp;P&amp;RTUYỆT MẬT</oddFooter></headerFooter>"),
    ],
)  # fmt: skip
def test_a_stamp_on_a_sheet_is_seen(content: str) -> None:
    assert code(xlsx({"Biểu 1": sheet({"A1": "Ghi chú"}), "Biểu 2": content}), "a.xlsx") == "secrecy_mark"


def test_cells_about_secrets_deep_in_a_sheet_refuse_nothing() -> None:
    rows = {f"B{r}": cell(f"B{r}", t) for r, t in enumerate(["Mật", "Tối mật", "Tài liệu mật"], 8)}
    counts = {f"C{r}": r for r in range(8, 11)}
    assert code(xlsx({"Biểu": sheet({**HEAD, **TABLE, **rows, **counts})}), "a.xlsx") == ""


PAGE: list[Text] = [(60, 780, "ỦY BAN NHÂN DÂN"), (300, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                    (60, 760, "Số: 12/BC-UBND"), (260, 720, "BÁO CÁO"), (60, 690, "I. KẾT QUẢ"),
                    *[(60, 670 - 16 * i, "Trong năm đã ban hành 12 văn bản lãnh đạo và tổ chức hội nghị.")
                      for i in range(20)]]  # fmt: skip


@pytest.mark.parametrize("extra", [(60, 742, "MẬT"), (400, 760, "TỐI MẬT"), (280, 815, "MẬT"), (280, 25, "TUYỆT MẬT")])
def test_a_stamp_on_a_page_is_seen(extra: Text) -> None:
    assert code(pdf([[*PAGE, extra], PAGE]), "a.pdf") == "secrecy_mark"


def test_a_stamp_in_the_margin_of_a_later_page_is_seen() -> None:
    assert code(pdf([PAGE, [*PAGE[5:], (280, 815, "MẬT")]]), "a.pdf") == "secrecy_mark"


def test_a_page_that_speaks_of_secrets_is_read() -> None:
    more: list[Text] = [(60, 300, "Máy tính soạn thảo tài liệu mật và bảo vệ bí"), (60, 284, "mật nhà nước.")]
    assert code(pdf([[*PAGE, *more]]), "a.pdf") == ""


@pytest.mark.parametrize(
    "text",
    [
        "ỦY BAN NHÂN DÂN\nMẬT\n\nBÁO CÁO\n",
        "ỦY BAN NHÂN DÂN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/BC                        MẬT\n\nBÁO CÁO",
        "**MẬT**\n\n**BÁO CÁO**\nKết quả năm 2021",
        "|\n|\nỦY BAN NHÂN DÂN\n|\n**MẬT**\n|\nBÁO CÁO",
    ],
)
def test_a_stamp_in_a_text_is_seen(text: str) -> None:
    assert code(text.encode(), "a.txt") == "secrecy_mark"
    assert code(text.encode("utf-16"), "a.txt") == "secrecy_mark"


def test_a_title_broken_before_its_last_word_is_no_stamp() -> None:
    text = "BÁO CÁO\nKẾT QUẢ THỰC HIỆN LUẬT BẢO VỆ BÍ\nMẬT\n\nI. KẾT QUẢ\n"
    assert code(text.encode(), "a.txt") == ""


@pytest.mark.parametrize(
    "page",
    [
        "<p>ỦY BAN NHÂN DÂN</p><p><b>MẬT</b></p><p>BÁO CÁO</p>",
        "<table><tr><td>ỦY BAN NHÂN DÂN<br>Số: 12/BC-UBND<br>MẬT</td><td>Độc lập - Tự do</td></tr></table><p>BÁO CÁO</p>",
        "<div>MẬT<div>BÁO CÁO</div></div>",
    ],
)
def test_a_stamp_on_a_web_page_is_seen(page: str) -> None:
    assert code(f"<html><body>{page}</body></html>".encode(), "a.html") == "secrecy_mark"


def test_a_refused_file_leaves_nothing_behind(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "CV.docx"
    secret = "Chuẩn bị hội nghị giao ban tại hội trường số bốn"
    path.write_bytes(docx(letterhead(number="Số: 74/BC-BCH") + p("MẬT") + p("BÁO CÁO") + p(secret)))
    refusal = open_document(path, name="CV.docx")
    assert isinstance(refusal, Refusal)
    assert refusal.problem.fields == {}
    for word in (secret, "74/BC-BCH", "hội trường", "MẬT"):
        assert word not in repr(refusal)
        assert word not in caplog.text
    assert [f.name for f in tmp_path.iterdir()] == ["CV.docx"]


def test_only_the_mark_of_the_document_counts_not_its_name() -> None:
    assert code(docx(letterhead() + TITLE + BODY), "TỐI MẬT.docx") == ""
    assert isinstance(opened(docx(p("MẬT") + BODY), "thuong.docx"), Refusal)
