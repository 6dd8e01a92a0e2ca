"""The sentences of findings and notices: what was found, and what to do. English msgids with named fields."""

NOTES = {
    "missing_report": "No readable report of this unit for the period has come in; it was due on {due}.",
    "late_report": "The report is dated {dated}; it was due on {due}.",
    "duplicate_report": "{count} versions of this report came in; {current} is the later one and counts.",
    "unit_unresolved": 'The report names "{written}", and no unit of its period bears this name.',
    "unit_unnamed": "The report does not say which unit it comes from.",
    "over_100": "The part is larger than the whole: {numerator} of {denominator}.",
    "outside_review": "The report is for {period}, outside the review {review}; it was left out.",
    "period_unknown": "The report does not say for which period it is; it was left out.",
    "no_duty": "The unit owed no report for this period; what it sent is used.",
    "undated_report": "The report bears no date, so it cannot be told whether it came in on time.",
}
SUGGESTIONS = {
    "missing_report": "Ask the unit to send the report.",
    "late_report": "Note it when the keeping of deadlines is assessed.",
    "duplicate_report": "Ask the unit which version holds, if the later one is not meant to replace the other.",
    "unit_unresolved": "Ask the sender which unit is meant, or add the unit to the table of units.",
    "over_100": "Ask the unit to check both figures; until then they are in no total.",
    "unreadable": "Ask the unit to send the report again as Word, Excel or a PDF saved from them.",
    "secrecy_mark": "Do not process the file here; tell the person responsible for the protection of secrets "
    "and ask for the part that is not secret.",
}
