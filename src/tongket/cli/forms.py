"""``tongket forms make``: a workbook for each unit, in which it fills in its figures."""

from pathlib import Path
from typing import Annotated

import typer

from tongket.cli.console import out, printable
from tongket.cli.options import Language, LanguageOption
from tongket.problems import Problem, WrongCallError, translate
from tongket.review import FormsRequest, make_forms

app = typer.Typer(help="Biểu mẫu thu thập số liệu. Collection forms.", no_args_is_help=True)


@app.callback()
def forms() -> None:
    """Biểu mẫu thu thập số liệu. Collection forms."""


@app.command("make")
def make(
    pack: Annotated[str, typer.Option(help="Gói nội dung: tên hoặc thư mục. Pack id or folder.")],
    units: Annotated[
        str, typer.Option(help="Danh mục đơn vị (CSV), hoặc mã đơn vị cách nhau dấu phẩy. Table of units, or codes.")
    ],
    period: Annotated[str, typer.Option(help="Kỳ báo cáo: 2024. Period.")],
    out_folder: Annotated[Path, typer.Option("--out", help="Thư mục biểu mẫu. Folder for the forms.")],
    orgunits: Annotated[
        Path | None, typer.Option(help="Danh mục đơn vị, khi --units là mã. Table of units, where --units are codes.")
    ] = None,
    changes: Annotated[Path | None, typer.Option(help="Bảng sắp xếp đơn vị (CSV). Table of changes.")] = None,
    previous: Annotated[
        Path | None, typer.Option(help="Kết quả lần trước, để điền số kỳ trước. Earlier review, for the last figures.")
    ] = None,
    registers: Annotated[
        list[Path] | None, typer.Option(help="Sổ theo dõi của kỳ, để điền sẵn. Registers, to fill in what they give.")
    ] = None,
    lang: LanguageOption = Language.VI,
) -> int:
    """Lập biểu mẫu Excel cho từng đơn vị; điền xong bỏ vào thư mục báo cáo là đọc được.

    Ví dụ: tongket forms make --pack goi-noi-dung --units orgunits.csv --period 2024 --out bieu-mau
    """
    table = Path(units) if Path(units).suffix else None
    if table is None and orgunits is None:
        raise WrongCallError([Problem(code="forms.no_table")])
    codes = () if table is not None else tuple(code.strip() for code in units.split(",") if code.strip())
    request = FormsRequest(
        pack=pack, orgunits=table or orgunits or Path(), changes=changes, period=period, out=out_folder, codes=codes,
        previous=previous, registers=tuple(registers or ()),
    )  # fmt: skip
    made = make_forms(request)
    out().print(
        translate("{count} forms are in {folder}.", lang.value, count=len(made), folder=printable(str(out_folder))),
        markup=False,
    )
    return 0
