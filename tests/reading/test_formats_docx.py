"""Word documents: what stands on paper, in order, with its place."""

import unicodedata

from reading.build import (
    NAMESPACES,
    OFFICE,
    code,
    docx,
    p,
    paragraphs,
    part,
    read,
    relations,
    rows,
    tables,
    tbl,
    tc,
    textbox,
    texts,
    zipped,
)
from tongket.reading import Document

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:outlineLvl w:val="0"/><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="H1"/><w:rPr><w:caps/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Listed"><w:name w:val="Listed"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>'
)


def level(index: int, form: str, text: str, start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">' + level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.")
    + level(2, "lowerLetter", "%3)") + level(3, "bullet", "\uf0b7") + "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="1">' + level(0, "decimal", "%1.", 3) + level(1, "decimal", "%1.%2.") + "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)  # fmt: skip


def numbered(text: str, number: int, depth: int = 0) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def body(xml: str) -> Document:
    return read(docx(xml, styles=STYLES, numbering=NUMBERING), "a.docx")


def test_blocks_stand_in_order_and_blank_paragraphs_count_in_anchors() -> None:
    document = body(p("Một") + p("") + tbl([["a", "b"]]) + p("Hai"))
    assert [b.anchor for b in document.blocks] == ["body/p[1]", "body/table[1]", "body/p[3]"]
    assert paragraphs(document)[1].locate(1, 3) == "body/p[3]:1-3"


def test_runs_join_and_letters_compose_across_them() -> None:
    pieces = unicodedata.normalize("NFD", "ồ")
    document = body(f"<w:p>{run('đ' + pieces[0])}{run(pieces[1:])}{run('ng')}</w:p>")
    assert texts(document) == ["đồng"]


def test_blanks_at_the_ends_are_cut_and_the_anchor_still_points_at_the_letters() -> None:
    paragraph = paragraphs(body(p("   12 văn bản  ")))[0]
    assert paragraph.text == "12 văn bản"
    assert paragraph.locate(0, 2) == "body/p[1]:3-5"


def test_tabs_breaks_and_hyphens() -> None:
    document = body("<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c"
                    "</w:t><w:noBreakHyphen/><w:t>d</w:t><w:br w:type='page'/><w:sym w:font='Wingdings' w:char='F0FC'/></w:r></w:p>")  # fmt: skip
    assert texts(document) == ["a\tb\nc-d✓"]


def test_no_break_spaces_are_blanks() -> None:
    assert texts(body(p("5,2\u00a0tỷ\u202fđồng"))) == ["5,2 tỷ đồng"]


