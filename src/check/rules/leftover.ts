import type { Rule, RuleFinding } from '../types.ts';

/**
 * Lines of the page around an article that were copied with it: "0 bình luận", "Chia sẻ bài viết". A line
 * such as "Trả lời", which may be a heading of an interview, is one only beside another that can be nothing else.
 */
export const leftover: Rule = {
  id: 'leftover',
  severity: 'warning',
  fixedByDefault: false,
  run(context) {
    const blocks = context.blocks().filter((block) => block.text.length <= LONGEST && !context.isAside(block.start));
    if (!blocks.some((block) => CERTAIN.test(block.text))) return [];
    return blocks
      .filter((block) => CERTAIN.test(block.text) || POSSIBLE.test(block.text))
      .map(
        ({ start, end, text: line }): RuleFinding => ({
          start,
          end,
          message: `“${line}” belongs to the web page, not to the article.`,
          messageVi: `“${line}” là chữ của trang web, không phải của bài.`,
          suggestions: [{ text: '', confidence: CERTAIN.test(line) ? 0.9 : 0.7, removesBlock: true }],
        }),
      );
  },
};

const LONGEST = 120;

const CERTAIN = new RegExp(
  `^(?:${[
    '\\d[\\d.,]* ?k? (?:bình luận|lượt (?:xem|đọc|thích|chia sẻ))',
    'bình luận \\(\\d+\\)',
    'chia sẻ (?:thông tin|bài viết|tin này) (?:với|cho|tới) bạn bè ?!?',
    'chia sẻ (?:bài viết|bài|tin)(?: này)?',
    'ý kiến của bạn sẽ được (?:biên tập|xét duyệt|kiểm duyệt).*',
    'vui lòng gõ tiếng việt có dấu\\.?',
    'tắt ?\\[x\\]',
    '(?:gửi|viết|xem thêm|xem tất cả) bình luận',
    'xem tất cả \\d+ bình luận',
    'tin cùng chuyên mục',
    'tin liên quan:?',
    // Without its colon it may be a heading.
    'xem thêm ?:',
    'theo dõi (?:chúng tôi|(?:báo|tạp chí|kênh|trang) .{1,30}) trên google news[.!]?',
    'về trang chủ',
    'in bài viết',
    'copy link',
  ].join('|')})$`,
  'iu',
);

const POSSIBLE =
  /^(?:trả lời|bình luận|chia sẻ|thích|xem thêm(?: .{1,40})?|đọc thêm|gửi|bài(?: viết)? liên quan:?|từ khóa:?|tags?:?|zalo|facebook|theo dõi .{0,30}google news)$/iu;
