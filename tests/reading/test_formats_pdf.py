"""PDF: lines by their place, tables by their rules."""

from reading.build import Bar, Text, code, drawn_letters, grid, paragraphs, pdf, read, rows, tables, texts
from tongket.problems import Severity

LINE = 16.0


def lines(*content: str, top: float = 760, left: float = 60) -> list[Text]:
    return [(left, top - LINE * i, text) for i, text in enumerate(content)]


FULL = "Trong năm đã ban hành nhiều văn bản lãnh đạo, chỉ đạo và tổ chức quán triệt"
"""A line that fills the type area."""


def test_lines_join_to_the_next_indent() -> None:
    page: list[Text] = [
        (96, 760, FULL[:-6]),
        (60, 744, FULL),
        (60, 728, "đạt kết quả tốt."),
        (96, 712, FULL[:-6]),
        (60, 696, "hết."),
    ]
    document = read(pdf([page]), "a.pdf")
    assert texts(document) == [f"{FULL[:-6]} {FULL} đạt kết quả tốt.", f"{FULL[:-6]} hết."]
    assert paragraphs(document)[0].segments[1].anchor == "page[1]/line[2]"
    assert document.pages == 1


def test_a_sentence_goes_on_after_a_line_that_is_a_little_short() -> None:
    short = FULL[:-4]
    assert texts(read(pdf([lines(FULL, short, "và phổ biến.")]), "a.pdf")) == [f"{FULL} {short} và phổ biến."]
    assert texts(read(pdf([lines(FULL, f"{short[:-1]}.", "và phổ biến.")]), "a.pdf")) == [
        f"{FULL} {short[:-1]}.", "và phổ biến."
    ]  # fmt: skip


def test_letters_are_as_large_as_they_are_drawn() -> None:
    page: list[Text] = [(60, 780, "ỦY BAN NHÂN DÂN"), (190, 780, "CỘNG HÒA"), *lines(FULL, f"{FULL[:-9]}", top=700)]
    plain, scaled = pdf([page]), pdf([page], size=1, turn="12 0 0 12")
    assert read(scaled, "a.pdf").blocks == read(plain, "a.pdf").blocks
    assert texts(read(plain, "a.pdf"))[:2] == ["ỦY BAN NHÂN DÂN", "CỘNG HÒA"]


def test_letters_of_a_font_that_tells_no_size() -> None:
    page: list[Text] = [(60, 780, "ỦY BAN NHÂN DÂN"), (190, 780, "CỘNG HÒA"), *lines(FULL, FULL[:-9], top=700)]
    assert read(drawn_letters(page), "a.pdf").blocks == read(pdf([page]), "a.pdf").blocks


def test_letters_one_above_the_other_are_no_word() -> None:
    page: list[Text] = [(66, 590, "5"), (66, 574, "2"), (66, 558, "7"), *lines(FULL)]
    table = tables(read(pdf([page], bars={0: grid([60, 80, 100], [600, 584, 568, 552])}), "a.pdf"))[0]
    assert [row[0] for row in rows(table)] == ["5", "2", "7"]


def test_words_drawn_in_pieces_are_whole() -> None:
    pieces: list[Text] = [(60, 700, "qu"), (72, 700, "o"), (78, 700, "c phang")]
    assert texts(read(pdf([pieces], widths={"o": 100}), "a.pdf")) == ["quoc phang"]
    later: list[Text] = [(60, 700, "21"), (78, 700, "2019"), (108, 700, "ND-CP"), (72, 700, "/"), (102, 700, "/")]
    assert texts(read(pdf([later], widths={"/": 100}), "a.pdf")) == ["21/2019/ND-CP"]


def test_accents_drawn_over_their_letters_afterwards() -> None:
    page: list[Text] = [(60, 700, "quoc phong"), (60, 660, FULL), (72, 700, "ˆ"), (72, 703, "´"), (102, 700, "`")]
    assert texts(read(pdf([page]), "a.pdf")) == ["quốc phòng", FULL]
    decomposed: list[Text] = [(60, 700, "quo\u0302\u0301c phong")]
    assert texts(read(pdf([decomposed], widths={"\u0302": 0, "\u0301": 0}), "a.pdf")) == ["quốc phong"]


