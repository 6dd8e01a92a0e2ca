"""``tongket sample``: figures drawn by chance for somebody to check, and what the answers say."""

import json
from pathlib import Path
from typing import Annotated

import typer

from tongket.cli.console import out, printable
from tongket.cli.options import JsonOption, Language, LanguageOption
from tongket.problems import translate
from tongket.reading import find_programs
from tongket.review import load_review
from tongket.review.sample import SHEET_FILES, draw, score_lines, score_sheet, write_sample

SCORE = "score"


def sample(
    out_folder: Annotated[
        Path, typer.Argument(metavar="OUT | score FILE", help="Thư mục kết quả; hoặc: score PHIẾU.xlsx. Output folder.")
    ],
    answered: Annotated[Path | None, typer.Argument(metavar="", show_default=False, hidden=True)] = None,
    figures: Annotated[int, typer.Option(min=1, help="Số lượng rút. How many.")] = 60,
    seed: Annotated[int, typer.Option(help="Số mầm: cùng số, cùng mẫu. The same seed draws the same.")] = 1,
    reports: Annotated[
        Path | None, typer.Option(help="Thư mục báo cáo, để chụp chỗ ghi số. Reports, for pictures of the places.")
    ] = None,
    to: Annotated[Path, typer.Option(help="Thư mục ghi phiếu. Where the sheets go.")] = Path("phieu-kiem-tra"),
    as_json: JsonOption = False,
    lang: LanguageOption = Language.VI,
) -> int:
    """Rút ngẫu nhiên số liệu đã đọc, in phiếu kiểm tra (Word, Excel); tính tỷ lệ sai từ phiếu đã điền.

    Ví dụ: tongket sample ket-qua --figures 60 --seed 7 --reports bao-cao
    rồi: tongket sample score phieu-kiem-tra/phieu-kiem-tra.xlsx
    """
    if answered is not None and str(out_folder) == SCORE:
        return _score(answered, as_json, lang.value)
    if answered is not None:
        raise typer.BadParameter(str(answered))
    review = load_review(out_folder)
    drawn = draw(review, figures=figures, seed=seed)
    if as_json:
        rows = [{"number": d.number, "stratum": d.stratum, **d.value} for d in drawn]
        out().print_json(json.dumps(rows, ensure_ascii=False))
        return 0
    programs, statement = find_programs(ocr=False), review["statement"]
    pictures = write_sample(drawn, to, statement=statement, seed=seed, reports=reports, programs=programs)
    sentence = "{count} figures drawn, {pictures} with a picture of the place."
    out().print(translate(sentence, lang.value, count=len(drawn), pictures=pictures), markup=False)
    for name in SHEET_FILES:
        out().print(printable(str(to / name)), markup=False)
    return 0


def _score(file: Path, as_json: bool, language: str) -> int:
    """The error rate of an answered sheet."""
    found = score_sheet(file)
    if as_json:
        counts = {"checked": found.checked, "wrong": found.wrong, "empty": found.empty}
        out().print_json(json.dumps({**counts, "rate": found.rate, "interval": found.interval}))
        return 0
    for line in score_lines(found, language):
        out().print(line, markup=False)
    return 0
