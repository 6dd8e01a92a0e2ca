"""What articles and documents mention."""

import datetime
import json
from decimal import Decimal

import pytest

from tongket.reading.blocks import Document, Paragraph, Segment
from tongket.reading.letterhead import Header
from tongket.reading.mentions import Mentions, mentions_json, read_mentions


def mentions(text: str) -> Mentions:
    blocks = [
        Paragraph(text=line, segments=(Segment(start=0, end=len(line), anchor=f"line[{i}]"),))
        for i, line in enumerate(text.split("\n"), 1)
        if line.strip()
    ]
    return read_mentions(Document(name="a.txt", sha256="0", kind="txt", blocks=blocks))


def people(text: str) -> dict[str, tuple[str, ...]]:
    return {p.name: p.titles for p in mentions(text).people}


def stated(text: str) -> list[tuple[str, str]]:
    return [(s.kind, s.text) for s in mentions(text).statements]


LEAD = "Ngày 12/3/2022, UBND huyện Hoa Lư tổ chức hội nghị tổng kết công tác khuyến nông.\n"


def test_quantities_in_base_units() -> None:
    found = mentions("Xã chi hơn 1,5 tỷ đồng sửa 12/16 cầu, trồng 30-40 ha/vụ, thu 2 triệu đồng/người.").quantities
    assert [(q.value, q.denominator, q.maximum) for q in found] == [
        (Decimal("1500000000"), None, None), (Decimal(12), Decimal(16), None),
        (Decimal(30), None, Decimal(40)), (Decimal(2000000), None, None),
    ]  # fmt: skip
    assert [q.text for q in found] == ["1,5 tỷ đồng", "12/16 cầu", "30-40 ha/vụ", "2 triệu đồng/người"]
    assert found[0].approximately == "hơn"
    assert found[0].anchor == "line[1]:11-22"


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 5/6/2021, theo Quyết định số 9/QĐ-UBND.",
        "Thực hiện phương châm “bốn tại chỗ”.",
        "Xã về đích thứ 2 toàn huyện.",
    ],
)
def test_no_quantities(text: str) -> None:
    assert mentions(text).quantities == ()


def test_percentages_and_durations_are_no_quantities() -> None:
    found = mentions("Sau 3 năm, tỷ lệ hộ dùng nước sạch đạt 97,5%.")
    assert [p.value for p in found.percentages] == [Decimal("97.5")]
    assert [d.text for d in found.durations] == ["3 năm"]
    assert found.quantities == ()


def test_people_with_titles_before_and_behind() -> None:
    assert people(
        "Dự có Đại tá Vi Văn Bảy, Phó Chỉ huy trưởng Bộ CHQS tỉnh; đồng chí Lò Thị Mười - Bí thư Huyện ủy, Chủ tịch HĐND "
        "huyện và Phó Chủ tịch UBND huyện Hoa Lư Nông Văn Chín phát biểu."
    ) == {
        "Vi Văn Bảy": ("Đại tá", "Phó Chỉ huy trưởng Bộ CHQS tỉnh"),
        "Lò Thị Mười": ("Bí thư Huyện ủy", "Chủ tịch HĐND huyện"),
        "Nông Văn Chín": ("Phó Chủ tịch UBND huyện Hoa Lư",),
    }


def test_titles_of_several_places_are_put_together() -> None:
    text = (
        "Ông Hà Văn Tư dự.\nPhát biểu, Chủ tịch UBND xã Hà Văn Tư cảm ơn.\nHà Văn Tư, Trưởng ban Chỉ đạo xã kết luận."
    )
    assert people(text) == {"Hà Văn Tư": ("Chủ tịch UBND xã", "Trưởng ban Chỉ đạo xã")}


def test_places_and_streets_are_no_people() -> None:
    assert (
        people("Đường Nguyễn Văn Trỗi, xã Lương Sơn, huyện Hoàng Su Phì đã xong; đồng chí Chủ tịch đề nghị làm tiếp.")
        == {}
    )


def test_units_are_named_with_their_kind() -> None:
    found = mentions(
        "Huyện ủy Hoa Lư (tỉnh Ninh Bình) giao các xã Trường Yên, Ninh Hải và Ninh Vân; TP. Tam Điệp dự."
    ).units
    assert [u.text for u in found] == [
        "huyện Hoa Lư", "tỉnh Ninh Bình", "xã Trường Yên", "xã Ninh Hải", "xã Ninh Vân", "thành phố Tam Điệp",
    ]  # fmt: skip