def test_a_hyphen_at_the_end_of_a_line_is_meant() -> None:
    broken = f"{FULL[:53]} Nghị định số 21/2019/NĐ-"
    document = read(pdf([lines(broken, "CP ngày 22", *[FULL] * 3)]), "a.pdf")
    paragraph = paragraphs(document)[0]
    assert paragraph.text == f"{broken}CP ngày 22"
    assert paragraph.locate(len(broken), len(broken) + 2) == "page[1]/line[2]:0-2"
    page: list[Text] = [(65, 588, "Biên chế QP-"), (65, 574, "AN"), (310, 580, "12"), *lines(FULL)]
    table = tables(read(pdf([page], bars={0: grid([60, 300, 400], [600, 560, 540])}), "a.pdf"))[0]
    assert rows(table)[0] == ["Biên chế QP-AN", "12"]


def test_a_list_mark_begins_a_paragraph_but_a_thousand_does_not() -> None:
    document = read(pdf([lines(FULL, "- Hai", "1. Ba", f"a) {FULL[3:]}", "1.100 triệu đồng.")]), "a.pdf")
    assert texts(document) == [FULL, "- Hai", "1. Ba", f"a) {FULL[3:]} 1.100 triệu đồng."]


def test_a_paragraph_goes_on_overleaf_and_page_numbers_stay_out() -> None:
    first: list[Text] = [*lines(FULL, FULL, FULL), (290, 30, "1"), (200, 50, "Tài liệu minh họa")]
    second: list[Text] = [(290, 800, "2"), *lines("sang trang sau.", FULL), (200, 50, "Tài liệu minh họa")]
    document = read(pdf([first, second]), "a.pdf")
    assert texts(document) == [f"{FULL} {FULL} {FULL} sang trang sau.", FULL, "Tài liệu minh họa"]
    assert paragraphs(document)[-1].style == "footer"
    assert paragraphs(document)[0].segments[3].anchor == "page[2]/line[2]"


def test_columns_side_by_side_are_read_one_after_the_other() -> None:
    page: list[Text] = [(60, 780, "ỦY BAN NHÂN DÂN"), (300, 780, "CỘNG HÒA XÃ HỘI"), (60, 764, "XÃ ĐÔNG SƠN"),
                        (300, 764, "Độc lập - Tự do"), (60, 748, "Số: 12/BC"), *lines(FULL, FULL, top=700)]  # fmt: skip
    document = read(pdf([page]), "a.pdf")
    assert texts(document)[:5] == ["ỦY BAN NHÂN DÂN", "XÃ ĐÔNG SƠN", "Số: 12/BC", "CỘNG HÒA XÃ HỘI", "Độc lập - Tự do"]
    assert paragraphs(document)[3].locate(0, 4) == "page[1]/line[1]:16-20"


XS, YS = [60.0, 100, 300, 400, 500], [600.0, 580, 560, 540]


def header() -> list[Bar]:
    """A head of two rows: TT and the label over both, one title over two columns."""
    return [
        (60, 600, 500, 600), (300, 580, 500, 580), (60, 560, 500, 560), (60, 540, 500, 540),
        (60, 540, 60, 600), (100, 540, 100, 600), (300, 540, 300, 600), (400, 540, 400, 580), (500, 540, 500, 600)]  # fmt: skip


CELLS: list[Text] = [(65, 575, "TT"), (110, 575, "Chỉ tiêu"), (350, 585, "Năm 2021"), (310, 565, "KH"), (410, 565, "TH"),
                     (65, 545, "1"), (110, 545, "Văn bản"), (310, 545, "12"), (410, 545, "11")]  # fmt: skip


