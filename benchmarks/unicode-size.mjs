// Size of the unicode room as a browser gets it: bundled and minified by esbuild, then gzip.
//   node benchmarks/unicode-size.mjs
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** Bytes, minified and gzipped, for everything that the room exports. */
const LIMIT = 12_000;
const entry = fileURLToPath(new URL('../src/unicode/index.ts', import.meta.url));

async function sizeOf(names) {
  const contents =
    names === undefined
      ? `export * from ${JSON.stringify(entry)}`
      : `export { ${names} } from ${JSON.stringify(entry)}`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('..', import.meta.url)) },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length;
}

for (const names of [
  'normalize',
  'decodeLegacy, encodeLegacy, detectLegacy',
  'removeDiacritics',
  'fromTelex',
  'splitSentences',
]) {
  console.log(`${names}: ${await sizeOf(names)} bytes`);
}
const whole = await sizeOf(undefined);
console.log(`the whole room: ${whole} bytes, limit ${LIMIT}`);
if (whole > LIMIT) process.exitCode = 1;
