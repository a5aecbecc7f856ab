export { type Block, partRemovalOf, removalOf, splitBlocks, type TextBlock } from './blocks.ts';
export { type CompareOptions, type CompareReason, type Comparison, compareHeadlines } from './compare.ts';
export {
  type BlockKind,
  type DedupeOptions,
  type DedupeResult,
  dedupe,
  type Repeat,
  type RepeatedPart,
} from './dedupe.ts';
export { DuplicateIndex, type IndexOptions } from './duplicate-index.ts';
export { type GroupOptions, groupHeadlines, HeadlineGroups } from './groups.ts';
export { type RepeatedStretch, repeatedStretches } from './repeated-parts.ts';
export { headlineShuffleKeys, ShuffleGroups } from './shuffle.ts';
