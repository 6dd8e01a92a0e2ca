"""What can be wrong with the tables of org units, in words."""

from tongket.problems import register

register(
    {
        "table.not_readable": "The table could not be opened ({reason}). Check the path and that no program locks it.",
        "table.encoding": "The table is not written in UTF-8 (it looks like {encoding}). Save it again as CSV UTF-8.",
        "table.empty": "The table is empty. Give a table with a header line and its rows.",
        "table.quotes": "A quotation mark is opened and not closed properly ({reason}). Correct the quotation marks.",
        "table.delimiter": 'The columns are separated by "{found}". Separate them by semicolons (;).',
        "table.columns_missing": "Columns are missing: {columns}. The header must be {expected}.",
        "table.columns_unknown": "Columns are unknown: {columns}. The header must be {expected}.",
        "table.columns_twice": "Columns are named twice: {columns}. The header must be {expected}.",
        "table.row_width": "The row has {found} cells, the header has {expected}. Correct the row.",
        "table.date": '"{value}" is no date. Write it as 2020-02-01.',
        "orgunits.national_changes": "The units of the whole country (vn) bring their own changes. Leave out --changes, "
        "or write both tables with tongket units export and add to them.",
        "orgunits.national_unknown": "There is no such province. Give vn for the whole country or vn-06 with the code "
        "of a province.",
        "orgunits.tier_ended": "Unit {code} ({name}) is still there on {day}, when the law has no such tier any more. "
        "Give the day on which it ended.",
        "orgunits.code_missing": "The row has no code. Give the unit's code.",
        "orgunits.name_missing": "Unit {code} has no name. Give its name.",
        "orgunits.kind_unknown": '"{value}" is no kind of unit. Use one of {known}.',
        "orgunits.level_unknown": '"{value}" is no level. Use 1, 2 or 3.',
        "orgunits.level_of_kind": "Unit {code} is a {kind} at level {value}; it must be at level {expected}.",
        "orgunits.ends_before_start": "Unit {code} ends on {valid_to}, not after it starts on {valid_from}. "
        "Correct one of the dates.",
        "orgunits.overlap": "Unit {code} is there twice from {start}: this row overlaps line {other}. "
        "Let the earlier row end where the later one starts.",
        "orgunits.orphan": "Unit {code} at level {level} has no parent. Give the code of the unit above it.",
        "orgunits.parent_unknown": "The parent {parent} of unit {code} is not in the table. "
        "Add it or correct the code.",
        "orgunits.parent_not_there": "The parent {parent} of unit {code} is not there on {day}. "
        "Correct the dates of one of them or divide the row.",
        "orgunits.parent_level": "The parent {parent} of unit {code} is not at a higher level on {day}. "
        "Correct the parent or the level.",
        "orgunits.parent_parallel": "The parent {parent} of unit {code} is a body of the Party, a mass organisation or a "
        "military region: no administrative unit stands under it. Give the administrative unit above.",
        "orgunits.cycle": "Unit {code} is above itself on {day} ({path}). Correct the parents.",
        "plan.empty": "The plan holds no change. Give a table with a row for each change.",
        "plan.name_missing": "Unit {code} begins with the plan, but has no name. Give its name in the column name.",
        "plan.parent_missing": "Nothing tells what unit {code} stands under. Give the code in the column parent.",
        "plan.later_history": "Unit {code} changes again after {day}. A plan can only begin after the last known change.",
        "plan.not_applied": "These tables do not hold the changes of this plan, so there is nothing to undo.",
        "changes.kind_unknown": '"{value}" is no kind of change. Use one of {known}.',
        "changes.no_unit": "The change names no unit. Give from or to.",
        "changes.from_missing": "The change into {to} does not say what it was made from. Give from.",
        "changes.to_missing": "The change {kind} of {code} does not say what the unit went into. Give to.",
        "changes.to_given": "{kind} has no to, but {code} is given. Leave it empty or use another kind.",
        "changes.code_unknown": "Unit {code} is not in the table of units. Add it or correct the code.",
        "changes.from_not_there": "Unit {code} is not there on the day before {day}. Correct the date or the code.",
        "changes.to_not_there": "Unit {code} is not there on {day}. Correct the date or the code.",
        "changes.still_there": "Unit {code} ends with this change but is still in the table of units after {day}. "
        "Correct the date or the kind.",
        "changes.share": '"{value}" is no share. Write a number above 0 and up to 1 (0.8427 or 1/3), '
        "or leave it empty.",
        "changes.share_sum": "The shares of unit {code} on {day} make {sum}, not 1. Correct them, "
        "or leave all of them empty if nobody knows.",
        "changes.twice": "The change of {code} into {to} on {day} is there twice (line {other}). Delete one.",
    }
)