def test_ruled_tables_with_merged_headers() -> None:
    document = read(pdf([[*lines(FULL), *CELLS]], bars={0: header()}), "a.pdf")
    table = tables(document)[0]
    assert rows(table) == [
        ["TT", "Chỉ tiêu", "Năm 2021", "Năm 2021"],
        ["TT", "Chỉ tiêu", "KH", "TH"],
        ["1", "Văn bản", "12", "11"],
    ]
    assert [(c.rowspan, c.colspan) for c in table.cells[:3]] == [(2, 1), (2, 1), (1, 2)]
    assert table.cells[-1].anchor == "page[1]/table[1]/row[3]/cell[4]"
    assert (table.anchor, table.page) == ("page[1]/table[1]", 1)


def test_a_page_within_a_form_that_is_moved_and_scaled() -> None:
    page = [*lines(FULL), *CELLS]
    plain = read(pdf([page], bars={0: header()}), "a.pdf")
    assert read(pdf([page], bars={0: header()}, form="0.9 0 0 0.9 20 30"), "a.pdf").blocks == plain.blocks


def test_a_page_on_its_side_is_read_as_it_is_held() -> None:
    upright = [*lines("Biểu số liệu kèm theo báo cáo", top=500), *((x, y - 200, text) for x, y, text in CELLS)]
    bars = [(a, b - 200, c, d - 200) for a, b, c, d in header()]
    for turn, place in (("0 1 -1 0", lambda x, y: (595 - y, x)), ("0 -1 1 0", lambda x, y: (y, 842 - x))):
        page = [(*place(x, y), text) for x, y, text in upright]
        sides = {0: [(*place(a, b), *place(c, d)) for a, b, c, d in bars]}
        document = read(pdf([page], bars=sides, turn=turn), "a.pdf")
        assert rows(tables(document)[0])[1:] == [["TT", "Chỉ tiêu", "KH", "TH"], ["1", "Văn bản", "12", "11"]]
        assert texts(document) == ["Biểu số liệu kèm theo báo cáo"]


def test_lines_of_a_cell_join() -> None:
    page: list[Text] = [(65, 588, "Chỉ tiêu rất"), (65, 566, "dài"), (310, 580, "12"), *lines(FULL)]
    table = tables(read(pdf([page], bars={0: grid([60, 300, 400], [600, 560, 540])}), "a.pdf"))[0]
    assert rows(table)[0] == ["Chỉ tiêu rất dài", "12"]


def test_text_around_a_table_keeps_its_place() -> None:
    document = read(pdf([[*lines("Trước bảng"), *CELLS, *lines("Sau bảng", top=500)]], bars={0: header()}), "a.pdf")
    assert [b.anchor for b in document.blocks] == ["page[1]/line[1]", "page[1]/table[1]", "page[1]/line[6]"]


def test_a_table_that_goes_on_overleaf_is_one_and_its_head_is_not_repeated() -> None:
    head: list[Text] = [(65, 585, "TT"), (110, 585, "Chỉ tiêu")]
    first: list[Text] = [*lines(FULL), *head, (65, 565, "1"), (110, 565, "Thu ngân sách")]
    second: list[Text] = [*head, (65, 565, "2"), (110, 565, "Chi ngân sách"), *lines(FULL, top=500)]
    bars = grid([60, 100, 300], [600, 580, 560])
    document = read(pdf([first, second], bars={0: bars, 1: bars}), "a.pdf")
    assert [rows(t) for t in tables(document)] == [[["TT", "Chỉ tiêu"], ["1", "Thu ngân sách"], ["2", "Chi ngân sách"]]]
    assert tables(document)[0].cells[-1].anchor == "page[2]/table[1]/row[2]/cell[2]"


def test_a_head_at_the_page_end_covers_the_columns_overleaf() -> None:
    head: list[Text] = [*lines(FULL), (65, 585, "Đơn vị"), (160, 585, "Tổng"), (260, 585, "Nam"), (360, 585, "Nữ")]
    body: list[Text] = [(62, 585, "1"), (85, 585, "Xã Yên"), (160, 585, "5"), (260, 585, "3"), (360, 585, "2")]
    bars = {0: grid([60, 150, 250, 350, 450], [600, 580]), 1: grid([60, 80, 150, 250, 350, 450], [600, 580])}
    table = tables(read(pdf([head, body], bars=bars), "a.pdf"))[0]
    assert rows(table) == [["Đơn vị", "Đơn vị", "Tổng", "Nam", "Nữ"], ["1", "Xã Yên", "5", "3", "2"]]
    assert (table.cells[0].colspan, table.columns) == (2, 5)


