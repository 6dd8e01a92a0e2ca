"""Parents against their children, and an agency's figure of the whole province against the districts: only told."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from tongket.checks.intake import Intake
from tongket.checks.model import Notice
from tongket.checks.notices import notice
from tongket.checks.rounding import sum_slack
from tongket.framework import Aggregation
from tongket.orgunits import OrgUnitKind, Tree
from tongket.periods import Period
from tongket.reports import DataValue, Report, Stated, StatedKey, stated
from tongket.vietnamese import format_number

ADDED = frozenset({Aggregation.SUM, Aggregation.RATIO_OF_SUMS})


def crossfoot(intake: Intake) -> Iterator[Notice]:
    """One for each figure of a district that its communes, all of which state theirs, exceed; and one for each figure
    of the province in another's report that is not the sum of its districts."""
    own: dict[StatedKey, tuple[Report, Stated]] = {}
    others: dict[StatedKey, tuple[Report, Stated]] = {}
    for report in intake.current:
        for key, figure in stated(report).items():
            (own if key[0] == report.org_unit else others).setdefault(key, (report, figure))
    for key, (report, figure) in {**others, **own}.items():
        tree = intake.hierarchy.on(key[1].last_day)
        if key[0] not in tree or intake.framework[key[2]].over_units not in ADDED or key[1].is_span:
            continue
        kind = tree[key[0]].kind
        if kind is OrgUnitKind.DISTRICT and key in own:
            yield from _against(report, key, figure, _children(tree, key, OrgUnitKind.COMMUNE, own), "children_exceed")
        elif kind is OrgUnitKind.PROVINCE and key not in own:
            children = _children(tree, key, OrgUnitKind.DISTRICT, own)
            yield from _against(report, key, figure, children, "territory_differs")


def _children(
    tree: Tree, key: StatedKey, kind: OrgUnitKind, own: Mapping[StatedKey, tuple[Report, Stated]]
) -> list[Stated]:
    """The figures of all the children; none where one of them is silent."""
    below = [unit.code for unit in tree.children(key[0]) if unit.kind is kind]
    found = [own[code, key[1], key[2]][1] for code in below if (code, key[1], key[2]) in own]
    return found if below and len(found) == len(below) else []


def _against(report: Report, key: StatedKey, figure: Stated, children: list[Stated], note: str) -> Iterator[Notice]:
    for part in ("value", "numerator", "denominator") if children else ():
        parent: DataValue | None = getattr(figure, part)
        parts: list[DataValue | None] = [getattr(child, part) for child in children]
        if parent is None or None in parts or (part == "value" and figure.numerator is not None):
            continue
        numbers = [one.value for one in parts if one is not None]
        computed = sum(numbers, Decimal(0))
        gap, slack = computed - parent.value, sum_slack((parent.value, *numbers))
        if gap > slack or (note == "territory_differs" and gap < -slack):
            yield _notice(report, key[1], parent, computed, len(numbers), note)
            return


def _notice(report: Report, period: Period, parent: DataValue, computed: Decimal, count: int, note: str) -> Notice:
    fields = {
        "stated": format_number(parent.value),
        "computed": format_number(computed),
        "count": str(count),
        "place": parent.source.anchor,
    }
    code = "crossfoot_children" if note == "children_exceed" else "crossfoot_territory"
    return notice(
        code, report, fields=fields, org_unit=parent.org_unit, period=period, indicator=parent.indicator, note=note
    )
