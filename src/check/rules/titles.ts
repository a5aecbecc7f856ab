/** What a rule finds, in a few words: English, Vietnamese. */
const TITLES: Readonly<Record<string, readonly [english: string, vietnamese: string]>> = {
  spelling: ['Misspelt word', 'Sai chính tả'],
  'doubled-word': ['Doubled word', 'Lặp từ'],
  'look-alike': ['Letter of another script', 'Chữ của hệ chữ khác'],
  'misplaced-tone': ['Misplaced tone mark', 'Dấu thanh sai chỗ'],
  encoding: ['Text in another encoding', 'Sai bảng mã'],
  'older-spelling': ['Older spelling', 'Cách viết cũ'],
  'repeated-block': ['Repeated headline or paragraph', 'Lặp tít, lặp đoạn'],
  'repeated-stretch': ['Words that stand twice', 'Lặp câu, dán hai lần'],
  placeholder: ['Unfilled placeholder', 'Biến mẫu chưa điền'],
  leftover: ['Left over from the page', 'Sót chữ của trang web'],
  casing: ['Casing of a term', 'Viết hoa thuật ngữ'],
  'tone-style': ['Two styles of tone marks', 'Hai kiểu đặt dấu thanh'],
  'iy-style': ['Mixed i and y', 'Lẫn i và y'],
  'name-spelling': ['A name spelt in two ways', 'Một tên viết hai cách'],
  'rejected-term': ['A word of the reject list', 'Từ trong danh sách không dùng'],
  place: ['A district that this province does not have', 'Huyện không thuộc tỉnh'],
  'merged-place': ['A place that was merged', 'Địa danh đã sáp nhập'],
  date: ['Impossible date', 'Ngày tháng không có'],
  'document-number': ['Number of a document', 'Số hiệu văn bản'],
  spacing: ['Spaces and punctuation', 'Dấu cách, dấu câu'],
  quotes: ['Straight and curly quotes', 'Lẫn ngoặc thẳng và ngoặc cong'],
  unbalanced: ['Unbalanced quote or bracket', 'Thiếu ngoặc'],
  unit: ['Numbers and units', 'Số và đơn vị'],
  'unused-ignore': ['An exception of no use', 'Bỏ qua không còn tác dụng'],
};

/** Title of a rule; its id where it has none. */
export function ruleTitle(id: string, language: 'en' | 'vi' = 'en'): string {
  return TITLES[id]?.[language === 'vi' ? 1 : 0] ?? id;
}
