"""What can be wrong in a register, in words."""

from tongket.problems import register

register(
    {
        "registers.required": "“{name}” is empty; fill it in.",
        "registers.number": "“{value}” is no number; write it as people do: 1.234,5.",
        "registers.whole": "“{value}” is no whole number; correct it.",
        "registers.below_nought": "“{value}” is below nought; correct it.",
        "registers.day": "“{value}” is no day; write it as 05/01/2024.",
        "registers.choice": "“{value}” cannot stand here; choose one of: {allowed}.",
        "registers.yes_no": "“{value}” is neither yes nor no; write có or không.",
        "registers.link": "Addresses of pages and accounts are not kept in any register; what stood here was left out.",
        "registers.order": "“{later}” is before “{earlier}”; correct one of the days.",
        "registers.state": "“{value}” is no state of this register; choose one of: {allowed}.",
        "registers.move": "From “{before}” there is no way to “{value}”; correct the state.",
        "registers.id_twice": "The code {id} stands there already (row {other}); give the new record an empty code.",
        "registers.line_without_record": "There is no record {id} in this register; correct the code of the line.",
        "registers.not_a_register": "This workbook is no register of the pack; use the one that was made for the unit.",
        "registers.unit_unknown": "There is no unit {org_unit}; correct its code in the workbook.",
        "registers.level": "{name} does not keep this register; it is for: {levels}.",
        "registers.conflict": "Two copies differ on “{name}” of {id}: {values}; decide which is right and correct it.",
    }
)
