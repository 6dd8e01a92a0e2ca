"""What can be wrong with a pack, in sentences."""

from tongket.problems import register

register(
    {
        "pack.no_folder": "There is no such pack: give the path of a folder, or one of: {known}.",
        "pack.missing_file": "The pack has no such file; write it.",
        "pack.unknown_file": "A pack holds no file of this name; move it out or "
        "give it the name that the pack format says.",
        "pack.not_yaml": "A pack holds data in .yaml files only, no program and no template; move this file out.",
        "pack.link": "This is a link to another place; put the file itself here.",
        "pack.too_large": "The file is larger than 2 MB; no pack file is so long, so take it out.",
        "pack.cannot_read": "The file cannot be read ({reason}); check that you may open it.",
        "pack.not_utf8": "The file is not in UTF-8; save it as UTF-8.",
        "pack.tab": "There is a tab; use spaces.",
        "pack.syntax": "This is not YAML ({detail}); check the quotation marks, "
        "colons and indentation here and in the line above.",
        "pack.empty_file": "The file is empty; fill it or delete it.",
        "pack.second_document": "A second document begins here; a file holds one, so make it another file.",
        "pack.too_deep": "The nesting is too deep to be a pack; look for brackets that are not closed.",
        "pack.odd_key": "A key must be plain text; correct it.",
        "pack.alias": "Anchors and aliases are not allowed ({name}); write the text out.",
        "pack.tag": "Tags are not allowed ({tag}); write the plain value.",
        "pack.empty_value": "There is no value here; write one or leave the key out.",
        "pack.duplicate_key": "This key stands in line {first} already; keep one of them.",
        "pack.missing_key": "The key “{key}” is missing; add it.",
        "pack.unknown_key": "No key “{key}” is known here; correct the spelling or delete it.",
        "pack.not_one_of": "“{value}” cannot stand here; write one of: {allowed}.",
        "pack.not_a_day": "“{value}” is not a day; write it as 2026-11-20.",
        "pack.not_a_whole_number": "“{value}” is not a whole number; write digits.",
        "pack.not_a_number": "“{value}” is not a number; write digits, with a point before decimals.",
        "pack.neither_true_nor_false": "“{value}” is neither true nor false; write one of the two.",
        "pack.odd_code": "“{value}” cannot be a code; use letters without diacritics, digits, “_”, “-” and “.”.",
        "pack.want_text": "A text belongs here; write one.",
        "pack.want_list": "A list belongs here, even of one: [a].",
        "pack.want_mapping": "Keys with values belong here; write them.",
        "pack.too_short": "At least one must stand here; add it.",
        "pack.out_of_range": "“{value}” is out of range; correct it.",
        "pack.bad_value": "“{value}” cannot stand here ({reason}).",
        "pack.id": "The pack calls itself “{id}” but its folder is “{folder}”; give both one name.",
        "pack.verified_in_future": "The fact was verified on {day}, which is after {on}; correct the day.",
        "pack.duplicate_code": "“{code}” stands in {file}, line {line}, already; give one of them another code.",
        "pack.unknown_element": "There is no data element “{code}” in elements.yaml; add it or correct the code.",
        "pack.unknown_pillar": "There is no pillar “{code}” in pillars.yaml; add it or correct the code.",
        "pack.unknown_profile": "There is no cut-off profile “{code}” in calendar.yaml; add it or correct the code.",
        "pack.unknown_indicator": "There is no indicator “{code}” in the pack; add it or correct the code.",
        "pack.unknown_instrument": "There is no instrument “{number}” in law/; add it or correct the number.",
        "pack.unused_element": "No indicator and no form takes the data element “{code}”; delete it or use it.",
        "pack.figure_missing": "An indicator of kind “{kind}” needs the key “{key}”; add it.",
        "pack.figure_not_allowed": "An indicator of kind “{kind}” has no key “{key}”; delete it or correct the kind.",
        "pack.same_figure": "Numerator and denominator are both “{code}”; correct one.",
        "pack.aggregation": "“{key}: {value}” is wrong for kind “{kind}”; write one of: {allowed}.",
        "pack.no_head": "No text can be recognised as “{code}”; give its wording at least one head.",
        "pack.same_wording": "“{head}” is a head of “{code}” too, with the same qualifiers and unit of measure; "
        "add a qualifier that tells them apart.",
        "pack.unknown_phrase": "“{code}” is neither an indicator nor a frame ({frames}); correct the code or delete it.",
        "pack.unknown_slot": "There is no slot “{slot}” here; write one of: {allowed}.",
        "pack.interval": "It ends on {end}, not after it begins on {start}; correct one of the days.",
        "pack.window": "The window ends before it begins; correct one of its days.",
        "pack.own_relation": "“{number}” is related to itself; correct the number.",
        "pack.replaced_in_force": "“{number}” is replaced from {day} and still in force then; end it on that day.",
        "pack.sentence_shape": "A sentence says one thing: on + instrument_in_force, on + instrument_to_cite, "
        "count_of + is, or text + gives (with heading if needed).",
        "pack.no_such_part": "The indicator “{code}” has no {part}; its only part is value, so write that.",
        "pack.sentence_failed": "The sentence does not hold: it says {expected}, the program finds {found}; "
        "correct the sentence or the pack.",
    }
)
