"""Which files a pack may hold."""

import shutil
from pathlib import Path

import pytest

from packs.conftest import ROOT, TODAY
from tongket import packs
from tongket.problems import MalformedError


def copy_of(minimal: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(minimal, tmp_path / "minimal"))


def test_there_is_no_such_pack() -> None:
    with pytest.raises(MalformedError) as error:
        packs.load_pack("no-such-pack")
    assert [p.code for p in error.value.problems] == ["pack.no_folder"]
    assert error.value.exit_code == 4


def test_an_empty_folder_lacks_five_files(tmp_path: Path) -> None:
    found = packs.check_pack(tmp_path)
    assert {p.code for p in found} == {"pack.missing_file"}
    assert [p.where.file for p in found] == [
        "elements.yaml",
        "indicators/*.yaml",
        "law/*.yaml",
        "pack.yaml",
        "pillars.yaml",
    ]


def test_a_missing_file_brings_no_further_complaints(minimal: Path, tmp_path: Path) -> None:
    root = copy_of(minimal, tmp_path)
    (root / "elements.yaml").unlink()
    found = packs.check_pack(root)
    assert [(p.code, p.where.file) for p in found] == [("pack.missing_file", "elements.yaml")]


def test_a_file_beyond_all_measure(minimal: Path, tmp_path: Path) -> None:
    root = copy_of(minimal, tmp_path)
    (root / "elements.yaml").write_bytes(b"#" * 2_000_001)
    assert [(p.code, p.where.file) for p in packs.check_pack(root)] == [("pack.too_large", "elements.yaml")]


def test_a_link_out_of_the_pack(minimal: Path, tmp_path: Path) -> None:
    root = copy_of(minimal, tmp_path)
    try:
        (root / "law" / "more.yaml").symlink_to(minimal / "law" / "family.yaml")
    except OSError:
        pytest.skip("links cannot be made here")
    assert [(p.code, p.where.file) for p in packs.check_pack(root)] == [("pack.link", "law/more.yaml")]


def test_what_systems_leave_behind_is_no_mistake(minimal: Path, tmp_path: Path) -> None:
    root = copy_of(minimal, tmp_path)
    for name in ("README.md", ".DS_Store", "Thumbs.db", "law/desktop.ini"):
        (root / name).write_bytes(b"\0")
    assert packs.check_pack(root, on=TODAY) == ()


def test_a_folder_called_pack_bears_the_name_of_the_one_around_it(minimal: Path, tmp_path: Path) -> None:
    root = shutil.copytree(minimal, tmp_path / "minimal" / "pack")
    assert packs.check_pack(root) == ()
    root = shutil.copytree(minimal, tmp_path / "other" / "pack")
    assert [p.code for p in packs.check_pack(root)] == ["pack.id"]


@pytest.mark.parametrize("pack", sorted(ROOT.glob("examples/*/packs/*")), ids=lambda pack: pack.name)
def test_packs_of_the_examples_are_good(pack: Path) -> None:
    assert packs.check_pack(pack, on=TODAY) == ()
    assert packs.run_sentences(packs.load_pack(pack)) == ()
