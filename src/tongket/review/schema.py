"""The published form of review.json: what a review found, for other programs."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Row(BaseModel):
    """A row: no keys beyond those declared."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class DecisionRow(Row):
    """A person's answer. ``value_read`` is the number that was read, where it was corrected."""

    verb: Literal["confirm", "correct", "drop", "reassign", "accept", "waive", "received_elsewhere"]
    by: str
    reason: str
    value_read: float | None = None


class ValueRow(Row):
    """One stated figure. ``value`` is in ``unit_of_measure`` (amounts in tỷ đồng)."""

    org_unit: str
    period: str
    indicator: str
    part: Literal["value", "numerator", "denominator"]
    value: float
    state: Literal["reported", "nothing_occurred"]
    unit_of_measure: str
    file: str
    anchor: str = Field(description="place in the file: body/p[7]:120-131, body/table[3]/row[5]/cell[2], Sheet!C12 ...")
    text: str = Field(description="the characters there, as written (workbooks: as stored)")
    passage: str = Field(description="the sentence, or the row with its cells parted by |; empty where it is not found")
    mark: tuple[int, int] = Field(description="where in the passage the figure is: first character, and the one after")
    heading: str = Field(description="what stands over the column of a cell")
    confidence: float = Field(ge=0, le=1)
    reader: str
    decision: DecisionRow | None = Field(default=None, description="only where a person decided")


class IndicatorRow(Row):
    """How figures of an indicator combine: over org units first, then over time."""

    code: str
    name: str
    pillar: str
    unit_of_measure: str
    over_units: str
    over_time: str


class OrgUnitRow(Row):
    """The name that an org unit bears, last within the review."""

    code: str
    name: str
    kind: str


class SilenceRow(Row):
    """An indicator of which a report says that there is no figure."""

    org_unit: str
    period: str
    indicator: str
    state: Literal["not_reported", "not_applicable"]
    why: str


class AbsenceRow(Row):
    """A unit that owes a figure and does not state it, in these periods."""

    org_unit: str
    reason: str
    periods: list[str]


class ContributionRow(Row):
    """A stated figure inside a rolled-up one: ``value`` is its index in ``values``; ``share`` a fraction (1/1: all)."""

    org_unit: str
    period: str
    part: str
    value: int
    share: str = "1"


class ExclusionRow(Row):
    """A stated figure left out, and the finding that says why."""

    org_unit: str
    period: str
    part: str
    value: int
    finding: str


class TotalRow(Row):
    """A number, with numerator and denominator where it is a ratio."""

    value: float | None
    numerator: float | None
    denominator: float | None


class ComparisonRow(Row):
    """A figure beside that of an earlier period, over the same org units, with the same territory, alone."""

    org_unit: str
    indicator: str
    earlier: str
    later: str
    org_units: list[str]
    before: float
    after: float
    growth: float | None = Field(description="in percent of what was before; empty for ratios, which change by points")
    whole: bool = Field(description="whether these are all who owe the figure in both periods")


class RollupRow(Row):
    """A rolled-up figure with its base: who states it, who owes it, who is absent. Of the whole ("toàn tỉnh") it speaks only
    where it is ``full``; below the pack's least base (``stands``) it belongs in an annex."""

    org_unit: str
    period: str
    indicator: str
    basis: Literal["as_reported", "current"]
    value: float | None
    numerator: float | None
    denominator: float | None
    reporters: list[str]
    expected: list[str]
    absent: list[AbsenceRow]
    full: bool
    stands: bool
    as_of: str | None
    expression: list[ContributionRow]
    excluded: list[ExclusionRow]
    with_excluded: TotalRow | None = Field(description="what it would be with what findings left out")


class ProvisionalRow(Row):
    """A figure of ``rollups`` as it is of accepted values alone: read surely or decided on, with no point left to decide.
    No number and no reporters where then there is none; ``left_out`` are indices in ``values``."""

    org_unit: str
    period: str
    indicator: str
    basis: Literal["as_reported", "current"]
    value: float | None
    numerator: float | None
    denominator: float | None
    reporters: list[str]
    left_out: list[int] = Field(description="the values of the full figure that are not in it")


class FindingRow(Row):
    """One of the fourteen faults, an entry for each fault."""

    code: str
    severity: Literal["error", "warning", "notice"]
    files: list[str]
    org_unit: str | None
    period: str | None
    indicator: str | None
    note: str
    suggestion: str
    decision: DecisionRow | None = Field(default=None, description="only where a person decided")


class NoticeRow(Row):
    """Anything else worth saying."""

    code: str
    severity: Literal["error", "warning", "notice"]
    files: list[str]
    org_unit: str | None
    period: str | None
    indicator: str | None
    note: str


class MissingRow(Row):
    """A duty that no report meets."""

    org_unit: str
    period: str


class CoverageRow(Row):
    """Who reported."""

    expected: int
    reported: int
    missing: list[MissingRow]


class LimitationRow(Row):
    """A limitation as a unit wrote it; ``theme`` is a code of ``themes``, empty where nobody else says anything like it."""

    org_unit: str
    period: str
    text: str
    file: str
    anchor: str
    theme: str | None


class MatterRow(Row):
    """What several statements in like words say, in a unit's words."""

    text: str
    org_units: list[str]
    periods: list[str]


class ThemeRow(Row):
    """Matters of one field of work: who names them, since when, what the last review said, who leads, what is proposed."""

    kind: Literal["result", "limitation", "cause", "task", "proposal"]
    code: str
    title: str = Field(description="what the matters speak of, in the units' own words")
    org_units: list[str]
    since: str
    until: str
    earlier: list[str] = Field(description="limitations of the last review in the same field")
    owner: str
    remedy: str
    remedy_org_units: list[str]
    matters: list[MatterRow]


class SourceRow(Row):
    """A file that was read: its SHA-256, whose report it is, and the page that shows it."""

    file: str
    sha256: str
    org_unit: str | None
    period: str | None
    number: str
    document_date: str | None
    page: str


class ReviewJson(Row):
    """The whole of review.json."""

    schema_version: Literal["1"]
    product: str
    pack: str
    instrument: str
    period: str
    tree_date: str = Field(description="the day whose map the figures of basis current are on, ISO")
    statement: str = Field(description="what must stand on everything made from this file, empty where nothing must")
    indicators: list[IndicatorRow]
    org_units: list[OrgUnitRow] = Field(description="every org unit that is named below")
    values: list[ValueRow]
    silences: list[SilenceRow]
    rollups: list[RollupRow]
    accepted_only: bool = Field(description="whether rollups are of accepted values alone")
    provisional: list[ProvisionalRow] = Field(description="the rollups that are others of accepted values alone")
    comparisons: list[ComparisonRow]
    findings: list[FindingRow]
    notices: list[NoticeRow]
    coverage: CoverageRow
    refused: list[str] = Field(description="paths as the operator gave them; nothing else of these files is kept")
    limitations: list[LimitationRow]
    themes: list[ThemeRow]
    sources: list[SourceRow]


def json_schema() -> dict[str, object]:
    """The JSON Schema of review.json."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **ReviewJson.model_json_schema()}
