"""Figures from reports: roll-up with its base, coverage. The only door to DuckDB; all SQL is in :mod:`.sql`."""

from tongket.consolidation.accounts import results_told
from tongket.consolidation.breaks import SeriesBreak, series_breaks
from tongket.consolidation.comparison import Comparison
from tongket.consolidation.coverage import Coverage, CoverageEntry, CoverageStatus, coverage
from tongket.consolidation.coverage_years import coverage_by_year
from tongket.consolidation.figure_code import Basis, FigureCode, parse_figure_code
from tongket.consolidation.measures import Measures
from tongket.consolidation.model import (
    Absence,
    AbsenceReason,
    Amounts,
    Base,
    Contribution,
    ExcludedValue,
    Figure,
    RankedUnit,
)
from tongket.consolidation.money_in_time import BudgetLine, MoneySummary, budget_lines, money_by_unit
from tongket.consolidation.record_elements import RecordSum
from tongket.consolidation.record_figures import RecordFigure, figures_from_records, restated_by_registers
from tongket.consolidation.rollup import Consolidated, Rollup, in_order, roll_up
from tongket.consolidation.rounding import round_to_add_up, whole_numbers
from tongket.consolidation.selection import EXCLUDING_CODES
from tongket.consolidation.standing import stands, with_excluded, yearly
from tongket.consolidation.statement_groups import StatedBy, StatementGroup, group_statements, same_matter
from tongket.consolidation.territory import TerritoryFigure, TerritoryStore
from tongket.consolidation.territory_sums import TerritorySums
from tongket.consolidation.themes import Theme, themes_of, with_answers
from tongket.consolidation.trend import Trend, trend

__all__ = [
    "EXCLUDING_CODES",
    "Absence",
    "AbsenceReason",
    "Amounts",
    "Base",
    "Basis",
    "BudgetLine",
    "Comparison",
    "Consolidated",
    "Contribution",
    "Coverage",
    "CoverageEntry",
    "CoverageStatus",
    "ExcludedValue",
    "Figure",
    "FigureCode",
    "Measures",
    "MoneySummary",
    "RankedUnit",
    "RecordFigure",
    "RecordSum",
    "Rollup",
    "SeriesBreak",
    "StatedBy",
    "StatementGroup",
    "TerritoryFigure",
    "TerritoryStore",
    "TerritorySums",
    "Theme",
    "Trend",
    "budget_lines",
    "coverage",
    "coverage_by_year",
    "figures_from_records",
    "group_statements",
    "in_order",
    "money_by_unit",
    "parse_figure_code",
    "restated_by_registers",
    "results_told",
    "roll_up",
    "round_to_add_up",
    "same_matter",
    "series_breaks",
    "stands",
    "themes_of",
    "trend",
    "whole_numbers",
    "with_answers",
    "with_excluded",
    "yearly",
]
