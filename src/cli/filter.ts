import { fstatSync } from 'node:fs';
import { mapInOrder } from '../parallel/map-in-order.ts';
import { type CorrectionFlags, jobsOf, loadOptionsOf, oneOf } from './correction-options.ts';
import { DECODINGS } from './decode.ts';
import { FilterReport } from './filter-report.ts';
import { createFilterStep, type FilterSettings } from './filter-step.ts';
import { type FilterWork, filterInWorkers } from './filter-workers.ts';
import { readLineBlocks } from './line-blocks.ts';
import { LineOutput } from './line-output.ts';
import { Progress } from './progress.ts';
import { endOnSignal } from './signals.ts';
import { UsageError } from './usage-error.ts';

/** Flags of `hieudinh filter`, as parseArgs gives them. */
export interface FilterFlags extends CorrectionFlags {
  readonly from?: string;
  readonly to?: string;
  readonly raw?: boolean;
  readonly normalize?: boolean;
  readonly style?: string;
  readonly correct?: boolean;
  readonly decode?: string;
  readonly dedupe?: boolean;
  readonly strict?: boolean;
  readonly stats?: boolean;
  readonly jobs?: string;
}

/**
 * `hieudinh filter`: NDJSON or raw lines in, as many lines out, in order. Memory is bounded by the longest line and the
 * number of jobs; the same input gives the same bytes whatever the jobs.
 * @returns the exit code: 2 where `--strict` met a bad line, or no row has the field, or no line is JSON; else 0, whatever
 * was found
 */
export async function runFilter(flags: FilterFlags): Promise<number> {
  const settings = settingsOf(flags);
  const jobs = jobsOf(flags.jobs);
  const work = jobs === 1 ? await filterHere(settings, flags) : filterInWorkers(settings, loadOptionsOf(flags), jobs);
  const marker =
    flags.dedupe === true
      ? new (await import('./repeat-marker.ts')).RepeatMarker({ raw: settings.raw, field: settings.to })
      : undefined;
  const output = new LineOutput(process.stdout);
  // Where the output is on the same terminal, it is its own progress.
  const terminal = process.stdout.isTTY === true ? { write: () => true } : process.stderr;
  const progress = new Progress({ totalBytes: sizeOfInput(), stream: terminal });
  const report = new FilterReport((message) => {
    progress.clear();
    process.stderr.write(message);
  }, settings);
  const ending = endOnSignal(() => {
    output.stop();
    process.stdin.destroy();
    void work.close();
  });
  let code = 0;
  try {
    // Each worker has a block in hand and one to come; others wait to be written in their turn.
    for await (const block of mapInOrder(readLineBlocks(process.stdin), work.run, jobs === 1 ? 1 : jobs * 3)) {
      const bytes = marker === undefined ? block.bytes : marker.mark(block.bytes, block.firstLine);
      await output.write(bytes);
      if (ending.signal !== undefined) break;
      report.add(block, bytes.length, marker?.duplicates ?? 0);
      progress.update(report);
      if (settings.strict && block.bad.length > 0) {
        code = 2;
        break;
      }
    }
  } catch (error) {
    // A source and a pool that were ended on purpose complain about it.
    if (ending.signal === undefined) throw error;
  } finally {
    progress.clear();
    process.stdin.destroy();
    await work.close();
  }
  const whole = code === 0 && ending.signal === undefined;
  report.finish(flags.stats === true, whole);
  ending.die();
  return whole && report.readNothing ? 2 : code;
}

function settingsOf(flags: FilterFlags): FilterSettings {
  const { raw = false, normalize = false, dedupe = false, strict = false } = flags;
  if (raw && (flags.from !== undefined || flags.to !== undefined)) {
    throw new UsageError('--raw reads lines of text, which have no fields: expected no --from and no --to');
  }
  const style = oneOf('style', flags.style ?? 'preserve', ['old', 'new', 'majority', 'preserve']);
  const from = flags.from ?? 'text';
  const decode = flags.decode === undefined ? undefined : oneOf('decode', flags.decode, DECODINGS);
  return {
    raw,
    from,
    to: flags.to ?? from,
    // A style is a wish for the normaliser.
    normalize: normalize || flags.style !== undefined,
    style,
    // Alone, without a word on what to do, it corrects.
    correct: flags.correct ?? !(normalize || dedupe || flags.style !== undefined || decode !== undefined),
    decode,
    dedupe,
    strict,
  };
}

async function filterHere(settings: FilterSettings, flags: FilterFlags): Promise<FilterWork> {
  const options = loadOptionsOf(flags);
  const corrector = settings.correct ? (await import('../load/load.ts')).loadCorrector(options) : undefined;
  const step = createFilterStep(settings, corrector);
  return { run: async (block) => step(block), close: async () => {} };
}

/** Bytes of standard input, where it is a file. */
function sizeOfInput(): number | undefined {
  try {
    const stat = fstatSync(0);
    return stat.isFile() ? stat.size : undefined;
  } catch {
    return undefined;
  }
}
