"""``tongket review``: a folder of unit reports to consolidated figures."""

import os
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from tongket.cli.console import err, out, printable
from tongket.cli.options import Language, LanguageOption
from tongket.problems import Severity, translate
from tongket.review import START_PAGE, ReviewRequest, ReviewResult, run, summary_lines

STRICT = 1
PASSPHRASE = "TONGKET_PASSPHRASE"


def review(
    reports: Annotated[Path, typer.Argument(help="Thư mục báo cáo của các đơn vị. Folder of unit reports.")],
    orgunits: Annotated[
        Path, typer.Option(help="Danh mục đơn vị (CSV); vn: cả nước, vn-06: một tỉnh. Table of org units.")
    ],
    pack: Annotated[str, typer.Option(help="Gói nội dung: tên hoặc thư mục. Pack id or folder.")],
    period: Annotated[str, typer.Option(help="Kỳ sơ kết, tổng kết: 2019/2023. Review period.")],
    out_folder: Annotated[Path, typer.Option("--out", help="Thư mục kết quả. Output folder.")],
    changes: Annotated[Path | None, typer.Option(help="Bảng sắp xếp đơn vị (CSV). Table of changes.")] = None,
    tree: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Quy đổi về sơ đồ đơn vị của ngày này (2024-12-31). Map converted to."),
    ] = None,
    conference: Annotated[Path | None, typer.Option(help="Hội nghị (conference.yaml). The conference.")] = None,
    duties: Annotated[Path | None, typer.Option(help="Báo cáo phải gửi (CSV). Reports that were due.")] = None,
    boundaries: Annotated[
        Path | None, typer.Option(help="Địa giới đơn vị (GeoJSON), để vẽ bản đồ. Boundaries for a map.")
    ] = None,
    codes: Annotated[
        bool, typer.Option("--codes", help="Thêm bản báo cáo có mã số liệu. The report with figure codes too.")
    ] = False,
    decisions: Annotated[
        list[Path] | None, typer.Option(help="Sổ can-xem-lai.xlsx, phiếu rà soát đã điền. Answered workbooks.")
    ] = None,
    registers: Annotated[
        list[Path] | None, typer.Option(help="Sổ theo dõi để đối chiếu báo cáo. Registers to compare reports with.")
    ] = None,
    jobs: Annotated[int, typer.Option(min=0, help="Số tiến trình đọc; 0: theo máy. Reading processes.")] = 0,
    cluster: Annotated[str, typer.Option(help="Địa chỉ cụm máy Dask: tcp://máy:8786. Dask scheduler.")] = "",
    ocr: Annotated[
        bool, typer.Option("--ocr", help="Nhận dạng chữ trên ảnh chụp trang. Recognise scanned pages.")
    ] = False,
    final: Annotated[
        bool, typer.Option("--final", help="Bản chính thức, chỉ ghi một lần. Final, written once.")
    ] = False,
    approval: Annotated[
        Path | None, typer.Option(help="ban-chinh-thuc.xlsx đã xác nhận. Answers for the final version.")
    ] = None,
    certificate: Annotated[
        Path | None, typer.Option(help="Chứng thư số .p12 để ký PDF. Certificate to sign the PDF files with.")
    ] = None,
    accepted_only: Annotated[
        bool,
        typer.Option("--accepted-only", help="Chỉ cộng số liệu không còn điểm cần xem lại. Accepted figures only."),
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Mã thoát 1 khi còn lỗi. Exit 1 on errors found.")] = False,
    lang: LanguageOption = Language.VI,
) -> int:
    """Tổng hợp một thư mục báo cáo thành số liệu, mỗi con số mở ra được nguồn.

    Ví dụ: tongket review bao-cao --orgunits orgunits.csv --duties duties.csv --pack goi-noi-dung --period 2019/2023 --out ket-qua
    """
    request = ReviewRequest(
        reports=reports, orgunits=orgunits, changes=changes, duties=duties, boundaries=boundaries, with_codes=codes,
        tree_date=tree.date() if tree else None, conference=conference, pack=pack, period=period, out=out_folder,
        decisions=tuple(decisions or ()), registers=tuple(registers or ()), ocr=ocr, jobs=jobs, accepted_only=accepted_only, cluster=cluster, final=final, approval=approval, certificate=certificate,
        passphrase=_passphrase(lang.value) if certificate is not None else "", language=lang.value, started_at=datetime.now().astimezone(),
    )  # fmt: skip
    result = _run(request, lang.value)
    for line in summary_lines(result, lang.value):
        out().print(line, markup=False)
    out().print(printable(str(out_folder / START_PAGE)), markup=False, style="bold")
    errors = any(f.severity is Severity.ERROR for f in result.findings)
    return STRICT if strict and errors else 0


def _passphrase(language: str) -> str:
    """Asked for where nobody has put it into the environment; it is never on the command line, which others can see."""
    told = os.environ.get(PASSPHRASE)
    return (
        told
        if told is not None
        else str(typer.prompt(translate("Passphrase of the certificate", language), hide_input=True, err=True))
    )


def _run(request: ReviewRequest, language: str) -> ReviewResult:
    """Run with a bar of progress, shown once there is something to read."""
    progress = _progress()
    task = progress.add_task(translate("Reading reports", language), total=None)

    def tell(done: int, total: int) -> None:
        progress.start()
        progress.update(task, completed=done, total=total)

    try:
        return run(request, on_progress=tell)
    finally:
        if progress.live.is_started:
            progress.stop()


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=err()
    )
