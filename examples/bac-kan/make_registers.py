"""Makes the registers and the task updates of the example: all of it invented, to show how the workbooks are used.

    python examples/bac-kan/make_registers.py

writes ``registers/`` and ``tasks/`` beside this file anew. The same numbers come out each time.
"""

import shutil
import sys
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

import openpyxl

from tongket.cli.tables import tables
from tongket.cli.task_files import standing_of
from tongket.conference import chain_of_conclusions, tasks_of
from tongket.exchange import TaskStore, read_task_workbook, register_workbook, save_tasks, task_workbook, write_workbook
from tongket.packs import load_conference
from tongket.registers import Line, Record, RegisterBook, computed

HERE = Path(__file__).parent
INVENTED = "số liệu giả định, để minh họa"
PACK, HIERARCHY = tables("nd21", HERE / "orgunits.csv", HERE / "changes.csv")
DICE = Random(2026)
NGAN_SON = "062"


def record(kind, unit, number, state, values, **lines):
    made = Record(
        id=f"{kind}-{unit}-{number:04d}", record_type=kind, org_unit=unit, state=state,
        values={k: Decimal(v) if isinstance(v, int | float) and not isinstance(v, bool) else v for k, v in values.items()},
        lines={code: tuple(Line(values=row) for row in rows) for code, rows in lines.items()},
    )
    return computed(made, PACK.registers[kind])


def exercises():
    """Communes of Ngân Sơn in turn, district and province; before and after the merger of 2020."""
    for year, names in ((2019, 3), (2020, 2), (2021, 2), (2022, 3), (2023, 2)):
        tree = HIERARCHY.on(date(year, 6, 30))
        communes = sorted(u.code for u in tree.children(NGAN_SON))
        for code in DICE.sample(communes, names):
            planned = date(year, 5, DICE.randint(1, 28))
            held = planned + timedelta(days=DICE.choice([0, 0, 7, 21]))
            rating = DICE.choice(["excellent", "good", "good", "passed"])
            yield record("exercises", code, year - 2018, "held", {
                "title": f"Diễn tập chiến đấu trong khu vực phòng thủ {tree[code].name} năm {year}", "level": "commune", "kind": "defence_zone",
                "planned_on": planned, "held_on": held, "days": 2, "rating": rating,
            })
    objectives = [
        {"objective": "Cấp ủy lãnh đạo, chính quyền điều hành chuyển trạng thái", "rating": "excellent", "strength": "Chỉ đạo thống nhất, đúng ý định"},
        {"objective": "Cơ quan quân sự, công an, ban, ngành tham mưu, phối hợp", "rating": "good", "strength": "Phối hợp nhịp nhàng",
         "improvement": "Bổ sung quy chế phối hợp giữa các ban, ngành", "owner": "Huyện Ngân Sơn", "product": "Quy chế được bổ sung", "due": date(2023, 3, 31), "done": date(2023, 3, 20)},
        {"objective": "Thông tin liên lạc, báo cáo", "rating": "passed", "improvement": "Tập huấn cán bộ xã về chế độ báo cáo",
         "owner": "Huyện Ngân Sơn", "product": "Kế hoạch và danh sách lớp tập huấn", "due": date(2024, 10, 31)},
        {"objective": "Bảo đảm hậu cần, phòng thủ dân sự", "rating": "good", "strength": "Bảo đảm đủ, đúng lúc"},
    ]
    yield record("exercises", NGAN_SON, 1, "held", {
        "title": "Diễn tập khu vực phòng thủ huyện Ngân Sơn năm 2022", "level": "district", "kind": "defence_zone",
        "planned_on": date(2022, 9, 12), "held_on": date(2022, 9, 14), "days": 3, "rating": "good",
    }, objectives=objectives, log=[{"on": date(2022, 9, 20), "text": "Họp rút kinh nghiệm", "by": "Văn phòng huyện"}])
    yield record("exercises", NGAN_SON, 2, "held", {
        "title": "Diễn tập ứng phó cháy rừng, tìm kiếm cứu nạn", "level": "district", "kind": "civil_defence",
        "planned_on": date(2021, 3, 20), "held_on": date(2021, 3, 20), "days": 1, "rating": "excellent",
    })
    yield record("exercises", "06", 1, "held", {
        "title": "Diễn tập khu vực phòng thủ tỉnh Bắc Kạn năm 2023", "level": "province", "kind": "defence_zone",
        "planned_on": date(2023, 10, 10), "held_on": date(2023, 10, 11), "days": 3, "rating": "excellent",
    })


