// Joins the modules of the command into a few files, dist/bundle/: some 130 small ones take longer to find and open than
// a page takes to check. Each command still loads only its own part. Part of `npm run build`.
//
// The page (src/page) stays where it is, with the files that it puts into what it writes.
//
// Modules find their neighbours by import.meta.url (the dictionary, package.json, workers), so the bundle lies as deep as
// they do, and holds the workers beside the command.
import { rmSync } from 'node:fs';
import { buildSync } from 'esbuild';

const OUT = 'dist/bundle';

rmSync(OUT, { recursive: true, force: true });
buildSync({
  entryPoints: [
    'dist/cli/main.js',
    'dist/cli/file-worker.js',
    'dist/cli/filter-worker.js',
    'dist/parallel/correct-worker.js',
  ],
  outdir: OUT,
  entryNames: '[name]',
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  packages: 'external',
  external: ['../page/*'],
  platform: 'node',
  target: 'node20',
  format: 'esm',
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: 'warning',
});
