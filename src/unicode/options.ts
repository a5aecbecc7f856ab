import type { ToneStyle } from './syllable.ts';

/**
 * The fixers in the order in which they run on a word; each is a flag of {@link NormalizeOptions} with the same name.
 * What each does, with examples and its risk: `docs/fixers.md` of the package.
 */
export const FIXERS: readonly string[] = [
  'windowsControls',
  'ligatures',
  'fullWidth',
  'invisibles',
  'noBreakSpaces',
  'composeMarks',
  'lookAlikes',
  'spacingMarks',
  'tonePlacement',
  'spacing',
  'hyphenation',
  'lineJoin',
];

/** Name of a fixer. */
export type FixerName =
  | 'windowsControls'
  | 'ligatures'
  | 'fullWidth'
  | 'invisibles'
  | 'noBreakSpaces'
  | 'composeMarks'
  | 'lookAlikes'
  | 'spacingMarks'
  | 'tonePlacement'
  | 'spacing'
  | 'hyphenation'
  | 'lineJoin';

/** What {@link normalize} should do; every field may be left out. */
export interface NormalizeOptions extends Partial<Record<FixerName, boolean>> {
  /** Composed or decomposed output. Default `'NFC'`. */
  readonly form?: 'NFC' | 'NFD';
  /**
   * Which fixers are on unless a flag says otherwise. `'nfc'`: none, so that the result is exactly Unicode's.
   * `'default'`: all but `spacing`, `hyphenation` and `lineJoin`. `'ocr'`: all. Default `'default'`.
   */
  readonly profile?: 'nfc' | 'default' | 'ocr';
  /**
   * Place of the tone mark in an open oa, oe, uy: `'old'` hòa, `'new'` hoà, `'preserve'` as it is, `'majority'` as most of
   * such words in the text. Marks that are right in no style (`nôị`) are repaired in all four. Default `'preserve'`.
   */
  readonly toneStyle?: ToneStyle | 'preserve' | 'majority';
  /**
   * How to write the vowel of lí/lý, kĩ/kỹ, mĩ/mỹ, tỉ/tỷ, hi/hy, sĩ/sỹ: as `'i'`, as `'y'`, or as it is. Words with a
   * capital inside a sentence are taken for names and kept. Default `'preserve'`.
   */
  readonly iy?: 'i' | 'y' | 'preserve';
}

/** Bits of a compiled set of options: bit k for `FIXERS[k]`, and those below. */
export type Settings = number;

export const COMPOSE_MARKS: Settings = 32;
export const TONE_PLACEMENT: Settings = 256;
export const SPACING: Settings = 512;
export const HYPHENATION: Settings = 1024;
export const LINE_JOIN: Settings = 2048;
export const STYLE_OLD: Settings = 1 << 12;
export const STYLE_NEW: Settings = 1 << 13;
export const STYLE_MAJORITY: Settings = 1 << 14;
export const IY_TO_I: Settings = 1 << 15;
export const IY_TO_Y: Settings = 1 << 16;
export const FORM_NFD: Settings = 1 << 17;

export const DEFAULT_SETTINGS: Settings = 511;
/** What looks at more than one word: it needs the whole text. */
export const TEXT_LEVEL: Settings = SPACING | HYPHENATION | LINE_JOIN | IY_TO_I | IY_TO_Y;

/** The values of the options that are no flags, and the bits that each sets. */
export const CHOICES: Readonly<Record<string, Readonly<Record<string, Settings>>>> = {
  profile: { nfc: 0, default: DEFAULT_SETTINGS, ocr: 4095 },
  form: { NFC: 0, NFD: FORM_NFD },
  toneStyle: { preserve: 0, old: STYLE_OLD, new: STYLE_NEW, majority: STYLE_MAJORITY },
  iy: { preserve: 0, i: IY_TO_I, y: IY_TO_Y },
};

/** Packs options into bits. Makes no object, so that a call on clean text allocates nothing. */
export function compileOptions(options: NormalizeOptions | undefined): Settings {
  if (options === undefined) return DEFAULT_SETTINGS;
  if (typeof options !== 'object' || !options) {
    throw new TypeError(`hieudinh: normalize options are ${String(options)}, expected an object`);
  }
  const given = options as Readonly<Record<string, unknown>>;
  let settings = given.profile === undefined ? DEFAULT_SETTINGS : 0;
  for (const name in CHOICES) {
    if (given[name] !== undefined) settings |= choose(name, given[name], CHOICES[name]);
  }
  FIXERS.forEach((name, bit) => {
    if (given[name] === true) settings |= 1 << bit;
    if (given[name] === false) settings &= ~(1 << bit);
  });
  return settings;
}

/**
 * What a choice stands for.
 * @throws RangeError, which names all choices, for a value that is none of them
 */
export function choose<Meaning>(name: string, value: unknown, choices: Readonly<Record<string, Meaning>>): Meaning {
  if (Object.hasOwn(choices, value as string)) return choices[value as string];
  throw new RangeError(`hieudinh: ${name} is "${String(value)}", expected ${Object.keys(choices).join(', ')}`);
}
