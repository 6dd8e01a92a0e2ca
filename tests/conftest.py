"""What all tests share: settings of hypothesis, the ``system`` marker, golden files, and where the examples are."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]
IN_CI = os.environ.get("CI") == "true"
MISSING: dict[str, set[str]] = {}
"""Program -> the tests that could not run without it (in this process)."""

settings.register_profile("dev", deadline=None)
settings.register_profile(
    "ci", deadline=None, derandomize=True, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ci" if IN_CI else "dev")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="write the golden files instead of comparing with them")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are named by their argument: an archive holds the time it was made, and names must be the same everywhere."""
    return argname if isinstance(val, bytes) else None


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test marked ``system("program", ...)`` needs those programs: an error with CI=true, skipped elsewhere."""
    marker = item.get_closest_marker("system")
    missing = [program for program in marker.args if shutil.which(program) is None] if marker else []
    if missing and IN_CI:
        pytest.fail(f"missing here: {', '.join(missing)}; see setup/system.txt", pytrace=False)
    if missing:
        pytest.skip(f"missing here: {', '.join(missing)}")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped and isinstance(report.longrepr, tuple) and "missing here: " in report.longrepr[2]:
        for program in report.longrepr[2].split("missing here: ")[1].split(", "):
            MISSING.setdefault(program, set()).add(report.nodeid)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name, in the last lines, what could not run and what it would take."""
    if not MISSING:
        return
    terminalreporter.section("could not run here")
    for program, tests in sorted(MISSING.items()):
        terminalreporter.line(f"without {program} ({len(tests)}): {', '.join(sorted(tests))}")
    terminalreporter.line("make setup-full installs what is missing")


@pytest.fixture(scope="session")
def root() -> Path:
    """The top folder of the working tree."""
    return ROOT


@pytest.fixture(scope="session")
def bac_kan() -> Path:
    """The example of the product: reports, orgunits.csv, changes.csv, duties.csv."""
    return ROOT / "examples" / "bac-kan"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """``golden(name, text)``: ``text`` is what tests/golden/``name`` holds, or becomes it with --regenerate."""

    def compare(name: str, text: str) -> None:
        file = ROOT / "tests" / "golden" / name
        if request.config.getoption("--regenerate"):
            file.write_text(text, encoding="utf-8", newline="\n")
        assert text == file.read_text(encoding="utf-8"), f"{name} differs; if that is meant: make golden"

    return compare
