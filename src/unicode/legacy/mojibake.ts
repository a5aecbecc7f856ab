import { byteOf } from './decode.ts';

/**
 * Undoes UTF-8 that was read as Windows-1252 or Latin-1 ("Tiáº¿ng Viá»‡t"), as often as it was done, at most three
 * times. Text in which one sequence does not fit comes back as it is: real text has accented letters too.
 */
export function repairMojibake(text: string): string {
  let current = text;
  for (let round = 0; round < 3; round++) current = repairOnce(current) ?? current;
  return current;
}

/** One round of {@link repairMojibake}; undefined for text that is well. */
export function repairOnce(text: string): string | undefined {
  const bytes = new Uint8Array(text.length);
  let proven = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = byteOf(text.charCodeAt(i));
    // A letter above U+00FF proves that the text was read rightly.
    if (byte > 0xff) return undefined;
    // à is Ã and a no-break space, which is often made a space; XÃ LAN shows that this alone proves nothing.
    bytes[i] = byte === 0x20 && bytes[i - 1] === 0xc3 ? 0xa0 : byte;
    proven ||= byte >= 0x80 && byte < 0xc0;
  }
  return proven ? decodeUtf8(bytes) : undefined;
}

/**
 * Text of UTF-8; undefined where a sequence does not fit.
 * @param stream may the bytes end inside a character?
 */
export function decodeUtf8(bytes: Uint8Array, stream = false): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream });
  } catch {
    return undefined;
  }
}
