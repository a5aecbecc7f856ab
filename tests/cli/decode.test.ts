import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { decodeText } from '../../src/cli/decode.ts';
import { encodeLegacy, LEGACY_ENCODINGS } from '../../src/unicode/index.ts';

const MAIN = resolve('dist/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'hieudinh-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TEXT = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\r\nƯu tiên người nghèo và gia đình chính sách.\r\n\r\nÔng Nam.\r\n';
const VNI = 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam';
const DECODED = 'Cộng hòa xã hội chủ nghĩa Việt Nam';
const UTF8 = 'Cá»™ng hÃ²a xÃ£ há»™i';
const LOST = 'Cá»™ng hÃ²a xÃ£ há» i';

function run(args: string[], input: string | Uint8Array = ''): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    input,
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('normalize --decode', () => {
  it.each(LEGACY_ENCODINGS)('decodes the bytes of %s, named or not', (encoding) => {
    const encoded = encodeLegacy(TEXT, encoding);
    for (const wanted of ['auto', encoding] as const) {
      expect(decodeText(encoded, 'a.txt', wanted)).toEqual({ text: TEXT, notes: [] });
    }
  });

  it('decodes the lines of a file that are not UTF-8, and leaves the others', () => {
    const mixed = Buffer.concat([bytes('Đã đến.\n'), encodeLegacy(TEXT, 'tcvn3'), bytes('Người ta.')]);
    expect(decodeText(mixed, 'a.txt', 'auto').text).toBe(`Đã đến.\n${TEXT}Người ta.`);
  });

  it('decodes paragraphs of a Unicode file, and names what it leaves', () => {
    const { text, notes } = decodeText(bytes(`Đã đến.\n${VNI}\n${LOST}\n${UTF8}`), 'a.txt', 'auto');
    expect(text).toBe(`Đã đến.\n${DECODED}\n${LOST}\nCộng hòa xã hội`);
    expect(notes).toEqual(['3: is UTF-8 that was read as Windows-1252, and letters of it are lost: left as it is']);
  });

  it('with an encoding leaves what is surely in another one, and what has letters that only Unicode has', () => {
    const { text, notes } = decodeText(bytes(`Đã đến à.\n${VNI}\nHµ Néi\n${UTF8}\nÔng Nguyá»…n`), 'a.txt', 'tcvn3');
    expect(text).toBe(`Đã đến à.\n${VNI}\nHà Nội\n${UTF8}\nÔng Nguyá»…n`);
    expect(notes.map((note) => note.slice(0, 14))).toEqual(['2: looks like ', '4: looks like ']);
  });

  it.each([
    ['little', Buffer.from('\ufeffVăn bản\r\nsố 5', 'utf16le')],
    ['big', Buffer.from('\ufeffVăn bản\r\nsố 5', 'utf16le').swap16()],
  ])('reads UTF-16, %s end first, by its mark', (_, content) => {
    expect(decodeText(content, 'a.txt', 'auto')).toEqual({ text: 'Văn bản\r\nsố 5', notes: [] });
  });

  it('decodes the line behind a byte order mark', () => {
    const { text } = decodeText(bytes(`\ufeff${VNI}\n${VNI}`), 'a.txt', 'vni-win');
    expect(text).toBe(`\ufeff${DECODED}\n${DECODED}`);
  });

  it('names bytes that stand for nothing', () => {
    const { text, notes } = decodeText(
      Buffer.concat([encodeLegacy(TEXT, 'tcvn3'), Uint8Array.of(0x61, 0xff, 0x81)]),
      'a',
      'auto',
    );
    expect(text).toBe(`${TEXT}aÿ\x81`);
    expect(notes).toEqual([
      '5: “ÿ” is nothing in TCVN3 (ABC), and stays',
      '5: U+0081 is nothing in TCVN3 (ABC), and stays',
    ]);
  });

  it('refuses bytes that are in no encoding that it knows', () => {
    expect(() => decodeText(Uint8Array.of(0xff, 0xff, 0x41, 0), 'a.txt', 'auto')).toThrow('a.txt: is not UTF-8');
  });
});

describe('commands on text in another encoding', () => {
  it.each(['README.md', 'README.vi.md'])('the commands of %s run as printed', (readme) => {
    const commands = [...readFileSync(readme, 'utf8').matchAll(/^npx hieudinh (normalize --decode \w+) (\S+) > \S+/gm)];
    expect(commands.length).toBe(2);
    for (const [, command, file] of commands) {
      writeFileSync(join(folder, file), encodeLegacy(TEXT, 'tcvn3'));
      expect(run([...command.split(' '), file])).toEqual({ code: 0, out: TEXT, err: '' });
    }
  });

  it('name the encoding of bytes that they cannot read, and how to decode them', () => {
    writeFileSync(join(folder, 'vni.txt'), encodeLegacy(TEXT, 'vni-win'));
    for (const command of ['check', 'fix', 'normalize', 'dedupe']) {
      expect(run([command, 'vni.txt'])).toEqual({
        code: 2,
        out: '',
        err: 'hieudinh: vni.txt: is not UTF-8 (byte 2); it looks like VNI: hieudinh normalize --decode vni-win vni.txt\n',
      });
    }
  });

  it('normalize leaves such lines as they are, says so, and writes what was decoded', () => {
    const page = `thế nôị\n${VNI}\n${VNI}\n`;
    writeFileSync(join(folder, 'a.txt'), page);
    expect(run(['normalize', 'a.txt'])).toEqual({
      code: 0,
      out: `thế nội\n${VNI}\n${VNI}\n`,
      err: 'a.txt:2: looks like VNI, and 1 more like it: left as it is; normalize --decode auto decodes it\n',
    });
    expect(run(['normalize', '--decode', 'auto', '--write', 'a.txt']).code).toBe(0);
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe(`thế nội\n${DECODED}\n${DECODED}\n`);
    expect(run(['normalize', '--decode', 'koi8', 'a.txt']).err).toContain('--decode koi8: expected auto, tcvn3');
  });

  it('takes the majority of tone styles without them', () => {
    const page = `hoà, hoà, thế hoà\n${VNI}\nhóa\n`;
    expect(run(['normalize', '--style', 'majority'], page).out).toBe(page.replace('\nhóa', '\nhoá'));
  });

  it('fix changes the other lines, and says so', () => {
    const { out, err } = run(['fix', '--rules', 'casing,misplaced-tone'], `thế nôị\n${VNI}\nthực hiện Kết Luận số 5`);
    expect(out).toBe(`thế nội\n${VNI}\nthực hiện Kết luận số 5`);
    expect(err).toContain('standard input:2: looks like VNI');
  });

  it('fix says nothing of a script, and nothing where the rule is off', () => {
    writeFileSync(join(folder, 'a.html'), `<script>${VNI}</script><p>Đã đến.</p>`);
    expect(run(['fix', '--rules', 'casing', 'a.html']).err).toBe('');
    writeFileSync(join(folder, 'b.html'), `<p>${VNI}</p>`);
    expect(run(['fix', '--rules', 'casing', 'b.html']).err).toContain('b.html:1: looks like VNI');
    writeFileSync(join(folder, 'hieudinh.config.json'), '{"rules": {"encoding": "off"}}');
    expect(run(['fix', '--rules', 'casing', 'b.html']).err).toBe('');
    rmSync(join(folder, 'hieudinh.config.json'));
  });

  it('filter tells of texts that it left, and decodes them where asked to', () => {
    const row = (text: string): string => `${JSON.stringify({ text })}\n`;
    const input = row('Cộng hòa') + row(VNI) + row(`thế nôị\n${UTF8}`);
    for (const jobs of ['1', '2']) {
      const { code, out, err } = run(['filter', '--normalize', '--stats', '--jobs', jobs], input);
      expect({ code, out }).toEqual({ code: 0, out: row('Cộng hòa') + row(VNI) + row(`thế nội\n${UTF8}`) });
      expect(err).toContain(
        'hieudinh: line 2: looks like VNI, and 1 more like it: left as it is; --decode auto decodes it\n',
      );
      expect(err).toContain('"encoded":2,');
      const decoded = run(['filter', '--normalize', '--decode', 'auto', '--jobs', jobs], input);
      expect(decoded.err).toBe('');
      const [, second, third] = decoded.out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).text);
      expect([second, third]).toEqual([DECODED, `thế nội\n${decodeText(bytes(UTF8), '', 'auto').text}`]);
    }
    expect(run(['filter', '--decode', 'auto', '--raw'], `${VNI}\nthế nôị\n`).out).toBe(`${DECODED}\nthế nôị\n`);
    expect(run(['filter', '--decode', 'koi8'], input).err).toContain('--decode koi8: expected auto, tcvn3');
  });

  it('filter changes only the other lines of a row', () => {
    const row = (text: string): string => `${JSON.stringify({ text })}\n`;
    const args = ['filter', '--normalize', '--correct', '--dictionary', resolve('dictionaries/standard.bin')];
    const input = row(`các văn bàn chỉ đạo nôị\n${VNI}`) + row(UTF8);
    expect(run(args, input).out).toBe(row(`các văn bản chỉ đạo nội\n${VNI}`) + row(UTF8));
  });
});
