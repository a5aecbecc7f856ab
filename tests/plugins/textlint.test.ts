import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TextlintKernel, type TextlintKernelOptions } from '@textlint/kernel';
import markdownPlugin from '@textlint/textlint-plugin-markdown';
import textPlugin from '@textlint/textlint-plugin-text';
import type { TextlintPluginCreator, TextlintRuleModule } from '@textlint/types';
import { describe, expect, it } from 'vitest';
import rule, { type HieudinhRuleOptions } from '../../src/textlint/index.ts';

/** Plugins are CommonJS: what is the default export depends on who imports it. */
const unwrapped = (plugin: unknown): TextlintPluginCreator =>
  (plugin as { default?: TextlintPluginCreator }).default ?? (plugin as TextlintPluginCreator);
const kernel = new TextlintKernel();

/** What textlint itself is given; that it compiles shows that the rule is one of its rules. */
function settings(ext: string, options: HieudinhRuleOptions, filePath?: string): TextlintKernelOptions {
  const module: TextlintRuleModule = rule;
  return {
    ext,
    ...(filePath !== undefined && { filePath }),
    plugins: [
      { pluginId: 'text', plugin: unwrapped(textPlugin) },
      { pluginId: 'markdown', plugin: unwrapped(markdownPlugin) },
    ],
    rules: [{ ruleId: 'hieudinh', rule: module, options }],
  };
}
const PLACEHOLDER: HieudinhRuleOptions = { rules: ['placeholder'], language: 'en' };
const CASING: HieudinhRuleOptions = { rules: ['casing'], leastSeverity: 'info' };

describe('hieudinh/textlint in textlint', () => {
  it('reports findings at their places', async () => {
    const text = '# Kính gửi {name}\n\nChào `{code}` và {body}.\n';
    for (const path of ['a.md', undefined]) {
      const { messages } = await kernel.lintText(text, settings('.md', PLACEHOLDER, path));
      expect(messages.map(({ range }) => text.slice(...range))).toEqual(['{name}', '{body}']);
      expect(messages[0]).toMatchObject({ ruleId: 'hieudinh', line: 1, column: 12, severity: 2 });
      expect(messages[0].message).toMatch(/\[placeholder\]$/);
    }
  });

  it('leaves style out unless it is asked for', async () => {
    const text = 'thực hiện Kết Luận số 5\n';
    const [found] = (await kernel.lintText(text, settings('.txt', CASING, 'a.txt'))).messages;
    expect(text.slice(...found.range)).toBe('Luận');
    const style = { rules: { casing: 'info' }, leastSeverity: 'warning' } as const;
    expect((await kernel.lintText(text, settings('.txt', style, 'a.txt'))).messages).toEqual([]);
  });

  it('offers what is not certain as a suggestion, and does not fix it', async () => {
    const text = 'Thực hiện Kết L**u**ận số 5 của tỉnh.\n';
    for (const path of ['a.md', undefined]) {
      const { messages } = await kernel.lintText(text, settings('.md', CASING, path));
      const [{ fix, suggestions = [] }] = messages;
      const command = fix ?? suggestions.at(0)?.fix;
      expect(command).toBeDefined();
      const { range, text: written } = command as NonNullable<typeof command>;
      expect(text.slice(0, range[0]) + written + text.slice(range[1])).toBe('Thực hiện Kết l**u**ận số 5 của tỉnh.\n');
    }
  });

  it('mends misspelt words, and only their letters', async () => {
    const text = '# Các **văn** bàn chỉ đạo của tỉnh\n\nCùng dự có [lảnh](http://a.example/lảnh) đạo tỉnh.\n';
    for (const path of ['a.md', undefined]) {
      const options = settings('.md', { rules: ['spelling'] }, path);
      const { messages } = await kernel.lintText(text, options);
      expect(messages.map(({ range }) => text.slice(...range))).toEqual(['bàn', 'lảnh']);
      const { output } = await kernel.fixText(text, options);
      const certain = messages.filter(({ fix }) => fix !== undefined).map(({ range }) => text.slice(...range));
      let wanted = text;
      if (certain.includes('bàn')) wanted = wanted.replace('bàn', 'bản');
      if (certain.includes('lảnh')) wanted = wanted.replace('[lảnh]', '[lãnh]');
      expect(output).toBe(wanted);
    }
  });

  it('holds the house style nearest to a file, under its own options', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hieudinh-'));
    writeFileSync(join(folder, 'hieudinh.config.json'), '{"rules":{"placeholder":"off","casing":"error"}}');
    const text = 'Kính gửi {name}, thực hiện Kết Luận số 5\n';
    const found = async (options: HieudinhRuleOptions): Promise<string[]> => {
      const { messages } = await kernel.lintText(text, settings('.txt', options, join(folder, 'a.txt')));
      return messages.map(({ range }) => text.slice(...range));
    };
    expect(await found({})).toEqual(['Luận']);
    expect(await found(PLACEHOLDER)).toEqual(['{name}']);
    expect(await found({ config: false })).toEqual(['{name}', 'Luận']);
    rmSync(folder, { recursive: true });
  });

  it('refuses options that there are not', async () => {
    for (const options of [{ leastSeverity: 'fatal' as 'error' }, { rules: ['none'] }, { language: 'fr' as 'en' }]) {
      await expect(kernel.lintText('a', settings('.txt', options, 'a.txt'))).rejects.toThrow(/hieudinh: /);
    }
  });
});
