"""Learn how sure figures of running text are: the weights of ``tongket/reading/figures/sureness.py``.

Usage: fit_sureness.py. Takes the halves of tests/cases/own-prose that are worked on, each read with and without the pack's list
of matters that nothing asks for (so that matters in no list are met too), and the reports of the example against their
labels, and fits a logistic regression. Prints the weights, and how well such weights do on sentences left out of the fit.
"""

import importlib.util
import json
import math
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, field, fields, replace
from pathlib import Path
from types import ModuleType

from tongket.orgunits import Hierarchy, load_hierarchy
from tongket.packs import load_pack
from tongket.reading import Document, ReportReader, open_document
from tongket.reading.figures.sureness import Signs
from tongket.reports import Report

ROOT = Path(__file__).parents[1]
SUREST = 0.9
PENALTY = 1.0
"""Of large weights (L2)."""
WEIGHT_OF_LISTED, WEIGHT_OF_EXAMPLE = 0.5, 0.1
"""Each sentence is read twice; the example was learned on, and is large."""
WEIGHT_OF_WRONG = 1.5
"""A wrong figure said to be sure does more harm than a right one that is offered."""
FOLDS = 10


@dataclass(frozen=True, slots=True)
class Case:
    """A figure told: where, its signs, whether it is right, and what it counts in the fit."""

    place: str
    signs: tuple[float, ...]
    right: bool
    weight: float


@dataclass(slots=True)
class Judge:
    """Keeps the signs of each figure; says, as its sureness, which one it is."""

    seen: list[Signs] = field(default_factory=list)

    def __call__(self, signs: Signs) -> float:
        self.seen.append(signs)
        return 1.0 + len(self.seen)

    def signs(self, number: float) -> tuple[float, ...] | None:
        """The signs of a figure; None for one that it did not judge."""
        return astuple(self.seen[int(number) - 2]) if number >= 2 else None


def module(name: str) -> ModuleType:
    """A benchmark beside this one."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec
    assert spec.loader
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[name] = loaded
    spec.loader.exec_module(loaded)
    return loaded


def reader_with(judge: Judge, hierarchy: Hierarchy, *, listed: bool) -> ReportReader:
    """A reader whose figures ``judge`` numbers, with or without the list of matters that nothing asks for."""
    framework = load_pack("nd21").framework
    reader = ReportReader.of(framework if listed else replace(framework, not_asked=()), hierarchy)
    return replace(reader, prose=replace(reader.prose, judge=judge))


def own_cases(own: ModuleType, *, listed: bool) -> Iterator[Case]:
    """The figures of the sentences and texts worked on."""
    judge = Judge()
    reader = reader_with(judge, load_hierarchy(own.CASE / "orgunits.csv", None), listed=listed)

    def cases(place: str, report: Report, labels: set[object]) -> Iterator[Case]:
        for figure, number in own.told_by(report).items():
            signs = judge.signs(number)
            if signs is not None and not own.is_neutral(figure, labels):
                right = figure in labels
                yield Case(place, signs, right, WEIGHT_OF_LISTED * (1 if right else WEIGHT_OF_WRONG))

    for name in own.SENTENCES:
        for number, said, labels in own.worked_on(name):
            yield from cases(f"{name} {number}", own.read(reader, said), labels)
    for number, _, _, labels, _ in own.text_labels():
        if int(number) % 2:
            text = (own.CASE / "texts" / f"{number}.txt").read_text(encoding="utf-8")
            yield from cases(f"text {number}", own.read(reader, text), labels)


def example_cases(twins: ModuleType) -> Iterator[Case]:
    """The figures of running text in the example's reports."""
    example, judge = ROOT / "examples" / "bac-kan", Judge()
    reader = reader_with(judge, load_hierarchy(example / "orgunits.csv", example / "changes.csv"), listed=True)
    truth = json.loads((ROOT / "tests" / "cases" / "bac-kan" / "truth.json").read_text(encoding="utf-8"))
    labels = {
        (Path(v["file"]).name, v["org_unit"], str(v["period"]), v["indicator"], v["part"], round(v["value"], 6))
        for v in truth["values"]
    }
    for path in sorted(p for p in (example / "reports").rglob("*") if p.is_file()):
        document = open_document(path)
        for value in reader.read(document).values if isinstance(document, Document) else ():
            signs = judge.signs(value.source.confidence)
            whose = (path.name, value.org_unit, str(value.period))
            what, number = (value.indicator, value.part.value), round(float(value.value), 6)
            if signs is not None:
                right = (*whose, *what, number) in labels
                if right or not any((*whose, *twin, number) in labels for twin in twins.TWINS.get(what, ())):
                    yield Case(path.name, signs, right, WEIGHT_OF_EXAMPLE)


