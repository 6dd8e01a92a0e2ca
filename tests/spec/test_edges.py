"""Conferences and units that are not like the example: every paper still reads as one would write it."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path

import pytest
from tests.spec.conftest import drawn

from tongket.conference import Conclusion, Conference, Person, TaskGiven, incomplete_tasks, tasks_of
from tongket.conference.papers import task_register
from tongket.dossier.papers import OfficialPaper, PaperParagraph, text_of, walk
from tongket.packs import ConferenceFiles
from tongket.review import ReviewResult, names
from tongket.review.letters import unit_letters
from tongket.review.material import material_of
from tongket.review.papers import Papers, papers_of, write_papers

pytestmark = pytest.mark.xdist_group("example")
LONG = "Nguyễn Phương Hoàng Thị Kim Thái Thanh Hương Quỳnh Trang Ngọc"
Held = Callable[..., Papers]


def changed(result: ReviewResult, **changes: object) -> ReviewResult:
    """The review with another conference."""
    assert result.conference is not None
    conference = replace(result.conference.conference, **changes)  # type: ignore[arg-type]
    return replace(result, conference=replace(result.conference, conference=conference))


@pytest.fixture(scope="module")
def given(reviewed: tuple[ReviewResult, Path]) -> Conference:
    files = reviewed[0].conference
    assert isinstance(files, ConferenceFiles)
    return files.conference


@pytest.fixture(scope="module")
def held(reviewed: tuple[ReviewResult, Path]) -> Held:
    """``held(agenda=())``: the papers of the example's review with another conference."""
    material = material_of(reviewed[0])
    return lambda **changes: papers_of(changed(reviewed[0], **changes), material)


def text(papers: tuple[OfficialPaper, ...]) -> str:
    return "\n".join("".join(run.text for run in walk(paper)) for paper in papers)


def paragraphs(paper: OfficialPaper) -> list[str]:
    return [text_of(block.text) for block in paper.blocks if isinstance(block, PaperParagraph)]


def test_without_nominations_nothing_is_said_of_awards(held: Held) -> None:
    papers = held(nominations=(), award_theme="")
    assert names.COMMENDATION not in papers
    assert "Bằng khen" not in text(papers[names.COMMUNIQUE])


def test_of_one_kind_of_nominees_only_that_is_counted(held: Held, given: Conference) -> None:
    people = tuple(one for one in given.nominations if one.nominee == "individual")
    found = text(held(nominations=people)[names.COMMENDATION])
    assert "cho 06 cá nhân" in found
    assert "00" not in found
    assert "tập thể và" not in found


def test_where_everything_is_held_back_nobody_is_proposed_and_the_reasons_stand(held: Held, given: Conference) -> None:
    blocked = tuple(replace(one, verification="đang xác minh đơn") for one in given.nominations[:2])
    (submission,) = held(nominations=blocked)[names.COMMENDATION]
    assert "chưa đề nghị khen thưởng" in text((submission,))
    assert text((submission,)).count("đang xác minh đơn") == 2
    assert submission.annexes == ()


def test_discipline_blocks_and_a_second_nomination_needs_a_reason(held: Held, given: Conference) -> None:
    first, *others = given.nominations
    papers = held(nominations=(replace(first, discipline="khiển trách năm 2023"), others[0], others[0]))
    found = text(papers[names.COMMENDATION])
    assert "01 tập thể" in found
    assert "khiển trách năm 2023" in found
    assert "điểm c khoản 2 Điều 5" in found


def test_one_delegate_ends_the_list_with_a_full_stop(held: Held, given: Conference) -> None:
    papers = held(delegates=(given.chair,), attendance="", papers=(), instructions=())
    (programme,) = papers[names.PROGRAMME]
    assert [one for one in paragraphs(programme) if one.startswith("- ")] == [
        "- Đồng chí Hoàng Minh Khải, Phó Bí thư Tỉnh ủy, Chủ tịch Ủy ban nhân dân tỉnh, Trưởng ban Chỉ đạo khu vực phòng "
        "thủ tỉnh."
    ]
    (notice,) = papers[names.NOTICE]
    assert "Sau khi nghe báo cáo, đồng chí Hoàng Minh Khải kết luận như sau:" in text((notice,))
    assert "00" not in text((notice,))


