export { type Block, splitBlocks, type TextBlock } from './blocks.ts';
export { type CompareOptions, type CompareReason, type Comparison, compareHeadlines } from './compare.ts';
export { type BlockKind, type DedupeOptions, type DedupeResult, dedupe, type Repeat } from './dedupe.ts';
