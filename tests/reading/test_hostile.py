"""Files made to do harm: each is read or refused in words, soon and in little memory, and the folder goes on."""

import shutil
import socket
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from reading import hostile
from tongket.compute import Allowance, Outcome, map_over
from tongket.orgunits import load_hierarchy
from tongket.packs import load_pack
from tongket.reading import Programs, Refusal, ReportReader, contents, open_document

MOST = Allowance(seconds=60, mebibytes=1_200)
NAMES = list(hostile.files(1))
FOR_OFFICE = list(hostile.for_office(1))


def came_of(path: Path) -> str:
    """ "read", or the code of the refusal; of an archive what came of its first file."""
    programs = Programs(office=shutil.which("soffice") or "", seconds=40)
    members = contents(path)
    if members:
        document = open_document(path, name=f"{path.name}/{members[0].name}", member=members[0].place)
    else:
        document = open_document(path, programs=programs)
    if isinstance(document, Refusal):
        return document.problem.code
    reader().read(document)
    return "read"


@cache
def reader() -> ReportReader:
    """Compiled once in each process: what is read is read as a report too."""
    orgunits = Path(__file__).parents[1] / "cases" / "own-prose" / "orgunits.csv"
    return ReportReader.of(load_pack("nd21").framework, load_hierarchy(orgunits, None))


@pytest.fixture(scope="module")
def asked() -> Iterator[socket.socket]:
    """A port of this machine that the files point at; whether somebody came is seen when it is asked."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


def read_all(given: dict[str, tuple[str, bytes, set[str]]], folder: Path) -> dict[str, Outcome[Path, str]]:
    """Each file read in a process that is ended where it takes too much."""
    paths = []
    for number, (name, data, _) in enumerate(given.values()):
        (folder / str(number)).mkdir()
        paths.append(folder / str(number) / name)
        paths[-1].write_bytes(data)
    return dict(zip(given, map_over(came_of, paths, jobs=2, allowance=MOST), strict=True))


@pytest.fixture(scope="module")
def outcomes(
    asked: socket.socket, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[Outcome[Path, str], set[str]]]:
    given = hostile.files(asked.getsockname()[1])
    told = read_all(given, tmp_path_factory.mktemp("hostile"))
    return {name: (told[name], given[name][2]) for name in given}


@pytest.mark.parametrize("name", NAMES)
def test_a_file_made_to_do_harm_is_read_or_refused(
    name: str, outcomes: dict[str, tuple[Outcome[Path, str], set[str]]]
) -> None:
    outcome, expected = outcomes[name]
    assert outcome.error is None
    assert outcome.value in expected


def test_nothing_was_fetched(outcomes: dict[str, object], asked: socket.socket) -> None:
    assert len(outcomes) == len(NAMES)
    with pytest.raises(BlockingIOError):
        asked.accept()


@pytest.mark.system("soffice")
def test_what_libreoffice_opens_for_us_does_no_harm_either(asked: socket.socket, tmp_path: Path) -> None:
    given = hostile.for_office(asked.getsockname()[1])
    for name, outcome in read_all(given, tmp_path).items():
        assert outcome.error is None, name
        assert outcome.value in given[name][2], name
    with pytest.raises(BlockingIOError):
        asked.accept()
