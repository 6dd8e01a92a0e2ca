"""Family names of Vietnam, of the Kinh and of the other peoples, as they are written."""

LIST = """
    A Alăng An Ayun Bhling Biện Bloong Blúp Bon Bríu Bàn Bành Bá Bùi Bạch Bảo Bế Bồ Ca Cam Cao Chamalé Chang
    Chu Chung Cháng Châu Chúc Chương Chảo Chẩu Chế Chềnh Chử Cil Cung Cà Cái Cát Cù Cơ Cư Cấn Cầm Cứ Cự Danh
    Diêm Diệp Doãn Dư Dương Giang Giàng Giáp Giả H' Hoa Hoàn Hoàng Huyền Huỳnh Hwing Hà Hàn Hàng Hình Hùng Hạ
    Hạng Hầu Hồ Hồng Hờ Hứa K' Katơr Kha Khang Khuất Khà Khâu Khúc Khương Khổng Kim Kiên Kiều Kon Kpa Kpă
    Krông Kră Ksor La Lai Linh Liên Liêng Liêu Liễu Luyện Luân Ly Lâm Lã Lãnh Lèng Lê Lò Lô Lù Lùng Lý Lăng Lơ
    Lưu Lương Lường Lại Lầu Lềnh Lỗ Lộc Lỡ Lục Lừu Lỳ Ma Mai Man Mlô Mào Mâu Mã Mè Mông Mùa Mạc Mạch Mạnh Mẫn
    Mỵ Nay Nghiêm Nguyễn Nguỵ Ngân Ngô Ngôn Ngưu Ngải Ngọc Ngụy Nhan Nhâm Nhữ Ninh Niê Nình Nông Nùng Phan
    Phong Phu Phàn Phí Phù Phùng Phú Phương Phượng Phạm Phụng Pi Pinăng Pơloong Quan Quyền Quàng Quách
    Quản Ra Rah Rcom Rmah Rơ Sa Siu Sái Sìn Sình Sùng Sơn Sầm Sần Sằm Sỹ Thang Thanh Thi Thiều Thào Thái Thân
    Thèn Thạch Thẩm Thập Thịnh Tiêu Tiết Trang Triều Triệu Trà Trác Tráng Trưng Trương Trần Trịnh Ty Tào Tán
    Tòng Tô Tôn Tăng Tơ Tương Tường Tạ Tất Tẩn Tề Tống Từ Ung Uông Vi Viêm Viên Vàng Vân Vòng Võ Vù Văn Vũ
    Vương Vạn Vầy Vừ Xa Xung Xồng Y Ya Yên Zơrâm Ân Âu Êban Đa Đan Đinh Điêu Điền Điểu Đoàn Đàm Đào Đèo
    Đường Đậu Đặng Đồng Đổng Đỗ Đới Ưng Ức Ứng
"""
SURNAMES = frozenset(LIST.split())
"""The first word of a person's name."""