def education():
    for year in range(2019, 2024):
        for n, (group, quota) in enumerate((("group_3", 60), ("group_4", 120)), start=1):
            held = date(year, 4 + n, 10)
            persons = quota - DICE.randint(0, 6)
            yield record("training_classes", NGAN_SON, (year - 2019) * 2 + n, "held", {
                "title": f"Lớp bồi dưỡng kiến thức quốc phòng và an ninh {n}/{year}", "subject": "defence_education", "group": group,
                "planned_on": held, "opened_on": held, "closed_on": held + timedelta(days=5), "quota": quota, "persons": persons, "attendances": persons * 5,
            })
    yield record("training_classes", "BK-STTTT", 1, "held", {
        "title": "Tập huấn an toàn thông tin cho cán bộ, công chức", "subject": "information_security", "group": "officials",
        "planned_on": date(2023, 6, 1), "opened_on": date(2023, 6, 5), "closed_on": date(2023, 6, 7), "quota": 220, "persons": 201, "attendances": 402,
    })
    for n, (title, day, persons) in enumerate((("Quán triệt Nghị định về khu vực phòng thủ", date(2019, 5, 20), 180), ("Quán triệt kết luận hội nghị sơ kết", date(2024, 9, 5), 165)), start=1):
        yield record("dissemination", NGAN_SON, n, "held", {
            "title": title, "planned_on": day, "held_on": day, "audience": "leaders", "persons_planned": 180, "persons": persons, "attendances": persons,
        })


def money():
    for year in range(2022, 2025):
        for n, (title, purpose, planned) in enumerate((("Diễn tập", "exercise", "1.2"), ("Công trình", "works", "3.5"), ("Bồi dưỡng kiến thức", "education", "0.4")), start=1):
            first = date(year, 2, 20) + timedelta(days=DICE.choice([0, 10, 45, 90]))
            half = Decimal(planned) / 2
            moves = [(first, "allocated", half), (first + timedelta(days=40), "allocated", half), (date(year, 6, 30), "disbursed", half), (date(year, 12, 10), "disbursed", half - Decimal("0.05"))]
            yield record("budget_lines", NGAN_SON, (year - 2022) * 3 + n, "allocated", {
                "title": f"{title}, năm {year}", "purpose": purpose, "year": year, "due_on": date(year, 3, 31), "planned": Decimal(planned),
            }, movements=[{"on": on, "movement": move, "amount": amount, "paper": "Quyết định của UBND huyện (giả định)"} for on, move, amount in moves])
    for n, (title, capital, done) in enumerate((("Nhà làm việc Ban Chỉ huy quân sự xã, đợt 1", "12.5", date(2022, 12, 20)), ("Đường liên xã kết hợp kinh tế - xã hội", "40", None)), start=1):
        yield record("works", "06", n, "completed" if done else "building", {
            "title": title, "planned_on": date(2023, 6 * n, 30), "completed_on": done, "capital": Decimal(capital), "progress": Decimal(100 if done else 65),
        }, movements=[{"on": date(2022, 6, 30), "amount": Decimal(capital) / 4}, {"on": date(2023, 6, 30), "amount": Decimal(capital) / 2}])
    for year in range(2021, 2024):
        total = DICE.randint(180, 240)
        paid = date(year, 7, 20)
        yield record("entitlements", NGAN_SON, year - 2020, "paid", {
            "title": f"Chi trả chế độ đợt tháng 7/{year}", "due_on": date(year, 7, 25), "paid_on": paid, "beneficiaries": total,
            "paid_in_time": total - DICE.randint(0, 9), "amount": Decimal("1.35"), "houses": DICE.randint(1, 4),
        })


