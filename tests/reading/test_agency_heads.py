"""Letterheads of agencies of a province: mass organisations, Party bodies, departments in short, bodies in a district."""

from pathlib import Path

import pytest

from tongket.orgunits import load_hierarchy
from tongket.packs import load_pack
from tongket.reading import Document, ReportReader, read_document
from tongket.reading.door import Admitted, admit_bytes
from tongket.reports import Report

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
    "90;Tỉnh Thanh Giang;province;1;", "901;Huyện Sơn Khê;district;2;90", "902;Thành phố Thanh Giang;district;2;90",
    "903;Thị xã Hoàng Lâm;district;2;90", "904;Huyện Trường Thủy;district;2;90", "90101;Xã Yên Thủy;commune;3;901", "90201;Xã Yên Thủy;commune;3;902",
    "90102;Thị trấn Sơn Khê;commune;3;901", "90301;Phường Hoàng Lâm;commune;3;903", "90302;Phường Cây Đa;commune;3;903",
)  # fmt: skip
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
    ("HUYỆN SƠN KHÊ / ỦY BAN NHÂN DÂN / Số: 5/BC-UBND", "901"),
    ("TỈNH THANH GIANG / HUYỆN SƠN KHÊ / ỦY BAN NHÂN DÂN / Số: 5/BC-UBND", "901"),
    ("HUYỆN SƠN KHÊ / UBND XÃ YÊN THỦY / Số: 5/BC-UBND", "90101"),
    ("UBND THÀNH PHỐ THANH GIANG / XÃ YÊN THỦY / Số: 5/BC-UBND", "90201"),
    ("THÀNH PHỐ THANH GIANG / UBND XÃ YÊN THỦY / Số: 5/BC-UBND", "90201"),
    ("THỊ XÃ HOÀNG LÂM / BCĐ KHU VỰC PHÒNG THỦ / Số: 5/BC-BCĐ", "903"),
    ("UBND THỊ XÃ HOÀNG LÂM / BAN CHỈ ĐẠO KVPT / Số: 5/BC-BCĐ", "903"),
    ("THỊ ỦY HOÀNG LÂM / BAN CHỈ ĐẠO / KHU VỰC PHÒNG THỦ / Số: 5/BC-BCĐ", "903"),
    ("BAN CHỈ ĐẠO KVPT THỊ XÃ HOÀNG LÂM / Số: 5/BC-BCĐ", "903"),
    ("BAN CHỈ ĐẠO KHU VỰC PHÒNG THỦ / THỊ XÃ HOÀNG LÂM / Số: 5/BC-BCĐ", "903"),
    ("ĐẢNG ỦY - UBND / XÃ YÊN THỦY, HUYỆN SƠN KHÊ / Số: 5/BC", "90101"),
    ("BCHQS TỈNH THANH GIANG / BCHQS HUYỆN SƠN KHÊ / Số: 5/BC-BCH", "901"),
    ("BỘ CHỈ HUY QUÂN SỰ TỈNH THANH GIANG / BAN CHỈ HUY QUÂN SỰ HUYỆN SƠN KHÊ / Số: 5/BC-BCH", "901"),
    ("BAN CHỈ HUY QUÂN SỰ / HUYỆN SƠN KHÊ / Số: 5/BC-BCH", "901"),
    ("HUYỆN SƠN KHÊ / BAN CHỈ HUY QUÂN SỰ / Số: 5/BC-BCH", "901"),
    ("UBND H. SƠN KHÊ / Số: 5/BC-UBND", "901"),
    ("UBND TX. HOÀNG LÂM / Số: 5/BC-UBND", "903"),
    ("UBND TT. SƠN KHÊ / Số: 5/BC-UBND", "90102"),
    ("UBND THỊ TRẤN SƠN KHÊ / HUYỆN SƠN KHÊ / Số: 5/BC-UBND", "90102"),
    ("UBND PHƯỜNG HOÀNG LÂM / THỊ XÃ HOÀNG LÂM / Số: 5/BC-UBND", "90301"),
    ("HĐND - UBND HUYỆN SƠN KHÊ / Số: 5/BC-UBND", "901"),
    ("HUYỆN ỦY - HĐND - UBND / HUYỆN SƠN KHÊ / Số: 5/BC", "901"),
    ("UBND TỈNH THANH GIANG / CÔNG AN TỈNH / Số: 5/BC-CAT", "Công an tỉnh"),
    ("CÔNG AN TỈNH THANH GIANG / PHÒNG PV01 / Số: 5/BC-PV01", ""),
    ("CÔNG AN TỈNH THANH GIANG / CÔNG AN HUYỆN SƠN KHÊ / Số: 5/BC-CAH", ""),
    ("UBND HUYỆN SƠN KHÊ / PHÒNG TÀI CHÍNH - KẾ HOẠCH / Số: 5/BC-TCKH", ""),
    ("UBND HUYỆN SƠN KHÊ / VĂN PHÒNG HĐND VÀ UBND / Số: 5/BC-VP", ""),
    ("UỶ BAN NHÂN DÂN HUYỆN SƠN KHÊ TỈNH THANH GIANG / Số 5/BC-UBND", "901"),
    ("HỘI ĐỒNG NHÂN DÂN HUYỆN SƠN KHÊ / Số 5/BC-HĐND", "901"),
    ("UBND HUYỆN SƠN-KHÊ / Số 5/BC-UBND", "901"),
    ("UBND TỈNH THANH GIANG / SỞ TÀI CHÍNH / Số 5/BC-STC", ""),
    ("BCH ĐOÀN TỈNH THANH GIANG / *** / Số: 31-BC/TĐTN", "Tỉnh đoàn"),
    ("ĐOÀN TNCS HỒ CHÍ MINH / BAN CHẤP HÀNH ĐOÀN TỈNH THANH GIANG / Số: 31-BC/TĐTN", "Tỉnh đoàn"),
    ("TW ĐOÀN TNCS HỒ CHÍ MINH / BCH TỈNH THANH GIANG / Số: 31-BC/TĐTN", "Tỉnh đoàn"),
    ("ĐOÀN THANH NIÊN CỘNG SẢN / HỒ CHÍ MINH / BAN CHẤP HÀNH TỈNH THANH GIANG / Số: 31-BC/TĐTN", "Tỉnh đoàn"),
    ("MẶT TRẬN TỔ QUỐC VIỆT NAM / TỈNH THANH GIANG / Số: 31/BC-MTTQ", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
    ("MTTQ VIỆT NAM TỈNH THANH GIANG / BAN THƯỜNG TRỰC / Số: 31/BC-MTTQ", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
    ("BCH TW HỘI NÔNG DÂN VN / HỘI NÔNG DÂN TỈNH THANH GIANG / Số: 31/BC-HND", "Hội Nông dân tỉnh"),
    ("ỦY BAN NHÂN DÂN HUYỆN / TRƯỜNG THỦY / Số: 5/BC-UBND", "904"),
    ("HUYỆN ỦY SƠN KHÊ / BAN CHỈ ĐẠO KVPT HUYỆN / Số: 5-BC/BCĐ", "901"),
)
"""Lines above, parted by strokes, and the unit that reports; "" where it is a body in a unit, for a person to assign."""


WITHOUT_HEADS = (
    (
        "ĐẢNG BỘ HUYỆN SƠN KHÊ / ĐẢNG ỦY XÃ YÊN THỦY / * / Số 05-BC/ĐU / ĐẢNG CỘNG SẢN VIỆT NAM / Yên Thủy, ngày 3 tháng 12 năm 2022 / BÁO CÁO / Kết quả thực hiện Nghị định số 21/2019/NĐ-CP năm 2022 /  / I. KẾT QUẢ / Đã mở 3 lớp tập huấn.",
        "90101",
    ),
    (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc /  / BÁO CÁO / kết quả thực hiện Nghị định 21 năm 2022 của UBND huyện Sơn Khê /  / I. KẾT QUẢ / Đã mở 3 lớp tập huấn.",
        "901",
    ),
    (
        "BÁO CÁO / Kết quả thực hiện Nghị định số 21/2019/NĐ-CP trên địa bàn huyện Sơn Khê năm 2022 /  / I. KẾT QUẢ / Đã mở 3 lớp tập huấn.",
        "901",
    ),
    (
        "BÁO CÁO CỦA HUYỆN SƠN KHÊ / VỀ THỰC HIỆN NHIỆM VỤ KHU VỰC PHÒNG THỦ NĂM 2022 /  / I. KẾT QUẢ / Đã mở 3 lớp tập huấn.",
        "901",
    ),
    (
        "Đơn vị: UBND huyện Sơn Khê / BÁO CÁO / Kết quả thực hiện Nghị định số 21/2019/NĐ-CP năm 2022 /  / I. KẾT QUẢ / Đã mở 3 lớp tập huấn.",
        "901",
    ),
    (
        "Đơn vị báo cáo: Huyện Sơn Khê / BÁO CÁO / Kết quả thực hiện Nghị định số 21/2019/NĐ-CP năm 2022 /  / I. KẾT QUẢ / Đã mở 3 lớp tập huấn.",
        "901",
    ),
    ("ĐƠN VỊ: THỊ XÃ HOÀNG LÂM / BIỂU TỔNG HỢP KẾT QUẢ NĂM 2022 /  / I. KẾT QUẢ / Đã mở 3 lớp tập huấn.", "903"),
    (
        "BÁO CÁO / Kết quả thực hiện Nghị định số 21/2019/NĐ-CP năm 2022 /  / I. KẾT QUẢ / Đã mở 3 lớp tập huấn. /  / Nơi nhận: / - UBND tỉnh; / - Lưu: VT. / TM. ỦY BAN NHÂN DÂN HUYỆN SƠN KHÊ / CHỦ TỊCH /  / Nguyễn Văn A",
        "901",
    ),
    (
        "Số: 5/BC-UBND / Sơn Khê, ngày 5 tháng 12 năm 2022 / BÁO CÁO / Kết quả thực hiện Nghị định số 21/2019/NĐ-CP năm 2022 /  / I. KẾT QUẢ / Đã mở 3 lớp tập huấn. /  / TM. UBND HUYỆN / CHỦ TỊCH /  / Nguyễn Văn A",
        "",
    ),
    (
        "Kính gửi: Ủy ban nhân dân tỉnh Thanh Giang /  / Thực hiện Công văn số 12/UBND-NC, UBND huyện Sơn Khê báo cáo kết quả thực hiện Nghị định 21 năm 2022 như sau: /  / I. KẾT QUẢ / Đã mở 3 lớp tập huấn.",
        "901",
    ),
    (
        "UBND HUYỆN SƠN KHÊ / Số: 5/BC-UBND / CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc / Thanh Giang, ngày 12 tháng 12 năm 2022 /  / BÁO CÁO / Kết quả thực hiện Nghị định 21 giai đoạn 2019 - 2023 của huyện Sơn Khê /  / I. KẾT QUẢ / Đã mở 3 lớp tập huấn.",
        "901",
    ),
    (
        "UBND TỈNH THANH GIANG / UBND HUYỆN SƠN KHÊ / PHỤ LỤC 1 / KẾT QUẢ NĂM 2022 / (Kèm theo Báo cáo số 5/BC-UBND ngày 3/12/2022) /  / I. KẾT QUẢ / Đã mở 3 lớp tập huấn.",
        "901",
    ),
    ("PHỤ LỤC / KẾT QUẢ THỰC HIỆN NHIỆM VỤ KVPT NĂM 2022 HUYỆN SƠN KHÊ /  / I. KẾT QUẢ / Đã mở 3 lớp tập huấn.", "901"),
    (
        "Uỷ ban nhân dân huyện Sơn Khê / Số 5/BC-UBND / Cộng hoà xã hội chủ nghĩa Việt Nam / Độc lập - Tự do - Hạnh phúc / BÁO CÁO / Kết quả thực hiện Nghị định số 21/2019/NĐ-CP năm 2022 /  / I. KẾT QUẢ / Đã mở 3 lớp tập huấn.",
        "901",
    ),
    (
        "BCH TỈNH THANH GIANG / *** / Số: 31-BC/TĐTN / ĐOÀN TNCS HỒ CHÍ MINH / Thanh Giang, ngày 12 tháng 12 năm 2022 / BÁO CÁO / Kết quả thực hiện Nghị định 21 năm 2022",
        "Tỉnh đoàn",
    ),
    (
        "BAN THƯỜNG VỤ TỈNH THANH GIANG / Số: 31-BC/HPN / HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM / Thanh Giang, ngày 12 tháng 12 năm 2022 / BÁO CÁO / Kết quả thực hiện Nghị định 21 năm 2022",
        "Hội Liên hiệp Phụ nữ tỉnh",
    ),
)
"""Documents of which the letterhead is another's, or says nothing."""


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> ReportReader:
    rows = ["code;name;kind;level;parent;valid_from;valid_to", *(f"{row};2004-01-01;" for row in PLACES)]
    rows += [f"{name};{name};agency;2;90;2004-01-01;" for name in AGENCIES]
    table = tmp_path_factory.mktemp("units") / "orgunits.csv"
    table.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return ReportReader.of(load_pack("nd21").framework, load_hierarchy(table, None))


def read(reader: ReportReader, text: str, name: str = "a.txt") -> Report:
    admitted = admit_bytes(text.encode(), name=name)
    assert isinstance(admitted, Admitted)
    document = read_document(admitted)
    assert isinstance(document, Document)
    return reader.read(document)


@pytest.mark.parametrize(("head", "unit"), HEADS, ids=[head for head, _ in HEADS])
def test_the_unit_that_a_letterhead_names(reader: ReportReader, head: str, unit: str) -> None:
    assert (read(reader, head.replace(" / ", "\n") + BELOW).org_unit or "") == unit


@pytest.mark.parametrize(("text", "unit"), WITHOUT_HEADS)
def test_the_unit_that_another_place_names(reader: ReportReader, text: str, unit: str) -> None:
    report = read(reader, text.replace(" / ", "\n"))
    assert (report.org_unit or "", str(report.period)) == (unit, "2019/2023" if "giai đoạn" in text else "2022")


@pytest.mark.parametrize(
    ("name", "unit", "period"),
    [
        ("reports/2021/huyen Son Khe.txt", "901", "2021"),
        ("reports/Thi xa Hoang Lam/BC KVPT 2019-2023.txt", "903", "2019/2023"),
        ("reports/2022/CAT.txt", "Công an tỉnh", "2022"),
        ("huyen Son Khe 2021.txt", "901", "2021"),
        ("bao-cao-12.txt", "", "None"),
        ("tinh Thanh Giang 2023/bao-cao-12.txt", "", "None"),
        ("/du-lieu/huyen Son Khe/2021/bao-cao-12.txt", "", "None"),
        ("C:/huyen Son Khe/2021/bao-cao-12.txt", "", "None"),
    ],
)
def test_what_a_file_name_and_its_folders_tell(reader: ReportReader, name: str, unit: str, period: str) -> None:
    report = read(reader, "BÁO CÁO\nKết quả thực hiện Nghị định số 21/2019/NĐ-CP\n\nĐã mở 3 lớp tập huấn.\n", name)
    assert (report.org_unit or "", str(report.period)) == (unit, period)
    told = ["period_by_file_name", "unit_by_file_name"] if unit else ["unit_not_named"]
    assert [p.code for p in report.problems] == told


def test_who_gave_help_is_not_who_reports(reader: ReportReader) -> None:
    text = "BÁO CÁO\nKết quả năm 2022\n\nThực hiện kế hoạch, Sở Y tế đã hướng dẫn các xã; Công an tỉnh tổ chức 3 lớp.\n"
    assert reader_of(reader, text) == ("", "unit_not_named")


def test_the_unit_is_shown_as_it_is_written(reader: ReportReader) -> None:
    text = "BÁO CÁO\nKết quả năm 2022\n\nĐã mở 3 lớp.\nTM. UBND huyện Sơn Khê\nCHỦ TỊCH\n"
    assert read(reader, text).unit_as_written == "UBND huyện Sơn Khê"


def reader_of(reader: ReportReader, text: str) -> tuple[str, str]:
    report = read(reader, text)
    return report.org_unit or "", " ".join(p.code for p in report.problems)


SHORT = {
    "Liên đoàn Lao động tỉnh": "LĐLĐ tỉnh", "Hội Cựu chiến binh tỉnh": "Hội CCB tỉnh",
    "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh": "Ủy ban MTTQ Việt Nam tỉnh", "Bộ Chỉ huy quân sự tỉnh": "Bộ CHQS tỉnh",
    "Sở Nông nghiệp và Phát triển nông thôn": "Sở NN&PTNT", "Sở Lao động - Thương binh và Xã hội": "Sở LĐ-TB&XH",
}  # fmt: skip


@pytest.mark.parametrize(("head", "unit"), [(head, unit) for head, unit in HEADS if unit in SHORT])
def test_a_table_may_write_the_names_of_units_in_short(tmp_path: Path, head: str, unit: str) -> None:
    rows = ["code;name;kind;level;parent;valid_from;valid_to", *(f"{row};2004-01-01;" for row in PLACES)]
    rows += [f"{name};{SHORT[name]};agency;2;90;2004-01-01;" for name in SHORT]
    (tmp_path / "orgunits.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    reader = ReportReader.of(load_pack("nd21").framework, load_hierarchy(tmp_path / "orgunits.csv", None))
    assert read(reader, head.replace(" / ", "\n") + BELOW).org_unit == unit
