"""Names of provinces, past and present: they tell where the name of a place ends and that of a person begins."""

LIST = """An Giang;Bà Rịa - Vũng Tàu;Bắc Giang;Bắc Kạn;Bắc Cạn;Bạc Liêu;Bắc Ninh;Bến Tre;Bình Định;Bình Dương;Bình Phước;
Bình Thuận;Cà Mau;Cần Thơ;Cao Bằng;Đà Nẵng;Đắk Lắk;Đắc Lắc;Đắk Nông;Đắc Nông;Điện Biên;Đồng Nai;Đồng Tháp;Gia Lai;
Hà Giang;Hà Nam;Hà Nội;Hà Tĩnh;Hải Dương;Hải Phòng;Hậu Giang;Hòa Bình;Hoà Bình;Hưng Yên;Khánh Hòa;Khánh Hoà;Kiên Giang;
Kon Tum;Lai Châu;Lâm Đồng;Lạng Sơn;Lào Cai;Long An;Nam Định;Nghệ An;Ninh Bình;Ninh Thuận;Phú Thọ;Phú Yên;Quảng Bình;
Quảng Nam;Quảng Ngãi;Quảng Ninh;Quảng Trị;Sóc Trăng;Sơn La;Tây Ninh;Thái Bình;Thái Nguyên;Thanh Hóa;Thanh Hoá;
Thừa Thiên Huế;Thừa Thiên - Huế;Tiền Giang;Hồ Chí Minh;Trà Vinh;Tuyên Quang;Vĩnh Long;Vĩnh Phúc;Yên Bái;Huế;Hà Tây"""
PROVINCES = tuple(sorted((" ".join(name.split()) for name in LIST.split(";")), key=len, reverse=True))
"""Longest first."""
