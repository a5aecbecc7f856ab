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

What stands in the way of the aim: the tables and the names of what is exported take 2,300 bytes that do not shrink, and
what repeats an idiom costs next to nothing already, so each rule that is left weighs what it says. Tried and left out:
the capitals of TCVN3 and the keys of VIQR as patterns (140 bytes less, but ten and four times slower); 40 letters instead
of 67 in the statistics of detection (68 bytes less, but up to 5 of 600 single words more go to a wrong encoding).

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
