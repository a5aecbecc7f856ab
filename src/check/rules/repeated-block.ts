import type { Edit } from '../../finding.ts';
import { type BlockKind, dedupe, splitBlocks, type TextBlock } from '../../headlines/index.ts';
import type { Rule } from '../types.ts';

/** Headlines, leads, bylines, captions and paragraphs that say again what an earlier line says. The first one stays. */
export const repeatedBlock: Rule = {
  id: 'repeated-block',
  severity: 'warning',
  fixedByDefault: false,
  run({ text }) {
    const blocks = splitBlocks(text);
    return dedupe(blocks).repeats.map(({ index, of, kind, reason }) => {
      const block = blocks[index];
      const first = blocks[of];
      const [english, vietnamese] = NAMES[kind as BlockKind] ?? NAMES.paragraph;
      const how = reason === 'equal' ? 'repeats' : 'nearly repeats';
      return {
        start: block.start,
        end: block.end,
        message: `This ${english} ${how} line ${first.line}.`,
        messageVi: `${vietnamese} này ${reason === 'equal' ? 'lặp lại' : 'gần như lặp lại'} dòng ${first.line}.`,
        note: `line ${first.line}: “${shorten(first.text)}”`,
        suggestions: [{ text: '', confidence: reason === 'equal' ? 0.9 : 0.7 }],
      };
    });
  },
  edits({ text }) {
    const blocks = splitBlocks(text);
    return dedupe(blocks).repeats.map(({ index }) => removal(text, blocks, index));
  },
};

const NAMES: Readonly<Record<BlockKind, readonly [english: string, vietnamese: string]>> = {
  headline: ['headline', 'Tít'],
  lead: ['lead', 'Sa-pô'],
  byline: ['byline', 'Tên tác giả'],
  caption: ['caption', 'Chú thích ảnh'],
  paragraph: ['paragraph', 'Đoạn'],
};

/** A whole line with the empty ones after it, or, at the end of the text, with those before it. */
function removal(text: string, blocks: readonly TextBlock[], index: number): Edit {
  const block = blocks[index];
  const next = blocks[index + 1];
  let start = lineStart(text, block.start);
  let end = next === undefined ? text.length : lineStart(text, next.start);
  if (next === undefined && index > 0) {
    // The text keeps the line end that it had, and gets none that it had not.
    start = blocks[index - 1].end;
    end = block.end;
  }
  return { start, end, original: text.slice(start, end), replacement: '' };
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

function shorten(text: string): string {
  if (text.length <= 80) return text;
  return `${text.slice(0, text.lastIndexOf(' ', 77) || 77)} …`;
}
