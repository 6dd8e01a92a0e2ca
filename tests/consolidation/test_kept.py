"""A roll-up that is kept: after any corrections, additions, removals, findings and decisions it is what all at once would be."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from consolidation.cast import FRAMEWORK, REVIEW, duty, hierarchy, report
from tongket.checks import Finding
from tongket.consolidation import Rollup, roll_up
from tongket.framework import Target
from tongket.periods import Period
from tongket.problems import Severity
from tongket.reports import Decision, DecisionSubject, DecisionVerb, Report, Silence, SilenceState, SubjectKind

UNITS = ["11", "12", "13", "14", "15", "21", "D1", "D2", "AG"]
DUTIES = tuple(duty(unit, str(year)) for unit in ("D1", "D2", "AG", "21") for year in (2019, 2020, 2021))
TARGETS = tuple(
    Target(org_unit="1", indicator=code, period=Period.parse(period), value=Decimal(number), basis="", line=line)
    for line, (code, period, number) in enumerate([("SUM", "2020", 9), ("PLAN", REVIEW.code, 80), ("STOCK", "2021", 3)])
)
numbers = st.integers(0, 9)
years = st.sampled_from(["2019", "2020", "2021", "2019/2021", "2020H1"])


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """One of few reports, so that another draw is often a correction of it; annexes and spans among them."""
    unit, year = draw(st.sampled_from(UNITS)), draw(years)
    figures = {code: str(draw(numbers)) for code in draw(st.sets(st.sampled_from(["SUM", "STOCK", "PEAK"])))}
    ratios = {code: f"{draw(numbers)}/{draw(numbers)}" for code in draw(st.sets(st.sampled_from(["PLAN", "HOMES"])))}
    one = report(unit, year, day=draw(st.sampled_from(["2020-03-01", "2022-03-01"])), **figures, **ratios)
    sure = draw(st.sampled_from([1.0, 0.6, 0.4]))
    one = replace(one, values=tuple(replace(v, source=replace(v.source, confidence=sure)) for v in one.values))
    if draw(st.booleans()):
        annex = report(
            draw(st.sampled_from(UNITS)), year.split("/")[0], file=one.file, day="2022-03-01", SUM=str(draw(numbers))
        )
        one = replace(one, values=(*annex.values, *one.values))
    if draw(st.booleans()):
        state = draw(st.sampled_from(SilenceState))
        period = Period.parse("2020")
        one = replace(one, silences=(Silence(org_unit=unit, period=period, indicator="WHOLE", state=state, why=""),))
    return one


ANSWER = Decision(
    verb=DecisionVerb.WAIVE, subject=DecisionSubject(kind=SubjectKind.FINDING), by="Lê Văn An", reason="đã kiểm tra"
)


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    return Finding(
        code=draw(st.sampled_from(["over_100", "total_mismatch"])),
        severity=Severity.ERROR,
        org_unit=draw(st.sampled_from(UNITS)),
        period=draw(st.sampled_from(["2019", "2020"])),
        indicator=draw(st.sampled_from(["SUM", "HOMES", None])),
        decision=draw(st.sampled_from([None, ANSWER])),
    )


steps = st.lists(
    st.tuples(st.lists(reports(), max_size=3), st.lists(findings(), max_size=2), st.booleans(), st.booleans()),
    min_size=2,
    max_size=5,
)


@settings(max_examples=20, deadline=None)
@given(steps)
def test_whatever_changes_it_is_what_all_at_once_would_be(
    changes: list[tuple[list[Report], list[Finding], bool, bool]],
) -> None:
    given_ = {
        "framework": FRAMEWORK, "hierarchy": hierarchy(unknown=True), "review_period": REVIEW, "duties": DUTIES, "targets": TARGETS,
    }  # fmt: skip
    kept, there = Rollup(**given_), dict[str, Report]()
    for new, found, accepted_only, remove in changes:
        there |= {one.file: one for one in new}
        if remove and there:
            del there[min(there)]
        now = [there[name] for name in sorted(there)]
        before = {one.code: one for one in kept.figures}
        others = kept.take(now, found, accepted_only=accepted_only)
        whole = roll_up(now, found, **given_, accepted_only=accepted_only)
        assert kept.figures == whole.figures
        assert kept.comparisons == whole.comparisons
        after = {one.code: one for one in kept.figures}
        assert others == {code for code in before.keys() | after.keys() if before.get(code) != after.get(code)}
