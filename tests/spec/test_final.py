"""The final version: answered for by name, written once, sealed, signed; and a signed PDF taken back."""

import datetime
import hashlib
import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from spec.conftest import EXAMPLE, drawn, example_request
from tongket.cli.app import run_command
from tongket.dossier.papers import Run, plain
from tongket.problems import CannotWriteError, MalformedError, WrongCallError
from tongket.review import ReviewResult, run
from tongket.review.claims import open_claims, unsupported
from tongket.review.papers import write_papers

pytest.importorskip("pyhanko")
APPROVAL, SEAL, PDF = "ban-chinh-thuc.xlsx", "ban-chinh-thuc.json", "02-bao-cao-so-ket.pdf"
WHO = "Nguyễn Văn A, Chánh Văn phòng"
INPUTS = {"reports": EXAMPLE / "reports" / "2021" / "huyen", "conference": EXAMPLE / "conference.yaml"}


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> tuple[ReviewResult, Path]:
    out = tmp_path_factory.mktemp("draft") / "out"
    return run(example_request(out, **INPUTS)), out


def answered(draft: Path, folder: Path, *, but: str = "-", by: str = WHO) -> Path:
    """The workbook with yes in every row except those whose key begins with ``but``."""
    book = openpyxl.load_workbook(draft / APPROVAL)
    page = book.active
    assert page is not None
    for row in range(5, page.max_row + 1):
        if not str(page.cell(row, 1).value).startswith(but):
            page.cell(row, 4).value, page.cell(row, 5).value = "có", by
    path = folder / "answers.xlsx"
    book.save(path)
    return path


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of its own, with its key, under the passphrase "mat-khau"; beside it the certificate alone."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import rsa
    from cryptography.hazmat.primitives.serialization import pkcs12
    from cryptography.x509.oid import NameOID

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, "Trần Thị B"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "UBND tỉnh"),
        ]
    )
    now = datetime.datetime.now(datetime.UTC)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=30)).add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    folder = tmp_path_factory.mktemp("certificate")
    sealed = serialization.BestAvailableEncryption(b"mat-khau")
    (folder / "a.p12").write_bytes(pkcs12.serialize_key_and_certificates(b"a", key, made, None, sealed))
    (folder / "a.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    return folder / "a.p12"


def final(draft: Path, out: Path, approval: Path, **more: object) -> ReviewResult:
    return run(example_request(out, final=True, approval=approval, **INPUTS, **more))


def test_the_example_prints_no_number_that_nothing_supports(draft: tuple[ReviewResult, Path], tmp_path: Path) -> None:
    papers = write_papers(draft[0], tmp_path, "vi", *drawn(draft[0]))
    assert {name.partition("/")[0] for name in papers} >= {
        "02-bao-cao-so-ket.docx",
        "09-thu-gui-don-vi",
        "11-van-ban-khac",
    }
    assert open_claims(draft[0], papers) == ()


def test_a_number_without_a_figure_and_a_figure_that_is_not_there_are_open() -> None:
    from tongket.dossier.papers import bound
    from tongket.dossier.papers.text import BindingKind

    codes = frozenset({"06/2021/A01@as_reported"})
    assert unsupported(Run(text="tăng 5%"), codes, set(), first=True)
    assert not unsupported(Run(text="1. Kết quả"), codes, set(), first=True)
    assert not unsupported(plain("không có số")[0], codes, set(), first=True)
    there, gone = ("06/2021/A01@as_reported", "06/2020/A01@as_reported")
    assert not unsupported(bound("5", BindingKind.FIGURE, there)[0], codes, set(), first=True)
    assert unsupported(bound("5", BindingKind.FIGURE, gone)[0], codes, set(), first=True)
    assert unsupported(bound("5", BindingKind.COMPARISON, f"growth({there},{gone})")[0], codes, set(), first=True)
    assert unsupported(bound("5", BindingKind.COUNT, "")[0], codes, set(), first=True)


def test_without_the_statement_nothing_is_written(draft: tuple[ReviewResult, Path], tmp_path: Path) -> None:
    with pytest.raises(WrongCallError) as caught:
        final(draft[1], tmp_path / "out", answered(draft[1], tmp_path, but="statement"))
    assert [p.code for p in caught.value.problems] == ["final.statement"]
    assert not (tmp_path / "out").exists()


def test_a_yes_without_a_name_is_none(draft: tuple[ReviewResult, Path], tmp_path: Path) -> None:
    with pytest.raises(MalformedError):
        final(draft[1], tmp_path / "out", answered(draft[1], tmp_path, by=""))


@pytest.fixture(scope="module")
def issued(draft: tuple[ReviewResult, Path], certificate: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("final")
    approval = answered(draft[1], folder)
    final(draft[1], folder / "out", approval, certificate=certificate, passphrase="mat-khau")
    return folder / "out"


def test_the_seal_names_who_answered_and_every_file(issued: Path) -> None:
    seal = json.loads((issued / SEAL).read_text(encoding="utf-8"))
    assert {one["by"] for one in seal["approvals"]} == {WHO}
    assert "statement" in {one["key"] for one in seal["approvals"]}
    files = {p.relative_to(issued).as_posix() for p in issued.rglob("*") if p.is_file()} - {SEAL}
    assert set(seal["files"]) == files
    assert all(hashlib.sha256((issued / name).read_bytes()).hexdigest() == told for name, told in seal["files"].items())
    assert PDF in seal["signed"]


def test_no_draft_is_printed_any_more(issued: Path, draft: tuple[ReviewResult, Path]) -> None:
    papers = {
        name: (folder / "papers.json").read_text(encoding="utf-8")
        for name, folder in (("final", issued), ("draft", draft[1]))
    }
    reports = {
        n: next(p for p in json.loads(t)["papers"] if p["file"] == "02-bao-cao-so-ket.docx") for n, t in papers.items()
    }
    assert any("DỰ THẢO" in p["text"] for p in reports["draft"]["passages"])
    assert not any("DỰ THẢO" in p["text"] for p in reports["final"]["passages"])


def test_a_second_run_refuses(issued: Path, draft: tuple[ReviewResult, Path], tmp_path: Path) -> None:
    before = (issued / SEAL).read_bytes()
    with pytest.raises(CannotWriteError) as caught:
        run(example_request(issued, **INPUTS))
    assert [p.code for p in caught.value.problems] == ["out_is_final"]
    assert (issued / SEAL).read_bytes() == before


def test_the_signed_pdf_is_the_issued_one(issued: Path, certificate: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = ["accept-signed", str(issued / PDF), "--against", str(issued), "--json"]
    assert run_command([*call, "--trust", str(certificate.with_suffix(".pem"))]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["is_issued"], told["is_signed"], told["same_bytes"], told["issued"]) == (True, True, True, PDF)
    (one,) = told["signatures"]
    assert (one["signer"], one["organisation"], one["intact"], one["trusted"]) == (
        "Trần Thị B",
        "UBND tỉnh",
        True,
        True,
    )
    signed_at = datetime.datetime.fromisoformat(one["signed_at"])
    assert abs(datetime.datetime.now(datetime.UTC) - signed_at) < datetime.timedelta(hours=1)


def test_an_unsigned_pdf_and_one_changed_after_signing_are_not_accepted(
    issued: Path, draft: tuple[ReviewResult, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["accept-signed", str(draft[1] / PDF), "--against", str(draft[1])]) == 1
    assert "không có chữ ký số" in capsys.readouterr().out
    data = (issued / PDF).read_bytes()
    place = data.index(b"endobj", 2000) - 8
    (tmp_path / "changed.pdf").write_bytes(data[:place] + b" " + data[place + 1 :])
    assert run_command(["accept-signed", str(tmp_path / "changed.pdf"), "--against", str(issued)]) != 0
    call = ["accept-signed", str(issued / PDF), "--against", str(issued), "--trust", str(EXAMPLE / "duties.csv")]
    assert run_command(call) == 2


def test_what_may_be_asked_for_stays_out_of_the_communique_until_ticked(draft: tuple[ReviewResult, Path]) -> None:
    from tongket.exchange import Approval
    from tongket.framework import Publishable
    from tongket.review.final import asking, publishable_as_ticked

    pack = draft[0].pack
    asked = list(asking(pack.framework))
    assert asked
    ticked = publishable_as_ticked(pack, {f"indicator:{asked[0]}": Approval(key=f"indicator:{asked[0]}", by=WHO)})
    assert ticked.framework[asked[0]].publishable is Publishable.YES
    assert all(ticked.framework[code].publishable is Publishable.ASK for code in asked[1:])
    assert publishable_as_ticked(pack, None) is pack
    assert replace(pack) == pack
