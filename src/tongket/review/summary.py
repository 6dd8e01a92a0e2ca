"""A review in five lines that a clerk understands."""

from tongket.problems import Severity, translate
from tongket.review.drawn import left_out
from tongket.review.index_page import accepted_sentence
from tongket.review.request import ReviewResult
from tongket.review.wording import period_text


def summary_lines(result: ReviewResult, language: str) -> list[str]:
    """What came in, what was read, what was added up, what needs a person."""
    secret = sum(r.problem.code == "secrecy_mark" for r in result.refusals)
    errors = sum(f.severity is Severity.ERROR for f in result.findings)
    unknown = sum(r.org_unit is None or r.period is None for r in result.reports)
    sentences: list[tuple[str, dict[str, object]]] = [
        (
            "Read {read} of {all} files; {secret} bear a secrecy mark and were refused, {broken} cannot be read, "
            "{unknown} name no known unit.",
            {
                "read": len(result.file_names),
                "all": len(result.file_names) + len(result.refusals),
                "secret": secret,
                "broken": len(result.refusals) - secret,
                "unknown": unknown,
            },
        ),
        (
            "Reports: {reported} of {expected} due came in, {missing} are missing.",
            {
                "reported": result.coverage.reported,
                "expected": result.coverage.expected,
                "missing": len(result.coverage.missing),
            },
        ),
        (
            "Figures: {values} read from the reports, {figures} consolidated; each opens on its source.",
            {"values": len(result.values), "figures": len(result.figures)},
        ),
        (
            "Points to review: {findings}, of them {errors} errors.",
            {"findings": len(result.findings), "errors": errors},
        ),
    ]
    lines = [translate(s, language, **fields) for s, fields in sentences]
    if accepted := accepted_sentence(result, language):
        lines.append(accepted)
    outside = sum(n.code == "outside_review" for n in result.notices)
    if outside:
        sentence = "{count} reports are of another period than {period} and were left out."
        lines.append(translate(sentence, language, count=outside, period=period_text(result.period)))
    lines += [translate(one, language) for one in left_out()]
    closing = (
        "Tài liệu minh họa – số liệu giả định."
        if result.illustrative
        else translate("Open this page to begin:", language)
    )
    return [*lines, closing]
