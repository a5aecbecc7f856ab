/**
 * Districts of the 63 provinces before July 2025, from public lists of administrative codes (MIT): a line for each
 * province, its name, what it was merged into in 2025 if it was, its districts, and, where there are such, names that
 * another province has in these lists and that it had before: Kỳ Sơn (Hòa Bình) until 2019, Tân Hiệp (Hậu Giang, today
 * Ngã Bảy) in 2005 and 2006, the others in times that biographies and histories speak of.
 */
const LINES = `
Hà Nội||Ba Đình,Hoàn Kiếm,Tây Hồ,Long Biên,Cầu Giấy,Đống Đa,Hai Bà Trưng,Hoàng Mai,Thanh Xuân,Sóc Sơn,Đông Anh,Gia Lâm,Nam Từ Liêm,Thanh Trì,Bắc Từ Liêm,Mê Linh,Hà Đông,Sơn Tây,Ba Vì,Phúc Thọ,Đan Phượng,Hoài Đức,Quốc Oai,Thạch Thất,Chương Mỹ,Thanh Oai,Thường Tín,Phú Xuyên,Ứng Hòa,Mỹ Đức
Hà Giang|Tuyên Quang|Hà Giang,Đồng Văn,Mèo Vạc,Yên Minh,Quản Bạ,Vị Xuyên,Bắc Mê,Hoàng Su Phì,Xín Mần,Bắc Quang,Quang Bình
Cao Bằng||Cao Bằng,Bảo Lâm,Bảo Lạc,Hà Quảng,Trùng Khánh,Hạ Lang,Quảng Hòa,Hòa An,Nguyên Bình,Thạch An|Ba Bể,Ngân Sơn
Bắc Kạn|Thái Nguyên|Bắc Kạn,Pác Nặm,Ba Bể,Ngân Sơn,Bạch Thông,Chợ Đồn,Chợ Mới,Na Rì
Tuyên Quang||Tuyên Quang,Lâm Bình,Na Hang,Chiêm Hóa,Hàm Yên,Yên Sơn,Sơn Dương
Lào Cai||Lào Cai,Bát Xát,Mường Khương,Si Ma Cai,Bắc Hà,Bảo Thắng,Bảo Yên,Sa Pa,Văn Bàn
Điện Biên||Điện Biên Phủ,Mường Lay,Mường Nhé,Mường Chà,Tủa Chùa,Tuần Giáo,Điện Biên,Điện Biên Đông,Mường Ảng,Nậm Pồ
Lai Châu||Lai Châu,Tam Đường,Mường Tè,Sìn Hồ,Phong Thổ,Than Uyên,Tân Uyên,Nậm Nhùn
Sơn La||Sơn La,Quỳnh Nhai,Thuận Châu,Mường La,Bắc Yên,Phù Yên,Mộc Châu,Yên Châu,Mai Sơn,Sông Mã,Sốp Cộp,Vân Hồ
Yên Bái|Lào Cai|Yên Bái,Nghĩa Lộ,Lục Yên,Văn Yên,Mù Căng Chải,Trấn Yên,Trạm Tấu,Văn Chấn,Yên Bình
Hòa Bình|Phú Thọ|Hòa Bình,Đà Bắc,Lương Sơn,Kim Bôi,Cao Phong,Tân Lạc,Mai Châu,Lạc Sơn,Yên Thủy,Lạc Thủy|Kỳ Sơn
Thái Nguyên||Thái Nguyên,Sông Công,Định Hóa,Phú Lương,Đồng Hỷ,Võ Nhai,Đại Từ,Phổ Yên,Phú Bình
Lạng Sơn||Lạng Sơn,Tràng Định,Bình Gia,Văn Lãng,Cao Lộc,Văn Quan,Bắc Sơn,Hữu Lũng,Chi Lăng,Lộc Bình,Đình Lập
Quảng Ninh||Hạ Long,Móng Cái,Cẩm Phả,Uông Bí,Bình Liêu,Tiên Yên,Đầm Hà,Hải Hà,Ba Chẽ,Vân Đồn,Đông Triều,Quảng Yên,Cô Tô
Bắc Giang|Bắc Ninh|Bắc Giang,Yên Thế,Tân Yên,Lạng Giang,Lục Nam,Lục Ngạn,Sơn Động,Yên Dũng,Việt Yên,Hiệp Hòa
Phú Thọ||Việt Trì,Phú Thọ,Đoan Hùng,Hạ Hòa,Thanh Ba,Phù Ninh,Yên Lập,Cẩm Khê,Tam Nông,Lâm Thao,Thanh Sơn,Thanh Thủy,Tân Sơn
Vĩnh Phúc|Phú Thọ|Vĩnh Yên,Phúc Yên,Lập Thạch,Tam Dương,Tam Đảo,Bình Xuyên,Yên Lạc,Vĩnh Tường,Sông Lô
Bắc Ninh||Bắc Ninh,Yên Phong,Quế Võ,Tiên Du,Từ Sơn,Thuận Thành,Gia Bình,Lương Tài|Gia Lâm,Văn Giang
Hải Dương|Hải Phòng|Hải Dương,Chí Linh,Nam Sách,Kinh Môn,Kim Thành,Thanh Hà,Cẩm Giàng,Bình Giang,Gia Lộc,Tứ Kỳ,Ninh Giang,Thanh Miện|Vĩnh Bảo
Hải Phòng||Hồng Bàng,Ngô Quyền,Lê Chân,Hải An,Kiến An,Đồ Sơn,Dương Kinh,Thủy Nguyên,An Dương,An Lão,Kiến Thuỵ,Tiên Lãng,Vĩnh Bảo,Cát Hải,Bạch Long Vĩ
Hưng Yên||Hưng Yên,Văn Lâm,Văn Giang,Yên Mỹ,Mỹ Hào,Ân Thi,Khoái Châu,Kim Động,Tiên Lữ,Phù Cừ
Thái Bình|Hưng Yên|Thái Bình,Quỳnh Phụ,Hưng Hà,Đông Hưng,Thái Thụy,Tiền Hải,Kiến Xương,Vũ Thư
Hà Nam|Ninh Bình|Phủ Lý,Duy Tiên,Kim Bảng,Thanh Liêm,Bình Lục,Lý Nhân
Nam Định|Ninh Bình|Nam Định,Mỹ Lộc,Vụ Bản,Ý Yên,Nghĩa Hưng,Nam Trực,Trực Ninh,Xuân Trường,Giao Thủy,Hải Hậu
Ninh Bình||Ninh Bình,Tam Điệp,Nho Quan,Gia Viễn,Hoa Lư,Yên Khánh,Kim Sơn,Yên Mô
Thanh Hóa||Thanh Hóa,Bỉm Sơn,Sầm Sơn,Mường Lát,Quan Hóa,Bá Thước,Quan Sơn,Lang Chánh,Ngọc Lặc,Cẩm Thủy,Thạch Thành,Hà Trung,Vĩnh Lộc,Yên Định,Thọ Xuân,Thường Xuân,Triệu Sơn,Thiệu Hóa,Hoằng Hóa,Hậu Lộc,Nga Sơn,Như Xuân,Như Thanh,Nông Cống,Đông Sơn,Quảng Xương,Nghi Sơn
Nghệ An||Hoàng Mai,Vinh,Cửa Lò,Thái Hòa,Quế Phong,Quỳ Châu,Kỳ Sơn,Tương Dương,Nghĩa Đàn,Quỳ Hợp,Quỳnh Lưu,Con Cuông,Tân Kỳ,Anh Sơn,Diễn Châu,Yên Thành,Đô Lương,Thanh Chương,Nghi Lộc,Nam Đàn,Hưng Nguyên
Hà Tĩnh||Hà Tĩnh,Hồng Lĩnh,Hương Sơn,Đức Thọ,Vũ Quang,Nghi Xuân,Can Lộc,Hương Khê,Thạch Hà,Cẩm Xuyên,Kỳ Anh,Kỳ Anh,Lộc Hà
Quảng Bình|Quảng Trị|Đồng Hới,Minh Hóa,Tuyên Hóa,Quảng Trạch,Bố Trạch,Quảng Ninh,Lệ Thủy,Ba Đồn
Quảng Trị||Đông Hà,Quảng Trị,Vĩnh Linh,Hướng Hóa,Gio Linh,Đa Krông,Cam Lộ,Triệu Phong,Hải Lăng,Cồn Cỏ
Thừa Thiên Huế|Huế|Huế,Phong Điền,Quảng Điền,Phú Vang,Hương Thủy,Hương Trà,A Lưới,Phú Lộc,Nam Đông
Đà Nẵng||Liên Chiểu,Thanh Khê,Hải Châu,Sơn Trà,Ngũ Hành Sơn,Cẩm Lệ,Hòa Vang,Hoàng Sa
Quảng Nam|Đà Nẵng|Tam Kỳ,Hội An,Tây Giang,Đông Giang,Đại Lộc,Điện Bàn,Duy Xuyên,Quế Sơn,Nam Giang,Phước Sơn,Hiệp Đức,Thăng Bình,Tiên Phước,Bắc Trà My,Nam Trà My,Núi Thành,Phú Ninh,Nông Sơn
Quảng Ngãi||Sơn Tây,Quảng Ngãi,Bình Sơn,Trà Bồng,Sơn Tịnh,Tư Nghĩa,Sơn Hà,Minh Long,Nghĩa Hành,Mộ Đức,Đức Phổ,Ba Tơ,Lý Sơn
Bình Định|Gia Lai|An Lão,Quy Nhơn,Hoài Nhơn,Hoài Ân,Phù Mỹ,Vĩnh Thạnh,Tây Sơn,Phù Cát,An Nhơn,Tuy Phước,Vân Canh
Phú Yên|Đắk Lắk|Tuy Hòa,Sông Cầu,Đồng Xuân,Tuy An,Sơn Hòa,Sông Hinh,Tây Hòa,Phú Hòa,Đông Hòa
Khánh Hòa||Nha Trang,Cam Ranh,Cam Lâm,Vạn Ninh,Ninh Hòa,Khánh Vĩnh,Diên Khánh,Khánh Sơn,Trường Sa
Ninh Thuận|Khánh Hòa|Phan Rang-Tháp Chàm,Bác Ái,Ninh Sơn,Ninh Hải,Ninh Phước,Thuận Bắc,Thuận Nam
Bình Thuận|Lâm Đồng|Phan Thiết,La Gi,Tuy Phong,Bắc Bình,Hàm Thuận Bắc,Hàm Thuận Nam,Tánh Linh,Đức Linh,Hàm Tân,Phú Quí
Kon Tum|Quảng Ngãi|Kon Tum,Đắk Glei,Ngọc Hồi,Đắk Tô,Kon Plông,Kon Rẫy,Đắk Hà,Sa Thầy,Tu Mơ Rông,Ia H' Drai
Gia Lai||Pleiku,An Khê,Ayun Pa,KBang,Đăk Đoa,Chư Păh,Ia Grai,Mang Yang,Kông Chro,Đức Cơ,Chư Prông,Chư Sê,Đăk Pơ,Ia Pa,Krông Pa,Phú Thiện,Chư Pưh
Đắk Lắk||Buôn Ma Thuột,Buôn Hồ,Ea H'leo,Ea Súp,Buôn Đôn,Cư M'gar,Krông Búk,Krông Năng,Ea Kar,M'Đrắk,Krông Bông,Krông Pắc,Krông A Na,Lắk,Cư Kuin
Đắk Nông|Lâm Đồng|Gia Nghĩa,Đăk Glong,Cư Jút,Đắk Mil,Krông Nô,Đắk Song,Đắk R'Lấp,Tuy Đức
Lâm Đồng||Bảo Lâm,Đà Lạt,Bảo Lộc,Đam Rông,Lạc Dương,Lâm Hà,Đơn Dương,Đức Trọng,Di Linh,Đạ Huoai,Đạ Tẻh,Cát Tiên
Bình Phước|Đồng Nai|Phước Long,Đồng Xoài,Bình Long,Bù Gia Mập,Lộc Ninh,Bù Đốp,Hớn Quản,Đồng Phú,Bù Đăng,Chơn Thành,Phú Riềng
Tây Ninh||Tây Ninh,Tân Biên,Tân Châu,Dương Minh Châu,Châu Thành,Hòa Thành,Gò Dầu,Bến Cầu,Trảng Bàng
Bình Dương|Hồ Chí Minh|Tân Uyên,Thủ Dầu Một,Bàu Bàng,Dầu Tiếng,Bến Cát,Phú Giáo,Dĩ An,Thuận An,Bắc Tân Uyên
Đồng Nai||Biên Hòa,Long Khánh,Tân Phú,Vĩnh Cửu,Định Quán,Trảng Bom,Thống Nhất,Cẩm Mỹ,Long Thành,Xuân Lộc,Nhơn Trạch
Bà Rịa - Vũng Tàu|Hồ Chí Minh|Vũng Tàu,Bà Rịa,Châu Đức,Xuyên Mộc,Long Điền,Đất Đỏ,Phú Mỹ,Côn Đảo
Hồ Chí Minh||Tân Phú,Gò Vấp,Bình Thạnh,Tân Bình,Phú Nhuận,Thủ Đức,Bình Tân,Củ Chi,Hóc Môn,Bình Chánh,Nhà Bè,Cần Giờ
Long An|Tây Ninh|Châu Thành,Tân An,Kiến Tường,Tân Hưng,Vĩnh Hưng,Mộc Hóa,Tân Thạnh,Thạnh Hóa,Đức Huệ,Đức Hòa,Bến Lức,Thủ Thừa,Tân Trụ,Cần Đước,Cần Giuộc
Tiền Giang|Đồng Tháp|Châu Thành,Mỹ Tho,Gò Công,Cai Lậy,Cai Lậy,Tân Phước,Cái Bè,Chợ Gạo,Gò Công Tây,Gò Công Đông,Tân Phú Đông
Bến Tre|Vĩnh Long|Châu Thành,Bến Tre,Chợ Lách,Mỏ Cày Nam,Giồng Trôm,Bình Đại,Ba Tri,Thạnh Phú,Mỏ Cày Bắc
Trà Vinh|Vĩnh Long|Châu Thành,Trà Vinh,Càng Long,Cầu Kè,Tiểu Cần,Cầu Ngang,Trà Cú,Duyên Hải,Duyên Hải
Vĩnh Long||Bình Tân,Vĩnh Long,Long Hồ,Mang Thít,Vũng Liêm,Tam Bình,Bình Minh,Trà Ôn
Đồng Tháp||Tam Nông,Châu Thành,Cao Lãnh,Cao Lãnh,Sa Đéc,Hồng Ngự,Hồng Ngự,Tân Hồng,Tháp Mười,Thanh Bình,Lấp Vò,Lai Vung
An Giang||Chợ Mới,Tân Châu,Châu Thành,Long Xuyên,Châu Đốc,An Phú,Phú Tân,Châu Phú,Tịnh Biên,Tri Tôn,Thoại Sơn
Kiên Giang|An Giang|Châu Thành,Rạch Giá,Hà Tiên,Kiên Lương,Hòn Đất,Tân Hiệp,Giồng Riềng,Gò Quao,An Biên,An Minh,Vĩnh Thuận,Phú Quốc,Kiên Hải,U Minh Thượng,Giang Thành
Cần Thơ||Phong Điền,Vĩnh Thạnh,Ninh Kiều,Ô Môn,Bình Thủy,Cái Răng,Thốt Nốt,Cờ Đỏ,Thới Lai|Trà Ôn
Hậu Giang|Cần Thơ|Châu Thành,Vị Thanh,Ngã Bảy,Châu Thành A,Phụng Hiệp,Vị Thủy,Long Mỹ,Long Mỹ|Tân Hiệp
Sóc Trăng|Cần Thơ|Châu Thành,Sóc Trăng,Kế Sách,Mỹ Tú,Cù Lao Dung,Long Phú,Mỹ Xuyên,Ngã Năm,Thạnh Trị,Vĩnh Châu,Trần Đề
Bạc Liêu|Cà Mau|Phước Long,Bạc Liêu,Hồng Dân,Vĩnh Lợi,Giá Rai,Đông Hải,Hòa Bình|Vĩnh Châu
Cà Mau||Phú Tân,Cà Mau,U Minh,Thới Bình,Trần Văn Thời,Cái Nước,Đầm Dơi,Năm Căn,Ngọc Hiển
`;

