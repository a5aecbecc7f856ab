// Bundles the scripts of the pages into dist/page/bundle: a step of `npm run build`, after the compiler.
import { copyFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const from = (name) => fileURLToPath(new URL(`browser/${name}`, import.meta.url));
const to = fileURLToPath(new URL('../../dist/page/bundle/', import.meta.url));

mkdirSync(to, { recursive: true });
copyFileSync(from('page.css'), `${to}page.css`);
buildSync({
  entryPoints: ['report-app.ts', 'editor-app.ts', 'check-worker.ts'].map(from),
  outdir: to,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
});
