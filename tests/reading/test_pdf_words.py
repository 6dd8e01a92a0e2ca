"""Words of a PDF looked up by their first and last letter, against all letters looked up one by one."""

import pypdfium2 as pdfium
from hypothesis import given, settings
from hypothesis import strategies as st

from reading.build import Text, pdf
from tongket.reading.formats.pdf_calls import opened_page
from tongket.reading.formats.pdf_words import read_words, shown_text, split, tokens

PLACES = st.tuples(
    st.integers(0, 5).map(lambda column: 40 + 90 * column),
    st.integers(3, 33).map(lambda row: 24 * row),
    st.text("abc mnop12,.-", min_size=1, max_size=12).filter(str.strip),
)


@settings(max_examples=40, deadline=None)
@given(page=st.lists(PLACES, min_size=1, max_size=9, unique_by=lambda place: place[:2]))
def test_the_words_are_those_told_letter_by_letter(page: list[Text]) -> None:
    document = pdfium.PdfDocument(pdf([page]))
    with opened_page(document, 0) as (_, text):
        signs = shown_text(text)
        quick, _way = read_words(text, signs, 595, 842)
        texts, places, _ = tokens(signs)
        slow = [piece for token, start in zip(texts, places[::2], strict=True)
                for piece in split(text, token, start, quick[0], None)]  # fmt: skip
    document.close()
    assert [(w.text, round(w.right, 3), w.base) for w in quick] == [(w.text, round(w.right, 3), w.base) for w in slow]
