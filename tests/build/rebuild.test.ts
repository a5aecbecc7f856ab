import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomSource } from '../../src/build/random.ts';
import { createCorrector } from '../../src/correct/index.ts';
import { openDictionary } from '../../src/language/index.ts';

const BUILDER = new URL('../../dist/build/main.js', import.meta.url).pathname;

/** A corpus of made-up reports: 4,200 lines, enough for one block to be held out. */
function writeCorpus(folder: string): void {
  const random = randomSource(7);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)];
  const who = [
    'Ban Thường vụ Tỉnh ủy',
    'Ủy ban nhân dân huyện',
    'Đảng ủy xã',
    'Hội Nông dân tỉnh',
    'Ban Chỉ đạo tỉnh',
    'Công an huyện',
  ];
  const did = [
    'đã ban hành',
    'triển khai thực hiện',
    'tiếp tục chỉ đạo',
    'tổ chức quán triệt',
    'kiểm tra việc thực hiện',
    'họp bàn về',
  ];
  const what = [
    'các văn bản chỉ đạo của Trung ương',
    'nghị quyết về phát triển kinh tế',
    'kế hoạch phòng chống bão lụt',
    'chương trình xây dựng nông thôn mới',
    'quy chế làm việc',
  ];
  const when = ['trong năm nay', 'từ đầu nhiệm kỳ đến nay', 'vào tháng 6', 'sau hội nghị', 'trước ngày 30-4'];
  const lines = Array.from(
    { length: 4200 },
    (_, i) => `${pick(who)} ${pick(did)} ${pick(what)} ${pick(when)}, số ${i}, ${pick(did)} ${pick(what)}.`,
  );
  mkdirSync(folder);
  writeFileSync(join(folder, 'reports.txt'), `${lines.join('\n')}\n`);
}

function build(folder: string, name: string): Uint8Array {
  const out = join(folder, `${name}.bin`);
  const common = [
    '--work',
    join(folder, name),
    '--corpus',
    join(folder, 'corpus'),
    '--source',
    join(folder, 'source'),
    '--out',
    out,
  ];
  const small = ['--bigrams', '800', '--trigrams', '1500', '--width', '8', '--passes', '1', '--epochs', '1'];
  execFileSync(process.execPath, [BUILDER, 'all', ...common, ...small], { stdio: ['ignore', 'ignore', 'pipe'] });
  return new Uint8Array(readFileSync(out));
}

describe.skipIf(!existsSync(BUILDER))('the builder (skipped where dist/build is not compiled)', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hieudinh-build-'));
    writeCorpus(join(folder, 'corpus'));
    cpSync('dictionaries/source', join(folder, 'source'), { recursive: true });
    // Nearly all words of these are unknown to a dictionary of a hundred words.
    for (const name of ['pages.txt', 'scans.txt', 'sentences.tsv', 'slips.tsv'])
      writeFileSync(join(folder, 'source', name), '# none\n');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('gives the same bytes twice, and a dictionary that corrects', () => {
    const first = build(folder, 'one');
    const second = build(folder, 'two');
    expect(Buffer.compare(first, second)).toBe(0);
    const dictionary = openDictionary(first);
    expect(dictionary.vocabulary.idOf('ủy')).toBeGreaterThan(0);
    expect(
      createCorrector(dictionary, { profile: 'typed' }).correct('Đảng ủy xã triển khái thực hiện.').text,
    ).toContain('khai');
    // Damage anywhere is refused when the file is opened.
    for (const at of [0, 9, first.length >> 1, first.length - 1]) {
      const damaged = first.slice();
      damaged[at] ^= 0x10;
      expect(() => openDictionary(damaged)).toThrow(RangeError);
    }
    expect(() => openDictionary(first.subarray(0, first.length - 3))).toThrow(RangeError);
  });
});
