#!/usr/bin/env node
import { createWriteStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { isVietnameseSyllable } from '../../unicode/index.ts';
import { collect } from './collect.ts';
import { listCorpus } from './corpus.ts';
import { Workspace } from './workspace.ts';

const usage = `Builds a dictionary from text, one paragraph a line.
  node dist/language/build/main.js collect --corpus FOLDER --work FOLDER
`;

const started = Date.now();
function progress(message: string): void {
  const memory = Math.round(process.memoryUsage.rss() / 1e6);
  process.stderr.write(`[${((Date.now() - started) / 1000).toFixed(0)} s, ${memory} MB] ${message}\n`);
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: 'string' },
    work: { type: 'string' },
  },
});

const step = positionals[0];
if (values.work === undefined || step === undefined) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  const work = new Workspace(values.work);
  if (step === 'collect') await collectStep(work, values.corpus ?? '');
}

async function collectStep(work: Workspace, corpus: string): Promise<void> {
  const heldOut = createWriteStream(work.path('heldout.tsv'));
  const { ids, words } = await collect(listCorpus(corpus), {
    minimumSyllableCount: 10,
    minimumWordCount: 50,
    isSyllable: isVietnameseSyllable,
    holdOut: 100,
    onHeldOut: (line, file) => heldOut.write(`${file.split('/').at(-1)?.split('.')[0]}\t${line}\n`),
    progress,
  });
  heldOut.end();
  work.writeIds(ids);
  work.writeWords(words);
}
