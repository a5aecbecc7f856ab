/*
 * Precision and recall of compareHeadlines at every threshold, as benchmarks/headlines-curve.svg.
 *   npm run build && node benchmarks/headlines-curve.mjs [--disputed]
 * Positive: revisions.dev with word Jaccard 0.5 and more; negative: lookalikes.dev, whose labels are weak.
 * With --disputed it lists the look-alikes that are called the same, for a person's eye, and draws nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { compareHeadlines } from '../dist/headlines/compare.js';

const rows = (name) => readFileSync(`../shared/headlines/${name}.dev.jsonl`, 'utf8').trim().split('\n').map(JSON.parse);
const revisions = rows('revisions').filter((row) => row.jaccard >= 0.5);
const lookalikes = rows('lookalikes');

if (process.argv.includes('--disputed')) {
  for (const { a, b } of lookalikes) {
    const { same, similarity } = compareHeadlines(a, b);
    if (same) console.log(`${similarity.toFixed(2)}\t${a}\t${b}`);
  }
} else {
  const points = [];
  for (let percent = 50; percent <= 100; percent += 2) {
    const threshold = percent / 100;
    const same = ({ a, b }) => compareHeadlines(a, b, { threshold }).same;
    const found = revisions.filter(same).length;
    const flagged = lookalikes.filter(same).length;
    const recall = found / revisions.length;
    const precision = found / (found + flagged);
    points.push({ threshold, recall, precision });
    console.log(
      `${threshold.toFixed(2)} recall ${recall.toFixed(3)} look-alikes ${(flagged / lookalikes.length).toFixed(4)} precision ${precision.toFixed(3)}`,
    );
  }
  const x = (value) => (60 + value * 480).toFixed(1);
  const y = (value) => (360 - value * 320).toFixed(1);
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].map(
    (at) =>
      `<path d="M${x(at)} 360V40M60 ${y(at)}H540" stroke="#ddd"/><text x="${x(at)}" y="378" text-anchor="middle">${at}</text><text x="52" y="${y(at)}" text-anchor="end" dy="4">${at}</text>`,
  );
  const line = points.map(({ recall, precision }) => `${x(recall)},${y(precision)}`).join(' ');
  const dots = points.map(
    ({ threshold, recall, precision }) =>
      `<circle cx="${x(recall)}" cy="${y(precision)}" r="${threshold === 0.7 ? 6 : 2.5}" fill="#06c"><title>${threshold}</title></circle>`,
  );
  writeFileSync(
    'benchmarks/headlines-curve.svg',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 410" font-family="sans-serif" font-size="12"><rect width="600" height="410" fill="#fff"/>${ticks.join('')}<polyline points="${line}" fill="none" stroke="#06c"/>${dots.join('')}<text x="300" y="400" text-anchor="middle">recall: revisions called the same</text><text x="16" y="200" transform="rotate(-90 16 200)" text-anchor="middle">precision against look-alikes</text><text x="300" y="24" text-anchor="middle">compareHeadlines, threshold 0.5 to 1 (large dot: default 0.7)</text></svg>\n`,
  );
}
