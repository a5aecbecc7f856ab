// Size of the unicode room as a browser gets it: bundled and minified by esbuild, or by terser (as webpack does), then gzip.
//   node benchmarks/unicode-size.mjs [--write]
// What each feature costs alone, and what the room loses without it: features share letters, syllables and tables.
// With --write the tables go to benchmarks/unicode-size.md.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { minify } from 'terser';

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

async function bundle(names, minified = true) {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: `export { ${names.join(', ')} } from ${JSON.stringify(entry)}`,
      resolveDir: fileURLToPath(new URL('..', import.meta.url)),
    },
    bundle: true,
    minify: minified,
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
const plain = await bundle(all, false);
const terser = await minify(plain.code.toString(), { module: true, ecma: 2022 });
const byTerser = gzipSync(terser.code, { level: 9 }).length;
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

Bundled and minified, then gzip, in bytes; made by \`node benchmarks/unicode-size.mjs --write\`. The aim is ${LIMIT}.
**The whole room: ${byTerser} by terser** (webpack's minifier; minified ${terser.code.length}), **${whole.packed} by esbuild** (minified
${whole.code.length}), which all figures below are by.

What stands in the way of the aim with esbuild: strings and patterns (3350 bytes: byte tables 380, look-alikes 220, rimes 230, letters with
tones 150, onsets 100, Windows-1252 90) say what no rule does; names of properties, options and exports take 1400. The rest is
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
gives: its second pass over its own output takes 50 bytes off. Rolldown, with a minifier of its own (Vite's), makes 11882 bytes.

A second round took 410 bytes off, 490 from what Rolldown makes of it. What helped was to ask for the truth of what is an object, a
letter or a mark instead of comparing it with undefined and 0 (85), to let a fixer give what stays as it is instead of undefined
(25), to take the host's forms of Unicode as one function (16), to write the letters of Vietnamese's own block by their place in
it (12; 80 where a minifier does not escape them), to let a mark that goes be 0 (18), to search keys in strings, with no flag
that says whether a key acted (50), to keep twins in two strings as accents are (20), to work on the text itself in the
rounds of fixers (30), to write the fixers of texts and of tones where they are listed (30), to find the style of a tone and its
place by numbers (10). Tried and left out, since slower: room for the longest references from the start (30 less, 11 %), points
of an offset map as a list made of all changes (10 less, twice), the truth of what may be undefined in hot functions (3 less each,
10 % of encoding and of text that needs nothing), one array for all words that wait for their case (3 less, 60 % of TCVN3), closures that make a word only where it is
needed (3 less, 40 % of VIQR), twins through functions (10 less, 6 % of fixers), rests of arrays for the fixers of texts (the
same, 7 %). Since hardly smaller: functions of one expression as arrow functions (the same), all classes of the automaton as
ranges (the same), options taken apart among the parameters (2 less), Windows-1252 by place in its block (7 less), lists of
strings split from one (the same), changes of a fixer made from the match (the same), onset and rime as one pattern (14 less, and
hard to read), twins with the gaps between the blocks as spaces (10 less, and hard to count).

A third round took 320 bytes off. What helped was to write patterns with Vietnamese letters as strings: esbuild escapes
strings and leaves patterns as they are, and 130 kinds of bytes that are all rare cost more than escapes, which repeat (50, and
25 for escapes in capitals, as it writes them); to ask NFKC for ligatures and full-width forms (25); tuples for tables, whose
names stay in a bundle otherwise (25); the mark of a nucleus as its last letter beyond ASCII (25); letters registered case by
case (20); exports in the order that packs best (31). It paid for a space that is moved behind its mark (40). Left out, since it
helps a packer more than a reader: constants in a module without imports, the only ones that esbuild puts in place (37).
Slower: an offset map of growing lists (30 less, 15 to 20 % of text with a map). Hardly smaller: a helper for patterns of one
class (10 more), changes joined by lengths instead of texts (the same), one alias of String.fromCharCode (10 more).

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
