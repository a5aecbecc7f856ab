import { findEncoded } from '../check/encoded/find-encoded.ts';
import { normalize } from '../unicode/index.ts';
import { oneOf } from './correction-options.ts';
import { DECODINGS, decodeText, notesOf } from './decode.ts';
import { nameOf, readBytes, readText, UsageError, writeWhole } from './files.ts';
import { mapReadable, styleOfParts } from './readable.ts';

export interface NormalizeFlags {
  readonly style?: string;
  readonly profile?: string;
  readonly decode?: string;
  readonly write?: boolean;
}

/** Lines that a file's messages name; of the others there is only their number. */
const MOST_NOTES = 10;

/** `hieudinh normalize`. */
export function runNormalize(paths: readonly string[], flags: NormalizeFlags): number {
  const style = oneOf('style', flags.style ?? 'preserve', ['old', 'new', 'majority', 'preserve']);
  const profile = oneOf('profile', flags.profile ?? 'default', ['nfc', 'default', 'ocr']);
  const decode = flags.decode === undefined ? undefined : oneOf('decode', flags.decode, DECODINGS);
  if (flags.write && paths.includes('-')) throw new UsageError('--write needs a file, not standard input');
  for (const path of paths) {
    const decoded = decode === undefined ? undefined : decodeText(readBytes(path), nameOf(path), decode);
    const text = decoded?.text ?? readText(path);
    const encoded = findEncoded(text);
    const notes = decoded?.notes ?? notesOf(text, encoded);
    for (const note of notes.slice(0, MOST_NOTES)) process.stderr.write(`${nameOf(path)}:${note}\n`);
    if (notes.length > MOST_NOTES) process.stderr.write(`${nameOf(path)}: ${notes.length - MOST_NOTES} more\n`);
    const toneStyle = styleOfParts(text, encoded, style);
    const result = mapReadable(text, encoded, (part) => normalize(part, { profile, toneStyle }));
    if (!flags.write) process.stdout.write(result);
    else if (decoded !== undefined || result !== text) writeWhole(path, result);
  }
  return 0;
}
