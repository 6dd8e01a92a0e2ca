"""``tongket recount``: every total added up once more from the stated figures."""

import json
from pathlib import Path
from typing import Annotated

import typer

from tongket.cli.console import out
from tongket.cli.options import JsonOption, Language, LanguageOption
from tongket.problems import translate
from tongket.review import load_review, recount_review

DIFFERENT = 1


def recount(
    out_folder: Annotated[Path, typer.Argument(metavar="OUT", help="Thư mục kết quả. Output folder of a review.")],
    as_json: JsonOption = False,
    lang: LanguageOption = Language.VI,
) -> int:
    """Cộng lại mọi số tổng hợp từ số liệu đã đọc, đối chiếu đến chữ số cuối cùng."""
    review = load_review(out_folder, exact=True)
    faults = recount_review(review)
    totals, values = len(review["rollups"]), len(review["values"])
    if as_json:
        out().print_json(json.dumps({"totals": totals, "values": values, "faults": faults}, default=str))
        return DIFFERENT if faults else 0
    for one in faults:
        told = translate("{figure}: {what} is {written} and should be {recounted}.", lang.value, **one)
        out().print(told, markup=False)
    sentence = "{totals} totals added up once more from {values} figures; {wrong} differ."
    if not faults:
        sentence = "{totals} totals added up once more from {values} figures: all agree to the last digit."
    told = translate(sentence, lang.value, totals=totals, values=values, wrong=len(faults))
    out().print(told, markup=False)
    return DIFFERENT if faults else 0
