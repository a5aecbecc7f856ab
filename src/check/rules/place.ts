import { restyleTone } from '../../unicode/index.ts';
import type { Rule, RuleContext, RuleFinding } from '../types.ts';
import { PROVINCES } from './provinces.ts';

/**
 * A district with a province that never had it: huyện Mường Lát, tỉnh Nghệ An. Right are the province of before July 2025,
 * the one that it was merged into then, and the one that it was parted from between 1997 and 2008.
 */
export const place: Rule = {
  id: 'place',
  severity: 'warning',
  fixedByDefault: false,
  run({ text }) {
    const findings: RuleFinding[] = [];
    for (const match of text.matchAll(PLACE)) {
      const district = match[1];
      const provinceText = longestStart(match[3], isProvince);
      if (provinceText === undefined) continue;
      // In brackets may stand a list of communes: only a province alone is one.
      const after = match.index + match[0].length - match[3].length + provinceText.length;
      if (match[2] === ' (' && text[after] !== ')') continue;
      const owners = DISTRICTS.get(folded(district));
      if (owners === undefined || owners.some((owner) => namesOf(owner).has(folded(provinceText)))) continue;
      const start = match.index + match[0].length - match[3].length;
      const right = owners.join(', ');
      findings.push({
        start,
        end: start + provinceText.length,
        message: `${district} is a district of ${right}, not of ${provinceText}.`,
        messageVi: `${district} thuộc ${right}, không thuộc ${provinceText}.`,
        suggestions: owners.length === 1 ? [{ text: owners[0], confidence: 0.6 }] : [],
      });
    }
    return findings;
  },
};

/**
 * Units that have not been there since 1 July 2025, when 63 provinces became 34 and the districts were abolished: for
 * pages about today. Off by default: archives are full of them.
 */
export const mergedPlace: Rule = {
  id: 'merged-place',
  severity: 'info',
  fixedByDefault: false,
  offByDefault: true,
  run({ text }: RuleContext) {
    const findings: RuleFinding[] = [];
    for (const match of text.matchAll(UNIT)) {
      const start = match.index + match[0].length - match[2].length;
      if (match[1].toLowerCase() === 'tỉnh') {
        const name = longestStart(match[2], isProvince);
        const mergedInto = name === undefined ? undefined : BY_NAME.get(folded(name))?.mergedInto;
        if (name === undefined || mergedInto === undefined) continue;
        findings.push({
          start,
          end: start + name.length,
          message: `${name} has been part of ${mergedInto} since 1 July 2025.`,
          messageVi: `Từ ngày 1-7-2025, ${name} nhập vào ${mergedInto}.`,
        });
        continue;
      }
      const name = longestStart(match[2], (words) => DISTRICTS.has(words));
      if (name === undefined) continue;
      findings.push({
        start,
        end: start + name.length,
        message: `There have been no districts since 1 July 2025: ${name} was one.`,
        messageVi: `Từ ngày 1-7-2025 không còn cấp huyện: ${name}.`,
      });
    }
    return findings;
  },
};

const RUN = "\\p{Lu}[\\p{L}’']*(?:(?: - | )\\p{Lu}[\\p{L}’']*)";
const PLACE = new RegExp(
  `(?<!\\p{L})(?:huyện|thị xã|quận|Huyện|Thị xã|Quận) (${RUN}{0,3})(, | \\()(?:tỉnh |thành phố |TP\\.? ?)?(${RUN}{0,4})`,
  'gu',
);

const UNIT = new RegExp(`(?<!\\p{L})([Tt]ỉnh|[Hh]uyện|[Qq]uận|[Tt]hị xã) (${RUN}{0,4})`, 'gu');

/** Tone marks on the first vowel, small letters: names are compared so. */
const folded = (name: string): string =>
  name
    .split(' ')
    .map((word) => restyleTone(word, 'old'))
    .join(' ')
    .toLowerCase();

const BY_NAME = new Map(PROVINCES.map((province) => [folded(province.name), province]));
const NEW_NAMES = new Set(
  PROVINCES.flatMap(({ mergedInto }) => (mergedInto === undefined ? [] : [folded(mergedInto)])),
);

/** Provinces that have a district of that name. */
const DISTRICTS = new Map<string, string[]>();
for (const { name, districts } of PROVINCES) {
  for (const district of districts) {
    const owners = DISTRICTS.get(folded(district));
    if (owners === undefined) DISTRICTS.set(folded(district), [name]);
    else owners.push(name);
  }
}

/** Parted in 1997 to 2008: what was printed before then has the other name. */
const PARTED: Readonly<Record<string, readonly string[]>> = {
  'hậu giang': ['cần thơ'],
  'cần thơ': ['hậu giang'],
  'đắk nông': ['đắk lắk'],
  'điện biên': ['lai châu'],
  'lai châu': ['điện biên', 'lào cai'],
  'hà nội': ['hà tây', 'vĩnh phúc', 'hòa bình'],
  'đà nẵng': ['quảng nam'],
  'bạc liêu': ['cà mau'],
};

function namesOf(owner: string): ReadonlySet<string> {
  const { mergedInto } = BY_NAME.get(folded(owner))!;
  return new Set([
    folded(owner),
    ...(mergedInto === undefined ? [] : [folded(mergedInto)]),
    ...(PARTED[folded(owner)] ?? []),
  ]);
}

const isProvince = (words: string): boolean => BY_NAME.has(words) || NEW_NAMES.has(words);

/** The longest start of a run of capitals that is a name of some kind. */
function longestStart(run: string, isName: (folded: string) => boolean): string | undefined {
  const words = run.split(' ');
  for (let count = words.length; count > 0; count--) {
    const name = words.slice(0, count).join(' ');
    if (isName(folded(name))) return name;
  }
  return undefined;
}
