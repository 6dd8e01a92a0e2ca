"""The page in a real browser: on the screen of a cheap laptop, and on paper."""

import re
import subprocess
from pathlib import Path

import pytest

from tongket.review import ReviewResult

pytestmark = pytest.mark.xdist_group("example")
QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MEASURE = "<script>document.title = 'wide ' + document.documentElement.scrollWidth + ' of ' + innerWidth</script>"


@pytest.fixture(scope="module")
def out(reviewed: tuple[ReviewResult, Path]) -> Path:
    return reviewed[1]


def chromium(profile: Path, *arguments: str) -> str:
    """What chromium prints, run once with an empty profile and no network."""
    command = ["chromium", *QUIET, f"--user-data-dir={profile}", *arguments]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=True)
    return run.stdout


@pytest.mark.system("chromium")
@pytest.mark.parametrize("width", [1366, 1024])
def test_the_page_needs_no_sideways_scrolling(out: Path, tmp_path: Path, width: int) -> None:
    page = (out / "00-MO-DAU-TIEN.html").read_text(encoding="utf-8").replace("</body>", MEASURE + "</body>")
    copy = out.parent / f"measured-{width}.html"
    copy.write_text(page, encoding="utf-8")
    dom = chromium(tmp_path, "--dump-dom", f"--window-size={width},768", copy.as_uri())
    wide, inner = map(int, re.search(r"<title>wide (\d+) of (\d+)</title>", dom).groups())
    assert wide <= inner


@pytest.mark.system("chromium", "pdftotext", "pdfinfo")
def test_the_page_prints_on_a4_and_loses_nothing(out: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "page.pdf"
    url = (out / "00-MO-DAU-TIEN.html").as_uri()
    chromium(tmp_path / "profile", f"--print-to-pdf={pdf}", "--no-pdf-header-footer", url)
    facts = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True).stdout
    assert re.search(r"Page size:.*A4", facts)
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True).stdout.decode(
        "utf-8"
    )
    assert "Tài liệu minh họa – số liệu giả định" in text
    heads = [line.split() for line in text.splitlines() if re.match(r"\s*Đơn vị +2019 ", line)]
    assert {tuple(h[2:]) for h in heads} >= {("2019", "2020", "2021", "2022", "2023")}


@pytest.mark.system("chromium", "pdffonts")
def test_vietnamese_letters_come_from_one_font(tmp_path: Path) -> None:
    """A font without "ế" takes it from another one: the page is then set in two, and looks it."""
    pdf = tmp_path / "page.pdf"
    text = "Đường Quyết thắng, kết quả nữ ở vùng ấy: ằẳẵặ ềểễệ ồổỗộ ừửữự ỳỷỹỵ"
    page = tmp_path / "page.html"
    style = "font-family: 'Liberation Sans'"
    page.write_text(f'<meta charset="utf-8"><p style="{style}">{text}</p>', encoding="utf-8")
    chromium(tmp_path / "profile", f"--print-to-pdf={pdf}", "--no-pdf-header-footer", page.as_uri())
    fonts = subprocess.run(["pdffonts", str(pdf)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert {line.split()[0].split("+")[-1] for line in fonts} == {"LiberationSans"}
