import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shrink } from '../../src/build/shrink.ts';
import { Workspace } from '../../src/build/workspace.ts';
import { FIRST_WORD, ID_BOUNDARY, ID_NAME, ID_UNKNOWN } from '../../src/language/ids.ts';
import { isVietnameseSyllable } from '../../src/unicode/index.ts';

describe('shrink', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hieudinh-shrink-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('keeps all syllables and the most frequent of the other words; the rest become unknown words or names', () => {
    const from = new Workspace(join(folder, 'large'));
    const to = new Workspace(join(folder, 'small'));
    const word = (
      text: string,
      capitalShare = 0,
    ): { text: string; hash: number; count: number; capitalShare: number } => ({
      text,
      hash: text.length,
      count: 10,
      capitalShare,
    });
    // By falling frequency, as `collect` leaves them.
    from.writeWords([word('internet'), word('của'), word('Facebook', 0.9), word('online'), word('đình')]);
    const [internet, của, facebook, online, đình] = [0, 1, 2, 3, 4].map((index) => FIRST_WORD + index);
    from.writeIds(Uint16Array.of(ID_BOUNDARY, internet, của, facebook, online, đình, ID_BOUNDARY));
    from.writeRare([7]);
    writeFileSync(from.path('heldout.tsv'), 'news#1\tMột dòng.\n');

    shrink(from, to, 1, isVietnameseSyllable);

    expect(to.readWords().map(({ text }) => text)).toEqual(['internet', 'của', 'đình']);
    expect([...to.readIds()]).toEqual([
      ID_BOUNDARY,
      FIRST_WORD,
      FIRST_WORD + 1,
      ID_NAME,
      ID_UNKNOWN,
      FIRST_WORD + 2,
      ID_BOUNDARY,
    ]);
    expect(to.readRare()).toEqual([7]);
    expect(readFileSync(to.path('heldout.tsv'), 'utf8')).toBe('news#1\tMột dòng.\n');
  });
});
