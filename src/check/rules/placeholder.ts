import type { Rule, RuleFinding } from '../types.ts';

/**
 * What was to be filled in and was not: variables of a template (`{name}`, `{{ title }}`, `${price}`, `[[body]]`,
 * `<%= user %>`, `%NAME%`), notes of an editor (`[CHÈN ẢNH 1]`, `[cần kiểm tra lại số]`, `TODO: …`), figures to come
 * (`xxx triệu đồng`), filler text. A line that holds nothing else is one finding. Left alone is what forms of laws and
 * encyclopedias have too (`[ghi tên dự án]`, `[TÊN TỔ CHỨC]`, `[cần dẫn nguồn]`), the templates of a wiki where the line
 * speaks of them or where they have what only these have (`{{tên|số=1}}`), and what is no Vietnamese prose:
 * mathematics (`{x}`, `\frac{ab}{cd}`), the syntax of a message to send (`soạn tin {ma don vi}`), numerals (thế kỷ XXX).
 */
export const placeholder: Rule = {
  id: 'placeholder',
  severity: 'warning',
  fixedByDefault: false,
  run(context) {
    const findings: RuleFinding[] = [];
    const kinds = KINDS.filter((kind) => hasSign(context.text, kind));
    if (kinds.length === 0) return findings;
    for (const block of context.blocks()) {
      const found = apart(kinds.flatMap((kind) => foundIn(block.text, kind)));
      if (found.length === 0) continue;
      if (!/[\p{L}\p{N}]/u.test(without(block.text, found))) {
        const [first] = found;
        const last = found[found.length - 1];
        const whole = block.text.slice(first.start, last.start + last.text.length);
        findings.push(unfilled(whole, block.start + first.start, first.tell));
        continue;
      }
      for (const { text, start, tell } of found) findings.push(unfilled(text, block.start + start, tell));
    }
    return findings;
  },
};

/** One way to leave a gap. */
interface Kind {
  /** All that it matches holds one of these: most texts hold none. */
  readonly signs: readonly string[];
  readonly pattern: RegExp;
  /** What it matches too, and is none. */
  readonly not?: RegExp;
  /** Silent where this is just before. */
  readonly notBehind?: RegExp;
  /** Silent in a line that says this. */
  readonly notBeside?: RegExp;
  readonly tell: Telling;
}

type Telling = readonly [english: string, vietnamese: string];

const VARIABLE: Telling = ['is a template variable that was never filled in', 'là biến của mẫu chưa được điền'];
const NOTE: Telling = ['is a note on what is still to be done', 'là ghi chú việc còn phải làm'];
const FIGURE: Telling = ['is a figure that was never filled in', 'là con số chưa được điền'];
const FILLER: Telling = ['is filler text', 'là chữ giữ chỗ'];

const NAME = '[A-Za-z][\\w.-]{1,39}';
// Nobody writes these two in anything but a template: names may have any letters.
const ANY_NAME = '\\p{L}[\\p{L}\\p{N}_. -]{0,39}';

/** A word of TeX, or what ends or raises a part of a formula. */
const MATHEMATICS = /(?:\\[A-Za-z]+|[}_^])$/;

/** A tag of JSDoc with a type behind it: `@param {String} name`. */
const TYPED_TAG =
  /(?<!\w)@(?:param|arg(?:ument)?|returns?|type(?:def)?|prop(?:erty)?|throws|yields|this|enum|const(?:ant)?|member|var|template|extends|implements)\s+$/;

/**
 * A template of a wiki: several words before a stroke, or the name of a parameter behind it. `{{ name | upper }}` and
 * `{{name|default="bạn"}}` are variables.
 */
