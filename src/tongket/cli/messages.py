"""Sentences of the problems of a call."""

from tongket.problems import register

register(
    {
        "units.not_found": "No unit called “{text}” is known around {day}. Check the name or give --orgunits.",
        "units.several": "“{text}” may mean several units: {candidates}. Give the code, or --within.",
        "units.not_there": "Unit {code} is not there on {day}. Correct the code or the period.",
        "units.period": "“{value}” is no period of up to a year. Write 2023, 2023H1, 2023Q2 or 2023-05.",
        "units.value": "“{value}” is no number that can be added up exactly. Write it with at most four decimals and "
        "without marks between the thousands.",
        "units.exists": "The file is there already and is not overwritten. Give another folder.",
        "units.not_written": "The file could not be written ({reason}). Make room or give another path.",
        "call_option_unknown": "There is no option “{name}”; “{command} --help” lists those there are.",
        "call_command_unknown": "There is no command “{name}”; “{command} --help” lists those there are.",
        "call_value_wrong": "“{name}” does not take this value ({help}); see “{command} --help”.",
        "call_value_missing": "“{name}” is missing; see “{command} --help”.",
        "call_option_empty": "After “{name}” a value is missing; see “{command} --help”.",
        "call_option_takes_none": "“{name}” takes no value; see “{command} --help”.",
        "call_too_much": "“{name}” is one thing too many; put names with spaces in quotation marks. "
        "See “{command} --help”.",
        "call_wrong": "The command was called wrongly; see “{command} --help”.",
        "output_not_printed": "The output could not be written ({reason}); make room or write it elsewhere.",
        "program_fault": "The program failed ({kind}, {place}) and stopped; nothing was changed. "
        "Please report this line to those who maintain it.",
    }
)
