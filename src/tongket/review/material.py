"""From what a review found to what its papers are made from."""

from tongket.consolidation import results_told
from tongket.dossier.material import Material, Occasion
from tongket.dossier.papers import Issuer, IssuerProfile
from tongket.problems import translate
from tongket.reports import NarrativeKind
from tongket.review.index_page import top_unit
from tongket.review.occasion import occasion_of
from tongket.review.request import ReviewResult
from tongket.review.wording import period_text

COMMITTEE = "People's Committee"


def material_of(result: ReviewResult, occasion: Occasion | None = None) -> Material | None:
    """The material of the org unit at the top; None where neither the conference nor a figure says which it is."""
    files = result.conference
    top = files.conference.org_unit if files else top_unit(result)
    if top is None:
        return None
    if occasion is None and files is not None:
        occasion = occasion_of(files.conference)
    return Material(
        occasion=occasion or default_occasion(result, top),
        org_unit=top,
        period=result.period,
        framework=result.pack.framework,
        hierarchy=result.hierarchy,
        instrument=result.pack.family.citation(result.period.last_day),
        outline=result.pack.outline,
        phrases=result.pack.phrases,
        figures=result.figures,
        coverage=result.coverage,
        findings=result.findings,
        notices=result.notices,
        reports=result.current,
        statements=result.statements,
        themes=result.themes.get(NarrativeKind.LIMITATION, ()),
        accounts=results_told(result.current, result.pack.framework),
        comparisons=result.comparisons,
        accepted_only=result.accepted_only,
        illustrative=result.illustrative,
        tree_date=result.tree_date,
        minimum_base=result.pack.minimum_base,
    )


def default_occasion(result: ReviewResult, top: str) -> Occasion:
    """Of a review of which nobody has said what it is called: by the People's Committee of the unit at the top."""
    unit = result.hierarchy.on(result.period.last_day).get(top)
    name = unit.name if unit else top
    committee = translate(COMMITTEE, "vi")
    return Occasion(
        label=translate("review", "vi"),
        span=translate("the period {years}", "vi", years=period_text(result.period).replace("–", " - ")),
        issuer=Issuer(
            profile=IssuerProfile.PEOPLES_COMMITTEE,
            name=(committee, f"{name[:1].lower()}{name[1:]}"),
            symbol="UBND",
            place=_place(name),
        ),
        issuer_words=f"{committee} {name[:1].lower()}{name[1:]}",
        ref="default",
        year=int(str(result.period.last_day.year)) + 1,
    )


def _place(name: str) -> str:
    """The name without the word for its kind: "Tỉnh Bắc Kạn" -> "Bắc Kạn"."""
    found = (word for word in ("thành phố ", "thị xã ", "tỉnh ", "huyện ", "quận ") if name.lower().startswith(word))
    return name[len(next(found, "")) :]
