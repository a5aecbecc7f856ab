import type { Finding } from '../../finding.ts';

/** A paragraph with its place. */
export interface PlacedBlock {
  readonly start: number;
  readonly text: string;
}

/** The lines of a text that hold anything. */
export function blocksOf(text: string): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const block = text.slice(start, end);
    if (block.trim() !== '') blocks.push({ start, text: block });
    start = end + 1;
  }
  return blocks;
}

/** Findings by paragraph: a paragraph that did not change is not checked again. Keeps those of the last text only. */
export class BlockCache {
  #known: Map<string, readonly Finding[]> = new Map();

  /** Paragraphs of a text whose findings are not known, each once. */
  unknownOf(text: string): string[] {
    return [...new Set(blocksOf(text).map((block) => block.text))].filter((block) => !this.#known.has(block));
  }

  add(block: string, findings: readonly Finding[]): void {
    this.#known.set(block, findings);
  }

  /** Takes over what a check of the whole page found, by paragraph; findings in their order. */
  learn(text: string, findings: readonly Finding[]): void {
    const known = new Map<string, Finding[]>();
    let next = 0;
    for (const { start, text: block } of blocksOf(text)) {
      const end = start + block.length;
      const own: Finding[] = [];
      for (; next < findings.length && findings[next].start <= end; next++) {
        const finding = findings[next];
        if (start <= finding.start && finding.end <= end) own.push(moved(finding, -start));
      }
      if (!known.get(block)?.length) known.set(block, own);
    }
    this.#known = known;
  }

  /** The findings of a text as far as they are known. */
  findingsOf(text: string): Finding[] {
    return blocksOf(text).flatMap(({ start, text: block }) =>
      (this.#known.get(block) ?? []).map((finding) => moved(finding, start)),
    );
  }
}

function moved(finding: Finding, by: number): Finding {
  const suggestions = finding.suggestions.map((suggestion) =>
    suggestion.edits === undefined
      ? suggestion
      : {
          ...suggestion,
          edits: suggestion.edits.map((edit) => ({ ...edit, start: edit.start + by, end: edit.end + by })),
        },
  );
  return { ...finding, start: finding.start + by, end: finding.end + by, suggestions };
}
