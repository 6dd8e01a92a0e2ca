"""Family names of Vietnam, of the Kinh and of the other peoples, as they are written."""

SURNAMES = frozenset(
    """
    An Ân Âu Bá Bạch Bàn Bành Bảo Bế Biện Bồ Bùi Ca Cà Cái Cam Cao Cát Cầm Cấn Chẩu Chảo Châu Chế Chềnh Chu Chúc Chương
    Chử Chung Cù Cư Cứ Cự Cung Danh Diêm Diệp Doãn Dương Dư Đàm Đan Đào Đặng Đèo Đậu Điền Điêu Điểu Đinh Đoàn Đổng
    Đỗ Đồng Đới Đường Giả Giang Giàng Giáp Hà Hạ Hàn Hàng Hạng Hầu Hình Hoa Hoàng Hoàn Hồ Hồng Hờ Hùng Hứa Huỳnh Huyền
    Kha Khà Khâu Khổng Khuất Khúc Khương Kiên Kiều Kim La Lã Lại Lãnh Lăng Lâm Lầu Lê Lèng Liên Liêu Liễu Linh Lò Lô Lộc
    Lỗ Lỡ Lục Luân Luyện Lương Lường Lưu Lừu Lý Lỳ Ly Ma Mã Mạc Mạch Mai Man Mạnh Mào Mẫn Mâu Mè Mông Mùa Ngân Nghiêm Ngô
    Ngôn Ngọc Nguỵ Ngụy Nguyễn Ngưu Nhan Nhâm Nhữ Ninh Nình Nông Ông Phàn Phan Phạm Phí Phó Phong Phu Phù Phú Phùng Phương
    Quách Quan Quản Quàng Quyền Sa Sái Sằm Sần Sầm Sìn Sình Sỹ Sùng Sơn Tạ Tào Tán Tăng Tẩn Thạch Thái Thang Thanh Thào
    Thân Thẩm Thập Thi Thiều Thịnh Tiêu Tiết Tòng Tô Tôn Tống Trà Trác Trang Trần Tráng Triệu Triều Trịnh Trưng Trương
    Từ Tường Ty Uông Ưng Ứng Vàng Vạn Văn Vầy Vi Viêm Viên Võ Vòng Vừ Vũ Vương Xa Xồng Xung Ya Yên Cháng Chang Mỵ Ngải
    Tương Khang Lai Lềnh Lù Lùng Nùng Phụng Phượng Tất Tề Thèn Ung Vân Vù Ức
    A Y H' K' Ksor Siu Nay Rơ Rah Ra Kpă Kpa Rmah Rcom Niê Bloong Alăng Zơrâm Bríu Bhling Pơloong
    Tơ Ayun Êban Mlô Hwing Krông Liêng Cil Kon Đa Kră Lơ Bon Cơ Chamalé Katơr Pi Pinăng Blúp
    """.split()
)
"""The first word of a person's name."""