const WIKI = /^\{\{[\p{L}\d]+(?:(?: [\p{L}\d]+)+\|(?!\s)|[\p{L}\d _]*\|[\p{L}\d _]+=(?!["']))/u;
/** A text that speaks of templates: "các bản mẫu {{bài chi tiết}} hoặc {{xem thêm}}". */
const OF_WIKI = /(?:bản mẫu|cú pháp)(?: (?:là|như))?:?\s*(?:\{\{[^{}]*\}\},?\s*(?:(?:hoặc|hay|và)\s+)?)*$/;

const KINDS: readonly Kind[] = [
  {
    signs: ['{', '[[', '<%'],
    pattern: new RegExp(
      `\\{\\{[#/&>]?\\s*[A-Za-z][^{}\\n]{0,79}\\}\\}|\\{${NAME}\\}|\\$\\{${ANY_NAME}\\}|\\[\\[${NAME}\\]\\]|<%=?\\s*${ANY_NAME}%>`,
      'gu',
    ),
    not: WIKI,
    notBehind: new RegExp(`${MATHEMATICS.source}|${TYPED_TAG.source}|${OF_WIKI.source}`, 'iu'),
    tell: VARIABLE,
  },
  {
    signs: ['{'],
    pattern: /(?<![{$])\{[A-Za-z]{2,20}(?: [A-Za-z]{1,20}){1,4}\}(?!\})/g,
    notBehind: MATHEMATICS,
    notBeside: /cú pháp|soạn|nhắn/iu,
    tell: VARIABLE,
  },
  // In an address %C4%90 is a letter.
  { signs: ['%'], pattern: /(?<![\w%])%[A-Z][A-Z_]{2,30}%(?![\w%])/g, tell: VARIABLE },
  {
    signs: ['['],
    pattern: new RegExp(
      `(?<!\\[)\\[(?:${[
        'tên (?:tác giả|phóng viên|người viết|nhân vật|bài(?: viết)?|ảnh)',
        'chèn [^\\[\\]\\n]{1,60}',
        '(?:tiêu đề|tít)(?: phụ| bài)?',
        'sa-?pô',
        '(?:cần|chờ|phải|nhớ|đợi|sẽ) (?:kiểm tra|xác minh|xác nhận|bổ sung|hỏi|xem|rà|viết|sửa|đối chiếu|chèn|điền|thêm)(?: [^\\[\\]\\n]{0,60})?',
        '(?:kiểm tra|xác minh|hỏi|rà|viết|đối chiếu) lại(?: [^\\[\\]\\n]{0,60})?',
        'bổ sung (?:sau|thêm|số liệu)(?: [^\\[\\]\\n]{0,40})?',
      ].join('|')})\\](?!\\])`,
      'giu',
    ),
    tell: NOTE,
  },
  { signs: ['TODO', 'FIXME'], pattern: /(?<![\p{L}\p{N}_])(?:TODO|FIXME):[^\n.!?]*/gu, tell: NOTE },
  { signs: ['ipsum'], pattern: /lorem ipsum dolor[^\n.]*\.?/gi, tell: FILLER },
  {
    // In capitals it is a numeral: thế kỷ XX. "xxx đồng tính" is no sum.
    signs: ['xx'],
    pattern:
      /(?<![\p{L}\p{N}.,+-])x{2,9}(?: ?%| (?:(?:nghìn|ngàn|triệu|tỷ|tỉ)(?: đồng| USD)?(?!\p{L})|đồng(?! ?\p{L})))/gu,
    tell: FIGURE,
  },
  {
    // "Thế ư??? Triệu tập" ends a question.
    signs: ['??'],
    pattern: /(?<![^\s(])\?{2,9} ?(?:%|(?:nghìn|ngàn|triệu|tỷ|tỉ) (?:đồng|USD|người|lượt|tấn)(?!\p{L}))/gu,
    tell: FIGURE,
  },
];

interface Gap {
  readonly text: string;
  readonly start: number;
  readonly tell: Telling;
}

/** Units before a gap that may say what it is. */
const LONGEST_CUE = 96;

const hasSign = (text: string, { signs }: Kind): boolean => signs.some((sign) => text.includes(sign));

function foundIn(line: string, kind: Kind): Gap[] {
  const { pattern, not, notBehind, notBeside, tell } = kind;
  if (!hasSign(line, kind) || notBeside?.test(line)) return [];
  return [...line.matchAll(pattern)]
    .filter(
      ({ 0: text, index }) => !not?.test(text) && !notBehind?.test(line.slice(Math.max(0, index - LONGEST_CUE), index)),
    )
    .map(({ 0: text, index }) => ({ text, start: index, tell }));
}

/** In their order; of two that overlap the first one. */
function apart(gaps: readonly Gap[]): Gap[] {
  let end = 0;
  return [...gaps]
    .sort((a, b) => a.start - b.start)
    .filter(({ text, start }) => {
      if (start < end) return false;
      end = start + text.length;
      return true;
    });
}

/** A line without its gaps; cut in one pass, since a damaged line may hold many thousands. */
function without(line: string, found: readonly Gap[]): string {
  let rest = '';
  let from = 0;
  for (const { text, start } of found) {
    rest += line.slice(from, start);
    from = start + text.length;
  }
  return rest + line.slice(from);
}

function unfilled(text: string, start: number, [english, vietnamese]: Telling): RuleFinding {
  return {
    start,
    end: start + text.length,
    message: `“${text}” ${english}.`,
    messageVi: `“${text}” ${vietnamese}.`,
  };
}
