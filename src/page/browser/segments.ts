import type { Edit, Finding } from '../../finding.ts';

/** A stretch of the text as the page shows it. */
export interface Segment {
  readonly text: string;
  /** The finding that it belongs to: of those that cover it the shortest; -1 for none. */
  readonly finding: number;
  /** What is written instead, where a choice was applied. */
  readonly replacement?: string;
}

/** Cuts a text into stretches that belong to one finding each, or were changed. Their texts joined are the text. */
export function segmentsOf(text: string, findings: readonly Finding[], applied: readonly Edit[]): Segment[] {
  const owner = ownersOf(text.length, findings);
  const segments: Segment[] = [];
  let at = 0;
  const plainTo = (end: number): void => {
    while (at < end) {
      let to = at + 1;
      while (to < end && owner[to] === owner[at]) to++;
      segments.push({ text: text.slice(at, to), finding: owner[at] });
      at = to;
    }
  };
  for (const edit of applied) {
    plainTo(edit.start);
    segments.push({
      text: edit.original,
      finding: findingOfEdit(findings, edit, owner),
      replacement: edit.replacement,
    });
    at = edit.end;
  }
  plainTo(text.length);
  return segments;
}

/** By unit: the shortest finding that covers it, -1 for none. */
function ownersOf(length: number, findings: readonly Finding[]): Int32Array {
  const owner = new Int32Array(length).fill(-1);
  const byLength = findings.map((_, index) => index);
  byLength.sort((a, b) => findings[b].end - findings[b].start - (findings[a].end - findings[a].start));
  for (const index of byLength) owner.fill(index, findings[index].start, findings[index].end);
  return owner;
}

function findingOfEdit(findings: readonly Finding[], edit: Edit, owner: Int32Array): number {
  const within = findings.findIndex((finding) => finding.start <= edit.start && edit.end <= finding.end);
  if (within >= 0 && findings[within].end - findings[within].start < 200) return within;
  const named = findings.findIndex((finding) =>
    finding.suggestions.some(({ edits }) => edits?.some((one) => one.start === edit.start && one.end === edit.end)),
  );
  return named >= 0 ? named : (owner[edit.start] ?? -1);
}
