"""``tongket diff``: what changed between two reviews."""

import json
from pathlib import Path
from typing import Annotated

import typer

from tongket.cli.console import out
from tongket.cli.options import JsonOption, Language, LanguageOption
from tongket.review import difference, difference_lines


def diff(
    earlier: Annotated[Path, typer.Argument(metavar="OUT1", help="Thư mục kết quả trước. The earlier output folder.")],
    later: Annotated[Path, typer.Argument(metavar="OUT2", help="Thư mục kết quả sau. The later output folder.")],
    as_json: JsonOption = False,
    lang: LanguageOption = Language.VI,
) -> int:
    """So sánh hai lần chốt số liệu: số nào đổi, từ bao nhiêu thành bao nhiêu, vì sao, chạm đến câu nào."""
    found = difference(earlier, later, lang.value)
    if as_json:
        out().print_json(json.dumps(found, ensure_ascii=False))
    else:
        for line in difference_lines(found, lang.value):
            out().print(line, markup=False)
    return 0
