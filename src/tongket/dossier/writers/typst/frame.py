"""What stands around the body: the national motto, issuer, number and date above it; signature and recipients below."""

from tongket.dossier.papers import IssuerProfile, OfficialPaper, PaperKind, Signature
from tongket.dossier.writers.docx import measures
from tongket.dossier.writers.docx.frame import (
    COUNTRY,
    LEFT_SHARE,
    MOTTO,
    SIGNATURE_LINES,
    date_line,
    number_line,
)
from tongket.dossier.writers.typst.markup import joined, paragraph, run, runs


def _line(content: str, *, before: float = 0, align: str = "center") -> str:
    return paragraph(content, align=align, before=before, indent=False)


def _rule(width: str) -> str:
    return f"#block(above: 3pt, below: 0pt, width: 100%, align(center, line(length: {width}, stroke: 0.75pt)))\n"


def head(paper: OfficialPaper) -> str:
    """The two columns above the body, then type and abstract, then to whom it goes."""
    issuer = paper.issuer
    left = "".join(_line(run(name.upper(), size=measures.HEAD)) for name in issuer.superior)
    left += "".join(_line(run(name.upper(), bold=True, size=measures.HEAD)) for name in issuer.name) + _rule("40%")
    right = _line(run(COUNTRY, bold=True, size=12.5)) + _line(run(MOTTO, bold=True, size=14))
    right += _rule(f"{measures.MOTTO_WIDTH}mm")
    cells = [left, right]
    if paper.kind is not PaperKind.INTERNAL:
        cells += [_number(paper), _date(paper)]
    columns = f"({100 * LEFT_SHARE:g}fr, {100 * (1 - LEFT_SHARE):g}fr)"
    inner = ", ".join(f"[\n{cell}]" for cell in cells)
    grid = f"#block(above: 0pt, below: 0pt, width: 100%, outset: (x: 2mm), grid(columns: {columns}, row-gutter: 23.7pt, {inner}))\n"
    return grid + _title(paper) + _addressees(paper)


def _number(paper: OfficialPaper) -> str:
    out = _line(run(number_line(paper), size=measures.HEAD), before=2)
    if paper.draft is not None:
        out += _line(run(f"DỰ THẢO LẦN {paper.draft}", bold=True, size=12), before=3)
    if paper.kind is PaperKind.LETTER and paper.subject:
        out += _line(joined((run("V/v ", size=12.5), runs(paper.subject, size=12.5))), before=6)
    return out


def _date(paper: OfficialPaper) -> str:
    return _line(run(date_line(paper.issuer.place, paper.issued_on, paper.year), italic=True, size=14), before=2)


def _title(paper: OfficialPaper) -> str:
    if not paper.title:
        return "#v(6pt)\n"
    name = paragraph(run(paper.title.upper(), bold=True, size=measures.TITLE), align="center", before=18, indent=False)
    about = paragraph(
        runs(paper.subject, bold=True, size=measures.TITLE),
        align="center",
        indent=False,
        left=10,
        right=10,
        sticky=True,
    )
    return name + (about if paper.subject else "") + _rule("33%") + "#v(25.8pt)\n"


def _addressees(paper: OfficialPaper) -> str:
    if not paper.addressees:
        return ""
    if len(paper.addressees) == 1:
        content = joined((run("Kính gửi: "), runs(paper.addressees[0])))
        return paragraph(content, align="center", before=6, after=12, indent=False)
    out = paragraph(run("Kính gửi:"), left=30, before=6, after=6, indent=False)
    last = len(paper.addressees) - 1
    for i, one in enumerate(paper.addressees):
        content = joined((run("- "), runs(one), run("." if i == last else ";")))
        out += paragraph(content, left=45, after=12 if i == last else 3, indent=False)
    return out


def foot(paper: OfficialPaper) -> str:
    """Recipients at the left, the signature at the right; nothing where a paper has neither."""
    if paper.signature is None and not paper.recipients:
        return ""
    signed = _signature(paper.signature, paper.issuer.profile) if paper.signature else ""
    cells = f"[\n{_recipients(paper)}], [\n{signed}]"
    return f"#v(6pt)\n#block(breakable: false, width: 100%, grid(columns: (45fr, 55fr), {cells}))\n"


def _recipients(paper: OfficialPaper) -> str:
    if not paper.recipients:
        return ""
    title = run("Nơi nhận:", bold=True, italic=True, size=measures.RECIPIENTS_TITLE)
    lines = [joined((run("- "), runs(one))) for one in paper.recipients]
    if paper.issuer.archive:
        lines.append(run("- " + paper.issuer.archive.removeprefix("- ").rstrip(".;")))
    out = _line(title, align="left")
    for i, one in enumerate(lines):
        stop = run("." if i == len(lines) - 1 else ";")
        out += _line(f"text(size: {measures.RECIPIENTS}pt, {joined((one, stop))})", align="left")
    return out


def _signature(signature: Signature, profile: IssuerProfile) -> str:
    out = "".join(_line(run(one.upper(), bold=True)) for one in signature.authority)
    armed = profile is IssuerProfile.MILITARY_COMMAND and signature.rank
    name = f"{signature.rank} {signature.name}" if armed else signature.name
    return out + f"#v({SIGNATURE_LINES * 17}pt)\n" + _line(run(name, bold=True))
