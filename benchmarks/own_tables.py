"""How well tables of our own making are read: the half worked on and the half set aside.

Usage: own_tables.py [-v]. The documents and labels are told in tests/cases/own-tables/README.md; -v shows the misses
of the half worked on, never those of the half set aside.
"""

import importlib.util
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from tongket.orgunits import load_hierarchy
from tongket.packs import load_pack
from tongket.reading import Document, ReportReader, open_document
from tongket.reports import Report, ValueState

CASE = Path(__file__).parents[1] / "tests" / "cases" / "own-tables"
LINE = re.compile(r"^(?:@(\w+) )?(?:(20\d\d|span) )?([A-Z]\d\d.*)$")
TWINS = {
    "K02 numerator": ("K01 value", "K03 denominator"),
    "K03 denominator": ("K01 value", "K02 numerator"),
    "K01 value": ("K02 numerator", "K03 denominator"),
    "H02 value": ("H03 numerator",),
    "H03 numerator": ("H02 value",),
    "F02 value": ("F03 denominator",),
    "F03 denominator": ("F02 value",),
    "J01 value": ("J02 denominator",),
    "J02 denominator": ("J01 value",),
}
"""One figure may serve several indicators; telling it for the other too is neither right nor wrong."""
Figure = tuple[str, str, str, str, Decimal, bool]
"""Org unit, period, indicator, part, value, whether nothing occurred."""


@dataclass(slots=True)
class Tally:
    """Counts of one half."""

    labelled: int = 0
    found: int = 0
    right: int = 0

    def line(self) -> str:
        """Precision and recall."""
        precision, recall = self.right / max(self.found, 1), self.right / max(self.labelled, 1)
        return f"precision {precision:.3f}  recall {recall:.3f}  ({self.labelled} labels, {self.found} found)"


def parts_of(words: str) -> Iterator[tuple[str, Decimal, bool]]:
    """Part, value, nothing occurred of "n/N p%", "v", "0!"."""
    for word in words.split():
        if word.endswith("!"):
            yield "value", Decimal(0), True
        elif word.endswith("%") or "/" not in word:
            yield "value", Decimal(word.rstrip("%")), False
        else:
            for part, number in zip(("numerator", "denominator"), word.split("/"), strict=True):
                if number != "-":
                    yield part, Decimal(number), False


def labels() -> dict[str, tuple[str, str, set[Figure]]]:
    """Number of the document -> org unit, period and figures."""
    found: dict[str, tuple[str, str, set[Figure]]] = {}
    for line in (CASE / "labels.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("==="):
            _, number, unit, period = line.split()
            found[number] = (unit, period, set())
        elif label := LINE.match(line):
            when = period if label[2] in (None, "span") else label[2]
            for one in label[3].split(";"):
                code, words = one.split(maxsplit=1)
                found[number][2].update((label[1] or unit, when, code, *p) for p in parts_of(words))
    return found


def told_by(report: Report) -> set[Figure]:
    """The figures of a report."""
    return {
        (v.org_unit, str(v.period), v.indicator, v.part.value, v.value.normalize() + 0,
         v.state is ValueState.NOTHING_OCCURRED)
        for v in report.values
    }  # fmt: skip


def neutral(figure: Figure, wanted: set[Figure]) -> bool:
    """Whether the same number is labelled for the twin indicator."""
    unit, period, code, part, value, nothing = figure
    twins = (t.split() for t in TWINS.get(f"{code} {part}", ()))
    return any((unit, period, c, p, value, nothing) in wanted for c, p in twins)


def documents(folder: Path) -> dict[str, Path]:
    """Number -> file, freshly written; a PDF that was printed before is taken from the folder beside the sources."""
    spec = importlib.util.spec_from_file_location("make_documents", CASE / "make_documents.py")
    assert spec
    assert spec.loader
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    maker.main(folder)
    return {path.name[:2]: path for path in [*sorted(folder.iterdir()), *sorted((CASE / "printed").glob("*.pdf"))]}


def main(arguments: Sequence[str]) -> int:
    """Print the figures of both halves."""
    reader = ReportReader.of(load_pack("nd21").framework, load_hierarchy(CASE / "orgunits.csv", None))
    halves = Tally(), Tally()
    with tempfile.TemporaryDirectory() as folder:
        files = documents(Path(folder))
        for number, (unit, period, figures) in labels().items():
            document = open_document(files[number])
            assert isinstance(document, Document), document
            report = reader.read(document)
            wanted = {(*f[:4], f[4].normalize() + 0, f[5]) for f in figures}
            told = {f for f in told_by(report) if f in wanted or not neutral(f, wanted)}
            tally = halves[int(number) % 2 == 0]
            tally.labelled, tally.found = tally.labelled + len(wanted), tally.found + len(told)
            tally.right += len(told & wanted)
            if int(number) % 2:
                show(files[number].name, (unit, period), report, told, wanted, verbose="-v" in arguments)
    for name, tally in zip(("worked on", "set aside"), halves, strict=True):
        print(f"{name}  {tally.line()}")
    return 0


def show(
    name: str, whose: tuple[str, str], report: Report, told: set[Figure], wanted: set[Figure], *, verbose: bool
) -> None:
    """One document's figures, and with ``verbose`` what was missed and what was too much."""
    print(f"{name}: {len(told & wanted)}/{len(wanted)} right, {len(told - wanted)} extra")
    if verbose:
        if (report.org_unit, str(report.period)) != whose:
            print("    whose:", report.org_unit, report.period, "instead of", *whose)
        for mark, figures in (("missed", wanted - told), ("extra", told - wanted)):
            for figure in sorted(figures, key=str):
                print(f"    {mark}", *figure)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