def events():
    for n, (title, kind, start, days, limit) in enumerate((("Mưa lớn gây ngập ngầm tràn", "flood", date(2020, 8, 3), 1, 2), ("Sạt lở đường liên thôn", "landslide", date(2021, 7, 11), 6, 5), ("Cháy rừng khoảnh 12", "fire", date(2023, 4, 2), 1, 3)), start=1):
        yield record("situations", NGAN_SON, n, "closed", {
            "title": title, "kind": kind, "received_on": start, "responded_on": start, "due_on": start + timedelta(days=limit),
            "closed_on": start + timedelta(days=days), "work_days": 40 * n,
        })
    yield record("security_incidents", "BK-STTTT", 1, "closed", {
        "title": "Trang thông tin không truy cập được", "system": "Cổng thông tin nội bộ", "received_on": date(2023, 5, 3), "closed_on": date(2023, 5, 3), "hours": Decimal("6.5"),
    })
    seed = (
        ("Nội dung thực hiện ở một số nơi chưa cụ thể", "Chưa có hướng dẫn chi tiết", "Bộ Chỉ huy quân sự tỉnh", "Hướng dẫn xây dựng kế hoạch cụ thể đến cấp xã", date(2024, 12, 31), None),
        ("Kết hợp phát triển kinh tế - xã hội với quốc phòng có nơi chưa chặt chẽ", "Phối hợp thẩm định chưa thường xuyên", "Sở Tài chính", "Bổ sung bước lấy ý kiến trong quy trình thẩm định", date(2025, 3, 31), None),
        ("Huy động nguồn lực có lúc chưa kịp thời", "Phân bổ dồn vào cuối năm", "Sở Tài chính", "Hướng dẫn phân bổ trong quý đầu năm", date(2024, 11, 30), None),
        ("Bảo đảm an toàn thông tin còn khó khăn", "Thiếu cán bộ chuyên trách", "Sở Thông tin và Truyền thông", "Tập huấn, phê duyệt cấp độ an toàn hệ thống", date(2024, 12, 31), date(2024, 12, 15)),
    )
    for n, (title, cause, owner, remedy, due, done) in enumerate(seed, start=1):
        yield record("limitations", "06", n, "remedied" if done else "open", {
            "title": title, "noted_on": date(2024, 7, 25), "source": "Báo cáo sơ kết 05 năm", "cause": cause, "owner": owner, "remedy": remedy, "due": due, "done": done,
        })
    yield record("inspections", "06", 1, "held", {
        "title": "Kiểm tra thực hiện Nghị định tại huyện Ngân Sơn", "inspected": "Huyện Ngân Sơn", "planned_on": date(2023, 8, 15), "held_on": date(2023, 8, 16), "conclusion": "21/KL-BCĐ (giả định)",
    }, recommendations=[{"deed": "Kiện toàn Ban Chỉ đạo sau khi thay đổi nhân sự", "owner": "Huyện Ngân Sơn", "due": date(2023, 10, 31), "done": date(2023, 10, 12)}])
    for n, (name, caption, consent) in enumerate((("anh-01.jpg", "Các đại biểu dự hội nghị", True), ("anh-02.jpg", "Trao Bằng khen cho tập thể", True), ("anh-03.jpg", "Đại biểu trao đổi bên lề hội nghị", False)), start=1):
        yield record("photos", "06", n, "collected", {"file": name, "caption": caption, "taken_on": date(2024, 7, 25), "consent": consent, "approved": True, "by": "Văn phòng UBND tỉnh"})


def write_registers():
    books = {}
    for source in (exercises, education, money, events):
        for one in source():
            books.setdefault((one.record_type, one.org_unit), []).append(one)
    for folder in (HERE / "registers").glob("*/"):
        shutil.rmtree(folder)
    for (kind, unit), records in sorted(books.items()):
        book = RegisterBook(record_type=kind, org_unit=unit, records=tuple(sorted(records, key=lambda r: r.id)))
        made = register_workbook(PACK.registers[kind], book, unit_name=HIERARCHY.history(unit)[-1].name, pack=f"nd21; {INVENTED}", blank=3)
        path = HERE / "registers" / kind / f"{kind}-{unit}.xlsx"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_workbook(made, path)


