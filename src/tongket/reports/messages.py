"""What can be wrong with the table of duties, in words."""

from tongket.problems import register

register(
    {
        "duties.unit_unknown": 'Unit "{code}" is not in the table of units. Add it or correct the code.',
        "duties.unit_not_there": "Unit {code} is not there on {day}, the end of {period}. "
        "Correct the code or the period, or delete the row.",
        "duties.period": '"{value}" is no period. Write 2021, 2021H1, 2021Q3, 2021-05 or 2019/2023.',
        "duties.twice": "The duty of unit {code} for {period} is there twice (line {other}). Delete one.",
    }
)
