"""Why an org unit is not in a figure, in words (English msgids), by the reason of its absence."""

ABSENCE_REASONS = {
    "no_report": "no report",
    "not_stated": "the report does not state it",
    "not_reported": "not counted yet",
    "not_applicable": "not among the unit's tasks",
    "incomplete": "a percentage without both of its numbers",
    "not_comparable": "the share of the divided unit is not known",
    "not_in_every_district": "not every district has figures from its communes",
    "out_of_range": "the number is too large to be right",
    "unsure": "read too unsurely; to be confirmed first",
    "not_accepted": "a point about it is left to decide",
    "over_100": "the part is larger than the whole",
    "outlier": "far from the unit's other figures",
    "unit_mismatch": "the unit of measure does not fit",
}
