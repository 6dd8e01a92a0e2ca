"""A legal text as published becomes articles, clauses and points that can be named."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.law import (
    Address,
    InstrumentText,
    Provision,
    ProvisionKind,
    akoma_ntoso,
    label,
    read_akoma_ntoso,
    read_plain_text,
)
from tongket.problems import MalformedError

TEXT = Path(__file__).parent / "texts" / "quy-dinh-mau.txt"
LETTERS = "abcdđeghi"


@pytest.fixture(scope="module")
def text() -> InstrumentText:
    made, problems = read_plain_text(TEXT.read_text(encoding="utf-8"))
    assert problems == ()
    return made


def at(text: InstrumentText, address: str) -> Provision:
    found = text.find(Address.parse(address))
    assert found is not None
    return found


def test_the_number_and_what_stands_before_the_first_chapter(text: InstrumentText) -> None:
    assert text.number == "99/2031/NĐ-CP"
    assert text.preamble.endswith("Căn cứ Luật Tổ chức Chính phủ;")


def test_every_article_stands_once(text: InstrumentText) -> None:
    assert [one.number for one in text.articles()] == ["1", "2", "3", "3a", "4", "5"]


def test_a_heading_may_run_over_lines_and_so_may_a_sentence(text: InstrumentText) -> None:
    assert text.provisions[0].heading == "NHỮNG QUY ĐỊNH CHUNG"
    assert at(text, "Điều 1").text.endswith("theo khoản 2 Điều 7 của Luật mẫu và các quy định có liên quan.")


def test_points_follow_the_vietnamese_alphabet(text: InstrumentText) -> None:
    assert [p.number for p in at(text, "khoản 1 Điều 3").children] == ["a", "b", "c", "d", "đ", "e"]
    assert at(text, "Điểm đ, khoản 1, Điều 3").text == "Khen thưởng;"


def test_an_inserted_clause_keeps_its_letter(text: InstrumentText) -> None:
    assert at(text, "khoản 2a Điều 3").text == "Thôn, tổ dân phố tham gia."


def test_what_is_quoted_from_another_text_is_no_article_of_this_one(text: InstrumentText) -> None:
    assert "Điều 9. Tưới nước" in at(text, "khoản 1 Điều 4").text
    assert at(text, "khoản 2 Điều 4").text == "Bãi bỏ Điều 10."


def test_what_follows_the_signature_is_not_read(text: InstrumentText) -> None:
    assert at(text, "Điều 5").children == ()


def test_a_footnote_mark_of_a_consolidated_text_is_no_number(text: InstrumentText) -> None:
    assert at(text, "khoản 2 Điều 2").text.startswith("Luống hoa")


@pytest.mark.parametrize("written", ["điểm a khoản 2 Điều 5", "Điều 5 khoản 2 điểm a", "điểm a, khoản 2, Điều 5"])
def test_an_address_is_read_in_any_order_and_written_in_one(written: str) -> None:
    assert str(Address.parse(written)) == "điểm a khoản 2 Điều 5"


@pytest.mark.parametrize("written", ["khoản 2", "Điều", "xem Điều 5 kèm theo", ""])
def test_what_is_no_address_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="no address"):
        Address.parse(written)


def test_a_clause_that_is_missing_is_told() -> None:
    _, problems = read_plain_text("Điều 1. Một\n1. Thứ nhất.\n3. Thứ ba.\nĐiều 4. Bốn\nNội dung.", name="thu.txt")
    assert [(p.code, p.fields["found"]) for p in problems] == [("law.gap", "khoản 3 Điều 1"), ("law.gap", "Điều 4")]


def test_a_text_without_articles_is_told() -> None:
    assert [p.code for p in read_plain_text("Một đoạn văn.")[1]] == ["law.no_article"]


@pytest.mark.parametrize("data", [b"<a/>", b"<", b'<!DOCTYPE a [<!ENTITY x "y">]><akomaNtoso/>'])
def test_what_is_no_akoma_ntoso_is_refused(data: bytes) -> None:
    with pytest.raises(MalformedError):
        read_akoma_ntoso(data)


words = st.text(alphabet="âbcdeêghmnu ", min_size=3, max_size=20).map(lambda t: f"Nội {' '.join(t.split())} dung.")


def numbered(
    kind: ProvisionKind, numbers: list[str], children: st.SearchStrategy[tuple[Provision, ...]]
) -> st.SearchStrategy[tuple[Provision, ...]]:
    def build(count: int) -> st.SearchStrategy[tuple[Provision, ...]]:
        one = (
            st.builds(Provision, kind=st.just(kind), number=st.just(n), text=words, children=children)
            for n in numbers[:count]
        )
        return st.tuples(*one)

    return st.integers(0, len(numbers)).flatmap(build)


points = numbered(ProvisionKind.POINT, list(LETTERS), st.just(()))
clauses = numbered(ProvisionKind.CLAUSE, ["1", "2", "3"], points)


@st.composite
def instruments(draw: st.DrawFn) -> InstrumentText:
    count = draw(st.integers(1, 4))
    articles = tuple(
        Provision(kind=ProvisionKind.ARTICLE, number=str(i + 1), heading=draw(words), children=draw(clauses))
        for i in range(count)
    )
    return InstrumentText(number="", provisions=articles)


def printed(provision: Provision) -> str:
    own = " ".join(part for part in (label(provision), provision.heading, provision.text) if part)
    return "\n".join([own, *map(printed, provision.children)])


@given(instruments())
def test_a_printed_text_reads_back_as_it_was(text: InstrumentText) -> None:
    assert read_plain_text("\n".join(map(printed, text.provisions)))[0].provisions == text.provisions


@given(instruments())
def test_akoma_ntoso_reads_back_as_it_was(text: InstrumentText) -> None:
    assert read_akoma_ntoso(akoma_ntoso(text)) == text