UPDATES = {
    "2024-10-15": [
        ("KL1.062", "hoàn thành", "87/KH-UBND", date(2024, 9, 24), "Văn phòng huyện Ngân Sơn"),
        ("KL1.058", "hoàn thành", "102/KH-UBND", date(2024, 10, 8), "Văn phòng thành phố"),
        ("KL1.066", "đang làm", "", None, "Văn phòng huyện Na Rì"),
        ("KL6", "hoàn thành", "1204/VP-TH", date(2024, 9, 12), "Phòng Tổng hợp"),
        ("KL3", "đang làm", "", None, "Phòng Ngân sách"),
    ],
    "2025-01-20": [
        ("KL1.061", "hoàn thành", "15/KH-UBND", date(2024, 9, 30), "Văn phòng huyện Ba Bể"),
        ("KL1.064", "hoàn thành", "133/KH-UBND", date(2024, 11, 4), "Văn phòng huyện Chợ Đồn"),
        ("KL2.BK-CAT", "hoàn thành", "Quy chế phối hợp bổ sung", date(2024, 10, 28), "Phòng Tham mưu Công an tỉnh"),
        ("KL2.BK-STC", "hoàn thành", "Quy chế phối hợp bổ sung", date(2024, 12, 2), "Văn phòng Sở Tài chính"),
        ("KL3", "hoàn thành", "2311/STC-NS", date(2024, 11, 27), "Phòng Ngân sách"),
    ],
    "2025-06-10": [
        ("KL4", "hoàn thành", "45/BC-BCH", date(2025, 3, 28), "Ban Tác huấn"),
        ("KL5", "đang làm", "", None, "Phòng Công nghệ thông tin"),
        ("KL1.063", "hoàn thành", "19/KH-UBND", date(2025, 5, 30), "Văn phòng huyện Bạch Thông"),
    ],
}
LABELS = {"state": "Đơn vị tự đánh giá", "evidence": "Minh chứng (văn bản, sản phẩm)", "day": "Ngày của minh chứng", "by": "Người báo cáo",
          "ok": "Đạt yêu cầu", "judge": "Người thẩm định", "judged": "Ngày thẩm định"}


def write_tasks():
    folder = HERE / "tasks"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    conference = load_conference(HERE / "conference.yaml", framework=PACK.framework, hierarchy=HIERARCHY).conference
    tasks = tasks_of(conference, HIERARCHY)
    chain = chain_of_conclusions(conference, tasks)
    store, _ = TaskStore(illustrative=True).with_links(chain.links, chain.words).with_tasks(tasks, conference.held_on)
    for text, rows in UPDATES.items():
        on = date.fromisoformat(text)
        standing = standing_of(store, HIERARCHY, PACK.work_calendar, on)
        book = task_workbook(standing.found, title="Sổ theo dõi kết luận và nhiệm vụ", note=f"Cập nhật {on:%d/%m/%Y}; {INVENTED}", on=on, office=True)
        path = folder / f"cap-nhat-{text}.xlsx"
        write_workbook(book, path)
        fill(path, rows, on)
        _, events, problems = read_task_workbook(path, store.tasks, on)
        if problems:
            sys.exit(str(problems))
        store = store.with_events(events)
    save_tasks(store, folder / "nhiem-vu.json")


def fill(path, rows, on):
    file = openpyxl.load_workbook(path)
    sheet = file.worksheets[0]
    head = {cell.value: cell.column for cell in sheet[3]}
    places = {sheet.cell(r, 1).value: r for r in range(4, sheet.max_row + 1)}
    for code, state, evidence, day, by in rows:
        cells = {"state": state, "evidence": evidence or None, "day": day, "by": by}
        if evidence:
            cells |= {"ok": "có", "judge": "Văn phòng Ủy ban nhân dân tỉnh", "judged": on}
        for name, value in cells.items():
            sheet.cell(places[code], head[LABELS[name]]).value = value
    file.properties.creator = file.properties.lastModifiedBy = ""
    file.save(path)


write_registers()
write_tasks()
