import { SURNAMES } from '../../correct/full-names.ts';
import { AFTER_SPACE, CAPITAL_FIRST, caselessHash, type Scan } from '../scan.ts';
import type { RuleFinding } from '../types.ts';

/**
 * Names that lack a capital: of provinces and cities (Hà nội, tỉnh nghệ an), of people (Nguyễn văn Nam), and of the two
 * bodies that lead the Party. Only what can be read in no other way.
 */
export function lackingCapitals(text: string, { words, starts, ends, hashes, flags }: Scan): RuleFinding[] {
  const findings: RuleFinding[] = [];
  const wordOf = (at: number): string => text.slice(starts[at], ends[at]);
  const isAfterSpace = (at: number): boolean => at < words && (flags[at] & AFTER_SPACE) !== 0;
  const hasCapital = (at: number): boolean => at >= 0 && (flags[at] & CAPITAL_FIRST) !== 0;
  for (let i = 0; i + 1 < words; i++) {
    if (!isAfterSpace(i + 1) || hasCapital(i + 1)) continue;
    if (!hasCapital(i)) {
      // Behind its kind, a name in small letters is one too.
      const names = KINDS.get(hashes[i]);
      const name = names?.find((known) =>
        known.every((word, k) => isAfterSpace(i + 1 + k) && wordOf(i + 1 + k) === word),
      );
      if (name !== undefined) findings.push(lacking(starts[i + 1], ends[i + name.length]));
    } else if (MIDDLE_NAMES.has(hashes[i + 1])) {
      if (isAfterSpace(i + 2) && hasCapital(i + 2) && SURNAMES.has(wordOf(i)))
        findings.push(lacking(starts[i + 1], ends[i + 1]));
    } else {
      const name = NAMES.get(hashes[i])?.find((known) => known[1] === wordOf(i + 1) && known[0] === wordOf(i));
      // In "Công Nghệ an toàn" the capital is of another name.
      if (name !== undefined && !(isAfterSpace(i) && hasCapital(i - 1) && !isInCapitals(wordOf(i - 1))))
        findings.push(lacking(starts[i + 1], ends[i + 1]));
      const body = BODIES.find((one) => text.startsWith(one, starts[i]));
      if (body !== undefined && isAfterSpace(i + 2) && ends[i + 2] === starts[i] + body.length)
        findings.push(lacking(starts[i + 1], ends[i + 1]));
    }
  }
  return findings;

  function lacking(start: number, end: number): RuleFinding {
    const proper = text.slice(start, end).replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
    return {
      start,
      end,
      message: `This name is written with a capital: “${proper}”.`,
      messageVi: `Tên này viết hoa: “${proper}”.`,
      suggestions: [{ text: proper, confidence: 0.9 }],
    };
  }
}

const isInCapitals = (word: string): boolean => word === word.toUpperCase();

/** "chính trị" and "bí thư" are words of every day elsewhere. */
const BODIES = ['Bộ chính trị', 'Ban bí thư'];

const MIDDLE_NAMES: ReadonlySet<number> = new Set(['văn', 'thị'].map(caselessHash));

/**
 * Provinces whose second word makes no other sense behind the first. Not among them is what makes one: Bình định, Nam định,
 * Hòa bình, Cao bằng, Hải dương học, Long an toàn, Lâm đồng ý, Hưng yên tâm, Sơn la hét.
 */
const PROVINCES = (
  'Hà nội,Đà nẵng,Cần thơ,Hà giang,Bắc giang,Kiên giang,Hậu giang,Bắc ninh,Quảng ninh,Quảng ngãi,Quảng nam,Quảng trị,' +
  'Hà tĩnh,Nghệ an,Lạng sơn,Cà mau,Bạc liêu,Sóc trăng,Tuyên quang,Yên bái,Trà vinh,Vĩnh phúc,Vĩnh long,Đắk lắk,Đắk nông,Đồng nai'
)
  .split(',')
  .map((name) => name.split(' '));
const NAMES: ReadonlyMap<number, readonly (readonly string[])[]> = new Map(
  PROVINCES.map(([first]) => [caselessHash(first), PROVINCES.filter((other) => other[0] === first)]),
);

const small = (names: string): string[][] => names.split(',').map((name) => name.split(' '));
const CITIES = small('hà nội,hồ chí minh,hải phòng,đà nẵng,cần thơ');
/** Small names, by what kind of place they are behind: "tỉnh", "thành phố". */
const KINDS: ReadonlyMap<number, readonly (readonly string[])[]> = new Map([
  [caselessHash('phố'), CITIES],
  [
    caselessHash('tỉnh'),
    [
      ...PROVINCES.map((name) => name.map((word) => word.toLowerCase())),
      ...small(
        'thanh hóa,thanh hoá,hải dương,nam định,thái bình,quảng bình,phú thọ,lào cai,điện biên,bình dương,bình thuận,an giang',
      ),
    ],
  ],
]);
