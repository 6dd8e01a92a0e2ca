"""What is in the repository, and what is not."""

import re
import unicodedata
from pathlib import PurePosixPath

from architecture.tree import ROOT, tracked, tracked_text

LOCKS = {"uv.lock", "poetry.lock", "package-lock.json", "yarn.lock", "pnpm-lock.yaml", "Pipfile.lock"}
MACHINE_PATH = re.compile(r"(^|[^A-Za-z0-9_.])/(wo" r"rk|fa" r"rm|ro" r"ot|ho" r"me/\w+|Us" r"ers/\w+)/")
RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{d}{n}" for d in ("COM", "LPT") for n in range(1, 10))}


def test_no_lock_file_that_names_addresses() -> None:
    assert [f for f in tracked() if PurePosixPath(f).name in LOCKS] == []


def test_requirements_have_hashes_and_no_address() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        pinned = re.findall(r"^[\w.-]+==\S+.*(?:\n {4}--hash=sha256:[0-9a-f]{64}.*)*", text, re.MULTILINE)
        assert pinned
        assert all("--hash=sha256:" in one for one in pinned)
        assert not re.search(r"https?:|--(extra-)?index-url|--find-links|file:", text)


def test_no_path_of_a_machine() -> None:
    assert [name for name, text in tracked_text() if MACHINE_PATH.search(text)] == []


def test_yaml_is_for_packs() -> None:
    yaml = [PurePosixPath(f) for f in tracked() if f.endswith((".yaml", ".yml"))]
    homes = ("src/tongket/packs/builtin", "examples", "tests")
    stray = [f for f in yaml if f.as_posix() != "publiccode.yml" and not any(f.is_relative_to(h) for h in homes)]
    assert stray == []


def test_file_names_are_legal_everywhere() -> None:
    parts = [(f, PurePosixPath(p)) for f in tracked() for p in f.split("/")]
    assert [f for f, p in parts if re.search(r'[<>:"|?*\\\x00-\x1f]|[ .]$', p.name) and p.name] == []
    assert [f for f, p in parts if p.stem.upper() in RESERVED] == []
    folded = [unicodedata.normalize("NFC", f).casefold() for f in tracked()]
    assert len(folded) == len(set(folded))


def test_the_truth_is_not_beside_the_example() -> None:
    assert [f for f in tracked() if f.startswith("examples/") and f.endswith("truth.json")] == []
