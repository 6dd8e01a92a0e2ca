"""What the papers of a review are made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from tongket.checks import Finding, Notice
from tongket.consolidation import Basis, Comparison, Coverage, Figure, StatementGroup, Theme, stands, yearly
from tongket.dossier.outline import OutlineSection
from tongket.dossier.papers import Issuer, Signature, Text
from tongket.dossier.phrases import PhraseBook
from tongket.framework import Framework
from tongket.law import Citation
from tongket.orgunits import Hierarchy
from tongket.periods import Period
from tongket.reports import NarrativeKind, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """The review that is held: what it is called, who issues its papers and who signs them."""

    label: str
    """As in "sơ kết 05 năm": given, never computed from the length."""
    span: str
    """As in "giai đoạn 2019 - 2023"."""
    issuer: Issuer
    issuer_words: str
    """The issuer in running text: "Ủy ban nhân dân tỉnh"."""
    ref: str
    """Where this was given, for bindings: "conference.yaml"."""
    cut_off: date | None = None
    year: int | None = None
    """The year printed in the blank date of drafts."""
    draft: int | None = 1
    signature: Signature | None = None
    addressees: tuple[Text, ...] = ()
    recipients: tuple[Text, ...] = ()
    texts: Mapping[str, tuple[Text, ...]] = field(default_factory=dict)
    """What people wrote for sections of the outline, by code."""
    letters: "Occasion | None" = None
    """Who issues and signs letters to units, where it is somebody else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Everything the papers speak of; ``org_unit`` is the one whose review it is."""

    occasion: Occasion
    org_unit: str
    period: Period
    framework: Framework
    hierarchy: Hierarchy
    instrument: Citation | None
    outline: tuple[OutlineSection, ...]
    phrases: PhraseBook
    figures: tuple[Figure, ...]
    coverage: Coverage
    findings: tuple[Finding, ...]
    reports: tuple[Report, ...]
    """The versions that count."""
    statements: Mapping[NarrativeKind, tuple[StatementGroup, ...]]
    notices: tuple[Notice, ...] = ()
    themes: tuple[Theme, ...] = ()
    """Of the limitations."""
    accounts: Mapping[str, tuple[StatementGroup, ...]] = field(default_factory=dict)
    """What units say in words of their results, by pillar."""
    comparisons: tuple[Comparison, ...] = ()
    accepted_only: bool = False
    """Whether the figures are of accepted values alone."""
    illustrative: bool = False
    tree_date: date | None = None
    """The day whose map converted figures are on; None for the last day of the review."""
    minimum_base: Fraction = Fraction(1, 2)
    """The share of those who owe a figure from which it stands in the body of a paper."""
    own: Mapping[tuple[str, Period], Figure] = field(init=False)
    """Of the org unit, on the map as reported, by indicator and period."""
    changes: Mapping[tuple[str, Period, Period], Comparison] = field(init=False)
    """Of the org unit, by indicator and the two years."""
    years: tuple[Period, ...] = field(init=False)
    """The periods inside the review that have figures, oldest first."""

    def __post_init__(self) -> None:
        own = {
            (f.indicator, f.period): f
            for f in self.figures
            if f.org_unit == self.org_unit and f.basis is Basis.AS_REPORTED
        }
        changes = {
            (c.later.indicator, c.earlier.period, c.later.period): c
            for c in self.comparisons
            if c.later.org_unit == self.org_unit
        }
        object.__setattr__(self, "own", own)
        object.__setattr__(self, "changes", changes)
        object.__setattr__(self, "years", tuple(sorted({period for _, period in own if not period.is_span})))

    @property
    def reporting_units(self) -> tuple[str, ...]:
        """The org units of which a report counts."""
        return tuple(dict.fromkeys(report.org_unit for report in self.reports if report.org_unit))

    def span_figure(self, indicator: str) -> Figure | None:
        """The figure of the whole review."""
        return self.own.get((indicator, self.period))

    def best_figure(self, indicator: str) -> Figure | None:
        """The figure for the body of a paper: of the review if it stands, else of the latest year of which one does."""
        wanted = (self.period, *reversed(self.years))
        found = (self.own.get((indicator, period)) for period in wanted)
        return next((figure for figure in found if figure is not None and self.stands(figure)), None)

    def stands(self, figure: Figure) -> bool:
        """Whether enough of what it should be made of is there (:func:`tongket.consolidation.stands`)."""
        return stands(figure, years=len(self.years), least=self.minimum_base)

    def yearly(self, figure: Figure) -> tuple[int, int]:
        """How many yearly figures of units are in a figure added up over years, of how many; (0, 0) of any other."""
        return yearly(figure, len(self.years))

    def name(self, org_unit: str, period: Period | None = None) -> str:
        """The name of an org unit at the end of ``period`` (default: of the review)."""
        tree = self.hierarchy.on((period or self.period).last_day)
        if org_unit in tree:
            return tree[org_unit].name
        history = self.hierarchy.history(org_unit)
        return history[-1].name if history else org_unit
