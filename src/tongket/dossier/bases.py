"""Of whom a figure speaks, in words."""

from collections.abc import Iterable
from typing import Protocol

from tongket.consolidation import Figure
from tongket.dossier.material import Material
from tongket.dossier.papers import BindingKind, Text, bound, plain
from tongket.orgunits import Hierarchy, OrgUnitKind
from tongket.periods import Period
from tongket.problems import translate

KINDS = {
    OrgUnitKind.PROVINCE: "provinces",
    OrgUnitKind.DISTRICT: "districts",
    OrgUnitKind.COMMUNE: "communes",
    OrgUnitKind.AGENCY: "agencies",
}
WHOLE = {
    OrgUnitKind.PROVINCE: "the whole province",
    OrgUnitKind.DISTRICT: "the whole district",
    OrgUnitKind.COMMUNE: "the whole commune",
    OrgUnitKind.AGENCY: "the whole agency",
}


class OnMap(Protocol):
    """Whatever speaks of org units in a period."""

    @property
    def hierarchy(self) -> Hierarchy:
        """The org units with their histories."""

    @property
    def period(self) -> Period:
        """The period of the review."""


def whole_words(material: Material, language: str = "vi") -> str:
    """All of the org unit whose review it is: "toàn tỉnh"."""
    tree = material.hierarchy.on(material.period.last_day)
    kind = tree[material.org_unit].kind if material.org_unit in tree else OrgUnitKind.PROVINCE
    return translate(WHOLE[kind], language)


def base_words(material: OnMap, figure: Figure, language: str = "vi") -> Text:
    """Who states a figure of those who owe it: "8/8 huyện, thành phố và 4/5 sở, ngành"."""
    reporters = by_kind(material, figure.base.reporters)
    expected = by_kind(material, figure.base.expected)
    ref = f"{figure.code}#base"
    parts = [
        bound(f"{len(reporters.get(kind, ()))}/{len(owing)}", BindingKind.COUNT, ref)
        + plain(" " + translate(KINDS[kind], language))
        for kind, owing in expected.items()
    ]
    return listed(parts, language)


def units_words(material: OnMap, org_units: Iterable[str], ref: str, language: str = "vi") -> Text:
    """How many of which kind: "6 huyện, thành phố"."""
    parts = [
        bound(str(len(found)), BindingKind.COUNT, ref) + plain(" " + translate(KINDS[kind], language))
        for kind, found in by_kind(material, org_units).items()
    ]
    return listed(parts, language)


def listed(parts: list[Text], language: str = "vi") -> Text:
    """ "a, b và c"."""
    out: Text = ()
    for i, part in enumerate(parts):
        joint = "" if i == 0 else f" {translate('and', language)} " if i == len(parts) - 1 else ", "
        out += plain(joint) + part
    return out


def by_kind(material: OnMap, org_units: Iterable[str]) -> dict[OrgUnitKind, list[str]]:
    """Org units by what they were when they last were there inside the review; districts before agencies."""
    found: dict[OrgUnitKind, list[str]] = {}
    for code in org_units:
        found.setdefault(_kind(material, code), []).append(code)
    order = list(KINDS)
    return {kind: found[kind] for kind in sorted(found, key=order.index)}


def _kind(material: OnMap, code: str) -> OrgUnitKind:
    tree = material.hierarchy.on(material.period.last_day)
    if code in tree:
        return tree[code].kind
    history = material.hierarchy.history(code)
    return history[-1].kind if history else OrgUnitKind.AGENCY
