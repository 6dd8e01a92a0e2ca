"""Learn how sure figures are: the weights of ``tongket/reading/figures/sureness.py`` and of ``agreement.py`` beside it.

Usage: fit_sureness.py. Takes the halves of tests/cases/own-prose that are worked on, each read with and without the pack's list
of matters that nothing asks for (so that matters in no list are met too); the sentences of each pillar read with a pack that lacks
it (so that all it tells is of another matter); and reports against their labels: the example's, and the halves worked on of the
cases by other pens. Fits two logistic regressions: of a figure by its own words, and of what the
rest of its report adds to that. Prints the weights, and how well such weights do on what was left out of the fit.
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

from tongket.framework import Framework
from tongket.orgunits import Hierarchy, load_hierarchy
from tongket.packs import load_pack
from tongket.reading import Document, ReportReader, open_document
from tongket.reading.figures import agreement
from tongket.reading.figures.agreement import Told, log_odds
from tongket.reading.figures.sureness import Signs, sureness
from tongket.reports import Report

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "cases"
EXAMPLE = ROOT / "examples" / "bac-kan"
OTHER_PENS = ("dong-thap",)
"""Cases of which every second report is worked on."""
SUREST = 0.9
PENALTY = 1.0
"""Of large weights (L2)."""
WEIGHT_OF_LISTED, WEIGHT_OF_EXAMPLE = 0.5, 0.3
"""Each sentence is read twice; the example was learned on, and is large."""
WEIGHT_OF_LACKING = 0.25
"""Other pillars of the pack are nearer to its matter than what no pack asks for."""
FOLDS = 10

Label = tuple[str, str, str, str, str, float]
"""File, org unit, period, indicator, part, value."""


@dataclass(frozen=True, slots=True)
class Case:
    """A figure told: where, its signs, whether it is right, what it counts in the fit, the log-odds that are given."""

    place: str
    signs: tuple[float, ...]
    right: bool
    weight: float
    given: float = 0.0


@dataclass(slots=True)
class Judge:
    """Keeps the signs of each figure told; says, as its sureness, which one it is."""

    seen: list[tuple[tuple[float, ...], float]] = field(default_factory=list)
    """Signs, and the log-odds that are given with them."""
    beside: bool = False
    """Whether it judges figures beside the others of their report."""

    def alone(self, signs: Signs) -> float:
        """A figure by its own words."""
        if self.beside:
            return sureness(signs)
        return self._numbered(astuple(signs), 0.0)

    def together(self, told: Sequence[Told]) -> list[float]:
        """The figures of a report."""
        if not self.beside:
            return [one.figure.confidence for one in told]
        signs = agreement.signs_of(told)
        return [self._numbered(astuple(s), log_odds(one.figure.confidence)) for one, s in zip(told, signs, strict=True)]

    def _numbered(self, signs: tuple[float, ...], given: float) -> float:
        self.seen.append((signs, given))
        return 1.0 + len(self.seen)

    def case(self, place: str, number: float, *, right: bool, weight: float) -> Case | None:
        """The figure of this number; None for one that it did not judge."""
        if number < 2:
            return None
        signs, given = self.seen[int(number) - 2]
        return Case(place, signs, right, weight, given)


def module(name: str) -> ModuleType:
    """A benchmark beside this one."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec
    assert spec.loader
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[name] = loaded
    spec.loader.exec_module(loaded)
    return loaded


def reader_with(judge: Judge, hierarchy: Hierarchy, framework: Framework) -> ReportReader:
    """A reader whose figures ``judge`` numbers."""
    reader = ReportReader.of(framework, hierarchy)
    return replace(reader, prose=replace(reader.prose, judge=judge.alone), together=judge.together)


def own_cases(own: ModuleType, framework: Framework, *, beside: bool) -> Iterator[Case]:
    """The figures of the sentences and texts worked on."""
    judge = Judge(beside=beside)
    reader = reader_with(judge, load_hierarchy(own.CASE / "orgunits.csv", None), framework)

    def cases(place: str, report: Report, labels: set[object]) -> Iterator[Case]:
        for figure, number in own.told_by(report).items():
            if not own.is_neutral(figure, labels):
                found = judge.case(place, number, right=figure in labels, weight=WEIGHT_OF_LISTED)
                yield from (found,) if found else ()

    for name in own.SENTENCES:
        for number, said, labels in own.worked_on(name):
            yield from cases(f"{name} {number}", own.read(reader, said), labels)
    for number, _, _, labels, _ in own.text_labels():
        if int(number) % 2:
            text = (own.CASE / "texts" / f"{number}.txt").read_text(encoding="utf-8")
            yield from cases(f"text {number}", own.read(reader, text), labels)


def lacking_cases(own: ModuleType, framework: Framework, pillar: str) -> Iterator[Case]:
    """What a pack that lacks a pillar takes for figures in the sentences of that pillar, each of them wrong."""
    judge, asked = Judge(), {code for code, indicator in framework.indicators.items() if indicator.pillar != pillar}
    less = replace(framework, indicators={code: framework[code] for code in asked})
    reader = reader_with(judge, load_hierarchy(own.CASE / "orgunits.csv", None), less)
    for name in own.SENTENCES:
        for number, said, labels in own.worked_on(name):
            if any(figure[1] not in asked for figure in labels):
                for figure, told in own.told_by(own.read(reader, said)).items():
                    if figure not in labels and not own.is_neutral(figure, labels):
                        found = judge.case(f"{name} {number}", told, right=False, weight=WEIGHT_OF_LACKING)
                        yield from (found,) if found else ()


