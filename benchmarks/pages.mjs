#!/usr/bin/env node
// What an editor would see on whole pages that no ranker has seen: twelve of newspapers and offices (pages.txt), as they
// stand and broken into lines as a scan has them; 24 of news, offices and the web (pages-more.txt); eight
// scans; others written when all else was done (pages-later.txt, scans-later.txt); and others again, which nobody has looked
// at (pages-fresh.txt, scans-fresh.txt), with 24 that are right and hard to leave alone (pages-right.txt); and 127 of all
// kinds with 1,488 mistakes (pages-wide.txt); and 22 and 20 written after the dictionary was built (pages-last.txt,
// pages-right-last.txt):
//   npm run build && node benchmarks/pages.mjs [--dictionary dictionaries/standard.bin] [--show]
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { mistakesOf } from '../dist/build/judgements.js';
import { readMarkedPages } from '../dist/build/marked-pages.js';
import { createCorrector, openDictionary } from '../dist/index.js';

const { values } = parseArgs({
  options: {
    dictionary: { type: 'string', default: 'dictionaries/standard.bin' },
    show: { type: 'boolean', default: false },
  },
});
const dictionary = openDictionary(new Uint8Array(readFileSync(values.dictionary)));
const AS_WRITTEN = [Number.POSITIVE_INFINITY];

const SETS = [
  { file: 'pages.txt', profiles: ['edited', 'typed', 'ocr'], widths: [...AS_WRITTEN, 75, 30] },
  { file: 'pages-more.txt', profiles: ['edited', 'typed'], widths: AS_WRITTEN },
  { file: 'pages-scans.txt', profiles: ['ocr'], widths: AS_WRITTEN },
  { file: 'pages-later.txt', profiles: ['edited', 'typed'], widths: AS_WRITTEN },
  { file: 'scans-later.txt', profiles: ['ocr'], widths: AS_WRITTEN },
  { file: 'pages-fresh.txt', profiles: ['edited', 'typed'], widths: AS_WRITTEN },
  { file: 'pages-wide.txt', profiles: ['edited', 'typed'], widths: AS_WRITTEN },
  { file: 'scans-fresh.txt', profiles: ['ocr'], widths: AS_WRITTEN },
  { file: 'pages-right.txt', profiles: ['edited', 'typed', 'ocr'], widths: AS_WRITTEN },
  { file: 'pages-last.txt', profiles: ['edited', 'typed'], widths: AS_WRITTEN },
  { file: 'pages-right-last.txt', profiles: ['edited', 'typed', 'ocr'], widths: AS_WRITTEN },
];

const readPages = (file) => readMarkedPages(fileURLToPath(new URL(file, import.meta.url)));

/** A text in lines that are broken at the first space from `width` on. */
function broken(text, width) {
  let column = 0;
  let lines = '';
  for (const letter of text) {
    const isBreak = letter === '\n' || (letter === ' ' && column >= width);
    column = isBreak ? 0 : column + 1;
    lines += isBreak ? '\n' : letter;
  }
  return lines;
}

/** Does applying the findings at a mistake, of which it may have several, leave what was meant in its place? */
function mends(text, findings, { start, end, right }) {
  const from = Math.min(start, findings[0].start);
  const to = Math.max(end, findings.at(-1).end);
  let mended = '';
  let last = from;
  for (const finding of findings) {
    mended += text.slice(last, finding.start) + finding.suggestions[0].text;
    last = finding.end;
  }
  mended += text.slice(last, to);
  const meant = text.slice(from, start) + right + text.slice(end, to);
  return mended.trim().toLowerCase() === meant.trim().toLowerCase();
}

function report(pages, corrector, width) {
  const sum = { mistakes: 0, found: 0, right: 0, auto: 0, false: 0, falseAuto: 0 };
  const shown = [];
  for (const page of pages) {
    const text = broken(page.text, width);
    const mistakes = mistakesOf(page);
    const findings = corrector.check(text);
    const around = ({ start, end }) =>
      `${text.slice(Math.max(0, start - 30), start)}[${text.slice(start, end)}]${text.slice(end, end + 30)}`;
    for (const mistake of mistakes) {
      sum.mistakes++;
      const hits = findings.filter(({ start, end }) => start < mistake.end && mistake.start < end);
      if (hits.length > 0) sum.found++;
      if (hits[0]?.auto) sum.auto++;
      if (hits.length > 0 && mends(text, hits, mistake)) sum.right++;
      else shown.push(`${around(mistake)} → ${mistake.right}, got ${hits[0]?.suggestions[0].text ?? 'nothing'}`);
    }
    for (const finding of findings) {
      if (mistakes.some(({ start, end }) => start < finding.end && finding.start < end)) continue;
      sum.false++;
      if (finding.auto) sum.falseAuto++;
      shown.push(`${around(finding)}: false, ${finding.suggestions[0]?.text}`);
    }
  }
  return { sum, shown };
}

console.log('| pages, profile, lines | mistakes | found | right word | at auto | false | false at auto |');
console.log('|---|---|---|---|---|---|---|');
for (const { file, profiles, widths } of SETS) {
  const pages = readPages(file);
  for (const profile of profiles) {
    const corrector = createCorrector(dictionary, { profile });
    for (const width of widths) {
      const { sum, shown } = report(pages, corrector, width);
      const lines = Number.isFinite(width) ? `${width} and more characters` : 'as written';
      const share = (count) => (sum.mistakes === 0 ? '' : ((100 * count) / sum.mistakes).toFixed(1));
      console.log(
        `| ${file}, ${profile}, ${lines} | ${sum.mistakes} | ${share(sum.found)} | ${share(sum.right)} | ${share(sum.auto)} | ${sum.false} | ${sum.falseAuto} |`,
      );
      if (values.show) console.log(`${shown.map((line) => line.replaceAll('\n', ' ')).join('\n')}\n`);
    }
  }
}