def test_legal_references() -> None:
    found = mentions(
        "Theo Nghị định số 168/2018/NĐ-CP, Nghị quyết 28-NQ/TW, Luật số 6/2022/QH15 và Nghị định 9/2019."
    ).legal_refs
    assert [r.text for r in found] == ["168/2018/NĐ-CP", "28-NQ/TW", "6/2022/QH15", "9/2019/NĐ-CP"]


def test_event() -> None:
    event = mentions(
        "Huyện ủy Hoa Lư (tỉnh Ninh Bình) ngày 3-5-2020 sơ kết 5 năm thực hiện Chỉ thị số 7-CT/TW ngày 1/2/2015 (2015 - 2020)."
    ).event
    assert (event.type, event.date, event.org_unit) == ("sơ kết", datetime.date(2020, 5, 3), "huyện Hoa Lư")
    assert (event.instrument, event.period) == ("7-CT/TW", (2015, 2020))


def test_event_without_a_year_has_no_date() -> None:
    assert mentions("Sáng 12/3, xã Trường Yên tổng kết công tác thủy lợi.").event.date is None


def test_conference_that_looks_back_on_years_is_a_review() -> None:
    assert mentions("Hội nghị nghe báo cáo 5 năm thực hiện chương trình nước sạch.").event.type == "sơ kết"


def test_statements_of_an_article() -> None:
    text = LEAD + (
        "Trong năm qua, năng suất lúa được nâng lên rõ rệt.\n"
        "Bên cạnh đó còn một số hạn chế như: Việc cung ứng giống có nơi chưa kịp thời. Kênh mương ở vùng cao xuống cấp.\n"
        "Nguyên nhân là do mưa lũ kéo dài và thiếu vốn sửa chữa.\n"
        "Kết luận hội nghị, đồng chí Lò Thị Mười yêu cầu: Các xã nạo vét kênh mương trước vụ. Tăng cường tập huấn cho nông dân.\n"
        "Dịp này, UBND huyện tặng Giấy khen cho 3 tập thể và 7 cá nhân."
    )
    assert stated(text) == [
        ("result", "Trong năm qua, năng suất lúa được nâng lên rõ rệt."),
        ("limitation", "Việc cung ứng giống có nơi chưa kịp thời."),
        ("limitation", "Kênh mương ở vùng cao xuống cấp."),
        ("cause", "mưa lũ kéo dài và thiếu vốn sửa chữa."),
        ("task", "Các xã nạo vét kênh mương trước vụ."),
        ("task", "Tăng cường tập huấn cho nông dân."),
    ]


def test_long_clauses_behind_a_semicolon_are_statements_of_their_own() -> None:
    text = LEAD + (
        "Thời gian tới, các xã tiếp tục rà soát quy hoạch vùng trồng rau an toàn trên địa bàn; "
        "tổ chức tập huấn kỹ thuật chăm sóc cây ăn quả cho bà con ở các thôn."
    )
    assert [kind for kind, _ in stated(text)] == ["task", "task"]


def test_event_captions_and_awards_state_nothing() -> None:
    assert stated(LEAD + "Các đại biểu dự hội nghị.\nCó 5 tập thể và 8 cá nhân được khen thưởng.") == []


def test_awards() -> None:
    awards = mentions(LEAD + "Dịp này, Chủ tịch UBND huyện Hoa Lư tặng Giấy khen cho 3 tập thể và hai cá nhân.").awards
    assert (awards.collectives, awards.individuals, awards.form) == (3, 2, "Giấy khen")
    assert awards.by == "Chủ tịch UBND huyện Hoa Lư"


def test_report_sections_tell_the_kind() -> None:
    text = (
        "UBND HUYỆN HOA LƯ\nSố: 4/BC-UBND\nBÁO CÁO\nCông tác thủy lợi\nI. KẾT QUẢ\nĐã kiên cố 12 km kênh mương nội đồng.\n"
        "II. TỒN TẠI, HẠN CHẾ\nMột số trạm bơm đã cũ, hay hỏng hóc.\nIII. NHIỆM VỤ\nSửa chữa các trạm bơm trước mùa mưa."
    )
    assert [kind for kind, _ in stated(text)] == ["result", "limitation", "task"]


def test_json_is_plain() -> None:
    found = mentions_json(Header(), mentions(LEAD + "Chi 1,5 tỷ đồng cho 2/3 xã, đạt 66,7%."))
    assert found["header"] is None
    assert json.loads(json.dumps(found)) == found
    assert {
        "event",
        "quantities",
        "percentages",
        "durations",
        "statements",
        "people",
        "awards",
        "legal_refs",
        "units",
    } <= set(found)


def test_empty_document() -> None:
    assert read_mentions(Document(name="a", sha256="0", kind="txt", blocks=())) == Mentions(event=mentions("").event)
