"""Zero, "không phát sinh", "chưa thống kê được", a blank and a dash are five things in every format."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reading.build import docx, grid, p, pdf, read, sheet, tbl, xlsx
from tongket.orgunits import load_hierarchy
from tongket.packs import load_pack
from tongket.reading import ReportReader
from tongket.reports import SilenceState, ValueState

CASE = Path(__file__).parents[1] / "cases" / "own-prose"
READER = ReportReader.of(load_pack("nd21").framework, load_hierarchy(CASE / "orgunits.csv", None))
HEAD = ["UBND HUYỆN SƠN KHÊ", "Số: 12/BC-UBND", "Sơn Khê, ngày 12 tháng 12 năm 2022", "BÁO CÁO", "Kết quả năm 2022"]
ROWS = [
    ["TT", "Chỉ tiêu", "Đơn vị tính", "Kết quả"],
    ["1", "Lớp bồi dưỡng kiến thức quốc phòng và an ninh đã mở", "lớp", "0"],
    ["2", "Nhiệm vụ quá hạn", "nhiệm vụ", "Không phát sinh"],
    ["3", "Số vụ phạm pháp hình sự", "vụ", "Chưa thống kê được"],
    ["4", "Ngày công giúp nhân dân", "ngày công", ""],
    ["5", "Văn bản lãnh đạo, chỉ đạo", "văn bản", "-"],
]
NOTE = 'Ghi chú: Dấu "-": không phát sinh.'


def in_word(after: list[str]) -> bytes:
    return docx("".join(map(p, HEAD)) + tbl(ROWS) + "".join(map(p, after)))


def in_excel(after: list[str]) -> bytes:
    cells: dict[str, object] = {f"A{i}": text for i, text in enumerate(HEAD, 1)}
    for r, row in enumerate(ROWS, 8):
        cells |= {f"{c}{r}": int(t) if t.isdigit() else t for c, t in zip("ABCD", row, strict=True) if t}
    return xlsx({"Biểu": sheet(cells | {f"A{15 + i}": text for i, text in enumerate(after)})})


def in_html(after: list[str]) -> bytes:
    rows = "".join("<tr>" + "".join(f"<td>{t}</td>" for t in row) + "</tr>" for row in ROWS)
    around = ["".join(f"<p>{t}</p>" for t in texts) for texts in (HEAD, after)]
    return f"<html><body>{around[0]}<table>{rows}</table>{around[1]}</body></html>".encode()


def in_markdown(after: list[str]) -> bytes:
    lines = ["|".join(["", *row, ""]) for row in ROWS]
    return "\n\n".join([*HEAD, "\n".join([lines[0], "|-|-|-|-|", *lines[1:]]), *after]).encode()


def in_pdf(after: list[str]) -> bytes:
    xs, ys = [40.0, 70, 370, 440, 560], [640.0 - 20 * i for i in range(len(ROWS) + 1)]
    page = [(60.0, 800.0 - 16 * i, text) for i, text in enumerate(HEAD)]
    page += [(xs[c] + 3, ys[r] - 14, t) for r, row in enumerate(ROWS) for c, t in enumerate(row) if t]
    return pdf([[*page, *((60.0, 490.0, text) for text in after)]], bars={0: grid(xs, ys)}, size=9)


def files() -> Iterator[tuple[str, bytes, bytes]]:
    """Name, the file, and the same with a note that says what a dash is."""
    makers = {"a.docx": in_word, "a.xlsx": in_excel, "a.html": in_html, "a.md": in_markdown, "a.pdf": in_pdf}
    for name, made in makers.items():
        yield name, made([]), made([NOTE])


@pytest.mark.parametrize(("name", "plain", "noted"), list(files()))
def test_five_ways_to_give_no_number_stay_apart(name: str, plain: bytes, noted: bytes) -> None:
    report = READER.read(read(plain, name))
    assert {v.indicator: (v.value, v.state) for v in report.values} == {
        "M01": (0, ValueState.REPORTED),
        "O03": (0, ValueState.NOTHING_OCCURRED),
    }
    assert [(s.indicator, s.state) for s in report.silences] == [("F02", SilenceState.NOT_REPORTED)]
    assert report.silences[0].why.startswith("Số vụ phạm pháp hình sự: Chưa thống kê được (")
    explained = READER.read(read(noted, name))
    assert {v.indicator: (v.value, v.state) for v in explained.values if v.indicator == "A01"} == {
        "A01": (0, ValueState.NOTHING_OCCURRED)
    }


@pytest.mark.parametrize("said", ["chưa thống kê được", "chưa có số liệu", "không có số liệu thống kê"])
def test_a_sentence_may_say_that_nobody_counted(said: str) -> None:
    text = "\n\n".join([*HEAD, "I. KẾT QUẢ", f"Số vụ phạm pháp hình sự {said}. Mở 2 lớp bồi dưỡng kiến thức QPAN."])
    report = READER.read(read(text.encode(), "a.txt"))
    assert [s.indicator for s in report.silences] == ["F02"]
    assert "F02" not in {v.indicator for v in report.values}


@pytest.mark.parametrize("said", ["Không có số liệu", "Không thống kê", "Chưa có số liệu"])
def test_a_cell_without_data_is_not_nothing(said: str) -> None:
    rows = [row if row[1] != "Nhiệm vụ quá hạn" else [*row[:3], said] for row in ROWS]
    report = READER.read(read(docx("".join(map(p, HEAD)) + tbl(rows)), "a.docx"))
    assert "O03" not in {v.indicator for v in report.values}
    assert {s.indicator for s in report.silences} == {"O03", "F02"}


def test_a_figure_given_elsewhere_in_the_report_is_no_silence() -> None:
    text = "\n\n".join([*HEAD, "Số vụ phạm pháp hình sự: 14 vụ.", "Quý I số vụ phạm pháp hình sự chưa thống kê được."])
    assert READER.read(read(text.encode(), "a.txt")).silences == ()
