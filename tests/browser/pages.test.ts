import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyEdits, editsOf } from '../../src/check/index.ts';
import { checkDocument, fixDocument } from '../../src/documents/index.ts';
import { loadCorrector } from '../../src/node.ts';
import { CHROMIUM, SKIPPED } from './chromium.ts';

// The built command: `npm test` builds first.
const MAIN = resolve('dist/cli/main.js');
const SAMPLE = 'tests/fixtures/sample-article.txt';
const HTML =
  '<!DOCTYPE html>\r\n<p>thực hiện Kết <b>L</b>uận số 5 &amp; h&ograve;a hoà</p>\r\n<p>Chào bạn , {name} nặng 5 Kg</p><!-- </script> -->\n';
const folder = mkdtempSync(join(tmpdir(), 'hieudinh-page-'));
afterAll(() => rmSync(folder, { recursive: true }));

function built(name: string, ...args: string[]): string {
  const path = join(folder, name);
  const { stdout, stderr, status } = spawnSync(process.execPath, [MAIN, ...args], {
    maxBuffer: 1 << 27,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  writeFileSync(path, stdout);
  return `file://${path}`;
}

describe.skipIf(CHROMIUM === undefined)(`the pages in Chromium${SKIPPED}`, () => {
  let browser: Browser;
  let problems: string[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
  });

  async function opened(url: string, size = { width: 1200, height: 800 }): Promise<Page> {
    const context = await browser.newContext({ viewport: size, offline: true, acceptDownloads: true });
    const page = await context.newPage();
    problems = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('request', (request) => /^https?:/.test(request.url()) && problems.push(request.url()));
    await page.goto(url);
    return page;
  }

  async function downloaded(page: Page): Promise<string> {
    const waiting = page.waitForEvent('download');
    await page.click('#download');
    return readFileSync(await (await waiting).path(), 'utf8');
  }

  const rules = ['casing', 'tone-style', 'placeholder', 'spacing', 'unit'];
  const report = (): string => {
    writeFileSync(join(folder, 'page.html'), HTML);
    return built(
      'report.html',
      'check',
      '--format',
      'html',
      '--fail-on',
      'never',
      '--rules',
      rules.join(','),
      join(folder, 'page.html'),
    );
  };

  it('the report: every accept changes just its text, and can be taken back', async () => {
    const page = await opened(report());
    const findings = checkDocument(HTML, { format: 'html', rules });
    expect(await page.locator('.card').count()).toBe(findings.length);
    expect(findings.length).toBeGreaterThan(4);
    for (const [index, finding] of findings.entries()) {
      if (finding.suggestions.length === 0) continue;
      const card = page.locator('.card').nth(index);
      await card.locator('.accept').first().click();
      expect(await downloaded(page)).toBe(applyEdits(HTML, editsOf(finding)).text);
      await card.locator('[data-act=undo]').click();
      expect(await downloaded(page)).toBe(HTML);
    }
    expect(problems).toEqual([]);
  });

  it('the report: the download is what fix makes with the same choices, by rule and by keyboard', async () => {
    const page = await opened(report());
    for (const rule of rules) {
      await page
        .locator(`.card[data-rule=${rule}] .accept`)
        .first()
        .click({ timeout: 1000 })
        .catch(() => {});
      if (rule === 'casing')
        expect(await downloaded(page)).toBe(fixDocument(HTML, { format: 'html', rules: ['casing'] }).text);
    }
    expect(await downloaded(page)).toBe(fixDocument(HTML, { format: 'html', rules }).text);
    const again = await opened(report());
    await again.keyboard.press('j');
    const all = await again.locator('.card').count();
    for (let step = 0; step < all; step++) await again.keyboard.press('r');
    expect(await again.textContent('#count-rejected')).toBe(String(all));
    expect(await downloaded(again)).toBe(HTML);
    await again.keyboard.press('u');
    expect(await again.textContent('#count-open')).toBe('1');
    await again.keyboard.press('a');
    expect(await again.textContent('#count-open')).toBe('0');
    await again.keyboard.press('u');
    await again.keyboard.press('Shift+R');
    expect(await again.textContent('#count-rejected')).toBe(String(all));
    expect(problems).toEqual([]);
  });

  it('the report: fits a phone, names its parts for a screen reader, and can be dark', async () => {
    const page = await opened(report(), { width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    for (const [role, name] of [
      ['main', undefined],
      ['complementary', 'Findings'],
      ['status', undefined],
    ] as const)
      expect(await page.getByRole(role, { name }).count()).toBe(1);
    expect(await page.getByRole('listitem').count()).toBeGreaterThan(4);
    expect(await page.getByRole('button', { name: /^Accept / }).count()).toBeGreaterThan(3);
    const unnamed = await page.getByRole('button', { name: /^$/ }).count();
    expect(unnamed).toBe(0);
    const paper = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.querySelector('header')!).backgroundColor);
    const light = await paper();
    await page.click('#theme');
    expect(await paper()).not.toBe(light);
  });

  it.each(['light', 'dark'])('the report has no fault that axe knows, %s', async (theme) => {
    const page = await opened(report());
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name;
    }, theme);
    await page.locator('.accept').first().click();
    await page.evaluate(readFileSync('node_modules/axe-core/axe.min.js', 'utf8'));
    const faults = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const { violations } = await axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    expect(faults).toEqual([]);
  });

  it('the page to paste into: checks in its worker, offline, as check does; a paragraph that stays is not checked again', async () => {
    const page = await opened(built('editor.html', 'page'));
    await page.waitForSelector('#input:enabled');
    const text = readFileSync(SAMPLE, 'utf8');
    await page.fill('#input', text);
    await page.waitForSelector('html[data-page]');
    const expected = checkDocument(text, { corrector: loadCorrector({ dictionary: 'compact' }) });
    expect(await page.locator('.card').count()).toBe(expected.length);
    const spelling = page.locator('.card[data-rule=spelling]');
    const wrong = expected.find(({ rule }) => rule === 'spelling')!;
    await page.evaluate(() => delete document.documentElement.dataset.page);
    await spelling.first().locator('.accept').first().click();
    expect(await page.inputValue('#input')).toBe(applyEdits(text, editsOf(wrong)).text);
    await page.waitForFunction((count) => document.querySelectorAll('.card').length < count, expected.length);
    // In the text the keys are heard with Alt.
    await page.waitForSelector('html[data-page]');
    const cards = await page.locator('.card').count();
    await page.focus('#input');
    for (let step = 0; step < cards && !(await page.locator('.card.current[data-rule=spelling]').count()); step++)
      await page.keyboard.press('Alt+j');
    const before = await page.inputValue('#input');
    await page.keyboard.press('Alt+a');
    expect(await page.inputValue('#input')).not.toBe(before);
    await page.keyboard.press('Control+z');
    expect(await page.inputValue('#input')).toBe(before);
    // A new last paragraph: the answer on it alone comes before the pause after which the whole page is read.
    await page.focus('#input');
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('\nThực hiện các văn bàn chi đạo của tỉnh.');
    await page.waitForFunction(() =>
      [...document.querySelectorAll('#text mark')].some((mark) => mark.textContent === 'bàn'),
    );
    expect(problems).toEqual([]);
  });
});