def test_a_conference_of_hardly_anything_has_its_papers(held: Held) -> None:
    papers = held(
        delegates=(), attendance="", papers=(), agenda=(), instructions=(), assessment=(), conclusions=(), forecast="",
        nominations=(),
    )  # fmt: skip
    for file in (names.PROGRAMME, names.NOTICE, names.COMMUNIQUE):
        assert not re.search(r"\{|None|00 |: \.|; ;|,,", text(papers[file])), file


def test_a_conclusion_without_a_deadline_is_marked_and_told_to_the_chairman(
    held: Held, given: Conference, reviewed: tuple[ReviewResult, Path]
) -> None:
    task = TaskGiven(lead="BK-STC", deed="Rà soát", responsibility="Giám đốc", product="", authority="Ủy ban")
    conclusions = (Conclusion(text="Rà soát kinh phí.", task=task),)
    papers = held(conclusions=conclusions)
    notice = text(papers[names.NOTICE])
    assert "sản phẩm: [cần bổ sung]" in notice
    assert "hoàn thành trước ngày [cần bổ sung]" in notice
    assert "Có 01 nhiệm vụ chưa đủ 6 rõ" in text(papers[names.SUMMARY])
    tasks = tasks_of(replace(given, conclusions=conclusions), reviewed[0].hierarchy)
    assert [(t.id, {f.value for f in fields}) for t, fields in incomplete_tasks(tasks)] == [
        ("KL1", {"deadline", "product"})
    ]


def test_a_task_to_all_communes_has_a_part_for_each_that_is_there_on_the_day(
    given: Conference, reviewed: tuple[ReviewResult, Path]
) -> None:
    task = TaskGiven(
        lead="communes", deed="Rà soát", responsibility="Chủ tịch", product="Kế hoạch", authority="Ủy ban",
        deadline=date(2025, 6, 30),
    )  # fmt: skip
    hierarchy = reviewed[0].hierarchy

    def parts(day: date) -> int:
        held_on = replace(given, held_on=day, conclusions=(Conclusion(text="…", task=task),))
        return sum(one.parent is not None for one in tasks_of(held_on, hierarchy))

    assert (parts(date(2020, 1, 31)), parts(date(2020, 2, 1)), parts(date(2024, 7, 25))) == (122, 108, 108)


def test_a_post_that_ended_the_day_before_is_not_printed(given: Conference) -> None:
    person = next(one for one in given.delegates if one.code == "binh")
    assert person.titles(given.held_on) == ("Phó Trưởng ban Tuyên giáo Tỉnh ủy",)
    assert person.titles(given.held_on - timedelta(days=1)) == ("Giám đốc Sở Giáo dục và Đào tạo",)


def test_a_military_signer_bears_the_rank_and_a_civil_one_does_not(held: Held) -> None:
    papers = held()
    submission, decision = papers[names.COMMENDATION]
    assert submission.signature is not None
    assert (submission.signature.rank, submission.issuer.profile.value) == ("Đại tá", "military_command")
    assert decision.issuer.profile.value == "peoples_committee"
    (programme,) = papers[names.PROGRAMME]
    assert (programme.issuer.profile.value, programme.issuer.symbol) == ("steering_committee", "BCĐ")


@pytest.fixture(scope="module")
def strained(reviewed: tuple[ReviewResult, Path]) -> ReviewResult:
    """A unit with forty points to review, and names of sixty letters wherever there is a name."""
    result = reviewed[0]
    own = [f for f in result.findings if f.org_unit == "061" and f.indicator]
    forty = tuple(replace(f, period=str(2019 + i % 5)) for i, f in enumerate(islice(cycle(own), 40)))
    assert result.conference is not None
    given = result.conference.conference

    def long(person: Person) -> Person:
        return replace(person, name=LONG)

    conference = replace(
        given,
        chair=long(given.chair),
        delegates=tuple(map(long, given.delegates)),
        agenda=tuple(replace(one, by=long(one.by) if one.by else None) for one in given.agenda),
        instructions=tuple(replace(one, by=long(one.by)) for one in given.instructions),
        nominations=tuple(replace(one, name=LONG, post=one.post or one.name) for one in given.nominations),
    )
    files = replace(result.conference, conference=conference)
    return replace(result, findings=(*result.findings, *forty), conference=files)


