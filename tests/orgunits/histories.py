"""Random histories of units, with what each day's changes did, for a slow oracle."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from hypothesis import strategies as st

FIRST, LAST = date(2000, 1, 1), date(2000, 1, 1).replace(year=2030)
Share = Fraction | None
Step = dict[str, dict[str, Share]]
"""Code of the day before -> codes of the day, with shares."""


@dataclass
class History:
    """Rows of both tables, and the steps that the changes took."""

    since: dict[str, date]
    names: dict[str, str]
    rows: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    steps: list[tuple[date, Step]] = field(default_factory=list)
    made: int = 0

    def close(self, code: str, day: date) -> None:
        """The unit's row ends."""
        since = self.since.pop(code)
        self.rows.append(f"{code};Xã {self.names[code]};commune;3;P;{since};{day if day < LAST else ''}")

    def open(self, code: str, day: date) -> None:
        """A row of another name begins."""
        self.made += 1
        self.since[code], self.names[code] = day, f"N{self.made}"

    def new_code(self) -> str:
        """A code that nothing has borne."""
        self.made += 1
        return f"C{self.made}"

    def edge(self, day: date, kind: str, from_: str, to: str, share: str = "") -> None:
        """A row of changes.csv."""
        self.changes.append(f"{day};{kind};{from_};{to};{share};{self.made}/NQ")

    @property
    def text(self) -> tuple[str, str]:
        """Both tables without their header lines."""
        return "\n".join([f"P;Tỉnh P;province;1;;{FIRST};", *self.rows]), "\n".join(self.changes)


@st.composite
def histories(draw: st.DrawFn) -> History:
    """A few communes under one province, changed on a few days in every way the law knows."""
    codes = [f"A{number}" for number in range(draw(st.integers(2, 6)))]
    history = History(since=dict.fromkeys(codes, FIRST), names={code: code for code in codes})
    for year in sorted(draw(st.sets(st.integers(2001, 2028), min_size=1, max_size=4))):
        day = date(year, draw(st.integers(1, 12)), 1)
        free, step = sorted(history.since), Step()
        for _ in range(draw(st.integers(1, 3))):
            if free:
                change(draw, history, day, free, step)
        history.steps.append((day, step))
    for code in list(history.since):
        history.close(code, LAST)
    return history


def change(draw: st.DrawFn, history: History, day: date, free: list[str], step: Step) -> None:
    """One change among the units that the day has not touched yet; ``step`` notes what it did."""
    one = free.pop(draw(st.integers(0, len(free) - 1)))
    kind = draw(st.sampled_from(["merge", "absorb", "split", "spin_off", "rename", "dissolve"]))
    if kind in ("merge", "absorb") and free:
        join(draw, history, day, step, kind, one, free.pop(draw(st.integers(0, len(free) - 1))))
    elif kind in ("split", "spin_off"):
        part(draw, history, day, step, kind, one)
    elif kind == "dissolve":
        history.edge(day, kind, one, "")
        history.close(one, day)
        step[one] = {}
    else:
        history.edge(day, "rename", one, one)
        history.close(one, day)
        history.open(one, day)


def join(draw: st.DrawFn, history: History, day: date, step: Step, kind: str, one: str, other: str) -> None:
    """Two become one: a new unit (in a new code or in one of theirs), or the other goes on."""
    to = draw(st.sampled_from([one, history.new_code()])) if kind == "merge" else one
    for code in (one, other) if kind == "merge" else (other,):
        history.edge(day, kind, code, to)
    history.close(other, day)
    if kind == "merge":
        history.close(one, day)
        history.open(to, day)
    step[one], step[other] = {to: Fraction(1)}, {to: Fraction(1)}


def part(draw: st.DrawFn, history: History, day: date, step: Step, kind: str, one: str) -> None:
    """One becomes several: it ends (its code may live on), or it stays and a part begins."""
    stays = kind == "spin_off"
    known = draw(st.booleans())
    here = one if stays or draw(st.booleans()) else history.new_code()
    share = draw(st.fractions(Fraction(1, 20), Fraction(19, 20), max_denominator=30))
    shares: dict[str, Share] = {here: share, history.new_code(): 1 - share}
    if not known:
        shares = dict.fromkeys(shares)
    for code, value in shares.items():
        if not (stays and code == one):
            history.edge(day, kind, one, code, str(value) if value else "")
    if not stays:
        history.close(one, day)
    for code in shares:
        if code not in history.since:
            history.open(code, day)
    step[one] = shares


def follow(code: str, steps: Iterable[tuple[date, Step]], start: date, end: date) -> dict[str, Share]:
    """The slow oracle: walk every path from ``code`` and add up what arrives."""
    for day, step in steps:
        if start < day <= end and code in step:
            arrived: dict[str, Share] = {}
            for target, share in step[code].items():
                for last, rest in follow(target, steps, day, end).items():
                    before = arrived.get(last, Fraction(0))
                    known = before is not None and share is not None and rest is not None
                    arrived[last] = before + share * rest if known else None  # type: ignore[operator]
            return arrived
    return {code: Fraction(1)}
