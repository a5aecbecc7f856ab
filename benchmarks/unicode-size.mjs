// Size of the unicode room as a browser gets it: bundled and minified by esbuild, then gzip.
//   node benchmarks/unicode-size.mjs [--write]
// What each feature costs alone, and what the room loses without it: features share letters, syllables and tables.
// With --write the tables go to benchmarks/unicode-size.md.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** Bytes, minified and gzipped, for everything that the room exports. */
const LIMIT = 12_000;
const entry = fileURLToPath(new URL('../src/unicode/index.ts', import.meta.url));

const FEATURES = {
  normalize: ['normalize', 'FIXERS'],
  'map of what was changed': ['normalizeWithMap', 'applyChanges', 'OffsetMap'],
  stream: ['createNormalizeStream', 'createNormalizeTransform'],
  'legacy encodings, detection, mojibake': [
    'decodeLegacy',
    'encodeLegacy',
    'detectLegacy',
    'findUnencodable',
    'repairMojibake',
    'LEGACY_ENCODINGS',
  ],
  'Telex and VNI keys': ['fromTelex', 'fromVni', 'toTelex', 'toVni'],
  'syllables and tone styles': [
    'isVietnameseSyllable',
    'parseSyllable',
    'restyleTone',
    'toneStyleOf',
    'countToneStyles',
    'majorityToneStyle',
  ],
  'removeDiacritics and slugify': ['removeDiacritics', 'slugify'],
  collation: ['collationKey', 'compareVietnamese'],
  sentences: ['splitSentences'],
};

async function bundle(names) {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: `export { ${names.join(', ')} } from ${JSON.stringify(entry)}`,
      resolveDir: fileURLToPath(new URL('..', import.meta.url)),
    },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const code = Buffer.from(outputFiles[0].contents);
  return { code, packed: gzipSync(code, { level: 9 }).length, inputs: Object.values(metafile.outputs)[0].inputs };
}

const all = Object.values(FEATURES).flat();
const whole = await bundle(all);
const features = [];
for (const [feature, names] of Object.entries(FEATURES)) {
  const alone = await bundle(names);
  const rest = await bundle(all.filter((name) => !names.includes(name)));
  features.push(`| ${feature} | ${alone.packed} | ${whole.packed - rest.packed} |`);
}
const files = [];
let at = 0;
for (const [path, { bytesInOutput }] of Object.entries(whole.inputs)) {
  const without = Buffer.concat([whole.code.subarray(0, at), whole.code.subarray(at + bytesInOutput)]);
  at += bytesInOutput;
  const packed = whole.packed - gzipSync(without, { level: 9 }).length;
  if (bytesInOutput > 0) files.push(`| ${path.replace(/^.*src\/unicode\//, '')} | ${bytesInOutput} | ${packed} |`);
}
const report = `# Size of the unicode room

Bundled and minified by esbuild, then gzip, in bytes; made by \`node benchmarks/unicode-size.mjs --write\`.
**The whole room: ${whole.packed}** (minified ${whole.code.length}; the aim is ${LIMIT}).

What stands in the way of the aim: strings and patterns (3400 bytes: byte tables 380, look-alikes 210, rimes 220, letters with
tones 190, onsets 120, Windows-1252 90) say what no rule does; names of properties, options and exports take 1400. The rest is
code, of which gzip keeps 0.4 bytes a character: 1,000 bytes are 2,400 characters. What repeats an idiom costs next to nothing,
so functions that do nearly the same are not worth joining (one helper for all caches: 9 bytes; one way from stretch to stretch
for fixers and counts: 4; detection by filters instead of a loop: 35 more; the place of a tone by one pattern: 12 more). What
helped was to number letters by their parts, to let the automaton stop by rules of two letters instead of a tree of all rimes
(60), to write rimes (50) and fixers as patterns, to write the bytes of all encodings the same way (105), and to keep numbers
where a bundler puts them in place. Tried and left out, since slower: the capitals of TCVN3 and the keys of VIQR as patterns
(140 bytes less, ten and four times), one loop over all chunks that are composed (20 less, twice), zeroed arrays for composed
text (30 less, 3 to 8 %), scripts other than Latin without a short way (35 less, five times). Since hardly smaller: all
functions as arrow functions (66 less), bytes of TCVN3 as differences (12 less), tones numbered in the order of dictionaries
(the same), look-alikes listed by what they stand for (96 more). \`new TextDecoder('windows-1252')\` is no table of that
encoding: some versions of Node read Latin-1. Differences below 50 bytes are often only a matter of the names that the minifier
gives: its second pass over its own output takes 50 bytes off. Rolldown, with a minifier of its own, makes 12342 bytes.

| feature | alone | what the room would lose without it |
| --- | --- | --- |
${features.join('\n')}

| file | minified | of the packed size |
| --- | --- | --- |
${files.join('\n')}
`;
console.log(report);
if (process.argv.includes('--write')) writeFileSync(new URL('unicode-size.md', import.meta.url), report);
if (whole.packed > LIMIT) process.exitCode = 1;
