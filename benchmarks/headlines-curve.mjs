/*
 * Precision and recall of compareHeadlines at every threshold, beside a plain word Jaccard and a plain Levenshtein, as
 * benchmarks/headlines-curve.svg.
 *   npm run build && node benchmarks/headlines-curve.mjs [--disputed]
 * Positive: revisions.dev with word Jaccard 0.5 and more; negative: lookalikes.dev, whose labels are weak.
 * With --disputed it lists the look-alikes that are called the same, for a person's eye, and draws nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { distance } from 'fastest-levenshtein';
import { compareHeadlines } from '../dist/headlines/compare.js';

const rows = (name) => readFileSync(`../shared/headlines/${name}.dev.jsonl`, 'utf8').trim().split('\n').map(JSON.parse);
const revisions = rows('revisions').filter((row) => row.jaccard >= 0.5);
const lookalikes = rows('lookalikes');
const thresholds = Array.from({ length: 26 }, (_, i) => 0.5 + i * 0.02);

const wordsOf = (text) => new Set(text.toLowerCase().match(/[\p{L}\d]+/gu));
const WAYS = [
  {
    name: 'compareHeadlines',
    colour: '#0057b8',
    same: (threshold) => (row) => compareHeadlines(row.a, row.b, { threshold }).same,
  },
  {
    name: 'word Jaccard',
    colour: '#c2410c',
    same: (threshold) => (row) => {
      const a = wordsOf(row.a);
      const b = wordsOf(row.b);
      const shared = [...a].filter((word) => b.has(word)).length;
      return shared / (a.size + b.size - shared) >= threshold;
    },
  },
  {
    name: 'Levenshtein',
    colour: '#6b7280',
    same: (threshold) => (row) => {
      const longer = Math.max(row.a.length, row.b.length);
      return 1 - distance(row.a.toLowerCase(), row.b.toLowerCase()) / longer >= threshold;
    },
  },
];

if (process.argv.includes('--disputed')) {
  for (const { id, a, b } of lookalikes) {
    const { same, similarity } = compareHeadlines(a, b);
    if (same) console.log(`${id}\t${similarity.toFixed(2)}\t${a}\t${b}`);
  }
} else {
  for (const way of WAYS) {
    way.points = thresholds.map((threshold) => {
      const same = way.same(threshold);
      const found = revisions.filter(same).length;
      const flagged = lookalikes.filter(same).length;
      const recall = found / revisions.length;
      return { threshold, recall, flagged: flagged / lookalikes.length, precision: found / (found + flagged || 1) };
    });
    for (const { threshold, recall, flagged, precision } of way.points) {
      console.log(
        `${way.name.padEnd(16)} ${threshold.toFixed(2)} recall ${recall.toFixed(3)} look-alikes ${flagged.toFixed(4)} precision ${precision.toFixed(3)}`,
      );
    }
  }
  writeFileSync('benchmarks/headlines-curve.svg', picture());
}

/** Two panels of one width: what is found against how much of the findings is right, and against false alarms. */
function picture() {
  const left = panel({
    at: 70,
    title: 'Precision and recall',
    across: { of: 'recall', from: 0.3, to: 1, step: 0.1, label: 'recall: share of revisions called the same' },
    up: { of: 'precision', from: 0, to: 1, step: 0.2, label: 'precision' },
  });
  const right = panel({
    at: 570,
    title: 'False alarms, enlarged',
    across: { of: 'flagged', from: 0, to: 0.06, step: 0.01, label: 'share of look-alikes called the same' },
    up: { of: 'recall', from: 0.3, to: 1, step: 0.1, label: 'recall' },
    aim: { flagged: 0.02, recall: 0.75 },
  });
  const legend = WAYS.map(
    ({ name, colour }, i) =>
      `<path d="M${220 + i * 200} 28h28" stroke="${colour}" stroke-width="3"/><text x="${256 + i * 200}" y="33">${name}</text>`,
  ).join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 470" font-family="sans-serif" font-size="14">
<rect width="1000" height="470" fill="#fff"/>
${legend}
${left}
${right}
<text x="500" y="458" text-anchor="middle" fill="#555">${revisions.length} revisions against ${lookalikes.length} look-alikes; numbers on the curve: threshold, bold the default</text>
</svg>
`;
}

function panel({ at, title, across, up, aim }) {
  const [width, top, bottom] = [400, 80, 390];
  const scale = ({ from, to }, value) => (value - from) / (to - from);
  const x = (value) => +(at + scale(across, value) * width).toFixed(1);
  const y = (value) => +(bottom - scale(up, value) * (bottom - top)).toFixed(1);
  const percent = (value) => `${Math.round(value * 100)} %`;
  const out = [`<text x="${at + width / 2}" y="66" text-anchor="middle" font-weight="bold">${title}</text>`];
  for (let value = across.from; value <= across.to + 1e-9; value += across.step) {
    out.push(`<path d="M${x(value)} ${bottom}V${top}" stroke="#e5e7eb"/>`);
    out.push(`<text x="${x(value)}" y="${bottom + 18}" text-anchor="middle">${percent(value)}</text>`);
  }
  for (let value = up.from; value <= up.to + 1e-9; value += up.step) {
    out.push(`<path d="M${at} ${y(value)}h${width}" stroke="#e5e7eb"/>`);
    out.push(`<text x="${at - 8}" y="${y(value) + 5}" text-anchor="end">${percent(value)}</text>`);
  }
  out.push(`<text x="${at + width / 2}" y="${bottom + 40}" text-anchor="middle">${across.label}</text>`);
  const middle = (top + bottom) / 2;
  out.push(
    `<text x="${at - 52}" y="${middle}" transform="rotate(-90 ${at - 52} ${middle})" text-anchor="middle">${up.label}</text>`,
  );
  if (aim !== undefined) {
    const [right, height] = [x(aim[across.of]), y(aim[up.of])];
    out.push(`<path d="M${at} ${top}H${right}V${height}H${at}z" fill="#16a34a" fill-opacity=".12"/>`);
    out.push(`<text x="${at + 8}" y="${top + 18}" fill="#15803d">aim</text>`);
  }
  const inside = (point) => point[across.of] >= across.from && point[across.of] <= across.to && point[up.of] >= up.from;
  for (const { name, colour, points } of [...WAYS].reverse()) {
    const drawn = points.filter(inside);
    const line = drawn.map((point) => `${x(point[across.of])},${y(point[up.of])}`).join(' ');
    out.push(`<polyline points="${line}" fill="none" stroke="${colour}" stroke-width="3" stroke-linejoin="round"/>`);
    if (name !== 'compareHeadlines') continue;
    for (const point of drawn) {
      const label = Math.round(point.threshold * 100);
      if (![50, 60, 70, 80, 90].includes(label)) continue;
      const [cx, cy] = [x(point[across.of]), y(point[up.of])];
      const chosen = label === 70;
      out.push(`<circle cx="${cx}" cy="${cy}" r="${chosen ? 7 : 4}" fill="${colour}" stroke="#fff" stroke-width="2"/>`);
      const weight = chosen ? ' font-weight="bold"' : '';
      out.push(`<text x="${cx + 10}" y="${cy + 18}" fill="${colour}"${weight}>${point.threshold.toFixed(1)}</text>`);
    }
  }
  return out.join('\n');
}
