/**
 * UTF-16 units of strings in typed arrays, and back. A loop over an array costs half of one over `charCodeAt`, if the
 * copy is free: Node's Buffer makes it as fast as memory is. Everywhere else `charCodeAt` reads and TextDecoder writes.
 */

/** Below this many units a call of Buffer or TextDecoder costs more than it saves. */
const FEW = 48;

/** What the host may have to read and write UTF-16LE; taken for nothing where an array has the other order of bytes. */
const HOST: Partial<Pick<typeof globalThis, 'Buffer' | 'TextDecoder'>> = new Uint8Array(Uint16Array.of(1).buffer)[0]
  ? globalThis
  : {};

/** Node's own Buffer. Its imitations for browsers lack `ucs2Write`, and are slower than a TextDecoder. */
const BUFFER: typeof Buffer | undefined = HOST.Buffer?.prototype.ucs2Write ? HOST.Buffer : undefined;

/** Makes strings six times as fast as `String.fromCharCode`. */
const DECODER: TextDecoder | undefined =
  HOST.TextDecoder && new HOST.TextDecoder('utf-16le', { fatal: true, ignoreBOM: true });

/** Room for so many units; what is in it may be anything. */
export function newUnits(count: number): Uint16Array {
  if (!BUFFER) return new Uint16Array(count);
  const bytes = BUFFER.allocUnsafe(count * 2);
  return new Uint16Array(bytes.buffer, bytes.byteOffset, count);
}

/** Puts the units of a text at the start of an array. */
export function copyUnits(text: string, units: Uint16Array): void {
  if (BUFFER && text.length > FEW) {
    BUFFER.from(units.buffer, units.byteOffset, text.length * 2).write(text, 'utf16le');
  } else for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
}

/** String of UTF-16 units, lone surrogates included. */
export function stringOf(units: Uint16Array): string {
  const size = units.length;
  if (size > FEW) {
    if (BUFFER) return BUFFER.from(units.buffer, units.byteOffset, size * 2).toString('utf16le');
    try {
      if (DECODER) return DECODER.decode(units);
    } catch {
      // A surrogate without its partner, which a decoder refuses.
    }
  }
  let text = '';
  // A call with many thousand arguments would overflow the stack.
  for (let i = 0; i < size; i += 4096) text += String.fromCharCode(...units.subarray(i, i + 4096));
  return text;
}

/** What Windows-1252 has at 0x80 to 0x9F; '\0' where nothing. */
export const WINDOWS_1252 = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

/** Unit that Windows-1252 shows for a byte; the byte itself where it has nothing. */
export function windows1252(byte: number): number {
  return WINDOWS_1252.charCodeAt(byte - 0x80) || byte;
}

/** @throws TypeError, which names the function, for what is no string */
export function requireString(text: unknown, name: string, wanted = 'a string'): asserts text is string {
  if (typeof text !== 'string') throw new TypeError(`hieudinh: ${name} needs ${wanted}, got ${typeof text}`);
}
