// How fast the page to paste into answers, in Chromium: node benchmarks/page.mjs [TEXT]
// Prints milliseconds until the dictionary is open, until a whole text is marked, and for each key typed into its middle.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const sample = readFileSync(process.argv[2] ?? 'tests/fixtures/sample-article.txt', 'utf8');
// About 2,000 words (syllables), whatever the sample's length.
let text = sample;
while (text.split(/\s+/).length < 2000) text += `\n${sample}`;
const folder = mkdtempSync(join(tmpdir(), 'hieudinh-bench-'));
const path = join(folder, 'page.html');
spawnSync(process.execPath, ['dist/cli/main.js', 'page', '-o', path], { stdio: 'inherit' });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
const start = performance.now();
await page.goto(`file://${path}`);
await page.waitForSelector('#input:enabled');
const opened = performance.now() - start;
const answer = async (act) => {
  await page.evaluate(() => delete document.documentElement.dataset.answer);
  await act();
  await page.waitForSelector('html[data-answer]');
  return Number(await page.getAttribute('html', 'data-answer'));
};
const whole = await answer(() => page.fill('#input', text));
await page.waitForSelector('html[data-page]');
const keys = [];
await page.evaluate((at) => document.getElementById('input').setSelectionRange(at, at), text.length >> 1);
for (const key of 'đang gõ thêm một câu vào giữa bài ') keys.push(await answer(() => page.keyboard.insertText(key)));
keys.sort((a, b) => a - b);
const at = (share) => Math.round(keys[Math.floor((keys.length - 1) * share)]);
console.log(`page ${(statSync(path).size / 1e6).toFixed(1)} MB, ${text.split(/\s+/).length} words`);
console.log(`open ${Math.round(opened)} ms, whole text ${Math.round(whole)} ms`);
console.log(`a key: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, worst ${at(1)} ms`);
await browser.close();
rmSync(folder, { recursive: true });
