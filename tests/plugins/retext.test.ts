import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import retextLatin from 'retext-latin';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import type { Corrector } from '../../src/correct/types.ts';
import type { Finding } from '../../src/finding.ts';
import retextHieudinh, { type ProseNode, type RetextHieudinhOptions } from '../../src/retext/index.ts';

/** Finds "sai", and says what text it was given. */
const corrector: Corrector & { seen: string } = {
  seen: '',
  profile: 'edited',
  level: 'suggest',
  check(text) {
    this.seen = text;
    return [...text.matchAll(/sai/g)].map(
      ({ index }): Finding => ({
        rule: 'spelling',
        severity: 'error',
        start: index,
        end: index + 3,
        original: 'sai',
        message: 'wrong',
        messageVi: 'viết sai',
        note: 'seen',
        suggestions: [
          { text: 'đúng', confidence: 0.9 },
          { text: 'sài', confidence: 0.1 },
        ],
        auto: true,
        key: 'k',
      }),
    );
  },
  correct: (text) => ({ text, edits: [], findings: [] }),
};

async function messagesOf(text: string, options: RetextHieudinhOptions) {
  const file = new VFile({ value: text });
  const processor = unified().use(retextLatin).use(retextHieudinh, options);
  await processor.run(processor.parse(file), file);
  return file.messages;
}

describe('hieudinh/retext in unified', () => {
  it('refuses a language that messages are not written in', async () => {
    const wrong = { corrector, language: 'fr' as 'vi' };
    await expect(messagesOf('Câu này sai.', wrong)).rejects.toThrow('hieudinh: language "fr", expected en or vi');
  });
  it('gives messages with what was found and what is expected', async () => {
    const text = 'Câu một.\n\nCâu này sai.';
    const [message, ...others] = await messagesOf(text, { corrector, rules: ['spelling'] });
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      reason: 'viết sai',
      source: 'hieudinh',
      ruleId: 'spelling',
      actual: 'sai',
      expected: ['đúng', 'sài'],
      note: 'seen',
      fatal: false,
      line: 3,
      column: 9,
      place: { start: { line: 3, column: 9, offset: 18 }, end: { line: 3, column: 12, offset: 21 } },
    });
    expect((await messagesOf(text, { corrector, rules: ['spelling'], language: 'en' }))[0].reason).toBe('wrong');
  });

  it('tells style as information', async () => {
    const [message] = await messagesOf('Chào {name}', { corrector, rules: { placeholder: 'info' } });
    expect(message.fatal).toBeUndefined();
  });

  it('minds the spaces of a plain text', async () => {
    const [message] = await messagesOf('Chào  bạn .', { corrector, rules: ['spacing'] });
    expect(message).toMatchObject({ ruleId: 'spacing', place: { start: { offset: 4 } } });
  });

  it('holds the house style nearest to a file, under its own options', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hieudinh-'));
    writeFileSync(join(folder, 'hieudinh.config.json'), '{"rules":{"placeholder":"off"}}');
    const found = async (options: RetextHieudinhOptions): Promise<(string | undefined)[]> => {
      const file = new VFile({ value: 'Kính gửi {name}', path: 'a.txt', cwd: folder });
      const processor = unified()
        .use(retextLatin)
        .use(retextHieudinh, { corrector, ...options });
      await processor.run(processor.parse(file), file);
      return file.messages.map(({ ruleId }) => ruleId);
    };
    expect(await found({})).toEqual([]);
    expect(await found({ rules: ['placeholder'] })).toEqual(['placeholder']);
    expect(await found({ config: false })).toEqual(['placeholder']);
    rmSync(folder, { recursive: true });
  });

  it('reads a tree whose words stand in markup, as remark-retext makes it', () => {
    // *sa*i &amp; `code` sai
    const source = '*sa*i &amp; `code` sai';
    const leaf = (type: string, value: string, start: number, end: number): ProseNode => ({
      type,
      value,
      position: { start: { offset: start }, end: { offset: end } },
    });
    const tree: ProseNode = {
      type: 'RootNode',
      children: [
        {
          type: 'ParagraphNode',
          children: [
            leaf('TextNode', 'sa', 1, 3),
            leaf('TextNode', 'i', 4, 5),
            leaf('WhiteSpaceNode', ' ', 5, 6),
            leaf('SymbolNode', '&', 6, 11),
            leaf('WhiteSpaceNode', ' ', 11, 12),
            leaf('SourceNode', 'code', 12, 18),
            leaf('WhiteSpaceNode', ' ', 18, 19),
            leaf('TextNode', 'sai', 19, 22),
          ],
        },
      ],
    };
    const file = new VFile({ value: source });
    retextHieudinh({ corrector, rules: ['spelling'] })(tree, file);
    expect(corrector.seen).toBe('sai & \ufffc sai\n');
    expect(file.messages.map(({ actual }) => actual)).toEqual(['sa*i', 'sai']);
  });

  it('loads the standard dictionary where it is given none', async () => {
    const [message] = await messagesOf('Thực hiện các văn bàn chỉ đạo của tỉnh.', { rules: ['spelling'] });
    expect(message).toMatchObject({ actual: 'bàn', expected: expect.arrayContaining(['bản']) });
  });
});
