"""Collection forms for many org units at once: made from a pack, the table of units and, if there is one, a review."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from tongket.exchange import LastFigure, collection_form, form_lines, write_workbook
from tongket.framework import Framework, Part, ReportForm
from tongket.orgunits import Hierarchy, OrgUnit, OrgUnitKind, load_hierarchy
from tongket.packs import Pack, load_pack
from tongket.periods import Period, PeriodType
from tongket.problems import CannotWriteError, NoUsableInputError, Problem, Where, WrongCallError, register, translate
from tongket.reports import FormIdentity
from tongket.review.from_registers import register_figures
from tongket.review.names import slugs
from tongket.review.saved import load_review
from tongket.review.wording import period_text

register(
    {
        "forms.out_exists": "there are already forms in this folder, and some may be filled in; name a new or empty folder.",
        "forms.code": "“{code}” is no unit of the table on {day}; correct the code.",
        "forms.none": "the pack has no form for any of these units.",
        "forms.no_table": "codes of units need the table they are from; give it with --orgunits.",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormsRequest:
    """Which forms are to be made. ``codes`` empty: of all units below the first level for which the pack has a form."""

    pack: str
    orgunits: Path
    period: str
    out: Path
    changes: Path | None = None
    codes: tuple[str, ...] = ()
    previous: Path | None = None
    """The folder of a review (or its review.json), for the last figures."""
    registers: tuple[Path, ...] = ()
    """Registers of the period, for the figures that come of them."""


def make_forms(request: FormsRequest) -> tuple[Path, ...]:
    """Write one workbook for each org unit; raises before anything is written."""
    period = _period(request.period)
    pack, hierarchy = load_pack(request.pack), load_hierarchy(request.orgunits, request.changes)
    units = _units(request, pack.framework, hierarchy, period)
    review: Mapping[str, Any] = load_review(request.previous) if request.previous is not None else {}
    if request.out.exists() and (not request.out.is_dir() or any(request.out.iterdir())):
        raise CannotWriteError([Problem(code="forms.out_exists", where=Where(file=str(request.out)))])
    now = register_figures(request.registers, pack, hierarchy, period)
    names = slugs({unit.code: unit.name for unit in units})
    last = _last(review.get("values", ()), period)
    made: list[Path] = []
    try:
        request.out.mkdir(parents=True, exist_ok=True)
        for unit in units:
            path = request.out / f"bieu-mau-{period.code.replace('/', '-')}-{names[unit.code]}.xlsx"
            _write(path, unit, pack, period, last, now.get(unit.code, {}), statement=review.get("statement", ""))
            made.append(path)
    except OSError as error:
        fields = {"reason": error.strerror or str(error)}
        raise CannotWriteError(
            [Problem(code="cannot_write", where=Where(file=str(request.out)), fields=fields)]
        ) from error
    return tuple(made)


def _period(text: str) -> Period:
    try:
        return Period.parse(text)
    except ValueError as error:
        raise WrongCallError([Problem(code="period_malformed", fields={"text": text})]) from error


def _units(request: FormsRequest, framework: Framework, hierarchy: Hierarchy, period: Period) -> tuple[OrgUnit, ...]:
    tree = hierarchy.on(period.last_day)
    day = f"{period.last_day:%d/%m/%Y}"
    unknown = [Problem(code="forms.code", fields={"code": c, "day": day}) for c in request.codes if c not in tree]
    if unknown:
        raise WrongCallError(unknown)
    asked = [tree[code] for code in request.codes] or [u for u in tree if u.kind is not OrgUnitKind.PROVINCE]
    units = tuple(unit for unit in asked if framework.form_for(unit.kind.value) is not None)
    if not units:
        raise NoUsableInputError([Problem(code="forms.none", where=Where(file=str(request.orgunits)))])
    return units


def _write(
    path: Path,
    unit: OrgUnit,
    pack: Pack,
    period: Period,
    last: Mapping[tuple[str, str, str], LastFigure],
    now: Mapping[str, LastFigure],
    *,
    statement: str,
) -> None:
    form = pack.framework.form_for(unit.kind.value)
    assert form is not None  # the units were chosen by it
    workbook = collection_form(
        FormIdentity(org_unit=unit.code, period=period, form=form.code, pack=f"{pack.id} {pack.version}"),
        form_lines(form, pack.framework),
        unit_name=unit.name,
        period_words=_period_words(period),
        title=_title(pack, period),
        last=dict(_of_unit(unit, form, pack.framework, last)),
        now=now,
        statement=statement,
    )  # fmt: skip
    write_workbook(workbook, path)


def _title(pack: Pack, period: Period) -> str:
    """The form's name, with the instrument it is about where that may be named in print."""
    cited = pack.family.citation(period.last_day)
    if cited is None or not cited.is_printable:
        return translate("Form of figures", "vi")
    return translate("Form of figures on {instrument}", "vi", instrument=cited.short())


def _period_words(period: Period) -> str:
    word = "year {year}" if period.type is PeriodType.YEAR else "period {year}"
    return translate(word, "vi", year=period_text(period))


def _last(values: Sequence[Mapping[str, Any]], period: Period) -> dict[tuple[str, str, str], LastFigure]:
    """The latest figure that each org unit stated before the period, the surest where several are of one period; by
    unit, indicator and part."""
    found: dict[tuple[str, str, str], tuple[Period, float, Decimal]] = {}
    for row in values:
        when = Period.parse(row["period"])
        key = (row["org_unit"], row["indicator"], row["part"])
        if when.last_day >= period.first_day or when.type is not period.type:
            continue
        if key not in found or (when, row["confidence"]) > found[key][:2]:
            found[key] = (when, row["confidence"], Decimal(str(row["value"])))
    return {key: LastFigure(value=value, period=when.code) for key, (when, _, value) in found.items()}


def _of_unit(
    unit: OrgUnit, form: ReportForm, framework: Framework, last: Mapping[tuple[str, str, str], LastFigure]
) -> Iterator[tuple[str, LastFigure]]:
    for item in form.items:
        for indicator, part in framework.uses(item.element, form.level):
            figure = last.get((unit.code, indicator.code, Part(part).value))
            if figure is not None:
                yield item.element, figure
                break
