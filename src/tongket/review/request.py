"""What a review is asked to do, and what it gives."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from tongket.charts import Boundaries
from tongket.checks import Finding, Notice
from tongket.consolidation import Comparison, Coverage, Figure, StatementGroup, Theme, stands
from tongket.orgunits import Hierarchy
from tongket.packs import ConferenceFiles, Pack
from tongket.periods import Period
from tongket.reading import ReadFile, Refusal
from tongket.reports import DataValue, Decision, NarrativeKind, Report, ReportDuty


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRequest:
    """The inputs and choices of one run; ``jobs`` 0 means as many processes as the machine has cores."""

    reports: Path
    orgunits: Path
    pack: str
    """The id of a pack that comes with the program, or a folder."""
    period: str
    out: Path
    changes: Path | None = None
    duties: Path | None = None
    tree_date: date | None = None
    """The day whose map figures are converted to; None for the last day of the review."""
    conference: Path | None = None
    """conference.yaml, which names its companions."""
    boundaries: Path | None = None
    """GeoJSON of the org units' boundaries, for a map."""
    with_codes: bool = False
    """Whether the report is printed once more with the code of every figure."""
    decisions: tuple[Path, ...] = ()
    """Workbooks in which people answered."""
    registers: tuple[Path, ...] = ()
    """Registers of the units: what a report states otherwise is told."""
    ocr: bool = False
    """Whether pictures of pages are to be recognised."""
    jobs: int = 0
    cluster: str = ""
    """The address of a Dask scheduler on whose workers it is read and added up; empty: here."""
    accepted_only: bool = False
    """Whether only accepted values are added up."""
    final: bool = False
    """Whether it is the version that is issued: answered for by name, written once."""
    approval: Path | None = None
    """The workbook in which people answered for the final version."""
    certificate: Path | None = None
    """A .p12 file with which the PDF files of the final version are signed."""
    passphrase: str = field(default="", repr=False)
    language: str = "vi"
    started_at: datetime | None = None
    """When the run began; told by the caller, and kept only beside what was refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewResult:
    """Everything a review found, before it is written."""

    pack: Pack
    period: Period
    hierarchy: Hierarchy
    duties: tuple[ReportDuty, ...]
    files: tuple[ReadFile, ...]
    current: tuple[Report, ...]
    """The reports that count: the last version of each that is attributed."""
    refusals: tuple[Refusal, ...]
    findings: tuple[Finding, ...]
    notices: tuple[Notice, ...]
    figures: tuple[Figure, ...]
    coverage: Coverage
    comparisons: tuple[Comparison, ...] = ()
    provisional: Mapping[str, Figure | None] = field(default_factory=dict)
    """By code the figures that are others where only accepted values are added up; None where nothing is left of one."""
    accepted_only: bool = False
    """Whether ``figures`` are of accepted values alone."""
    tree_date: date | None = None
    """The day whose map the converted figures are on; None for the last day of the review."""
    conference: ConferenceFiles | None = None
    boundaries: Boundaries | None = None
    with_codes: bool = False
    final: bool = False
    """Whether its papers are no drafts any more."""
    decisions: tuple[Decision, ...] = ()
    """All that people decided, also what has no effect any more."""
    statements: Mapping[NarrativeKind, tuple[StatementGroup, ...]] = field(default_factory=dict)
    themes: Mapping[NarrativeKind, tuple[Theme, ...]] = field(default_factory=dict)
    years: Mapping[str, int] = field(init=False, repr=False)
    """Of each org unit, how many periods inside the review have figures."""

    def __post_init__(self) -> None:
        told = {(one.org_unit, one.period) for one in self.figures if not one.period.is_span}
        object.__setattr__(self, "years", Counter(org_unit for org_unit, _ in told))

    @property
    def file_names(self) -> frozenset[str]:
        """The files that could be read; one may hold several reports."""
        return frozenset(f.report.file for f in self.files)

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports, in the order of their files."""
        return tuple(f.report for f in self.files)

    @property
    def values(self) -> tuple[DataValue, ...]:
        """All stated figures of the review period, in the order of the files and of their text."""
        return tuple(v for r in self.reports for v in r.values if self.period.covers(v.period))

    @property
    def illustrative(self) -> bool:
        """Whether any input says that its figures are invented; what is made from it must say so too."""
        return any(r.illustrative for r in self.reports)

    def stands(self, figure: Figure) -> bool:
        """Whether a figure may be said of the whole; below that it is told with its base only."""
        return stands(figure, years=self.years.get(figure.org_unit, 0), least=self.pack.minimum_base)

    def unit_kind(self, code: str) -> str:
        """The kind of an org unit when it last was there; empty where it never was."""
        spans = self.hierarchy.history(code)
        return spans[-1].kind.value if spans else ""

    def unit_name(self, code: str, period: Period | None = None) -> str:
        """The name the org unit bears at the end of ``period`` (default: of the review)."""
        tree = self.hierarchy.on((period or self.period).last_day)
        if code in tree:
            return tree[code].name
        spans = [s for s in self.hierarchy.spans if s.code == code]
        return spans[-1].name if spans else code