def test_a_row_cut_by_the_page_end_is_mended() -> None:
    first: list[Text] = [*lines(FULL), (65, 585, "1"), (110, 585, "Tỷ lệ hộ nghèo")]
    second: list[Text] = [(110, 585, "đa chiều"), (65, 565, "2"), (110, 565, "Hộ mới")]
    document = read(
        pdf([first, second], bars={0: grid([60, 100, 300], [600, 580]), 1: grid([60, 100, 300], [600, 580, 560])}),
        "a.pdf",
    )
    assert rows(tables(document)[0]) == [["1", "Tỷ lệ hộ nghèo đa chiều"], ["2", "Hộ mới"]]


def test_a_frame_or_an_underline_is_no_table() -> None:
    bars = [*grid([50, 500], [700, 650]), (100, 600, 200, 600)]
    document = read(pdf([lines(FULL, "Trong khung", top=690)], bars={0: bars}), "a.pdf")
    assert tables(document) == []


def test_pictures_of_pages_need_text_recognition() -> None:
    assert code(pdf([[]], picture=True), "a.pdf") == "needs_ocr"
    assert code(pdf([[]]), "a.pdf") == "needs_ocr"
    stamp = lines("Người ký: Ủy ban nhân dân tỉnh", "Ngày ký: 12.12.2021 08:00:00 +07:00")
    assert code(pdf([stamp, [], []], picture=True), "a.pdf") == "needs_ocr"
    assert code(pdf([stamp]), "a.pdf") == ""


def test_letters_without_a_key_need_text_recognition() -> None:
    assert code(pdf([lines("\ue001\ue002\ue003 \ue004\ue005" * 20)]), "a.pdf") == "needs_ocr"


def test_a_few_scanned_pages_are_named() -> None:
    pages = [lines(*[FULL] * 20), lines(*[FULL] * 20), []]
    document = read(pdf(pages, picture=True), "a.pdf")
    assert [(x.code, x.severity, x.fields["pages"]) for x in document.problems] == [
        ("pages_need_ocr", Severity.WARNING, "3")
    ]


def test_a_table_without_rules_is_told_by_its_columns() -> None:
    page: list[Text] = [(60, 780, "BÁO CÁO")]
    for y, *cells in ((700, "TT", "Chỉ tiêu", "KH", "TH"), (684, "1", "Văn bản lãnh đạo", "12", "11"),
                      (668, "2", "Hội nghị quán triệt", "3", "3"), (652, "", "đến thôn, bản", "", ""),
                      (636, "3", "Hộ nghèo", "5,1%", "-")):  # fmt: skip
        page += [(x, y, cell) for x, cell in zip((60, 90, 330, 430), cells, strict=True) if cell]
    document = read(pdf([[*page, *lines(FULL, top=590)]]), "a.pdf")
    table = tables(document)[0]
    assert rows(table) == [["TT", "Chỉ tiêu", "KH", "TH"], ["1", "Văn bản lãnh đạo", "12", "11"],
                           ["2", "Hội nghị quán triệt đến thôn, bản", "3", "3"], ["3", "Hộ nghèo", "5,1%", "-"]]  # fmt: skip
    assert table.cells[6].anchor == "page[1]/line[3]:19-21"
    assert texts(document) == ["BÁO CÁO", FULL]


