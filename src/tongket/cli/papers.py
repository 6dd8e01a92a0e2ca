"""``tongket papers`` and ``tongket opinions``: papers that need no report, and the table of opinions on a draft."""

from pathlib import Path
from typing import Annotated

import typer

from tongket.cli.console import out, printable
from tongket.cli.options import Language, LanguageOption
from tongket.problems import translate
from tongket.review import write_before, write_opinions

OrgUnitsOption = Annotated[Path, typer.Option(help="Danh mục đơn vị (CSV). Table of org units.")]
PackOption = Annotated[str, typer.Option(help="Gói nội dung: tên hoặc thư mục. Pack id or folder.")]
ConferenceOption = Annotated[Path, typer.Option(help="Hội nghị (conference.yaml). The conference.")]
ChangesOption = Annotated[Path | None, typer.Option(help="Bảng sắp xếp đơn vị (CSV). Table of changes.")]


def papers(
    conference: ConferenceOption,
    orgunits: OrgUnitsOption,
    pack: PackOption,
    period: Annotated[str, typer.Option(help="Kỳ sơ kết, tổng kết: 2019/2023. Review period.")],
    out_folder: Annotated[Path, typer.Option("--out", help="Thư mục kết quả. Output folder.")],
    changes: ChangesOption = None,
    lang: LanguageOption = Language.VI,
) -> int:
    """Lập các văn bản chưa cần báo cáo: kế hoạch, công văn yêu cầu, giấy mời, kịch bản, biên bản, bằng khen.

    Ví dụ: tongket papers --conference conference.yaml --orgunits orgunits.csv --pack goi-noi-dung --period 2019/2023 --out van-ban
    """
    written = write_before(
        conference=conference, orgunits=orgunits, changes=changes, pack=pack, period=period, folder=out_folder
    )
    for name in written:
        out().print(printable(str(out_folder / name)), markup=False)
    return 0


def opinions(
    drafts: Annotated[
        list[Path], typer.Argument(help="Bản dự thảo đã góp ý hoặc bảng góp ý (.docx, .xlsx). Returned drafts.")
    ],
    conference: ConferenceOption,
    orgunits: OrgUnitsOption,
    pack: PackOption,
    out_file: Annotated[Path, typer.Option("--out", help="Tệp Word kết quả. Word file to write.")],
    changes: ChangesOption = None,
    lang: LanguageOption = Language.VI,
) -> int:
    """Tổng hợp ý kiến góp ý từ ghi chú, vết sửa đổi của Word hoặc từ bảng góp ý thành bảng tiếp thu, giải trình.

    Ví dụ: tongket opinions gop-y/*.docx --conference conference.yaml --orgunits orgunits.csv --pack goi-noi-dung --out tong-hop.docx
    """
    found = write_opinions(drafts, conference=conference, orgunits=orgunits, changes=changes, pack=pack, file=out_file)
    sentence = "{count} opinions from {files} files."
    out().print(translate(sentence, lang.value, count=found, files=len(drafts)), markup=False)
    out().print(printable(str(out_file)), markup=False)
    return 0
