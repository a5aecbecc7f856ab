import { check } from '../../check/index.ts';
import { createCorrector } from '../../correct/corrector.ts';
import type { Corrector } from '../../correct/types.ts';
import { openDictionary } from '../../language/dictionary.ts';
import type { WorkerAnswer, WorkerRequest } from './worker-messages.ts';

/** Checks in a worker, so that typing never waits. */
let corrector: Corrector | undefined;

const answer = (message: WorkerAnswer): void => postMessage(message);

addEventListener('message', async ({ data }: MessageEvent<WorkerRequest>) => {
  if (data.kind === 'open') {
    try {
      const dictionary = openDictionary(await unpacked(data.dictionary));
      corrector = createCorrector(dictionary);
      // The first call builds what later ones share.
      corrector.check('mở từ điển');
      answer({ kind: 'ready' });
    } catch (error) {
      answer({ kind: 'failed', message: (error as Error).message });
    }
    return;
  }
  if (data.kind === 'blocks') {
    const rules = ['spelling', 'doubled-word'];
    answer({ kind: 'blocks', id: data.id, findings: data.blocks.map((text) => check(text, { corrector, rules })) });
  } else answer({ kind: 'page', id: data.id, findings: check(data.text, { corrector }) });
});

/** Bytes of base64 of gzip. */
async function unpacked(base64: string): Promise<Uint8Array> {
  const binary = atob(base64);
  const packed = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) packed[i] = binary.charCodeAt(i);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
