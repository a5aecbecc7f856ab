/**
 * The 1,500 commonest words of Vietnamese news without diacritics, commonest first, counted over two public feeds of
 * 2025 and 2026. The commoner a word, the later it sorts, so that index keys are made of rare words. Changing this list
 * changes every key.
 */
export const COMMON_WORDS: string =
  'co va dong nam tai trong cua tu nguoi cong o dau da cho gia thu doi do de ban khong an voi bo khi the thanh bi ' +
  'duoc so nhan du viet ve nhung ngay cac mot la dung nhieu sau bao quoc nha thi noi moi tinh quan truong dang ' +
  'hang dien dan van den dinh dai vi su tien hoi chi qua thong trung tp nang lam toi tang con hon lai san tren ' +
  'tuyen hoa cao cung nhat anh vao hcm duong ki hoc ra can lan phat xe hai nay chuyen mi thang thuc to vien ' +
  'thuong chinh chu mat mo sinh ti cup bat tro nuoc luc hien ho ca cau tri vu ket di giai day tran dat hanh dao ' +
  'diem mua bien tuoi sang ha tam phan se truoc bang danh giam giao phu song thoi canh ong chuc te phong dieu ' +
  'toan xuat tuong cap tin mang gan hop tiep chung si nghi luong nguyen li pham xa trieu qui doan trinh cu world ' +
  'le viec nghiep pho tich y huong theo biet gioi vong nghe bac lien thay trang loi vo tong phai kien phuong lo ' +
  'hinh tay lon tao len minh trien tham trai he vua hieu thai benh cuu tuc tap khien khoi nhu binh bong khach tim ' +
  'chien may tan gay dich ba doanh khu ma chua tra ung dua cuoc don cam giup nen muc tre tieu manh gian mau kinh ' +
  'tac bay ke cach quang than sat kiem gio phuc yeu ai doc lich nao chay khai ngoai lua nho nu suc vang han sao ' +
  'ngan tranh xay chan dam giua a long phi phap tung lap mien ngo chat thiet hoan thuoc buoc duc dac kho vung tho ' +
  'bai quyet chau roi chong iran cai khac che nhiem gap man truc nghiem khoa cham hom ap cuoi xu ben mac chieu ' +
  'nhap rang usd lanh hoat toc them dia chuan me mai hay no tieng thieu nga giu nong hlv rong sach em lao hung ' +
  'dot xuong u vuc truyen thap tuan boi ten thao cang khoang quyen trump tot loat nham nien tau nguy vuot khan am ' +
  'lieu thue pha chon chuong khoe mon goi kim be ngoi kich loai asean ngu duoi hau hoang ghi muon tiet nganh ninh ' +
  'gi xac liet ro thien linh h xem uy sap thuat vinh cuc toa that lang tru nhanh uong dem sac thuan tram luot neu ' +
  'hut khoan gai bieu luu vat son thuy nhom hong cuong kha phim choi sai vai hiem khanh phoi huy tuy keo dap dep ' +
  'chia ton huu nan ao giang niem nhien ukraine thua quen lop lay luat sieu xanh rat gop it duy nguon khau nhac ' +
  'vay nhau sung thoai rieng xet troi khang messi hat hoach cat cot m chet lau cay lu trao uu mong som hoac tat ' +
  'chiec xo argentina phia nghien von malaysia soat on phep ngai tiem tet rung indonesia ubnd nua phe giay luan ' +
  'xang kham sua xep gianh ham xuan het xuyen thpt nai nhi huyet xuc km luoc nhin au gui nghia yen vuong soc ' +
  'phien loc deu suat chap giac bung moc dh thich phut ngoc dip giau quay ta fifa mach tron kem oto sot chiem hue ' +
  'nhiet clb go xin bau luoi loan goc truy singapore nuoi ngap campuchia trach gom top ngon phieu ga thoa thac ' +
  'suy vui cha xung hiep gon huynh buoi ronaldo chang hao nguoc vuon suot ngung lenh hi c chiu ven rut mung nghin ' +
  'chuoi hen giong uc khung nhe lac banh lat soi luon que dak t na viem israel league b coi boc bon vn dut lak ' +
  'video buc sik hap thoat kg bua v doat vot thach doa hormuz nui khuyen giap kieu brazil kip luyen khao bach mui ' +
  'chao rac phau ich eo phao re vietnam triet sa mieng cuon tiec buon khuc city thit e keu ngua lionel sam robot ' +
  'quanh chim tue ngam huan tuyet heo trich chot mao uav rui pin giat nop huyen ep new group nhip non bom ghe ' +
  'philippines kenh khoanh iphone ngot d xam sut tui thau i dt com donald lung khep in trom leo mam nut ngang ' +
  'nhon bui rau rap thuyen s csgt mbappe sea nhay gd met ruot rao kin ran venezuela bot p deo coc k diep xoa un ' +
  'khuon duyet hoai miss khop khoc bam bia quat khen hua phuoc hu mexico camera thung haaland ay uoc quet chup ' +
  'vet toyota khat apple cuop meo f marathon nhuan tha canada gat gam thon nhuong guong nau buyt rua xoay bep net ' +
  'vinfast ruc g cristiano games metro muoi bitcoin khap om treo say google chac cdv thinh beo verde washington ' +
  'lui drone sun chanh ne gao ghep vanh galaxy muu honda trua siet z yamal thuyet but zelensky arsenal samsung ' +
  'hdnd grand hybrid nguong game online tom x duyen xau xong kiet khuan ganh fpt trum mu nguc cum lech ceo mem ' +
  'myanmar show tehran chip rach ngheo index hep clip xi thiep ruou one vitamin lot xao ranh ron kong nghen ' +
  'vnexpress pickleball xom khich via champions australia chai oi timor leste tour pro menh trat runner ru bu oc ' +
  'suv mm lut nem vietlott afc park visa ngat container diet dup putin khieu tnhh buong sen luy khe saudi ' +
  'livestream giet vaccine xua quynh cape gang logistics kep sanh suu ac real viettel harry thep chen morocco ' +
  'concert bun ii erling protein smartphone lebanon ounce rot nhua diu kylian el vdv truot suyt gen chui awards ' +
  'ray lit out voc sjc min seo nhoi ts nato giuong virus ngoan airlines saigon paraguay york openai thom pnj tv ' +
  'green nuong mun ret kia euro facebook khuyet suoi eu khoac vingroup kiev chenh madrid nghet fan zealand muong ' +
  'musk thcs hyundai vs oxy chin ri cm colombia italy bap tuu olympic vtv ren vach mv asia nat xiv psg tiktok ram ' +
  'kane beckham knock play adn suong nino cheo anime tach hot qatar gin l patriot n odyssey lamine taxi nap ' +
  'thoang bich gac khiem phung laptop kieng vietjet asian vff festival vck houthi ngao ford techcombank elon cuba ' +
  'at set trac tua xon hach internet ut california cp congo chuot mazda spacex fam jordan scaloni khoai vac gaza ' +
  'startup nhang rai men yet billiards aff vneid ruong chut croatia iraq infantino loa liem neo ielts pc ' +
  'hollywood check dragon sky thaco arab cabo nghich buu ultra tuchel lee john mitsubishi international oan ' +
  'bangkok of patrik j microsoft windows sup gieo david oanh covid kalmaegi oman huc life youtube bellingham dui ' +
  'hezbollah thiem khuya vy xach gu xinh vpbank resort jong choang vf tuoc vinhomes tt rajamangala all mega sep ' +
  'khuat nhuc reuters tand golf ui miami khuong chatgpt becamex gene utd power apec united liverpool hem lach vap ' +
  'hagl series uruguay roland algeria cholesterol carbon thieng trau al senegal nsut xit phanh var mini gieng ' +
  'hose mit michael quai ancelotti ldbd chem then cross xoi nhai vietnamese meta tut hdbank netanyahu martinez ' +
  'bualoi khamenei texas airways hdqt uzbekistan taylor pakistan nghieng neymar afp paris land cx laser capital ' +
  'sedan fc swift mc ngoat deschamps futsal uae anthropic guc xvi ria kuwait lg gianni miet huoc ghana chdc ' +
  'android fdi barca tokyo omega usb trick sinner cahn gs ngac nhiep nsnd air iii wimbledon op byd vietinbank ' +
  'thomas trut stars radar hit vit tmcp bhxh map nuot tiktoker htv sim chep ruoi im vieng guom chelsea lpbank ' +
  'karaoke hpv garros kuala lumpur vun ecuador nguyet nasa nghiet off hcv pvf mieu bts michelin global asiad vib ' +
  'r not nvidia run nieu super phinh chop yemen noc soan luis cand volodymyr xiaomi highlight fold pgs view open ' +
  'max gau rsv calo pop iv website brand fed amazon ua bop mttq xiii eco maps oa hich inter syria lun ngut bhyt ' +
  'masan mercedes ios hoanh gym fanpage hamas gdp qr up ngau oscar vinamilk rapper ali choc vance home bit london ' +
  'cui nep vh phuquoc gas uss hoe spider loang shipper vom gung nolan phun web bank album herdman ipo xat xich ' +
  'nhot sacombank giot moto agribank ngach evn roc central guardiola kheo diamond axit gach app vietcombank mia ' +
  'esports yamaha jude tesla khon ebola mb det vozinha roberto villa gemini blue cnn ot canxi epstein arabia ' +
  'cheng ni bar kremlin christopher tia netflix myung balogun muot mourinho nhen ngun kyiv uyen got uefa hutech ' +
  'tunisia curacao anthony suon fi munich elite th everest premier instagram chiet q nanh times boeing khuay ' +
  'maysak dom ji ql dolphin jennifer tnsv xiu rodri ghen nhao masterise porsche hungary fuente dembele kon vut wi ' +
  'vladimir sri lanka florida troc mr pitt magie titan vinicius who aeon brad fest suzuki cut bahrain chuoc diff ' +
  'vetc bidv seoul shb uric piece xot djokovic stress stem marketing xai po mark sh victoria hac by ceuta justin ' +
  'grab cas hudson reo ice cd czech bikini jolie diec made ach nepal universe xen';
