"""The workbook in which a unit answers a report form: what is hidden in it, and what a unit may say of a figure.

Whoever writes such a workbook and whoever reads it agree here and nowhere else. The workbook carries a hidden sheet with
its identity (two columns: name and content); on the other sheets a hidden row names the columns that are read
(``tongket:value``) and a hidden column names what each row is (``element:CODE``). Inserted rows and columns push both
along, so nothing depends on an address.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

from tongket.periods import Period
from tongket.reports.model import NarrativeKind

IDENTITY_SHEET = "tongket"
"""The name of the hidden sheet; another workbook's sheet of that name has no ``kind``."""
MARK = "tongket:"
"""What the name of a column that is read begins with."""
COLLECTION_FORM = "collection-form"


class FormColumn(StrEnum):
    """A column that is read; its hidden name is :data:`MARK` and this word."""

    KEY = "key"
    VALUE = "value"
    STATE = "state"
    NOTE = "note"

    @property
    def name_in_sheet(self) -> str:
        """As it stands in the hidden row."""
        return f"{MARK}{self.value}"


class RowKind(StrEnum):
    """What a row asks for; its hidden key is this word, a colon and a code."""

    ELEMENT = "element"
    NARRATIVE = "narrative"
    ABOUT = "about"
    """Number, date and author of the report."""


def row_key(kind: RowKind, code: str) -> str:
    """The hidden key of a row."""
    return f"{kind.value}:{code}"


class FormState(StrEnum):
    """What a unit says of a figure beside the number: four things that are not one another."""

    REPORTED = "there is a figure"
    NOTHING_OCCURRED = "nothing occurred"
    NOT_COUNTED = "not yet counted"
    NOT_OURS = "not among our duties"


NARRATIVES = {
    NarrativeKind.RESULT: "Outstanding results",
    NarrativeKind.LIMITATION: "Limitations and difficulties",
    NarrativeKind.CAUSE: "Causes",
    NarrativeKind.PROPOSAL: "Proposals",
}
"""What is asked for in words (English msgids)."""
ABOUT = {"number": "Number of the report", "date": "Date of the report", "author": "Drawn up by"}
"""What is asked for about the report itself (English msgids)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormIdentity:
    """Whose answer a workbook is: org unit, period, report form, and the pack it was made from."""

    org_unit: str
    period: Period
    form: str
    pack: str

    def rows(self) -> tuple[tuple[str, str], ...]:
        """As it stands on the hidden sheet."""
        told = {"org_unit": self.org_unit, "period": self.period.code, "form": self.form, "pack": self.pack}
        return (("kind", COLLECTION_FORM), *told.items())

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str]]) -> "FormIdentity | None":
        """What a hidden sheet says; None where it is that of another kind of workbook or damaged."""
        told: Mapping[str, str] = dict(rows)
        with suppress(ValueError):
            if told.get("kind") == COLLECTION_FORM and told.get("org_unit"):
                return cls(
                    org_unit=told["org_unit"],
                    period=Period.parse(told.get("period", "")),
                    form=told.get("form", ""),
                    pack=told.get("pack", ""),
                )
        return None
