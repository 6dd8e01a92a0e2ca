"""A Word document says the same however its XML is spelled, and damaged XML is never read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.build import code, docx, paragraphs, read, tbl, texts
from tongket.reading import Document

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>'
    "<w:style w:type='character' w:styleId='Caps'><w:name w:val='Caps'/><w:rPr><w:caps w:val=\"1\"/></w:rPr></w:style>"
)
OF_RUN = ("<w:b/>", '<w:b w:val="0"/>', "<w:vanish/>", '<w:rFonts w:ascii=".VnTime"/>', '<w:rStyle w:val="Caps"/>',
          '<w:sz w:val="26"/>', "<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>")  # fmt: skip
OF_PARAGRAPH = ('<w:pStyle w:val="H1"/>', '<w:jc w:val="center"/>', '<w:outlineLvl w:val="1"/>', "<w:rPr><w:del/></w:rPr>",
                '<w:spacing w:after="0"/>', '<w:numPr><w:numId w:val="0"/></w:numPr>')  # fmt: skip
IN_RUN = ("<w:t>b¸o</w:t>", '<w:t xml:space="preserve"> Đạt &lt;95%&gt; </w:t>', "<w:t/>", "<w:t></w:t>", "<w:tab/>", "<w:br/>",
          "<w:delText>11</w:delText>", '<w:sym w:char="F0FC"/>')  # fmt: skip


def within(name: str, inner: str) -> str:
    return f"<w:{name}>{inner}</w:{name}>"


def properties(name: str, of: tuple[str, ...]) -> st.SearchStrategy[str]:
    written = st.lists(st.sampled_from(of), max_size=3).map(lambda some: within(name, "".join(some)))
    return st.just("") | written


RUNS = st.builds(
    lambda own, inner: within("r", own + "".join(inner)),
    properties("rPr", OF_RUN),
    st.lists(st.sampled_from(IN_RUN), max_size=3),
)
PARAGRAPHS = st.builds(
    lambda own, runs, wrap: within("p", own + (within(wrap, "".join(runs)) if wrap else "".join(runs))),
    properties("pPr", OF_PARAGRAPH),
    st.lists(RUNS, max_size=4),
    st.sampled_from(("", "", "", "ins", "del", "hyperlink")),
) | st.just("<w:p/>")
BODIES = st.lists(PARAGRAPHS | st.lists(PARAGRAPHS, min_size=1).map(lambda cells: tbl([cells])), max_size=6).map(
    "".join
)


def body(xml: str) -> Document:
    return read(docx(xml + within("p", within("r", within("t", "Hết"))), styles=STYLES), "a.docx")


@given(BODIES)
def test_a_comment_in_the_part_changes_nothing(xml: str) -> None:
    assert body(xml).blocks == body(f"<!-- {xml.replace('--', '')} -->{xml}").blocks


@pytest.mark.parametrize(
    "spelled",
    [
        "<w:p><w:r><w:t><![CDATA[1 < 2]]></w:t></w:r></w:p>",
        "<w:p w:rsidR='>'><w:r w:rsidR=\"/>\"><w:t xml:space='preserve' >1 &#60; 2</w:t></w:r></w:p >",
        "<w:p><w:pPr><w:spacing w:x='w:p>'/></w:pPr><w:r><w:t>1 &#x3C; 2</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>1 <w:proofErr w:x='>'/>&lt; 2</w:t></w:r></w:p>",
        "<w:p>\r\n<w:r>\r\n<w:t>1 &lt; 2</w:t>\r\n</w:r>\r\n</w:p>",
    ],
)
def test_any_spelling_of_xml_is_understood(spelled: str) -> None:
    assert texts(body(spelled)) == ["1 < 2", "Hết"]


def test_an_empty_text_leaves_the_style_of_its_paragraph() -> None:
    styled = paragraphs(
        body('<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t></w:t></w:r><w:r><w:t>a</w:t></w:r></w:p>')
    )[0]
    assert (styled.heading, styled.bold) == (1, True)


@pytest.mark.parametrize(
    "damaged",
    [
        '<w:p><w:pPr><w:spacing w:after=0/></w:pPr></w:p>',
        '<w:p><w:pPr><w:jc w:val="left" w:val="right"/></w:pPr></w:p>',
        "<w:p><w:r><w:t>a</w:r></w:t></w:p>",
        "<w:p><w:r><w:t>a &bullet; b</w:t></w:r></w:p>",
        "<w:p><w:pPr><w:ind/></w:p>",
    ],
)  # fmt: skip
def test_xml_that_is_not_well_formed_is_refused(damaged: str) -> None:
    assert code(docx(damaged), "a.docx") == "file_damaged"
