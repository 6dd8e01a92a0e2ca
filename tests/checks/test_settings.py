"""What a pack sets: thresholds, and arithmetic of its own between the figures of a report."""

from decimal import Decimal

from consolidation.cast import FRAMEWORK, REVIEW, hierarchy, report
from tongket.checks import CheckSettings, FigureRule, Formula, Notice, RuleSign, check, with_thresholds
from tongket.problems import translate
from tongket.reports import Report


def noticed(*reports: Report, settings: CheckSettings) -> list[Notice]:
    found = check(
        reports, framework=FRAMEWORK, hierarchy=hierarchy(), duties=(), review_period=REVIEW, settings=settings
    ).notices  # fmt: skip
    assert all(translate(one.note, "vi", **dict(one.fields)) for one in found)
    return [one for one in found if one.code == "pack_rule"]


def rule(left: Formula, sign: RuleSign, right: Formula) -> CheckSettings:
    return CheckSettings(rules=(FigureRule(code="r", name="R", name_en="R", left=left, relation=sign, right=right),))


PART, WHOLE, COUNT = (Formula(elements=(name,)) for name in ("part", "whole", "element"))


def test_a_rule_speaks_where_all_its_elements_are_stated_and_no_reading_of_them_keeps_it() -> None:
    at_most = rule(COUNT, RuleSign.AT_MOST, WHOLE)
    assert [n.org_unit for n in noticed(report("D1", "2019", SUM="12", PLAN="8/11"), settings=at_most)] == ["D1"]
    assert noticed(report("D1", "2019", SUM="11", PLAN="8/11"), settings=at_most) == []
    assert noticed(report("D1", "2019", SUM="12"), settings=at_most) == []
    assert noticed(report("D1", "2019", SUM="12", PLAN="8/11", WHOLE="3/12"), settings=at_most) == []


def test_sums_and_percentages_are_exact_up_to_rounding() -> None:
    total = rule(Formula(elements=("part", "element")), RuleSign.EQUAL, WHOLE)
    assert noticed(report("D1", "2019", SUM="3", PLAN="8/11"), settings=total) == []
    assert len(noticed(report("D1", "2019", SUM="4", PLAN="8/11"), settings=total)) == 1
    share = rule(Formula(elements=("part",), of=("whole",)), RuleSign.EQUAL, COUNT)
    assert noticed(report("D1", "2019", SUM="72.7", PLAN="8/11"), settings=share) == []
    assert len(noticed(report("D1", "2019", SUM="75.7", PLAN="8/11"), settings=share)) == 1


def test_a_threshold_of_the_pack_decides() -> None:
    years = [report("D1", str(2019 + i), SUM=n) for i, n in enumerate(("10", "11", "100"))]

    def codes(far: str) -> list[str]:
        settings = with_thresholds(CheckSettings(), {("outlier", "far"): Decimal(far)})
        found = check(
            years, framework=FRAMEWORK, hierarchy=hierarchy(), duties=(), review_period=REVIEW, settings=settings
        ).findings  # fmt: skip
        return [one.code for one in found]

    assert codes("5") == ["outlier"]
    assert codes("20") == []
