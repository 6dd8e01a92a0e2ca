"""What the years have in common and what they have not: which map each figure is on, and what cannot be compared."""

from collections.abc import Iterator
from datetime import date, timedelta

from tongket.dossier.material import Material
from tongket.dossier.papers import BindingKind, PaperBlock, PaperParagraph, ParagraphRole, Text, bound, plain
from tongket.dossier.wording import count_of, day_of, fact, said
from tongket.orgunits import OrgUnitKind
from tongket.problems import translate


def turning_days(material: Material) -> tuple[date, ...]:
    """The days inside the review on which units below the one reviewed begin or end, oldest first."""
    inside = {change.on for change in material.hierarchy.changes if material.period.first_day <= change.on}
    days = sorted(day for day in inside if day <= material.period.last_day)
    return tuple(day for day in days if _communes(material, day) != _communes(material, day - timedelta(days=1)))


def comparability_note(material: Material) -> Iterator[PaperBlock]:
    """How the units changed, on which map figures are, how change is computed, and which units cannot be compared."""
    for day in turning_days(material):
        yield PaperParagraph(text=_turn(material, day), role=ParagraphRole.ITEM)
    yield PaperParagraph(text=_maps(material), role=ParagraphRole.ITEM)
    for msgid in (
        "- Growth and decline are computed over the units that state both years; where nobody states both, none is told.",
        "- A percentage is added up from its numerators and denominators; percentages are never averaged.",
    ):
        yield PaperParagraph(text=plain(translate(msgid, "vi")), role=ParagraphRole.ITEM)
    if found := _not_comparable(material):
        yield PaperParagraph(text=found, role=ParagraphRole.ITEM)


def _maps(material: Material) -> Text:
    """Which map figures are on."""
    if material.tree_date is None:
        sentence = (
            "- Figures of a year are on the map at the end of that year; figures converted to the map at the end of the "
            "review stand beside them in the pages of sources."
        )
        return plain(translate(sentence, "vi"))
    return said(
        "- Figures of a year are on the map at the end of that year; figures converted to the map of {day} stand beside "
        "them in the pages of sources.",
        day=day_of(material.tree_date, "tree_date"),
    )


def turns_sentence(material: Material) -> Text:
    """For the opening: that the map changed inside the review, and where more is said; empty where it did not."""
    days = turning_days(material)
    if not days:
        return ()
    told: Text = ()
    for i, day in enumerate(days):
        told += (*plain(", " if i else ""), *day_of(day, f"changes#{day.isoformat()}"))
    return said(
        "Administrative units were reorganised inside the review ({days}); how the years compare stands in the annex on the "
        "quality of the figures.",
        days=told,
    )


def _turn(material: Material, day: date) -> Text:
    ref = f"changes#{day.isoformat()}"
    bases = dict.fromkeys(c.legal_basis for c in material.hierarchy.changes if c.on == day and c.legal_basis)
    return said(
        "- From {day} ({basis}) there are {after} units at commune level instead of {before}.",
        day=day_of(day, ref),
        basis=fact(", ".join(bases), ref) if bases else plain(translate("no basis named", "vi")),
        before=count_of(len(_communes(material, day - timedelta(days=1))), ref),
        after=count_of(len(_communes(material, day)), ref),
    )


def _communes(material: Material, day: date) -> frozenset[str]:
    """The lives of the communes under the org unit on a day."""
    tree = material.hierarchy.on(day)
    below = tree.descendants(material.org_unit) if material.org_unit in tree else ()
    return frozenset(unit.uid for unit in below if unit.kind is OrgUnitKind.COMMUNE)


def _not_comparable(material: Material) -> Text:
    """The org units and periods of which a figure cannot be brought to the last map."""
    found = sorted(
        {(f.org_unit, f.period) for f in material.findings if f.code == "not_comparable" and f.org_unit and f.period}
    )
    if not found:
        return ()
    named = "; ".join(f"{material.name(code)} ({period})" for code, period in found)
    return said("- Not comparable: {units}.", units=bound(named, BindingKind.COUNT, "findings[not_comparable]"))
