import type { Rule } from '../types.ts';
import { casing } from './casing.ts';
import { doubledWord, spelling } from './corrections.ts';
import { placeholder } from './placeholder.ts';
import { repeatedBlock } from './repeated-block.ts';
import { toneStyle } from './tone-style.ts';

/** All rules, in the order in which they run. */
export const RULES: readonly Rule[] = [spelling, doubledWord, repeatedBlock, placeholder, casing, toneStyle];
