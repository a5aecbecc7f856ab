import { restyleTone } from '../../unicode/index.ts';
import { AFTER_SPACE, caselessHash, MARKED, matchFrom, type Scan } from '../scan.ts';
import type { Rule, RuleFinding } from '../types.ts';
import { CITIES, PROVINCES, type Province } from './provinces.ts';

/**
 * A district, or a city, with a province that never had it: huyện Mường Lát, tỉnh Nghệ An. Right are the province of before
 * July 2025, the one that it was merged into then, and those that it was parted from before. Silent where the two names may be of a
 * list: "các huyện Lệ Thủy, Quảng Ninh".
 */
export const place: Rule = {
  id: 'place',
  severity: 'warning',
  fixedByDefault: false,
  run(context) {
    const { text } = context;
    const findings: RuleFinding[] = [];
    for (const match of matchesAtKinds(PLACE, text, context.scan())) {
      const district = match[1];
      const provinceText = longestStart(match[3], (words) => isProvince(words) || FORMER_PROVINCES.has(words));
      if (provinceText === undefined || !isProvince(folded(provinceText))) continue;
      // In brackets may stand a list of communes: only a province alone is one.
      const after = match.index + match[0].length - match[3].length + provinceText.length;
      if (match[2] === ' (' && text[after] !== ')') continue;
      const owners = gazetteer().owners.get(folded(district));
      if (owners === undefined || isEverywhere(district)) continue;
      if (kindOf(match) === 'thành phố' ? !isCity(district) : isTown(match, owners)) continue;
      if (owners.some((owner) => namesOf(owner).has(folded(provinceText)))) continue;
      if (gazetteer().formerDistricts.get(folded(provinceText))?.has(folded(district))) continue;
      if (isListed(text, match, provinceText, owners)) continue;
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
  run(context) {
    const findings: RuleFinding[] = [];
    for (const match of matchesAtKinds(UNIT, context.text, context.scan())) {
      const start = match.index + match[0].length - match[2].length;
      if (match[1].toLowerCase() === 'tỉnh') {
        const name = longestStart(match[2], isProvince);
        const mergedInto = name === undefined ? undefined : gazetteer().byName.get(folded(name))?.mergedInto;
        if (name === undefined || mergedInto === undefined) continue;
        findings.push({
          start,
          end: start + name.length,
          message: `${name} has been part of ${mergedInto} since 1 July 2025.`,
          messageVi: `Từ ngày 1-7-2025, ${name} nhập vào ${mergedInto}.`,
        });
        continue;
      }
      const name = longestStart(match[2], (words) => gazetteer().owners.has(words));
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
export const PLACE: RegExp = new RegExp(
  `(?<!\\p{L})(?:huyện|thị xã|quận|thành phố|Huyện|Thị xã|Quận|Thành phố) (${RUN}{0,3})(, | \\()(?:tỉnh |thành phố |TP\\.? ?)?(${RUN}{0,4})`,
  'uy',
);

export const UNIT: RegExp = new RegExp(`(?<!\\p{L})([Tt]ỉnh|[Hh]uyện|[Qq]uận|[Tt]hị xã) (${RUN}{0,4})`, 'uy');

const [PROVINCE, DISTRICT, CITY_DISTRICT, TOWN, CITY] = ['tỉnh', 'huyện', 'quận', 'thị', 'thành'].map(caselessHash);

/** All matches of {@link PLACE} or {@link UNIT}, each tried only at a word that says what kind of place follows. */
export function matchesAtKinds(
  pattern: RegExp,
  text: string,
  { words, starts, ends, hashes, flags }: Scan,
): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  let done = 0;
  for (let i = 0; i + 1 < words; i++) {
    const hash = hashes[i];
    const isKind = hash === DISTRICT || hash === PROVINCE || hash === CITY_DISTRICT || hash === TOWN || hash === CITY;
    const isMarked = (flags[i] & MARKED) !== 0;
    if (!(isKind || isMarked) || (flags[i + 1] & AFTER_SPACE) === 0) continue;
    // The word may stand behind a combining mark.
    const match = matchFrom(pattern, text, Math.max(done, starts[i]), isMarked ? ends[i] : starts[i] + 1);
    if (match === null) continue;
    found.push(match);
    done = match.index + match[0].length;
  }
  return found;
}

/** Tone marks on the first vowel, small letters: names are compared so. */
const folded = (name: string): string =>
  name
    .split(' ')
    .map((word) => restyleTone(word, 'old'))
    .join(' ')
    .toLowerCase();

/** Names of places, all folded. */
interface Gazetteer {
  readonly byName: ReadonlyMap<string, Province>;
  /** Provinces since July 2025 that took others in. */
  readonly newNames: ReadonlySet<string>;
  /** Provinces that have a district of that name. */
  readonly owners: ReadonlyMap<string, readonly string[]>;
  readonly cities: ReadonlySet<string>;
  /** What a province had before, by its name. */
  readonly formerDistricts: ReadonlyMap<string, ReadonlySet<string>>;
}

let made: Gazetteer | undefined;

/** Made for the first text that names a place: to fold 700 names is too much for whoever only loads the library. */
function gazetteer(): Gazetteer {
  if (made !== undefined) return made;
  const owners = new Map<string, string[]>();
  for (const { name, districts } of PROVINCES) {
    for (const district of districts.map(folded)) {
      const known = owners.get(district);
      if (known === undefined) owners.set(district, [name]);
      // A town and the district around it share a name.
      else if (!known.includes(name)) known.push(name);
    }
  }
  made = {
    byName: new Map(PROVINCES.map((province) => [folded(province.name), province])),
    newNames: new Set(PROVINCES.flatMap(({ mergedInto }) => (mergedInto === undefined ? [] : [folded(mergedInto)]))),
    owners,
    cities: new Set(CITIES.map(folded)),
    formerDistricts: new Map(
      PROVINCES.map(({ name, formerDistricts }) => [folded(name), new Set(formerDistricts.map(folded))]),
    ),
  };
  return made;
}

/** Others are in China, which has provinces of the same name: thành phố Lạc Dương, tỉnh Hà Nam. */
const isCity = (name: string): boolean => gazetteer().cities.has(folded(name));

/** The district around the town of a province: in the South most provinces had one, of today and of before. */
const isEverywhere = (district: string): boolean => folded(district) === 'châu thành';

/** Is it the town of the province of its name, which is no huyện and no quận? The mistake is another: huyện Hưng Yên. */
const isTown = (match: RegExpExecArray, owners: readonly string[]): boolean =>
  kindOf(match) !== 'thị xã' &&
  folded(match[1]) !== DISTRICT_AS_PROVINCE &&
  owners.every((owner) => folded(owner) === folded(match[1]));

/** The one province with a district of its name. */
const DISTRICT_AS_PROVINCE = 'điện biên';

const kindOf = (match: RegExpExecArray): string => match[0].slice(0, match[0].indexOf(match[1]) - 1).toLowerCase();

/**
 * Is what looks like the province of a district another item of a list, or are both of before 1975? Where "tỉnh" stands
 * before it, it is a province.
 */
function isListed(text: string, match: RegExpExecArray, province: string, owners: readonly string[]): boolean {
  const kind = kindOf(match);
  const title = match[0].slice(0, -match[3].length).split(match[2]).at(-1)!;
  // Since then provinces have had no quận.
  if (title === 'tỉnh ') return kind === 'quận';
  // Cities stand in lists with others.
  if (kind === 'thành phố') return true;
  if (match[2] !== ', ') return false;
  if (title !== '') return kind === 'thị xã';
  if (PLURAL.test(text.slice(Math.max(0, match.index - 8), match.index)) || isProvince(folded(match[1]))) return true;
  return owners.some((owner) => gazetteer().owners.get(folded(province))?.includes(owner));
}

const PLURAL = /(?<!\p{L})(?:các|những|mấy|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|[0-9]+) $/iu;

/** Provinces that were two, and begin as one of today does. */
const FORMER_PROVINCES: ReadonlySet<string> = new Set(['hà nam ninh', 'quảng nam - đà nẵng', 'gia lai - kon tum']);

/** Parted in 1991 to 2008: what was printed before then has the other name. */
const PARTED: Readonly<Record<string, readonly string[]>> = {
  'hậu giang': ['cần thơ'],
  'cần thơ': ['hậu giang'],
  'đắk nông': ['đắk lắk'],
  'điện biên': ['lai châu'],
  'lai châu': ['điện biên', 'lào cai'],
  'hà nội': ['hà tây', 'vĩnh phúc', 'hòa bình'],
  'đà nẵng': ['quảng nam'],
  'bạc liêu': ['cà mau'],
  'cà mau': ['bạc liêu'],
  'bà rịa - vũng tàu': ['đồng nai'],
  'sóc trăng': ['hậu giang'],
};

function namesOf(owner: string): ReadonlySet<string> {
  const { mergedInto } = gazetteer().byName.get(folded(owner))!;
  return new Set([
    folded(owner),
    ...(mergedInto === undefined ? [] : [folded(mergedInto)]),
    ...(PARTED[folded(owner)] ?? []),
  ]);
}

const isProvince = (words: string): boolean => gazetteer().byName.has(words) || gazetteer().newNames.has(words);

/** The longest start of a run of capitals that is a name of some kind. */
function longestStart(run: string, isName: (folded: string) => boolean): string | undefined {
  const words = run.split(' ');
  for (let count = words.length; count > 0; count--) {
    const name = words.slice(0, count).join(' ');
    if (isName(folded(name))) return name;
  }
  return undefined;
}
