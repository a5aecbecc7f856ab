import type { Rule } from '../types.ts';
import { casing } from './casing.ts';
import { doubledWord, olderSpelling, spelling } from './corrections.ts';
import { date } from './date.ts';
import { documentNumber } from './document-number.ts';
import { encoding } from './encoding.ts';
import { iyStyle } from './iy-style.ts';
import { leftover } from './leftover.ts';
import { lookAlike } from './look-alike.ts';
import { misplacedTone } from './misplaced-tone.ts';
import { nameSpelling } from './name-spelling.ts';
import { mergedPlace, place } from './place.ts';
import { placeholder } from './placeholder.ts';
import { quotes } from './quotes.ts';
import { rejectedTerm } from './rejected-term.ts';
import { repeatedBlock } from './repeated-block.ts';
import { repeatedStretch } from './repeated-stretch.ts';
import { spacing } from './spacing.ts';
import { toneStyle } from './tone-style.ts';
import { unbalanced } from './unbalanced.ts';
import { unit } from './unit.ts';

/** All rules, in the order in which they run. */
export const RULES: readonly Rule[] = [
  spelling,
  doubledWord,
  lookAlike,
  misplacedTone,
  encoding,
  olderSpelling,
  rejectedTerm,
  nameSpelling,
  repeatedBlock,
  repeatedStretch,
  placeholder,
  leftover,
  casing,
  documentNumber,
  date,
  place,
  mergedPlace,
  unbalanced,
  spacing,
  quotes,
  unit,
  toneStyle,
  iyStyle,
];
