"""Writing a hierarchy as its two tables, which people open, add to and give back."""

import csv
import io
from collections.abc import Iterable
from fractions import Fraction

from tongket.orgunits.hierarchy import Hierarchy
from tongket.orgunits.load import share_text

ORGUNITS = ("code", "name", "kind", "level", "parent", "valid_from", "valid_to")
CHANGES = ("date", "kind", "from", "to", "share", "legal_basis")


def hierarchy_tables(hierarchy: Hierarchy) -> tuple[str, str]:
    """The text of orgunits.csv and changes.csv (semicolons, header line); reading them gives the same hierarchy."""
    units = [
        (
            unit.code,
            unit.name,
            unit.kind.value,
            unit.level,
            unit.parent or "",
            unit.valid.start.isoformat(),
            unit.valid.end.isoformat() if unit.valid.end else "",
        )
        for unit in hierarchy.spans
    ]
    changes = [
        (
            change.on.isoformat(),
            change.kind.value,
            edge.from_ or "",
            edge.to or "",
            cell(edge.share),
            change.legal_basis,
        )
        for change in hierarchy.changes
        for edge in change.edges
    ]
    return table(ORGUNITS, units), table(CHANGES, changes)


def cell(share: Fraction | None) -> str:
    """A share in the table: empty for all of it, and where nobody knows."""
    return "" if share is None or share == 1 else share_text(share)


def table(header: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    """Rows under their header."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerows([header, *rows])
    return text.getvalue()
