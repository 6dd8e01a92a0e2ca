"""``tongket trace``: how a figure was added up, down to the words of the reports."""

import json
from pathlib import Path
from typing import Annotated

import typer

from tongket.cli.console import out
from tongket.cli.options import JsonOption, Language, LanguageOption
from tongket.review import trace_figure, trace_lines


def trace(
    out_folder: Annotated[Path, typer.Argument(metavar="OUT", help="Thư mục kết quả. Output folder of a review.")],
    figure: Annotated[str, typer.Argument(help="Mã số liệu: 06/2019-2023/A01@as_reported. Figure code.")],
    as_json: JsonOption = False,
    lang: LanguageOption = Language.VI,
) -> int:
    """Mở một số liệu tổng hợp: ai báo cáo, bao nhiêu, ghi ở đâu trong báo cáo nào."""
    tree = trace_figure(out_folder, figure)
    if as_json:
        out().print_json(json.dumps(tree, ensure_ascii=False))
    else:
        for line in trace_lines(tree, lang.value):
            out().print(line, markup=False)
    return 0
