"""What a figure or a file is moved to: an org unit by code or name, an indicator, a period; several with semicolons."""

from dataclasses import replace

from tongket.framework import Framework
from tongket.orgunits import Hierarchy
from tongket.periods import Period
from tongket.problems import Problem, Where, register
from tongket.reports import Decision, DecisionVerb, SubjectKind
from tongket.vietnamese import search_key

register(
    {
        "decisions.target": "“{value}” is no org unit, indicator or period that is known; write its code, several with semicolons.",
    }
)


def resolved(decision: Decision, framework: Framework, hierarchy: Hierarchy) -> Decision | Problem:
    """The decision with the codes of what its answer means, or what is wrong with the answer."""
    if decision.verb is not DecisionVerb.REASSIGN:
        return decision
    told = replace(decision, to="")
    for text in (part.strip() for part in decision.to.split(";") if part.strip()):
        if code := _org_unit(text, hierarchy):
            told = replace(told, to=code)
        elif decision.subject.kind is SubjectKind.VALUE and text.upper() in framework.indicators:
            told = replace(told, to_indicator=text.upper())
        elif decision.subject.kind is SubjectKind.VALUE and _is_period(text):
            told = replace(told, to_period=text)
        else:
            return Problem(code="decisions.target", where=Where(file=decision.place), fields={"value": text})
    return told


def _org_unit(text: str, hierarchy: Hierarchy) -> str:
    """The code of the org unit of this code, or of this name where only one bears it."""
    key = search_key(text)
    codes = {span.code for span in hierarchy.spans}
    named = {span.code for span in hierarchy.spans if search_key(span.name) == key}
    if text in codes:
        return text
    return named.pop() if len(named) == 1 else ""


def _is_period(text: str) -> bool:
    try:
        Period.parse(text)
    except ValueError:
        return False
    return True