def test_tracked_changes_read_as_accepted() -> None:
    document = body(f"<w:p>{run('Có ')}<w:del><w:r><w:delText>11</w:delText></w:r></w:del><w:ins>{run('12')}</w:ins>"
                    f"<w:moveFrom>{run(' cũ')}</w:moveFrom><w:moveTo>{run(' mới')}</w:moveTo></w:p>")  # fmt: skip
    assert texts(document) == ["Có 12 mới"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    first = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Đạt ')}</w:p>"
    paragraph = paragraphs(body(first + p("95%")))[0]
    assert paragraph.text == "Đạt 95%"
    assert paragraph.locate(4, 6) == "body/p[2]:0-2"


def test_a_deleted_row_is_gone_and_the_rows_below_keep_their_anchors() -> None:
    deleted = f"<w:tr><w:trPr><w:del/></w:trPr>{tc('x')}{tc('1')}</w:tr>"
    table = tables(body(f"<w:tbl>{deleted}<w:tr>{tc('y')}{tc('2')}</w:tr></w:tbl>"))[0]
    assert rows(table) == [["y", "2"]]
    assert table.cells[1].anchor == "body/table[1]/row[2]/cell[2]"


def test_only_one_alternative_is_read_and_text_boxes_follow_their_paragraph() -> None:
    document = body(p("Trước") + textbox(p("Trong khung") + tbl([["a"]])) + p("Sau"))
    assert [b.anchor for b in document.blocks] == [
        "body/p[1]", "body/p[2]/textbox[1]/p[1]", "body/p[2]/textbox[1]/table[1]", "body/p[3]"]  # fmt: skip
    assert texts(document) == ["Trước", "Trong khung", "Sau"]


def test_fields_give_their_result_and_hyperlinks_and_controls_their_text() -> None:
    document = body("<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
                    f"{run('7')}<w:hyperlink>{run(' liên kết')}</w:hyperlink><w:sdt><w:sdtContent>{run(' ô')}</w:sdtContent></w:sdt></w:p>"
                    f"<w:sdt><w:sdtContent>{p('Khối')}</w:sdtContent></w:sdt>")  # fmt: skip
    assert texts(document) == ["7 liên kết ô", "Khối"]


def test_hidden_text_and_comments_are_not_read() -> None:
    assert texts(body(f"<w:p>{run('thấy')}{run(' ẩn', '<w:vanish/>')}<w:commentReference w:id='1'/></w:p>")) == ["thấy"]


def test_headings_bold_capitals_and_alignment_come_from_the_style_chain() -> None:
    plain, heading, mine = paragraphs(
        body(p("a") + p("b", properties='<w:pStyle w:val="H1"/>') + p("c", properties='<w:pStyle w:val="Mine"/>'))
    )
    assert (plain.heading, plain.bold, plain.style) == (0, False, "Normal")
    assert (heading.heading, heading.bold, heading.align) == (1, True, "center")
    assert (mine.text, mine.heading, mine.bold) == ("C", 1, True)


def test_direct_formatting_beats_the_style() -> None:
    light = p(
        "a", properties='<w:pStyle w:val="H1"/><w:outlineLvl w:val="2"/><w:jc w:val="both"/>', run='<w:b w:val="0"/>'
    )
    paragraph = paragraphs(body(light))[0]
    assert (paragraph.bold, paragraph.heading, paragraph.align) == (False, 3, "justify")


def test_bold_means_every_letter() -> None:
    mixed, whole = paragraphs(
        body(f"<w:p>{run('Một', '<w:b/>')}{run(' hai')}</w:p><w:p>{run('Ba', '<w:b/>')}{run(' ')}</w:p>")
    )
    assert (mixed.bold, whole.bold) == (False, True)


def test_styles_in_a_circle_end() -> None:
    assert texts(body(p("a", properties='<w:pStyle w:val="A"/>'))) == ["a"]


def test_list_numbers_are_counted() -> None:
    document = body(numbered("Tình hình", 1) + numbered("Kinh tế", 1, 1) + numbered("Xã hội", 1, 1) + numbered("nhỏ", 1, 2)
                    + numbered("chấm", 1, 3) + numbered("Kết quả", 1) + numbered("Lại từ đầu", 1, 1) + p("Không số"))  # fmt: skip
    assert [x.label for x in paragraphs(document)] == ["I.", "1.", "2.", "a)", "-", "II.", "1.", ""]
    assert paragraphs(document)[0].text == "Tình hình"


def test_list_numbers_of_several_levels_and_starts() -> None:
    document = body(
        numbered("a", 2)
        + numbered("b", 2, 1)
        + numbered("c", 2, 1)
        + numbered("d", 2)
        + numbered("e", 3)
        + numbered("f", 2)
    )
    assert [x.label for x in paragraphs(document)] == ["3.", "3.1.", "3.2.", "4.", "1.", "2."]


def test_a_style_may_number_and_a_paragraph_may_take_the_number_away() -> None:
    styled, bare = paragraphs(
        body(
            p("a", properties='<w:pStyle w:val="Listed"/>')
            + p("b", properties='<w:pStyle w:val="Listed"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        )
    )
    assert (styled.label, bare.label) == ("1.", "")


def test_merged_cells_stand_once_with_their_spans() -> None:
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("Năm 2021") + "</w:tc>"
    tall = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + p("TT") + "</w:tc>"
    below = "<w:tc><w:tcPr><w:vMerge/></w:tcPr>" + p("") + "</w:tc>"
    table = tables(body(f"<w:tbl><w:tr>{tall}{wide}</w:tr><w:tr>{below}{tc('KH')}{tc('TH')}</w:tr></w:tbl>"))[0]
    assert [(c.text, c.row, c.column, c.rowspan, c.colspan) for c in table.cells] == [
        ("TT", 0, 0, 2, 1), ("Năm 2021", 0, 1, 1, 2), ("KH", 1, 1, 1, 1), ("TH", 1, 2, 1, 1)]  # fmt: skip
    assert rows(table) == [["TT", "Năm 2021", "Năm 2021"], ["TT", "KH", "TH"]]
    assert table.cells[3].anchor == "body/table[1]/row[2]/cell[3]"


def test_a_cell_of_several_paragraphs_keeps_them_as_lines() -> None:
    table = tables(body(tbl([[p("một") + p("hai"), "ba"]])))[0]
    assert [c.text for c in table.cells] == ["một\nhai", "ba"]


def test_columns_left_free_before_a_row_shift_its_cells() -> None:
    table = tables(
        body(
            f"<w:tbl><w:tr>{tc('a')}{tc('b')}</w:tr><w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{tc('c')}</w:tr></w:tbl>"
        )
    )[0]
    assert rows(table) == [["a", "b"], ["", "c"]]


def test_a_table_in_a_cell_follows_its_table() -> None:
    document = body(tbl([[p("ngoài") + tbl([["trong", "1"]]) + p(""), "b"]]))
    outer, inner = tables(document)
    assert rows(outer) == [["ngoài", "b"]]
    assert (inner.anchor, rows(inner)) == ("body/table[1]/row[1]/cell[1]/table[1]", [["trong", "1"]])


def test_headers_and_footers_stand_at_the_end() -> None:
    document = read(docx(p("Thân bài"), header=p("Đầu trang"), footer=p("Tài liệu minh họa")), "a.docx")
    assert [(x.anchor, x.style) for x in paragraphs(document)][1:] == [
        ("header[1]/p[1]", "header"),
        ("footer[1]/p[1]", "footer"),
    ]


def test_other_prefixes_and_the_strict_namespace_are_read() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    xml = f'<x:document xmlns:x="{strict}"><x:body><x:p><x:r><x:t>Báo cáo</x:t></x:r></x:p></x:body></x:document>'
    data = zipped({"_rels/.rels": relations({"r": ("officeDocument", "word/document.xml")}), "word/document.xml": xml})
    assert texts(read(data, "a.docx")) == ["Báo cáo"]


def test_the_main_part_may_have_another_name() -> None:
    data = zipped({"_rels/.rels": relations({"r": ("officeDocument", "/word/document2.xml")}),
                   "word/document2.xml": part("document", f"<w:body>{p('Báo cáo')}</w:body>")})  # fmt: skip
    assert texts(read(data, "a.docx")) == ["Báo cáo"]
    assert OFFICE in relations({"r": ("a", "b")})
    assert "xmlns:w" in NAMESPACES


def test_deep_nesting_does_no_harm() -> None:
    deep = "<w:sdt><w:sdtContent>" * 3000 + p("sâu") + "</w:sdtContent></w:sdt>" * 3000
    assert texts(body(deep)) == ["sâu"]


def test_old_fonts_are_read_by_their_name() -> None:
    small = run("Uû ban nh©n d©n huyÖn", '<w:rFonts w:ascii=".VnTime"/>')
    capitals = run("mËt", '<w:rFonts w:ascii=".VnTimeH"/>')
    other = run("Uyû ban", '<w:rFonts w:ascii="VNI-Times"/>')
    assert texts(body(p("Một") + f"<w:p>{small}</w:p><w:p>{other}</w:p>"))[1:] == [
        "Uỷ ban nhân dân huyện",
        "Uyỷ ban".replace("yỷ", "ỷ"),
    ]
    assert code(docx(f"<w:p>{capitals}</w:p>" + p("BÁO CÁO")), "a.docx") == "secrecy_mark"


def test_old_letters_are_known_without_their_font() -> None:
    document = body(p("Uû ban nh©n d©n huyÖn b¸o c¸o kÕt qu¶") + tbl([["ChØ tiªu", "KÕt qu¶"]]))
    assert texts(document) == ["Uỷ ban nhân dân huyện báo cáo kết quả"]
    assert rows(tables(document)[0]) == [["Chỉ tiêu", "Kết quả"]]


def test_a_table_made_of_tabs_is_a_table() -> None:
    lines = [("TT", "Chỉ tiêu", "Kết quả"), ("1", "Văn bản", "12"), ("2", "Hội nghị", "3"), ("3", "Hộ nghèo", "5,1%")]
    body_xml = "".join(p("\t".join(line)).replace("\t", "</w:t><w:tab/><w:t>") for line in lines)
    document = body(p("Biểu") + body_xml + p("Sau\tbảng"))
    assert rows(tables(document)[0]) == [list(line) for line in lines]
    assert tables(document)[0].cells[5].anchor == "body/p[3]:10-12"
    assert texts(document) == ["Biểu", "Sau\tbảng"]
