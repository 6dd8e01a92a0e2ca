"""What units say in words, as rows of review.json."""

from tongket.consolidation import Theme
from tongket.reports import NarrativeKind
from tongket.review.request import ReviewResult
from tongket.review.schema import LimitationRow, MatterRow, ThemeRow


def limitation_rows(result: ReviewResult) -> list[LimitationRow]:
    """Every limitation that was read, with its theme."""
    themes = {
        group_text: theme.code
        for theme in result.themes.get(NarrativeKind.LIMITATION, ())
        for group in theme.groups
        for group_text in {one.narrative.text for one in group.statements}
    }
    return [
        LimitationRow(
            org_unit=r.org_unit,
            period=str(r.period),
            text=n.text,
            file=r.file,
            anchor=n.source.anchor,
            theme=themes.get(n.text),
        )
        for r in result.reports
        if r.org_unit is not None and r.period is not None
        for n in r.narratives
        if n.kind is NarrativeKind.LIMITATION
    ]


def theme_rows(result: ReviewResult) -> list[ThemeRow]:
    """The themes of limitations, causes and proposals, those of most units first."""
    return [_theme(theme) for themes in result.themes.values() for theme in themes]


def _theme(theme: Theme) -> ThemeRow:
    return ThemeRow(
        kind=theme.kind.value,
        code=theme.code,
        title=theme.title,
        org_units=list(theme.org_units),
        since=str(theme.periods[0]),
        until=str(theme.periods[-1]),
        earlier=list(theme.earlier),
        owner=theme.owner,
        remedy=theme.remedy.text if theme.remedy else "",
        remedy_org_units=sorted(theme.remedy.org_units) if theme.remedy else [],
        matters=[
            MatterRow(text=g.text, org_units=sorted(g.org_units), periods=[str(p) for p in g.periods])
            for g in theme.groups
        ],
    )
