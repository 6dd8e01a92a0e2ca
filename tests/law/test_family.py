"""Which text is to be cited on a day, and how."""

from datetime import date

import pytest

from tongket.law import (
    Certainty,
    Instrument,
    InstrumentFamily,
    InstrumentKind,
    Relation,
    RelationKind,
)
from tongket.periods import Interval


def instrument(number: str, start: date | None, end: date | None = None, **relations: str) -> Instrument:
    """An instrument called ``number``; ``relations`` as ``replaces="1"``."""
    return Instrument(
        number=number,
        kind=InstrumentKind.CONSOLIDATED_TEXT if "consolidates" in relations else InstrumentKind.DECREE,
        title="Về thư viện",
        issued_by="Chính phủ",
        issued_on=start or date(2000, 1, 1),
        in_force=Interval(start=start, end=end) if start else None,
        reference="Công báo",
        verified_on=date(2026, 11, 20),
        relations=tuple(Relation(kind=RelationKind(kind), number=other) for kind, other in relations.items()),
    )


OLD = instrument("1/NĐ-CP", date(2007, 11, 1), date(2019, 4, 10))
NEW = instrument("2/NĐ-CP", date(2019, 4, 10), replaces="1/NĐ-CP")
AMENDING = instrument("3/NĐ-CP", date(2025, 8, 7), amends="2/NĐ-CP")
CONSOLIDATED = instrument("4/VBHN", date(2025, 9, 6), consolidates="2/NĐ-CP")
UNRELATED = instrument("5/NĐ-CP", date(2020, 1, 1))
UNDATED = instrument("6/NĐ-CP", None, amends="2/NĐ-CP")
FAMILY = InstrumentFamily(number="2/NĐ-CP", instruments=(CONSOLIDATED, UNRELATED, AMENDING, OLD, UNDATED, NEW))


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2007, 10, 31), None),
        (date(2007, 11, 1), "1/NĐ-CP"),
        (date(2019, 4, 9), "1/NĐ-CP"),
        (date(2019, 4, 10), "2/NĐ-CP"),
        (date(2025, 9, 5), "2/NĐ-CP"),
        (date(2025, 9, 6), "4/VBHN"),
    ],
)
def test_the_text_of_a_day(day: date, number: str | None) -> None:
    cited = FAMILY.on(day)
    assert (cited and cited.number) == number


def test_amendments_of_a_day() -> None:
    assert FAMILY.amendments_on(date(2025, 8, 6)) == ()
    assert FAMILY.amendments_on(date(2025, 8, 7)) == (AMENDING,)
    assert FAMILY.amendments_on(date(2000, 1, 1)) == ()


def test_the_family_looks_the_same_from_the_replaced_one() -> None:
    seen = InstrumentFamily(number="1/NĐ-CP", instruments=FAMILY.instruments)
    assert seen.on(date(2024, 7, 1)) == NEW


def test_an_unknown_number_is_named() -> None:
    assert FAMILY["3/NĐ-CP"] == AMENDING
    with pytest.raises(KeyError, match="9/NĐ-CP"):
        FAMILY["9/NĐ-CP"]


def test_a_citation_in_full() -> None:
    citation = FAMILY.citation(date(2026, 11, 1))
    assert citation is not None
    assert citation.short() == "Nghị định số 2/NĐ-CP"
    assert citation.full() == (
        "Nghị định số 2/NĐ-CP ngày 10 tháng 4 năm 2019 của Chính phủ về thư viện, "
        "được sửa đổi, bổ sung bởi Nghị định số 3/NĐ-CP (hợp nhất tại Văn bản hợp nhất số 4/VBHN)"
    )


def test_an_unconfirmed_instrument_is_used_and_not_printed() -> None:
    doubtful = Instrument(
        number="7/NĐ-CP",
        kind=InstrumentKind.DECREE,
        title="Thư viện",
        issued_on=date(2020, 2, 1),
        in_force=Interval(start=date(2020, 2, 1)),
        reference="báo",
        verified_on=date(2026, 11, 20),
        certainty=Certainty.UNCONFIRMED,
    )
    family = InstrumentFamily(number="7/NĐ-CP", instruments=(doubtful,))
    citation = family.citation(date(2021, 1, 1))
    assert family.on(date(2021, 1, 1)) == doubtful
    assert citation is not None
    assert not citation.is_printable
    assert citation.full() == "Nghị định số 7/NĐ-CP ngày 01 tháng 02 năm 2020 Thư viện"
