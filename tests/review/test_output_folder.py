"""The output folder: whole or not at all."""

import errno
import hashlib
import json
from pathlib import Path

import pytest

from tongket.problems import CannotWriteError
from tongket.review.output_folder import replace_folder


def fill(text: str):  # type: ignore[no-untyped-def]
    def write(folder: Path) -> None:
        (folder / "review.json").write_text(text, encoding="utf-8")

    return write


def left(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_a_new_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    replace_folder(tmp_path / "a" / "out", fill("1"))
    assert (tmp_path / "a" / "out" / "review.json").read_text(encoding="utf-8") == "1"


def test_a_later_run_replaces_the_whole_folder(tmp_path: Path) -> None:
    out = tmp_path / "out"
    replace_folder(out, fill("1"))
    (out / "refused.json").write_text("old", encoding="utf-8")
    replace_folder(out, fill("2"))
    assert left(out) == ["review.json"]
    assert left(tmp_path) == ["out"]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "disk_full"),
        (PermissionError(errno.EACCES, "open elsewhere"), "out_open_elsewhere"),
        (OSError(errno.EIO, "broken"), "cannot_write"),
    ],
)
def test_what_stops_the_writing_leaves_the_old_result_and_nothing_else(
    tmp_path: Path, error: OSError, code: str
) -> None:
    out = tmp_path / "out"
    replace_folder(out, fill("1"))

    def stop(folder: Path) -> None:
        fill("half")(folder)
        raise error

    with pytest.raises(CannotWriteError) as caught:
        replace_folder(out, stop)
    assert [p.code for p in caught.value.problems] == [code]
    assert (out / "review.json").read_text(encoding="utf-8") == "1"
    assert left(tmp_path) == ["out"]


def test_ctrl_c_leaves_the_old_result(tmp_path: Path) -> None:
    out = tmp_path / "out"
    replace_folder(out, fill("1"))

    def interrupt(folder: Path) -> None:
        fill("half")(folder)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        replace_folder(out, interrupt)
    assert (out / "review.json").read_text(encoding="utf-8") == "1"
    assert left(tmp_path) == ["out"]


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thu.docx").write_text("mine", encoding="utf-8")
    with pytest.raises(CannotWriteError) as caught:
        replace_folder(tmp_path, fill("1"))
    assert [p.code for p in caught.value.problems] == ["out_not_ours"]
    assert left(tmp_path) == ["thu.docx"]


def test_a_paper_that_somebody_edited_is_not_replaced(tmp_path: Path) -> None:
    out = tmp_path / "out"

    def write(folder: Path) -> None:
        fill("1")(folder)
        (folder / "08-thong-cao.docx").write_bytes(b"as written")
        told = {"file": "08-thong-cao.docx", "sha256": hashlib.sha256(b"as written").hexdigest()}
        (folder / "papers.json").write_text(json.dumps({"papers": [told]}), encoding="utf-8")

    replace_folder(out, write)
    replace_folder(out, write)
    (out / "08-thong-cao.docx").write_bytes(b"as edited")
    with pytest.raises(CannotWriteError) as raised:
        replace_folder(out, write)
    assert [p.code for p in raised.value.problems] == ["out_edited"]
    assert (out / "08-thong-cao.docx").read_bytes() == b"as edited"
    (out / "08-thong-cao.docx").unlink()
    replace_folder(out, write)


@pytest.mark.parametrize("name", ["~$can-xem-lai.xlsx", ".~lock.can-xem-lai.xlsx#"])
def test_a_document_that_is_open_keeps_the_folder(tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    replace_folder(out, fill("1"))
    (out / "09-thu-gui-don-vi").mkdir()
    (out / "09-thu-gui-don-vi" / name).write_bytes(b"")
    with pytest.raises(CannotWriteError) as raised:
        replace_folder(out, fill("2"))
    assert [p.code for p in raised.value.problems] == ["out_open_elsewhere"]
    assert (out / "review.json").read_text(encoding="utf-8") == "1"


def test_what_a_system_leaves_in_a_folder_does_not_keep_it(tmp_path: Path) -> None:
    out = tmp_path / "out"
    replace_folder(out, fill("1"))
    (out / "Thumbs.db").write_bytes(b"")
    replace_folder(out, fill("2"))
    assert left(out) == ["review.json"]
