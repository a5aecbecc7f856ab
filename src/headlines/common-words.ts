/**
 * The 300 commonest base syllables of Vietnamese news headlines, counted over two public feeds of 2025 and 2026.
 * They sort after all other words, so that index keys are made of rare words. Changing this list changes every key.
 */
export const COMMON_WORDS: string =
  'a ai an anh ba bac bai ban bang bao bat bay benh bi bien biet binh bo bong buoc ca cac cach cam can canh cao ' +
  'cap cau chan chat chau chay chi chien chinh cho chong chu chua chuc chung chuyen co con cong cu cua cung cuoc ' +
  'cup cuu da dac dai dam dan dang danh dao dat dau day de den di dich diem dien dieu dinh do doan doanh doc doi ' +
  'don dong du dua duc dung duoc duong gan gay gia giai giam gian giao gio gioi giua giup ha hai han hang hanh ' +
  'hcm he hien hieu hinh ho hoa hoan hoc hoi hon hop huong ke ket khach khai khi khien kho khoi khong khu kiem ' +
  'kien kinh ky la lai lam lan lap le len lich lien lo loi lon long lua luc luong ly ma mang manh mat mau may ' +
  'mien minh mo moi mot mua muc my nam nang nao nay nen ngan ngay nghe nghi nghiep ngo ngoai nguoi nguyen nha ' +
  'nhan nhat nhieu nho nhu nhung noi nu nuoc o ong phai pham phan phap phat phi pho phong phu phuc phuong qua ' +
  'quan quang quoc quy quyet ra roi san sang sao sat sau se si sinh so song su suc tac tai tam tan tang tao tap ' +
  'tay te thai tham than thang thanh thay the theo thi thiet tho thoi thong thu thuc thuoc thuong ti tich tien ' +
  'tiep tieu tim tin tinh to toan toi tong tp tra trai tran trang tranh tre tren tri trien trieu trinh tro trong ' +
  'trung truoc truong tu tuc tung tuoi tuong tuyen ty ung va van vang vao ve vi viec vien viet vo voi vong vu vua ' +
  'vung world xa xay xe xuat y yeu';