def test_cells_of_several_lines_in_the_middle_of_their_rows() -> None:
    page: list[Text] = [(60, 700, "Lĩnh vực"), (330, 707, "Kế hoạch"), (330, 693, "năm 2023"), (430, 700, "Thực hiện"),
                        (60, 667, "Văn bản lãnh đạo, chỉ đạo"), (60, 653, "về khu vực phòng thủ"), (330, 660, "12"),
                        (430, 660, "11"), (60, 620, "Hội nghị"), (330, 620, "3"), (430, 620, "3"),
                        (60, 587, "Hộ nghèo theo chuẩn"), (60, 573, "đa chiều"), (330, 580, "5,1%"), (430, 580, "-")]  # fmt: skip
    document = read(pdf([[*lines(FULL), *page, *lines(FULL, top=530)]]), "a.pdf")
    assert [rows(t) for t in tables(document)] == [[
        ["Lĩnh vực", "Kế hoạch năm 2023", "Thực hiện"], ["Văn bản lãnh đạo, chỉ đạo về khu vực phòng thủ", "12", "11"],
        ["Hội nghị", "3", "3"], ["Hộ nghèo theo chuẩn đa chiều", "5,1%", "-"],
    ]]  # fmt: skip
    assert tables(document)[0].cells[3].anchor == "page[1]/line[5]:0-25"
    assert texts(document) == [FULL, FULL]


def test_a_form_without_rules_is_told_by_its_head() -> None:
    head: list[Text] = [(60, 606, "Họ và"), (60, 592, "tên"), (110, 599, "CCCD"), (200, 599, "Ý kiến về đề án sáp nhập"),
                        (460, 599, "Ký tên")]  # fmt: skip
    body: list[Text] = [(200, 560, "Đồng ý"), (300, 560, "Không đồng ý"), (60, 530, "…."), (110, 530, "…")]
    page = [*lines(FULL, FULL, FULL), *head, *body, *lines("Lưu ý: Mỗi hộ một phiếu.", top=480)]
    document = read(pdf([page]), "a.pdf")
    table = tables(document)[0]
    assert rows(table) == [
        ["Họ và tên", "CCCD", "Ý kiến về đề án sáp nhập", "Ý kiến về đề án sáp nhập", "Ký tên"],
        ["", "", "Đồng ý", "Không đồng ý", ""],
        ["….", "…", "", "", ""],
    ]
    assert [cell.anchor for cell in table.cells[:3]] == [
        "page[1]/line[4]:0-5", "page[1]/line[5]:0-4", "page[1]/line[5]:5-29"
    ]  # fmt: skip
    assert table.cells[4].anchor == "page[1]/table[1]/row[2]/cell[1]"
    assert texts(document) == [f"{FULL} {FULL} {FULL}", "Lưu ý: Mỗi hộ một phiếu."]


def test_rows_of_a_form_whose_cells_stand_in_the_middle() -> None:
    page: list[Text] = [(60, 700, "TT"), (100, 700, "Tên tập thể"), (300, 700, "Ghi chú"), (60, 670, "1"),
                        (80, 677, "Ban chỉ huy quân sự"), (80, 663, "các xã"), (60, 640, "2"), (80, 640, "Công an"),
                        (300, 640, "khen lại")]  # fmt: skip
    document = read(pdf([[*lines(FULL), *page, *lines(FULL, top=600)]]), "a.pdf")
    assert [rows(t) for t in tables(document)] == [
        [["TT", "Tên tập thể", "Ghi chú"], ["1", "Ban chỉ huy quân sự các xã", ""], ["2", "Công an", "khen lại"]]
    ]


def test_the_signature_under_a_form_is_none_of_its_rows() -> None:
    page: list[Text] = [(60, 700, "TT"), (100, 700, "Họ và tên"), (300, 700, "Ghi chú"), (60, 670, "1"),
                        (50, 630, "Nơi nhận:"), (300, 630, "CHỦ TỊCH")]  # fmt: skip
    document = read(pdf([[*lines(FULL), *page]]), "a.pdf")
    assert [rows(t) for t in tables(document)] == [[["TT", "Họ và tên", "Ghi chú"], ["1", "", ""]]]
    assert texts(document) == [FULL, "Nơi nhận:", "CHỦ TỊCH"]


def test_a_letterhead_and_signatures_are_no_table() -> None:
    page: list[Text] = []
    for i, (left, right) in enumerate(
        (("ỦY BAN NHÂN DÂN", "CỘNG HÒA"), ("XÃ ĐÔNG SƠN", "Độc lập"), ("Số: 12/BC", "ngày 5"))
    ):
        page += [(60, 780 - 16 * i, left), (330, 780 - 16 * i, right)]
    assert tables(read(pdf([page]), "a.pdf")) == []
