"""``tongket verify``: what people did to the figures of a paper in Word."""

import json
from pathlib import Path
from typing import Annotated

import typer

from tongket.cli.console import out, printable
from tongket.cli.documents import opened
from tongket.cli.options import JsonOption, Language, LanguageOption
from tongket.problems import CannotWriteError, Problem, Where, WrongCallError
from tongket.review import commented_copy, verified_json, verified_lines, verify_edited


def verify(
    edited: Annotated[Path, typer.Argument(metavar="EDITED.docx", help="Văn bản đã sửa. The edited paper.")],
    against: Annotated[Path, typer.Option(help="Thư mục kết quả đã phát hành. Output folder of the review.")],
    copy: Annotated[
        Path | None, typer.Option("--out", help="Bản sao Word có ghi chú tại từng con số. Copy with comments.")
    ] = None,
    as_json: JsonOption = False,
    lang: LanguageOption = Language.VI,
) -> int:
    """Đối chiếu văn bản đã sửa trong Word: số nào đã đổi, thêm, mất, chuyển chỗ, theo từng câu.

    Ví dụ: tongket verify bao-cao-da-sua.docx --against ket-qua --out bao-cao-doi-chieu.docx
    """
    document = opened(edited, ocr=False)
    if copy is not None and document.kind != "docx":
        raise WrongCallError([Problem(code="verify.not_word", where=Where(file=str(edited)))])
    verified = verify_edited(document, against)
    if copy is not None:
        _write(copy, edited, commented_copy(edited.read_bytes(), verified, lang.value))
    if as_json:
        print(json.dumps(verified_json(verified, edited.name), ensure_ascii=False, indent=1))
        return 0
    for line in verified_lines(verified, lang.value):
        out().print(printable(line), markup=False)
    return 0


def _write(copy: Path, edited: Path, data: bytes) -> None:
    if copy.exists() and copy.resolve() == edited.resolve():
        raise CannotWriteError([Problem(code="verify.same_file", where=Where(file=str(copy)))])
    try:
        copy.write_bytes(data)
    except OSError as error:
        fields = {"reason": error.strerror or str(error)}
        raise CannotWriteError([Problem(code="cannot_write", where=Where(file=str(copy)), fields=fields)]) from error