/** A province before July 2025. */
export interface Province {
  readonly name: string;
  /** The province that it has been part of since July 2025, where that is another. */
  readonly mergedInto: string | undefined;
  readonly districts: readonly string[];
  /** Districts of another province that it had before. */
  readonly formerDistricts: readonly string[];
}

export const PROVINCES: readonly Province[] = LINES.trim()
  .split('\n')
  .map((line) => {
    const [name, mergedInto, districts, former] = line.split('|');
    return {
      name,
      mergedInto: mergedInto || undefined,
      districts: districts.split(','),
      formerDistricts: former?.split(',') ?? [],
    };
  });

/** Cities that were in a province before July 2025. */
export const CITIES: readonly string[] = (
  'Hà Giang,Cao Bằng,Bắc Kạn,Tuyên Quang,Lào Cai,Điện Biên Phủ,Lai Châu,Sơn La,Yên Bái,Hòa Bình,Thái Nguyên,Sông Công,' +
  'Phổ Yên,Lạng Sơn,Hạ Long,Móng Cái,Cẩm Phả,Uông Bí,Đông Triều,Bắc Giang,Việt Trì,Vĩnh Yên,Phúc Yên,Bắc Ninh,Từ Sơn,' +
  'Hải Dương,Chí Linh,Hưng Yên,Thái Bình,Phủ Lý,Nam Định,Ninh Bình,Tam Điệp,Thanh Hóa,Sầm Sơn,Vinh,Hà Tĩnh,Đồng Hới,' +
  'Đông Hà,Huế,Tam Kỳ,Hội An,Quảng Ngãi,Quy Nhơn,Tuy Hòa,Nha Trang,Cam Ranh,Phan Thiết,Kon Tum,Pleiku,Buôn Ma Thuột,' +
  'Gia Nghĩa,Đà Lạt,Bảo Lộc,Đồng Xoài,Tây Ninh,Thủ Dầu Một,Dĩ An,Thuận An,Tân Uyên,Bến Cát,Biên Hòa,Long Khánh,' +
  'Vũng Tàu,Bà Rịa,Phú Mỹ,Tân An,Mỹ Tho,Gò Công,Bến Tre,Trà Vinh,Vĩnh Long,Cao Lãnh,Sa Đéc,Hồng Ngự,Long Xuyên,' +
  'Châu Đốc,Rạch Giá,Hà Tiên,Phú Quốc,Vị Thanh,Ngã Bảy,Sóc Trăng,Bạc Liêu,Cà Mau'
).split(',');
