import type { Fixer } from './fixers.ts';
import { charOf, isCapital, isVowel, LATIN, letterAt, SMALL_LETTERS, toneOf, withTone } from './letters.ts';
import { HYPHENATION, IY_TO_I, IY_TO_Y, LINE_JOIN, type Settings, SPACING } from './options.ts';
import { isVietnameseSyllable } from './syllable.ts';

const OPENING = '([{“‘«';
const CLOSING = ')\\]}”’»';
/** One unit before spaces, and those behind, where nothing should stand between: a bracket; a mark that ends a phrase. */
const TIGHT = new RegExp(
  `^[${OPENING}]|^.[${CLOSING}]|^[${LATIN}\\d${CLOSING}"%](?:[,.;:!?](?:[ \t\r\n"”’]|$)|[,.!?][${CLOSING}])`,
  's',
);
/** "3 . 5" and "8 : 30" are numbers that OCR pulled apart in some other way. */
const NUMBER = /^\d[.:].\d/s;

/**
 * Words that both spellings are in use for, written with y. The y of quý and its like is a part of the diphthong uy: it is
 * kept, as sĩ keeps its i.
 */
const BOTH = 'k.|l[ýỵ]|mỹ|t[ỷỵ]|hỷ';
const TO_Y = new RegExp(`^(${BOTH}|qu.)$`);
const TO_I = new RegExp(`^(${BOTH}|sỹ)$`);

const IN_WORD = '[\\p{L}\\p{M}\\p{N}_]';
/** A capital that is first in a sentence. */
const FIRST = `(?<=(?:^|[\n.!?])[ \t\r"${OPENING}]*)\\p{Lu}`;

/**
 * Fixers that look at more than one word, for composed text, in the order in which they are tried: spaces at punctuation,
 * words and paragraphs broken by line ends, i or y. All are off by default; the first three are on in the profile `ocr`.
 */
export const TEXT_FIXERS: readonly (readonly [flag: Settings, name: string, fixer: Fixer])[] = [
  // A word hyphenated over a line end: joined where the whole is a syllable and a half is none, or the second half begins
  // with a small vowel (nghi-ệp). Other hyphens between two good syllables belong there (Bà Rịa-\nVũng Tàu).
  [
    HYPHENATION,
    'hyphenation',
    [
      // A hyphen at a line end with up to eight letters of the word on either side.
      new RegExp(`[-\u2010\xAD](?<=([${LATIN}]{1,8}).)[ \t\r]*\n[ \t\r]*(?=([${LATIN}]{1,8}))`, 'g'),
      ([hyphen, first, second]) => {
        if (!isVietnameseSyllable(first + second)) return hyphen;
        const packed = letterAt(second, 0);
        const inRime = isVowel(packed) && !isCapital(packed);
        return inRime || !isVietnameseSyllable(first) || !isVietnameseSyllable(second) ? '' : hyphen;
      },
    ],
  ],
  // A line end inside a paragraph becomes a space: where a line of at least 40 characters ends in a letter, a digit or a
  // comma, and the next begins with a small letter. A line that was joined to the one before is long enough.
  [
    LINE_JOIN,
    'lineJoin',
    [
      // A line end with the blanks around it after a letter, a digit or a comma, before a small letter; not "a)" and "b.".
      new RegExp(`(?<=[${LATIN}\\d,])[ \t\r]*\n[ \t]*(?=[${SMALL_LETTERS}](?![).]))`, 'g'),
      ({ 0: lineEnd, index, input }, _settings, _forms, changes) => {
        /** Lines shorter than this (UTF-16 units) are headings, verses or items of a list: they are not joined to the next. */
        const SHORTEST_FULL_LINE = 40;
        const line = input.lastIndexOf('\n', index - 1) + 1;
        return index - line >= SHORTEST_FULL_LINE || (line > 0 && (changes.at(-1)?.end ?? 0) >= line) ? ' ' : lineEnd;
      },
    ],
  ],
  // Spaces: doubled ones between words; before `, . ; : ! ?` and closing brackets; behind opening brackets; a space that
  // stands before a mark instead of behind it. What stands in columns (three spaces and more at a
  // line's start, tabs) and what a computer reads (.NET, .5) stay.
  [
    SPACING,
    'spacing',
    [
      // A space before a mark that a word stands right behind. Spaces where two or none should be one; those at a line's
      // start or end are layout.
      new RegExp(
        ` (?<=[^\n ] )(?:([,;:!?]|\\.(?=\\p{Lu}))(?=([${LATIN}]+))| +(?=[^\n\r ])|(?<=[${OPENING}] )(?=[^\n\r ])|(?=[${CLOSING},.;:!?]))`,
        'gu',
      ),
      ({ 0: spaces, 1: mark, 2: word, index, input }) => {
        // Behind other marks than a comma stand smileys (:D) and file names (.Net), too.
        if (mark) return mark === ',' || (word[1] && isVietnameseSyllable(word)) ? `${mark} ` : spaces;
        const end = index + spaces.length;
        const around = input[index - 1] + input.slice(end, end + 3);
        if (TIGHT.test(around) && !NUMBER.test(around)) return '';
        return around.slice(0, 2).includes('\t') ? spaces : ' ';
      },
    ],
  ],
  // i or y as the only vowel of an open syllable, in words that are no names: small, or first in a sentence.
  [
    IY_TO_I | IY_TO_Y,
    'iy',
    [
      // The vowel of a word of two or three letters, with those before it; not of a name: Lý Thường Kiệt.
      new RegExp(`[ìíỉĩịỳýỷỹỵ](?!${IN_WORD})(?<=(?<!${IN_WORD})((?:\\p{Ll}|${FIRST}(?!u?.\\s{1,2}\\p{Lu}))u?).)`, 'gu'),
      ([vowel, start], settings) => {
        const [letter, words] = settings & IY_TO_Y ? ['y', TO_Y] : ['i', TO_I];
        const withVowel = (plain: string): string => charOf(withTone(letterAt(plain, 0), toneOf(letterAt(vowel, 0))));
        return words.test(start.toLowerCase() + withVowel('y')) ? withVowel(letter) : vowel;
      },
    ],
  ],
];
