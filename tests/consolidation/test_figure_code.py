"""The name of a figure can be written and read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.consolidation import Basis, FigureCode, parse_figure_code
from tongket.framework import Part
from tongket.periods import Period


def test_a_span_is_written_with_a_hyphen() -> None:
    code = FigureCode(org_unit="06", period=Period.parse("2019/2023"), indicator="A01", basis=Basis.AS_REPORTED)
    assert str(code) == "06/2019-2023/A01@as_reported"


@given(
    org_unit=st.sampled_from(["06", "BK-CAT"]),
    period=st.sampled_from(["2021", "2021H1", "2021Q3", "2021-05", "2019/2023"]),
    part=st.sampled_from([None, *Part]),
    basis=st.sampled_from(Basis),
)
def test_what_is_written_is_read_back(org_unit: str, period: str, part: Part | None, basis: Basis) -> None:
    code = FigureCode(org_unit=org_unit, period=Period.parse(period), indicator="A01", part=part, basis=basis)
    assert parse_figure_code(str(code)) == code


@pytest.mark.parametrize(
    "text", ["", "06", "06/2019/A01", "06/2019/A01@today", "06/then/A01@current", "06//A01@current"]
)
def test_anything_else_is_no_figure(text: str) -> None:
    with pytest.raises(ValueError, match=r"figure code|no period|Basis"):
        parse_figure_code(text)
