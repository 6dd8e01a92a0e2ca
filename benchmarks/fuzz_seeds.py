"""Whole files of the kinds that the example has none of: letters, archives, signed and scanned PDFs, several reports in one
file, files of other word processors, and the reports with tables of the tests."""

import importlib.util
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from tests.review.test_one_report import FIRST, SECOND, in_print, in_word  # noqa: E402

from reading.build import docx, p, tbl, textbox, zipped  # noqa: E402
from reading.compound import compound  # noqa: E402
from reading.office import made, report  # noqa: E402
from reading.scans import scanned  # noqa: E402
from reading.test_beside_the_text import commented, signed  # noqa: E402
from reading.test_outlook import letter, padded  # noqa: E402

COMMUNES = ROOT / "examples" / "bac-kan" / "reports" / "2019" / "xa-huyen-na-ri"
TABLES = ROOT / "tests" / "cases" / "own-tables" / "make_documents.py"


def write_seeds(folder: Path) -> None:
    """Write them all; those of LibreOffice only where it is."""
    spec = importlib.util.spec_from_file_location("make_documents", TABLES)
    assert spec is not None
    assert spec.loader is not None
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    maker.main(folder / "tables")
    for name, data in seeds(folder):
        (folder / name).write_bytes(data)
    if shutil.which("soffice"):
        office = folder / "office"
        office.mkdir()
        whole = report(FIRST, [["Chỉ tiêu", "Số"], ["Số lớp", "12"]], office)
        for ending in ("odt", "rtf", "doc"):
            shutil.move(made(whole, ending), folder / f"a.{ending}")


def seeds(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each."""
    printed = (COMMUNES / "BC-KVPT-2019-xa-Huu-Thac.pdf").read_bytes()
    word = sorted(COMMUNES.glob("*.docx"))[0].read_bytes()
    yield "thu.msg", letter()
    yield "loi.msg", compound({"__substg1.0_1000001F": padded("Trên địa bàn không phát sinh vụ việc.")})
    yield "ky-so.pdf", signed(printed, folder, "Lò Văn Thử")
    yield "ban-chup.pdf", scanned(printed)
    yield "hai-xa.docx", in_word([*FIRST, *SECOND])
    yield "hai-xa.pdf", in_print(FIRST, SECOND)
    yield "hai-xa.txt", "\n".join([*FIRST, "", *SECOND]).encode()
    yield "ghi-chu.docx", commented()
    hidden = "<w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p/></w:tc></w:tr>"
    yield "khung.docx", docx(textbox(p("Trong khung") + tbl([["a", "1"]])) + f"<w:tbl>{hidden}</w:tbl>" + p("Sau"))
    yield "gui.zip", zipped({"Báo cáo.docx": word, "trong.zip": zipped({"a.txt": "\n".join(FIRST)}), "b.pdf": printed})
    yield "gui.eml", attached(word, printed)


def attached(*files: bytes) -> bytes:
    """A letter with files."""
    from reading.test_containers import letter as written

    return written(*((f"Báo cáo {i}.{'docx' if data[:2] == b'PK' else 'pdf'}", data) for i, data in enumerate(files)))


if __name__ == "__main__":
    write_seeds(Path(sys.argv[1]))
