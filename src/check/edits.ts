import type { Edit, Finding } from '../finding.ts';

/** An edit that was not applied, and why. */
export interface SkippedEdit {
  readonly edit: Edit;
  /** `overlap`: another edit holds part of its place; `stale`: the text there is no longer `edit.original`. */
  readonly reason: 'overlap' | 'stale';
}

/** What {@link applyEdits} did. */
export interface AppliedEdits {
  readonly text: string;
  /** By ascending start. */
  readonly applied: readonly Edit[];
  readonly skipped: readonly SkippedEdit[];
}

/**
 * Applies edits, whose offsets all refer to `text`, in any order. Where two overlap, the one that starts first is
 * applied, of two that start together the longer; the other is skipped, but of two deletions both are done. An edit whose
 * place no longer holds its `original` is skipped as stale. Two insertions at one place are both applied, in the order
 * given.
 * @throws {TypeError} if `text` is no string, `edits` are no array, or an edit has offsets that are no integers
 * @example
 * applyEdits('văn bàn', [{ start: 4, end: 7, original: 'bàn', replacement: 'bản' }]).text; // 'văn bản'
 */
export function applyEdits(text: string, edits: readonly Edit[]): AppliedEdits {
  if (typeof text !== 'string') throw new TypeError(`hieudinh: applyEdits needs a string, got ${typeof text}`);
  if (!Array.isArray(edits)) throw new TypeError(`hieudinh: applyEdits needs an array of edits, got ${typeof edits}`);
  const applied: Edit[] = [];
  const skipped: SkippedEdit[] = [];
  const ordered = [...edits].sort((a, b) => a.start - b.start || b.end - a.end);
  const parts: string[] = [];
  let last = 0;
  for (const edit of ordered) {
    if (!Number.isInteger(edit.start) || !Number.isInteger(edit.end)) {
      throw new TypeError(`hieudinh: edit at [${edit.start}, ${edit.end}), expected integers`);
    }
    if (edit.start < 0 || edit.end < edit.start || text.slice(edit.start, edit.end) !== edit.original) {
      skipped.push({ edit, reason: 'stale' });
    } else if (edit.start < last && edit.end > last && edit.replacement === '' && applied.at(-1)?.replacement === '') {
      // Two neighbouring lines that go may both claim the line end between them.
      applied.push({ start: last, end: edit.end, original: text.slice(last, edit.end), replacement: '' });
      last = edit.end;
    } else if (edit.start < last) {
      skipped.push({ edit, reason: 'overlap' });
    } else {
      parts.push(text.slice(last, edit.start), edit.replacement);
      last = edit.end;
      applied.push(edit);
    }
  }
  parts.push(text.slice(last));
  return { text: parts.join(''), applied, skipped };
}

/**
 * The edits that write a suggestion of a finding, by default the first; none where it has none. Where a word is broken
 * by markup, or a finding speaks for a whole document, they are not the finding's own range.
 * @example
 * applyEdits(text, findings.flatMap((finding) => editsOf(finding))).text;
 */
export function editsOf(finding: Finding, choice: number = 0): readonly Edit[] {
  const suggestion = finding.suggestions[choice];
  if (suggestion === undefined) return [];
  if (suggestion.edits !== undefined) return suggestion.edits;
  return [{ start: finding.start, end: finding.end, original: finding.original, replacement: suggestion.text }];
}