def report_cases(own: ModuleType, framework: Framework, name: str, *, beside: bool) -> Iterator[Case]:
    """The figures of the example's reports, or of every second report of a case by another pen."""
    inputs, every = (EXAMPLE, 1) if name == EXAMPLE.name else (CASES / name, 2)
    judge, changes = Judge(beside=beside), inputs / "changes.csv"
    reader = reader_with(
        judge, load_hierarchy(inputs / "orgunits.csv", changes if changes.exists() else None), framework
    )
    labels = labels_of(CASES / name / "truth.json")
    files = sorted(p.relative_to(inputs).as_posix() for p in (inputs / "reports").rglob("*") if p.is_file())
    for file in files[every - 1 :: every]:
        document = open_document(inputs / file)
        for value in reader.read(document).values if isinstance(document, Document) else ():
            whose = (Path(file).name, value.org_unit, str(value.period))
            what, number = (value.indicator, value.part.value), round(float(value.value), 6)
            right = (*whose, *what, number) in labels
            if right or not any((*whose, *twin, number) in labels for twin in own.TWINS.get(what, ())):
                weight = WEIGHT_OF_EXAMPLE if every == 1 else 1.0
                found = judge.case(file, value.source.confidence, right=right, weight=weight)
                yield from (found,) if found else ()


def labels_of(truth: Path) -> set[Label]:
    """The figures that a case's reports state."""
    values = json.loads(truth.read_text(encoding="utf-8"))["values"]
    return {
        (Path(v["file"]).name, v["org_unit"], str(v["period"]), v["indicator"], v["part"], round(v["value"], 6))
        for v in values
    }


def chance(weights: Sequence[float], case: Case) -> float:
    """The chance that a figure is right; the last weight, where there is one more than signs, is the start."""
    told = sum(w * s for w, s in zip(weights, case.signs, strict=False))
    start = weights[-1] if len(weights) > len(case.signs) else 0.0
    return 1 / (1 + math.exp(-case.given - start - told))


def fitted(cases: Sequence[Case], *, start: bool) -> list[float]:
    """The weights of a logistic regression, by Newton's method; the start, where one is fitted, is not held down."""
    signs = len(cases[0].signs)
    size = signs + start
    weights = [0.0] * size
    for _ in range(30):
        slope = [-PENALTY * w * (i < signs) for i, w in enumerate(weights)]
        bend = [[PENALTY * (i == j and i < signs) for j in range(size)] for i in range(size)]
        for case in cases:
            row = (*case.signs, 1.0)[:size]
            p = chance(weights, case)
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


def left_out(cases: Sequence[Case], always: Sequence[Case], *, start: bool) -> Iterator[tuple[float, Case]]:
    """Each figure with its chance by weights fitted without the sentences and reports of its tenth."""
    places = sorted({c.place for c in cases})
    random.Random(1).shuffle(places)
    tenth = {place: i % FOLDS for i, place in enumerate(places)}
    for fold in range(FOLDS):
        weights = fitted([*(c for c in cases if tenth[c.place] != fold), *always], start=start)
        yield from ((chance(weights, c), c) for c in cases if tenth[c.place] == fold)


def line(told: Sequence[tuple[float, Case]]) -> str:
    """Of the figures said to be sure the share right, and of the right ones the share said so."""
    sure = [c for p, c in told if p >= SUREST]
    right = sum(c.right for c in sure)
    share = right / max(sum(c.right for _, c in told), 1)
    return f"{right / max(len(sure), 1):.4f} of {len(sure)} sure ones right; {share:.3f} of the right ones said so"


def learn(own: ModuleType, names: Sequence[str], *, beside: bool) -> None:
    """Print the weights of one of the two fits, and what they reach."""
    framework = load_pack("nd21").framework
    packs = framework, replace(framework, not_asked=())
    sentences = [c for pack in packs for c in own_cases(own, pack, beside=beside)]
    if not beside:
        sentences += [c for pillar in framework.pillars for c in lacking_cases(own, framework, pillar)]
    others = [c for name in OTHER_PENS for c in report_cases(own, framework, name, beside=beside)]
    example = list(report_cases(own, framework, EXAMPLE.name, beside=beside))
    cases = [*sentences, *others]
    for name, weight in zip(names, fitted([*cases, *example], start=not beside), strict=True):
        print(f"    {name}={weight:.2f},")
    told = list(left_out(cases, example, start=not beside))
    print(f"left out: {line(told)}")
    for kind in ("sentences", "reports"):
        whole = {c.place for c in others} | {c.place for c in sentences if c.place.startswith("text ")}
        print(f"  {kind}: {line([(p, c) for p, c in told if (c.place in whole) == (kind == 'reports')])}")


def main() -> int:
    """Print the weights and what they reach."""
    own = module("own_prose")
    print("sureness.py:")
    learn(own, [*(f.name for f in fields(Signs)), "START"], beside=False)
    print("agreement.py, given what sureness.py says now:")
    learn(own, [f.name for f in fields(agreement.Signs)], beside=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
