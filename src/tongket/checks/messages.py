"""The sentences of findings and notices: what was found, and what to do. English msgids with named fields."""

NOTES = {
    "missing_report": "No readable report of this unit for the period has come in; it was due on {due}.",
    "late_report": "The report is dated {dated}; it was due on {due}.",
    "duplicate_report": "{count} versions of this report came in; {current} is the later one and counts.",
    "unit_unresolved": 'The report names "{written}", and no unit of its period bears this name.',
    "unit_of_body": '"{written}" is an organisation or office in {unit}: its report is not the report of {unit} and is in no total.',
    "unit_unnamed": "The report does not say which unit it comes from.",
    "over_100": "The part is larger than the whole: {numerator} of {denominator}.",
    "total_mismatch": "The total says {stated}; its parts give {sum} = {computed}.",
    "carried_mismatch": "{stated} is carried over; the table before says {computed}.",
    "percent_mismatch": "{stated}% is stated; the two numbers beside it give {computed}%.",
    "prose_table_mismatch": "The text says {prose}, the table {table}.",
    "outlier": "{stated} is {times} times apart from the {level} to be expected from the unit's other years.",
    "outlier_up": "{stated} is {moved} times the year before ({previous}); the other units moved by {peers_low} to {peers_high}.",
    "outlier_down": "{stated} is a part in {moved} of the year before ({previous}); "
    "the other units moved by {peers_low} to {peers_high}.",
    "unit_mismatch": "{stated} is {times} times apart from the {level} to be expected from the unit's other years; "
    "it looks like millions for billions or the reverse.",
    "level_of_peers": "{stated} is {times} times apart from the {level} that like units state; "
    "it looks like millions for billions or the reverse.",
    "level_of_table": "{stated} stands in a table of which other amounts are {times} times apart from what is to be expected; "
    "its unit of measure looks wrong.",
    "recycled_text": "{share}% of the report's own wording stands in another report, {source}.",
    "recycled_text_aligned": "{share}% of the report's own wording stands in another report, {source}; changed: {changed}. "
    "{kept} of {figures} figures are the same.",
    "recycled_own_aligned": "{share}% of the report's own wording stands in the unit's report on {year}, {source}; "
    "changed: {changed}. {kept} of {figures} figures are the same.",
    "recycled_own": "{share}% of the report's own wording stands in the unit's report on {year}, {source}.",
    "not_comparable": "Part of {units} came to this unit after the period, and nobody has said how much: "
    "figures of the period cannot be converted to today's map.",
    "not_comparable_share": "Unit {units}, now part of this one, gave only a percentage for the period: "
    "without the two numbers it cannot be converted.",
    "not_comparable_count": "What unit {units}, now part of this one, stated for the period cannot be added up with others.",
    "jump_up": "{stated} is {times} times the year before ({previous}); the other units moved by {peers_low} to {peers_high}.",
    "jump_down": "{stated} is a part in {times} of the year before ({previous}); "
    "the other units moved by {peers_low} to {peers_high}.",
    "running_total": "The yearly figures only grow ({figures}), and those of the other units do not: "
    "each may hold the years before it.",
    "restated_span_counts": "The report on {span} gives {restated}, that of the year {annual}; the later one counts.",
    "restated_annual_counts": "The report on {span} gives {restated}, that of the year {annual}; that of the year counts.",
    "children_exceed": "The unit states {stated}; its {count} units below state {computed} together.",
    "territory_differs": "{stated} is stated for the whole province; its {count} districts state {computed} together.",
    "stale": "A figure is given as of {year}, before the year of the report.",
    "too_even_full": "{units} of {of} units state 100% in every year.",
    "too_even_same": "{units} of {of} units state one figure for {years} years in a row.",
    "too_even_steps": "{units} of {of} units grow by the same number {years} years in a row.",
    "unspecific": "To make the report more specific: {bare} of {claims} results give no figure; {open} of {limits} limitations "
    "name neither who acts nor what is done; {unclear} of {tasks} tasks lack two of product, deadline and lead. {sentences}",
    "pack_rule": "“{rule}”: the report gives {left}, where {sign} {right} was to be expected.",
    "outside_review": "The report is for {period}, outside the review {review}; it was left out.",
    "period_unknown": "The report does not say for which period it is; it was left out.",
    "no_duty": "The unit owed no report for this period; what it sent is used.",
    "form_differs": "The form says {form}, the report sent with it {document}; the form is used.",
    "form_silent": "The form has no figure (“{form}”), the report sent with it says {document}; the report is used.",
    "scan_of_report": "The file of pictures has the name of a report that was read as text; it was taken for its signed copy.",
    "undated_report": "The report bears no date, so it cannot be told whether it came in on time.",
}
SUGGESTIONS = {
    "missing_report": "Ask the unit to send the report.",
    "late_report": "Note it when the keeping of deadlines is assessed.",
    "duplicate_report": "Ask the unit which version holds, if the later one is not meant to replace the other.",
    "unit_unresolved": "Ask the sender which unit is meant, or add the unit to the table of units.",
    "unit_of_body": "If it is to count as the report of {unit}, assign it by a decision; else leave it out.",
    "over_100": "Ask the unit to check both figures; until then they are in no total.",
    "total_mismatch": "Ask the unit which figures hold; the totals here use the total as stated.",
    "percent_mismatch": "Ask the unit which of the three figures holds; the totals use the two numbers.",
    "prose_table_mismatch": "Ask the unit which of the two holds; the totals use the table.",
    "outlier": "Ask the unit to check it; {proposed} would fit. Until then it is in no total.",
    "unit_mismatch": "Ask the unit to check the unit of measure; {proposed} would fit. Until then it is in no total.",
    "not_comparable": "Add the share to the table of changes, or compare on the map of the time only.",
    "recycled_text": "Ask the unit to write of its own situation in this period.",
    "unreadable": "Ask the unit to send the report again as Word, Excel or a PDF saved from them.",
    "secrecy_mark": "Do not process the file here; tell the person responsible for the protection of secrets "
    "and ask for the part that is not secret.",
}
