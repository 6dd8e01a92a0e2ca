"""The final version: what people must answer for by name, and the seal on what was issued."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from tongket.dossier.papers import OfficialPaper
from tongket.dossier.writers.signature import sign_pdf
from tongket.exchange import Approval, ApprovalRow, approval_workbook, read_approvals
from tongket.exchange.workbook import Workbook
from tongket.framework import Framework, Publishable
from tongket.packs import Pack
from tongket.problems import Problem, WrongCallError, register, translate
from tongket.review import names
from tongket.review.claims import OpenClaim, open_claims
from tongket.review.request import ReviewRequest, ReviewResult

register(
    {
        "final.no_approval": "a final version needs the answers of those who answer for it: fill in {file} of the last run and give it with --approval.",
        "final.statement": "nobody has stated that the content is not on the list of state secrets; answer the first row of {file}.",
        "final.claim": "{paper}: “{written}” in “{sentence}”: {why}; support it, or waive it by name in {file}.",
        "final.alone": "--approval and --certificate go with --final.",
    }
)
STATEMENT = "statement"
MOST = 30
"""So many claims are named in one message."""


def approvals_of(request: ReviewRequest) -> Mapping[str, Approval] | None:
    """The answers of a final run; None where the run is none. Raises where they are missing."""
    if not request.final:
        if request.approval is not None or request.certificate is not None:
            raise WrongCallError([Problem(code="final.alone")])
        return None
    if request.approval is None:
        raise WrongCallError([Problem(code="final.no_approval", fields={"file": names.APPROVAL})])
    return read_approvals(request.approval)


def publishable_as_ticked(pack: Pack, approvals: Mapping[str, Approval] | None) -> Pack:
    """The pack, indicators that may be published after asking published where somebody said so by name."""
    ticked = [one for one in asking(pack.framework) if approvals and f"indicator:{one}" in approvals]
    indicators = {
        code: replace(one, publishable=Publishable.YES) if code in ticked else one
        for code, one in pack.framework.indicators.items()
    }
    return replace(pack, framework=replace(pack.framework, indicators=indicators)) if ticked else pack


def asking(framework: Framework) -> Iterator[str]:
    """The indicators that may be published after asking."""
    return (one.code for one in framework if one.publishable is Publishable.ASK)


def approval_form(result: ReviewResult, papers: Mapping[str, Sequence[OfficialPaper]]) -> Workbook:
    """The workbook in which people answer."""
    return approval_workbook(
        tuple(approval_rows(result, papers)), translate("To be answered for before the final version", "vi")
    )


def approval_rows(result: ReviewResult, papers: Mapping[str, Sequence[OfficialPaper]]) -> Iterator[ApprovalRow]:
    """The statement on secrets, the indicators it lists, the claims that nothing supports."""
    used = {figure.indicator for figure in result.figures}
    asked = [result.pack.framework[code] for code in asking(result.pack.framework) if code in used]
    listed = "; ".join(f"{one.code} {one.name}" for one in asked)
    told = translate("I have looked through the papers: nothing in them is on the list of state secrets.", "vi")
    also = translate("Looked at with care: {indicators}.", "vi", indicators=listed) if listed else ""
    yield ApprovalRow(key=STATEMENT, text=f"{told} {also}".strip())
    for one in asked:
        text = translate(
            "May stand in the communiqué and on slides: {indicator}", "vi", indicator=f"{one.code} {one.name}"
        )
        yield ApprovalRow(key=f"indicator:{one.code}", text=text)
    for claim in open_claims(result, papers):
        yield ApprovalRow(key=claim.key, text=claim_text(claim))


def claim_text(claim: OpenClaim) -> str:
    """A claim in words."""
    why = translate(claim.why, "vi")
    return f"{claim.paper}: “{claim.written}” – {why}. {claim.sentence}"


def require_answers(
    result: ReviewResult, papers: Mapping[str, Sequence[OfficialPaper]], approvals: Mapping[str, Approval]
) -> None:
    """Raise with all that nobody has answered for yet."""
    file = {"file": names.APPROVAL}
    problems = [] if STATEMENT in approvals else [Problem(code="final.statement", fields=file)]
    for claim in open_claims(result, papers):
        if claim.key not in approvals:
            said = {"paper": claim.paper, "written": claim.written, "sentence": claim.sentence[:200]}
            problems.append(Problem(code="final.claim", fields={**said, **file, "why": translate(claim.why, "vi")}))
    if problems:
        raise WrongCallError(problems[:MOST])


def seal(folder: Path, request: ReviewRequest, approvals: Mapping[str, Approval]) -> str:
    """Sign the PDF files where there is a certificate, and give the text of the seal: who answered for what, and every
    file with its SHA-256."""
    signed = []
    for path in sorted(folder.rglob("*.pdf")) if request.certificate is not None else ():
        assert request.certificate is not None
        path.write_bytes(sign_pdf(path.read_bytes(), certificate=request.certificate, passphrase=request.passphrase))
        signed.append(path.relative_to(folder).as_posix())
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    told = {
        "schema_version": "1",
        "approvals": [asdict(approvals[key]) for key in sorted(approvals)],
        "signed": signed,
        "files": {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files},
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"
