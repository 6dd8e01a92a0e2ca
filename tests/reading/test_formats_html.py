"""Web pages: paragraphs, lists and tables, however broken the markup."""

from reading.build import docx, p, paragraphs, read, rows, tables, tbl, texts
from tongket.reading import Document


def page(body: str, head: str = "") -> Document:
    return read(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "a.html")


def test_paragraphs_headings_and_what_is_never_shown() -> None:
    document = page("<nav>Menu</nav><script>x=1</script><style>p{}</style><h2>Kết <i>quả</i></h2><p>Năm\n   2021&nbsp;đạt</p>"
                    "<p style='display:none'>ẩn</p>chữ trần<div>khối</div>", "<title>Tên</title>")  # fmt: skip
    assert texts(document) == ["Kết quả", "Năm 2021 đạt", "chữ trần", "khối"]
    assert [x.anchor for x in paragraphs(document)] == [f"body/p[{i}]" for i in range(1, 5)]
    assert (paragraphs(document)[0].heading, paragraphs(document)[0].bold) == (2, True)


def test_lists_take_their_marks() -> None:
    document = page("<ul><li>một<li>hai</ul><ol><li>ba</li><li><p>bốn</p></li></ol>")
    assert [(x.label, x.text) for x in paragraphs(document)] == [
        ("-", "một"),
        ("-", "hai"),
        ("1.", "ba"),
        ("2.", "bốn"),
    ]


def test_breaks_bold_and_alignment() -> None:
    document = page(
        "<p align=center><b>một<br>hai</b></p><p><b>ba</b> bốn</p><p style='text-align: right; font-weight: 700'>năm</p>"
    )
    assert [(x.text, x.bold, x.align) for x in paragraphs(document)] == [
        ("một\nhai", True, "center"), ("ba bốn", False, ""), ("năm", True, "right")]  # fmt: skip


def test_merged_cells_push_the_others() -> None:
    table = tables(
        page("<table><tr><td rowspan=2>TT<td colspan=2>Năm 2021</tr><tr><td>KH<td>TH</tr><tr><td>1<td>5<td>6</table>")
    )[0]
    assert rows(table) == [["TT", "Năm 2021", "Năm 2021"], ["TT", "KH", "TH"], ["1", "5", "6"]]
    assert [c.anchor for c in table.cells][2:4] == ["body/table[1]/row[2]/cell[1]", "body/table[1]/row[2]/cell[2]"]


def test_spans_beyond_reason_are_cut() -> None:
    table = tables(page("<table><tr><td rowspan=0>a<td rowspan=99>b<td colspan=x>c</tr><tr><td>d</tr></table>"))[0]
    assert [(c.text, c.rowspan, c.column) for c in table.cells] == [("a", 2, 0), ("b", 2, 1), ("c", 1, 2), ("d", 1, 2)]


def test_cells_of_several_paragraphs_and_tables_within() -> None:
    outer, inner = tables(
        page("<table><tr><td><p>một</p><p>hai</p><table><tr><td>trong</td></tr></table></td><td>b</td></tr></table>")
    )
    assert rows(outer) == [["một\nhai", "b"]]
    assert (inner.anchor, rows(inner)) == ("body/table[1]/row[1]/cell[1]/table[1]", [["trong"]])


def test_the_same_table_is_the_same_as_in_word() -> None:
    cells = [["TT", "Chỉ tiêu", "Kết quả"], ["1", "Văn bản", "12"]]
    web = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in cells)
    ours = tables(page(f"<p>Biểu</p><table>{web}</table>"))[0]
    words = tables(read(docx(p("Biểu") + tbl(cells)), "a.docx"))[0]
    assert ours == words


def test_old_code_pages_are_understood() -> None:
    text = "<html><head><meta charset='windows-1258'></head><body><p>Ba\u0309ng sô\u0301 liê\u0323u</p></body></html>"
    assert texts(read(text.encode("cp1258"), "a.html")) == ["Bảng số liệu"]
    assert texts(read("<html><body><p>Bảng số liệu</p></body></html>".encode("utf-16"), "a.html")) == ["Bảng số liệu"]


def test_broken_markup_is_mended() -> None:
    assert texts(page("<p>một<p>hai</b></div><table><tr><td>ô")) == ["một", "hai"]
    assert texts(read(b"<p>a</p>" + b"<div>" * 2000 + b"x" + b"</div>", "a.html"))[0] == "a"
