"""Letterheads of agencies of a province: mass organisations, Party bodies, departments in short, bodies in a district."""

import pytest

from tongket.orgunits import load_hierarchy
from tongket.packs import load_pack
from tongket.reading import Document, ReportReader, read_document
from tongket.reading.door import Admitted, admit_bytes

AGENCIES = (
    "Văn phòng UBND tỉnh",
    "Liên đoàn Lao động tỉnh",
    "Tỉnh đoàn",
    "Hội Nông dân tỉnh",
    "Hội Cựu chiến binh tỉnh",
    "Hội Liên hiệp Phụ nữ tỉnh",
    "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
    "Ban Tuyên giáo Tỉnh ủy",
    "Ban Dân vận Tỉnh ủy",
    "Văn phòng Tỉnh ủy",
    "Ban Tổ chức Tỉnh ủy",
    "Ủy ban Kiểm tra Tỉnh ủy",
    "Sở Lao động - Thương binh và Xã hội",
    "Sở Nông nghiệp và Phát triển nông thôn",
    "Sở Kế hoạch và Đầu tư",
    "Sở Y tế",
    "Sở Nội vụ",
    "Viện Kiểm sát nhân dân tỉnh",
    "Tòa án nhân dân tỉnh",
    "Cục Thống kê tỉnh",
    "Đài Phát thanh và Truyền hình tỉnh",
    "Trường Chính trị tỉnh",
    "Bảo hiểm xã hội tỉnh",
    "Kho bạc Nhà nước tỉnh",
    "Chi cục Kiểm lâm",
    "Bộ Chỉ huy quân sự tỉnh",
    "Công an tỉnh",
    "Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
    "Ban Chỉ đạo khu vực phòng thủ tỉnh",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Ban Dân tộc tỉnh",
    "Ban Quản lý Khu kinh tế tỉnh",
    "Cục Thuế tỉnh",
)
PLACES = (
    "90;Tỉnh Thanh Giang;province;1;",
    "901;Huyện Sơn Khê;district;2;90",
    "902;Thành phố Thanh Giang;district;2;90",
)
BELOW = """
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Thanh Giang, ngày 12 tháng 12 năm 2022

BÁO CÁO
Kết quả thực hiện Nghị định số 21/2019/NĐ-CP năm 2022

I. KẾT QUẢ
Đã mở 3 lớp tập huấn.
"""
HEADS = (
    (
        "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM / LIÊN ĐOÀN LAO ĐỘNG TỈNH THANH GIANG / Số: 12/BC-LĐLĐ",
        "Liên đoàn Lao động tỉnh",
    ),
    ("LIÊN ĐOÀN LAO ĐỘNG TỈNH THANH GIANG / BAN THƯỜNG VỤ / Số: 12/BC-LĐLĐ", "Liên đoàn Lao động tỉnh"),
    ("LĐLĐ TỈNH THANH GIANG / Số: 12/BC-LĐLĐ", "Liên đoàn Lao động tỉnh"),
    ("TRUNG ƯƠNG ĐOÀN TNCS HỒ CHÍ MINH / TỈNH ĐOÀN THANH GIANG / Số: 31-BC/TĐTN-VP", "Tỉnh đoàn"),
    ("ĐOÀN TNCS HỒ CHÍ MINH / BCH TỈNH THANH GIANG / *** / Số: 31-BC/TĐTN", "Tỉnh đoàn"),
    ("BCH ĐOÀN TNCS HỒ CHÍ MINH TỈNH THANH GIANG / Số: 31-BC/TĐTN", "Tỉnh đoàn"),
    ("TỈNH ĐOÀN THANH GIANG / BAN THƯỜNG VỤ / Số: 31-BC/TĐTN", "Tỉnh đoàn"),
    ("ĐOÀN THANH NIÊN CỘNG SẢN HỒ CHÍ MINH / BAN CHẤP HÀNH TỈNH THANH GIANG / Số: 31-BC/TĐTN", "Tỉnh đoàn"),
    ("HỘI NÔNG DÂN VIỆT NAM / BCH TỈNH THANH GIANG / Số: 40-BC/HNDT", "Hội Nông dân tỉnh"),
    ("BCH HỘI NÔNG DÂN TỈNH THANH GIANG / BAN THƯỜNG VỤ / Số: 40-BC/HNDT", "Hội Nông dân tỉnh"),
    ("HỘI LHPN VIỆT NAM / BAN THƯỜNG VỤ TỈNH THANH GIANG / Số: 9/BC-BTV", "Hội Liên hiệp Phụ nữ tỉnh"),
    ("HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM / TỈNH THANH GIANG / Số: 9/BC-BTV", "Hội Liên hiệp Phụ nữ tỉnh"),
    ("HỘI CCB VIỆT NAM / TỈNH HỘI THANH GIANG / Số: 9/BC-CCB", "Hội Cựu chiến binh tỉnh"),
    ("HỘI CỰU CHIẾN BINH VIỆT NAM / HỘI CCB TỈNH THANH GIANG / Số: 9/BC-CCB", "Hội Cựu chiến binh tỉnh"),
    (
        "MẶT TRẬN TỔ QUỐC VIỆT NAM / ỦY BAN MTTQ VIỆT NAM TỈNH THANH GIANG / BAN THƯỜNG TRỰC / Số: 77/BC-MTTQ-BTT",
        "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
    ),
    (
        "ỦY BAN TRUNG ƯƠNG MTTQ VIỆT NAM / ỦY BAN MTTQVN TỈNH THANH GIANG / Số: 77/BC-MTTQ",
        "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
    ),
    ("UBMTTQ VIỆT NAM TỈNH THANH GIANG / Số: 77/BC-MTTQ", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
    ("TỈNH ỦY THANH GIANG / BAN TUYÊN GIÁO / * / Số 55-BC/BTGTU", "Ban Tuyên giáo Tỉnh ủy"),
    ("ĐẢNG BỘ TỈNH THANH GIANG / BAN DÂN VẬN TỈNH ỦY / * / Số 55-BC/BDVTU", "Ban Dân vận Tỉnh ủy"),
    ("TỈNH ỦY THANH GIANG / VĂN PHÒNG / * / Số 55-BC/VPTU", "Văn phòng Tỉnh ủy"),
    ("TỈNH ỦY THANH GIANG / ỦY BAN KIỂM TRA / * / Số 55-BC/UBKTTU", "Ủy ban Kiểm tra Tỉnh ủy"),
    ("TỈNH UỶ THANH GIANG / BAN TỔ CHỨC / * / Số 55-BC/BTCTU", "Ban Tổ chức Tỉnh ủy"),
    ("UBND TỈNH THANH GIANG / SỞ LAO ĐỘNG - TB&XH / Số: 5/BC-SLĐTBXH", "Sở Lao động - Thương binh và Xã hội"),
    ("UBND TỈNH THANH GIANG / SỞ LĐTBXH / Số: 5/BC-SLĐTBXH", "Sở Lao động - Thương binh và Xã hội"),
    ("UBND TỈNH THANH GIANG / SỞ NÔNG NGHIỆP & PTNT / Số: 5/BC-SNN", "Sở Nông nghiệp và Phát triển nông thôn"),
    ("UBND TỈNH THANH GIANG / SỞ NN&PTNT / Số: 5/BC-SNN", "Sở Nông nghiệp và Phát triển nông thôn"),
    ("UBND TỈNH THANH GIANG / SỞ KH&ĐT / Số: 5/BC-SKHĐT", "Sở Kế hoạch và Đầu tư"),
    ("UBND TỈNH THANH GIANG / SỞ VHTTDL / Số: 5/BC-SVHTTDL", "Sở Văn hóa, Thể thao và Du lịch"),
    ("UBND TỈNH THANH GIANG / SỞ VĂN HOÁ, THỂ THAO VÀ DU LỊCH / Số: 5/BC-SVHTTDL", "Sở Văn hóa, Thể thao và Du lịch"),
    ("UBND TỈNH THANH GIANG / VĂN PHÒNG / Số: 5/BC-VPUBND", "Văn phòng UBND tỉnh"),
    ("UBND TỈNH THANH GIANG / BAN DÂN TỘC / Số: 5/BC-BDT", "Ban Dân tộc tỉnh"),
    ("UBND TỈNH THANH GIANG / BAN QUẢN LÝ KHU KINH TẾ / Số: 5/BC-BQLKKT", "Ban Quản lý Khu kinh tế tỉnh"),
    (
        "VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO / VIỆN KIỂM SÁT NHÂN DÂN TỈNH THANH GIANG / Số: 5/BC-VKS",
        "Viện Kiểm sát nhân dân tỉnh",
    ),
    ("TÒA ÁN NHÂN DÂN TỐI CAO / TÒA ÁN NHÂN DÂN TỈNH THANH GIANG / Số: 5/BC-TA", "Tòa án nhân dân tỉnh"),
    ("TỔNG CỤC THUẾ / CỤC THUẾ TỈNH THANH GIANG / Số: 5/BC-CT", "Cục Thuế tỉnh"),
    ("KHO BẠC NHÀ NƯỚC / KHO BẠC NHÀ NƯỚC THANH GIANG / Số: 5/BC-KBTG", "Kho bạc Nhà nước tỉnh"),
    ("BẢO HIỂM XÃ HỘI VIỆT NAM / BẢO HIỂM XÃ HỘI TỈNH THANH GIANG / Số: 5/BC-BHXH", "Bảo hiểm xã hội tỉnh"),
    ("UBND TỈNH THANH GIANG / ĐÀI PHÁT THANH VÀ TRUYỀN HÌNH / Số: 5/BC-ĐPTTH", "Đài Phát thanh và Truyền hình tỉnh"),
    ("ĐÀI PT&TH TỈNH THANH GIANG / Số: 5/BC-PTTH", "Đài Phát thanh và Truyền hình tỉnh"),
    ("TỈNH ỦY THANH GIANG / TRƯỜNG CHÍNH TRỊ / Số: 5/BC-TCT", "Trường Chính trị tỉnh"),
    ("SỞ NÔNG NGHIỆP VÀ PTNT THANH GIANG / CHI CỤC KIỂM LÂM / Số: 5/BC-CCKL", "Chi cục Kiểm lâm"),
    ("BỘ ĐỘI BIÊN PHÒNG / BCH BĐBP TỈNH THANH GIANG / Số: 5/BC-BCH", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh"),
    ("BỘ TƯ LỆNH BĐBP / BỘ CHỈ HUY BĐBP TỈNH THANH GIANG / Số: 5/BC-BCH", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh"),
    ("QUÂN KHU 4 / BỘ CHQS TỈNH THANH GIANG / Số: 5/BC-BCH", "Bộ Chỉ huy quân sự tỉnh"),
    ("BCHQS TỈNH THANH GIANG / PHÒNG THAM MƯU / Số: 5/BC-PTM", ""),
    ("CỤC THỐNG KÊ THANH GIANG / Số: 5/BC-CTK", "Cục Thống kê tỉnh"),
    ("UBND TỈNH THANH GIANG / BAN CHỈ ĐẠO KVPT TỈNH / Số: 5/BC-BCĐ", "Ban Chỉ đạo khu vực phòng thủ tỉnh"),
    ("LIÊN ĐOÀN LAO ĐỘNG TỈNH THANH GIANG / LIÊN ĐOÀN LAO ĐỘNG HUYỆN SƠN KHÊ / Số: 5/BC-LĐLĐ", ""),
    ("TỈNH ĐOÀN THANH GIANG / HUYỆN ĐOÀN SƠN KHÊ / Số: 5-BC/HĐTN", ""),
    ("ĐOÀN TNCS HỒ CHÍ MINH / BCH HUYỆN SƠN KHÊ / Số: 5-BC/HĐTN", ""),
    ("HỘI LHPN TỈNH THANH GIANG / HỘI LHPN HUYỆN SƠN KHÊ / Số: 5-BC/BTV", ""),
    ("ỦY BAN MTTQ VIỆT NAM / HUYỆN SƠN KHÊ / Số: 5-BC/MTTQ", ""),
    ("ỦY BAN NHÂN DÂN TỈNH / SỞ Y TẾ / Số: 5/BC-SYT", "Sở Y tế"),
    ("SỞ NỘI VỤ TỈNH THANH GIANG / Số: 5/BC-SNV", "Sở Nội vụ"),
    ("ỦY BAN NHÂN DÂN / THÀNH PHỐ THANH GIANG / Số: 5/BC-UBND", "902"),
    ("THÀNH ỦY THANH GIANG / Số: 5-BC/TU", "902"),
    ("UBND TỈNH THANH GIANG / UBND TP. THANH GIANG / Số: 5/BC-UBND", "902"),
    ("UBND TP THANH GIANG / PHÒNG NỘI VỤ / Số: 5/BC-NV", ""),
)
"""Lines above, parted by strokes, and the unit that reports; "" where it is a body in a unit, for a person to assign."""


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> ReportReader:
    rows = ["code;name;kind;level;parent;valid_from;valid_to", *(f"{row};2004-01-01;" for row in PLACES)]
    rows += [f"{name};{name};agency;2;90;2004-01-01;" for name in AGENCIES]
    table = tmp_path_factory.mktemp("units") / "orgunits.csv"
    table.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return ReportReader.of(load_pack("nd21").framework, load_hierarchy(table, None))


@pytest.mark.parametrize(("head", "unit"), HEADS, ids=[head for head, _ in HEADS])
def test_the_unit_that_a_letterhead_names(reader: ReportReader, head: str, unit: str) -> None:
    admitted = admit_bytes((head.replace(" / ", "\n") + BELOW).encode(), name="a.txt")
    assert isinstance(admitted, Admitted)
    document = read_document(admitted)
    assert isinstance(document, Document)
    assert (reader.read(document).org_unit or "") == unit
