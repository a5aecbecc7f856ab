// Joins dist/documents/markdown-parser.js with the packages that it imports, in their form for workers, which browsers
// and Node run as well: a bundler of a user cannot choose the form that needs a page then, and needs no setting. A step of
// `npm run build`, after the compiler.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { buildSync } from 'esbuild';

const FILE = 'dist/documents/markdown-parser.js';

const { metafile } = buildSync({
  entryPoints: [FILE],
  outfile: FILE,
  allowOverwrite: true,
  bundle: true,
  platform: 'neutral',
  conditions: ['worker'],
  // One of them has no "exports".
  mainFields: ['module', 'main'],
  target: 'es2022',
  format: 'esm',
  charset: 'utf8',
  minifyWhitespace: true,
  metafile: true,
  logLevel: 'warning',
});

// Their licenses ask to be told wherever their code goes.
const packages = new Set(
  Object.keys(metafile.inputs).flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
);
const licenses = [...packages].sort().map((folder) => {
  const name = existsSync(folder) && readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  if (!name) throw new Error(`${folder}: no license`);
  return `${folder.slice(folder.lastIndexOf('node_modules/') + 13)}\n\n${readFileSync(`${folder}/${name}`, 'utf8').trim()}\n`;
});
writeFileSync(`${dirname(FILE)}/markdown-parser.licenses.txt`, licenses.join(`\n${'-'.repeat(80)}\n\n`));
