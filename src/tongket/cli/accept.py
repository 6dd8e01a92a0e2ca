"""``tongket accept-signed``: is a signed PDF the paper that was issued."""

import json
from pathlib import Path
from typing import Annotated

import typer

from tongket.cli.console import out, printable
from tongket.cli.documents import opened
from tongket.cli.options import JsonOption, Language, LanguageOption
from tongket.review import accept_signed, signed_json, signed_lines

NOT_ACCEPTED = 1


def accept(
    file: Annotated[Path, typer.Argument(metavar="FILE.pdf", help="Bản PDF đã ký số. The signed PDF.")],
    against: Annotated[Path, typer.Option(help="Thư mục kết quả đã phát hành. Output folder of the review.")],
    trust: Annotated[
        list[Path] | None, typer.Option(help="Chứng thư gốc được tin (.pem, .cer). Trusted root certificates.")
    ] = None,
    as_json: JsonOption = False,
    lang: LanguageOption = Language.VI,
) -> int:
    """Nhận bản PDF đã ký số: có đúng bản đã phát hành không, ai ký, lúc nào. Mã thoát 1 khi không đúng hoặc chưa ký.

    Ví dụ: tongket accept-signed bao-cao-da-ky.pdf --against ket-qua
    """
    document = opened(file, ocr=False)
    signed = accept_signed(document, file.read_bytes(), against, roots=tuple(trust or ()))
    if as_json:
        print(json.dumps(signed_json(signed, file.name), ensure_ascii=False, indent=1))
    else:
        for line in signed_lines(signed, lang.value):
            out().print(printable(line), markup=False)
    return 0 if signed.is_issued and signed.is_signed else NOT_ACCEPTED