def chance(weights: Sequence[float], signs: Sequence[float]) -> float:
    """The chance that a figure of these signs is right; the last weight is the start."""
    return 1 / (1 + math.exp(-weights[-1] - sum(w * s for w, s in zip(weights, signs, strict=False))))


def fitted(cases: Sequence[Case]) -> list[float]:
    """The weights of a logistic regression, by Newton's method; the start is not held down."""
    size = len(cases[0].signs) + 1
    weights = [0.0] * size
    for _ in range(30):
        slope = [-PENALTY * w for w in weights[:-1]] + [0.0]
        bend = [[PENALTY * (i == j and i < size - 1) for j in range(size)] for i in range(size)]
        for case in cases:
            row = (*case.signs, 1.0)
            p = chance(weights, case.signs)
            told = [i for i in range(size) if row[i]]
            for i in told:
                slope[i] += case.weight * (case.right - p) * row[i]
                for j in told:
                    bend[i][j] += case.weight * p * (1 - p) * row[i] * row[j]
        step = solved(bend, slope)
        weights = [w + s for w, s in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-9:
            break
    return weights


def solved(rows: list[list[float]], values: list[float]) -> list[float]:
    """The solution of a set of linear equations."""
    size = len(values)
    work = [[*row, value] for row, value in zip(rows, values, strict=True)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda r: abs(work[r][i]))
        work[i], work[pivot] = work[pivot], work[i]
        for r in range(size):
            if r != i and work[r][i]:
                factor = work[r][i] / work[i][i]
                work[r] = [a - factor * b for a, b in zip(work[r], work[i], strict=True)]
    return [work[i][size] / work[i][i] for i in range(size)]


def left_out(cases: Sequence[Case], always: Sequence[Case]) -> Iterator[tuple[float, Case]]:
    """Each figure with its chance by weights fitted without the sentences of its tenth."""
    places = sorted({c.place for c in cases})
    random.Random(1).shuffle(places)
    tenth = {place: i % FOLDS for i, place in enumerate(places)}
    for fold in range(FOLDS):
        weights = fitted([*(c for c in cases if tenth[c.place] != fold), *always])
        yield from ((chance(weights, c.signs), c) for c in cases if tenth[c.place] == fold)


def line(told: Sequence[tuple[float, Case]]) -> str:
    """Of the figures said to be sure the share right, and of the right ones the share said so."""
    sure = [c for p, c in told if p >= SUREST]
    right = sum(c.right for c in sure)
    share = right / max(sum(c.right for _, c in told), 1)
    return f"{right / max(len(sure), 1):.4f} of {len(sure)} sure ones right; {share:.3f} of the right ones said so"


def main() -> int:
    """Print the weights and what they reach."""
    own = module("own_prose")
    cases = [case for listed in (False, True) for case in own_cases(own, listed=listed)]
    example = list(example_cases(own))
    weights = fitted([*cases, *example])
    for name, weight in zip((*(f.name for f in fields(Signs)), "START"), weights, strict=True):
        print(f"    {name}={weight:.2f},")
    print(f"left out: {line(list(left_out(cases, example)))}")
    print(f"example: {line([(chance(weights, c.signs), c) for c in example])}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
