"""What stands around the body: the national motto, issuer, number and date above it; signature and recipients below."""

from datetime import date

from tongket.dossier.papers import IssuerProfile, OfficialPaper, PaperKind, Signature
from tongket.dossier.writers.docx import measures
from tongket.dossier.writers.docx.xml import Pieces, cell, paragraph, row, rule, run, runs, table

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
BLANK = " " * 6
SIGNATURE_LINES = 4
LEFT_SHARE = 0.42


def head(paper: OfficialPaper, pieces: Pieces) -> str:
    """The table above the body, then type and abstract, then to whom it goes."""
    if not paper.headed:
        return _title(paper, pieces)
    room = measures.text_width(landscape=False)
    left, right = room * LEFT_SHARE + 5, room * (1 - LEFT_SHARE) + 5
    rows = [row([cell(_issuer(paper, left), left), cell(_motto(right), right)])]
    if paper.kind is not PaperKind.INTERNAL:
        rows.append(row([cell(_number(paper, pieces), left), cell(_date(paper), right)]))
    above = table(rows, (left, right), borders=False)
    return above + _title(paper, pieces) + _addressees(paper, pieces)


def _line(content: str, *, before: float = 0) -> str:
    return paragraph(content, align="center", before=before, after=0, first_line=0)


def _issuer(paper: OfficialPaper, width: float) -> str:
    issuer = paper.issuer
    lines = [_line(run(name.upper(), size=measures.HEAD)) for name in issuer.superior]
    lines += [_line(run(name.upper(), bold=True, size=measures.HEAD)) for name in issuer.name]
    return "".join(lines) + rule(width - 2.5, 0.4)


def _motto(width: float) -> str:
    lines = _line(run(COUNTRY, bold=True, size=12.5)) + _line(run(MOTTO, bold=True, size=14))
    return lines + rule(width - 2.5, length=measures.MOTTO_WIDTH)


def number_line(paper: OfficialPaper) -> str:
    """ "Số: 05/BC-UBND", blank in a draft: the clerical office gives the number."""
    number = BLANK if paper.number is None else f"{paper.number:02d}"
    symbols = [part for part in (paper.kind.value, paper.issuer.symbol) if part]
    if paper.kind is PaperKind.LETTER:
        symbols = [part for part in (paper.issuer.symbol, paper.unit_symbol) if part]
    return f"Số: {number}/{'-'.join(symbols)}"


def _number(paper: OfficialPaper, pieces: Pieces) -> str:
    out = _line(run(number_line(paper), size=measures.HEAD), before=6)
    if paper.kind is PaperKind.LETTER and paper.subject:
        out += _line(run("V/v ", size=12.5) + runs(paper.subject, pieces, size=12.5), before=6)
    if paper.draft is not None:
        out += _line(run(f"DỰ THẢO LẦN {paper.draft}", bold=True, size=12), before=3)
    return out


def date_line(place: str, day: date | None, year: int | None) -> str:
    """ "Bắc Kạn, ngày 05 tháng 6 năm 2024": days under ten and the months 1 and 2 take a leading zero."""
    if day is None:
        return f"{place}, ngày{BLANK}tháng{BLANK}năm {year or BLANK}"
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{place}, ngày {day.day:02d} tháng {month} năm {day.year}"


def _date(paper: OfficialPaper) -> str:
    return _line(run(date_line(paper.issuer.place, paper.issued_on, paper.year), italic=True, size=14), before=6)


def _title(paper: OfficialPaper, pieces: Pieces) -> str:
    if not paper.title:
        return paragraph("", before=0, after=0)
    width = measures.text_width(landscape=False)
    name = paragraph(
        run(paper.title.upper(), bold=True, size=measures.TITLE),
        align="center",
        before=18,
        after=0,
        first_line=0,
        keep_next=True,
    )
    subject = runs(paper.subject, pieces, bold=True, size=measures.TITLE)
    about = paragraph(subject, align="center", before=0, after=0, first_line=0, left=10, right=10, keep_next=True)
    return name + (about if paper.subject else "") + rule(width, 0.33) + paragraph("", before=0, after=0)


def _addressees(paper: OfficialPaper, pieces: Pieces) -> str:
    if not paper.addressees:
        return ""
    if len(paper.addressees) == 1:
        return paragraph(
            run("Kính gửi: ") + runs(paper.addressees[0], pieces), align="center", before=6, after=12, first_line=0
        )
    lines = [paragraph(run("Kính gửi:"), left=30, first_line=0)]
    last = len(paper.addressees) - 1
    for i, one in enumerate(paper.addressees):
        content = run("- ") + runs(one, pieces) + run("." if i == last else ";")
        lines.append(paragraph(content, left=48, first_line=0, before=0, after=12 if i == last else 3))
    return "".join(lines)


def foot(paper: OfficialPaper, pieces: Pieces) -> str:
    """Recipients at the left, the signature at the right; nothing where a paper has neither."""
    if paper.signature is None and not paper.recipients:
        return ""
    width = measures.text_width(landscape=False)
    left, right = width * 0.45, width * 0.55
    signed = _signature(paper.signature, paper.issuer.profile) if paper.signature else paragraph("")
    cells = [cell(_recipients(paper, pieces), left), cell(signed, right)]
    return paragraph("", before=0, after=0, keep_next=True) + table([row(cells)], (left, right), borders=False)


def _recipients(paper: OfficialPaper, pieces: Pieces) -> str:
    if not paper.recipients:
        return paragraph("", before=0, after=0)
    title = run("Nơi nhận:", bold=True, italic=True, size=measures.RECIPIENTS_TITLE)
    lines = [paragraph(title, align="left", before=0, after=0, first_line=0)]
    ends = [
        run("- ", size=measures.RECIPIENTS) + runs(one, pieces, size=measures.RECIPIENTS) for one in paper.recipients
    ]
    if paper.issuer.archive:
        archive = paper.issuer.archive.removeprefix("- ").rstrip(".;")
        ends.append(run(f"- {archive}", size=measures.RECIPIENTS))
    for i, one in enumerate(ends):
        stop = run("." if i == len(ends) - 1 else ";", size=measures.RECIPIENTS)
        lines.append(paragraph(one + stop, align="left", before=0, after=0, first_line=0))
    return "".join(lines)


def _signature(signature: Signature, profile: IssuerProfile) -> str:
    lines = [_line(run(one.upper(), bold=True)) for one in signature.authority]
    lines += [_line("") for _ in range(SIGNATURE_LINES)]
    armed = profile is IssuerProfile.MILITARY_COMMAND and signature.rank
    name = f"{signature.rank} {signature.name}" if armed else signature.name
    return "".join([*lines, _line(run(name, bold=True))])


def annex_reference(paper: OfficialPaper) -> str:
    """The italic line that says which paper an annex belongs to."""
    kind = paper.title[:1].upper() + paper.title[1:].lower() if paper.title else "Công văn"
    symbol = number_line(paper).removeprefix("Số: ")
    when = date_line("", paper.issued_on, paper.year).removeprefix(", ")
    return f"(Kèm theo {kind} số {symbol} {when} của {' '.join(paper.issuer.name)})"