@pytest.mark.system("soffice", "pdfinfo")
def test_letters_keep_to_one_page_and_the_chairmans_paper_to_two(
    strained: ReviewResult, tmp_path: Path, pages_of: Callable[[list[Path]], dict[str, int]]
) -> None:
    assert len(LONG) == 61
    write_papers(strained, tmp_path, "en", *drawn(strained))
    letters = sorted((tmp_path / names.LETTERS).glob("cong-van-ra-soat-*.docx"))
    counted = pages_of([*letters, tmp_path / names.SUMMARY, tmp_path / names.SUMMARY_IN_ENGLISH])
    assert {file: pages for file, pages in counted.items() if file.startswith("cong-van") and pages != 1} == {}
    assert counted[Path(names.SUMMARY).stem] == 2
    assert counted[Path(names.SUMMARY_IN_ENGLISH).stem] <= 2


def test_a_unit_with_forty_findings_finds_all_in_its_sheet(strained: ReviewResult) -> None:
    material = material_of(strained)
    assert material is not None
    letter = next(one for one in unit_letters(strained, material) if one.org_unit == "061")
    rows = letter.sheet.sheets[0].rows[3:]
    points = sum(f.org_unit == "061" and f.code not in ("late_report",) for f in strained.findings)
    assert f"{points} điểm sau" in text((letter.letter,))
    assert len(rows) >= 8


def test_a_review_of_which_no_unit_states_a_figure_has_its_papers(
    reviewed: tuple[ReviewResult, Path], tmp_path: Path
) -> None:
    """The report says what is to be written; the summary names who has to be asked."""
    silent = tuple(replace(f, report=replace(f.report, values=(), narratives=())) for f in reviewed[0].files)
    current = tuple(replace(report, values=(), narratives=()) for report in reviewed[0].current)
    result = replace(
        reviewed[0], files=silent, current=current, figures=(), findings=(), notices=(), statements={}, themes={}
    )
    papers = write_papers(result, tmp_path, "en", *drawn(result))
    (report,) = papers[names.REPORT]
    assert "[Cần bổ sung: báo cáo của các đơn vị chưa có số liệu cho mục này.]" in text((report,))
    (summary,) = papers[names.SUMMARY]
    assert "Còn thiếu 06 báo cáo" in text((summary,))
    assert all((tmp_path / name).exists() for name in (names.FIGURES, names.DECISIONS, names.COMMUNIQUE))
    assert "Báo cáo tại Hội nghị nêu" not in text(papers[names.COMMUNIQUE])


def test_without_companions_nothing_is_said_of_targets_or_of_the_last_review(
    reviewed: tuple[ReviewResult, Path],
) -> None:
    assert reviewed[0].conference is not None
    themes = {kind: tuple(replace(one, earlier=()) for one in own) for kind, own in reviewed[0].themes.items()}
    files = replace(reviewed[0].conference, targets=(), previous=None)
    figures = tuple(replace(one, target=None, gap=None) for one in reviewed[0].figures)
    alone = replace(reviewed[0], conference=files, themes=themes, figures=figures)
    papers = papers_of(alone, material_of(alone))
    report, summary = text(papers[names.REPORT]), text(papers[names.SUMMARY])
    assert "kỳ trước" not in report + summary
    assert "chỉ tiêu 9" not in report + summary
    assert "theo Kế hoạch" not in report + summary


def test_notice_and_workbook_say_the_same_of_each_task(
    held: Held, given: Conference, reviewed: tuple[ReviewResult, Path]
) -> None:
    notice = " ".join(text(held()[names.NOTICE]).split())
    register = task_register(given, tasks := tasks_of(given, reviewed[0].hierarchy))
    cells = {str(cell.value) for row in register.sheets[0].rows for cell in row}
    assert len(tasks) == 20
    for task in tasks:
        for field in (task.deed, task.responsibility, task.product, task.authority):
            assert field in cells
            assert field[1:] in notice, task.id


def test_a_letter_for_a_unit_that_ended_goes_to_the_one_that_came_after_it(
    reviewed: tuple[ReviewResult, Path],
) -> None:
    """Hương Nê and Lãng Ngâm became Hiệp Lực on 1 February 2020."""
    result = reviewed[0]
    ended = next(s for s in result.hierarchy.spans if s.name == "Xã Hương Nê")
    finding = next(f for f in result.findings if f.code == "total_mismatch")
    strained = replace(result, findings=(replace(finding, org_unit=ended.code, period="2019"),))
    material = material_of(strained)
    assert material is not None
    (letter,) = unit_letters(strained, material)
    assert text_of(letter.letter.addressees[0]) == "Ủy ban nhân dân xã Hiệp Lực (kế thừa xã Hương Nê)"
