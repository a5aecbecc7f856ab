import { describe, expect, it } from 'vitest';
import { dedupe } from '../../src/headlines/index.ts';

const repeatsOf = (...texts: string[]) => dedupe(texts.map((text) => ({ text }))).repeats;

describe('clauses that are nearly alike', () => {
  it.each([
    [
      'another word in a line that goes on',
      'Áp dụng hình thức khiển trách đối với thí sinh vi phạm thuộc một trong các trường hợp sau:',
      'Áp dụng hình thức cảnh cáo đối với thí sinh vi phạm thuộc một trong các trường hợp sau:',
    ],
    [
      'one word more in a line that goes on',
      'Đề nghị được cấp giấy phép thử nghiệm mạng và dịch vụ viễn thông công cộng ở vùng núi như sau;',
      'Đề nghị được cấp lại giấy phép thử nghiệm mạng và dịch vụ viễn thông công cộng ở vùng núi như sau;',
    ],
    [
      'what one does and what is done to one',
      'Người khiếu nại có các nghĩa vụ sau đây trong thời hạn giải quyết của cơ quan',
      'Người bị khiếu nại có các nghĩa vụ sau đây trong thời hạn giải quyết của cơ quan',
    ],
    [
      'the letter of a provision',
      'Đối với gói thầu thuộc trường hợp quy định tại điểm c khoản 3 Điều 82 của Nghị định này:',
      'Đối với gói thầu thuộc trường hợp quy định tại điểm d khoản 3 Điều 82 của Nghị định này:',
    ],
    [
      'a name with one word more',
      'Trường Đại học Sư phạm Thành phố Hồ Chí Minh',
      'Trường Đại học Sư phạm Kỹ thuật Thành phố Hồ Chí Minh',
    ],
    [
      'items whose marks are letters and numbers',
      'b.2) Danh mục chi tiết hàng hóa viện trợ cho nước ngoài do đơn vị thực hiện dự án lập là bản chụp.',
      'c.2) Danh mục chi tiết hàng hóa viện trợ cho nước ngoài do đơn vị thực hiện dự án lập là bản chụp.',
    ],
    [
      'items with a dash, under two headings',
      '2- Người có thẩm quyền phải trả lời trong mười ngày.',
      '2- Người có thẩm quyền phải trả lời trong mười ngày.',
    ],
  ])('are no repeats: %s', (_, one, other) => {
    expect(repeatsOf(one, 'Khác hẳn thế này đây', other)).toEqual([]);
  });

  it('are no repeats with "bị" in one item of a list, given as a paragraph', () => {
    const text = 'Cán bộ kỷ luật nhân viên phải nộp đủ hồ sơ trong thời hạn mười ngày làm việc';
    const passive = text.replace('kỷ', 'bị kỷ');
    const kind = 'paragraph';
    const items = [`a) ${text}`, `a) ${passive}`];
    expect(dedupe(items.map((one) => ({ text: one, kind }))).repeats).toEqual([]);
    expect(repeatsOf(text, `${passive}:`)).toEqual([]);
    expect(repeatsOf(text, passive)).toHaveLength(1);
  });

  it.each(['lật', 'rơi', 'cháy', 'chìm', 'ngập'])('are still found in news with "bị" before %j', (happened) => {
    const headline = `Xe tải ${happened} giữa đường khiến giao thông qua thị trấn ùn tắc suốt nhiều giờ`;
    const other = headline.replace(happened, `bị ${happened}`);
    expect(repeatsOf(headline, 'Khác hẳn thế này đây', other)).toMatchObject([{ index: 2, of: 0, reason: 'near' }]);
    expect(repeatsOf(other.normalize('NFD'), 'Khác hẳn thế này đây', headline)).toHaveLength(1);
  });

  const articles = ['Điều 1. Phạm vi', 'Điều 2. Đối tượng', 'Điều 3. Hiệu lực'];
  const title = 'Đơn đề nghị cấp giấy phép thiết lập mạng viễn thông dùng riêng của đơn vị';

  it('are none where one word is another in a law', () => {
    const other = title.replace('cấp', 'gia hạn');
    expect(repeatsOf(...articles, title, other)).toEqual([]);
    expect(repeatsOf(...articles.slice(1), title, other)).toHaveLength(1);
    expect(repeatsOf(...articles, title, `${title} trực thuộc`)).toEqual([]);
  });

  it.each(['thlết', 'thiêt', 'th iết'])('are still found where a scan has %j, in a law as well', (misread) => {
    const copy = title.replace('thiết', misread);
    expect(repeatsOf(...articles, title, copy)).toMatchObject([{ index: 4, of: 3 }]);
    expect(repeatsOf(`${title}:`, `${copy}:`)).toMatchObject([{ index: 1, of: 0 }]);
  });

  it('are still found where a name of several words has one misread', () => {
    const school = 'Trường Đại học Sư phạm Kỹ thuật Thành phố Hồ Chí Minh';
    expect(repeatsOf(school, school.replace('thuật', 'thuàt'))).toHaveLength(1);
    expect(repeatsOf(school, school.replace('Trường', 'Truờnq'))).toHaveLength(1);
  });

  it.each([
    ['a word that was put for another', 'khai mạc', 'tổ chức'],
    ['one that was added', 'khai mạc', 'sáng nay khai mạc'],
    ['a name that was added', 'Sở Giáo dục', 'Sở Giáo dục Thanh Hóa'],
  ])('are still found in news: %s', (_, one, other) => {
    const headline = 'Sở Giáo dục khai mạc hội nghị tập huấn giáo viên dạy lớp ghép ở các xã vùng cao biên giới';
    expect(repeatsOf(headline, 'Khác hẳn thế này đây', headline.replace(one, other))).toMatchObject([
      { index: 2, of: 0, reason: 'near' },
    ]);
  });
});
