import { byteOf } from './decode.ts';

/**
 * Undoes UTF-8 that was read as Windows-1252 or Latin-1 ("Tiáº¿ng Viá»‡t"), as often as it was done, at most three
 * times. Text in which one sequence does not fit comes back as it is: real text has accented letters too.
 */
export function repairMojibake(text: string): string {
  let current = text;
  for (let round = 0; round < 3; round++) {
    const repaired = repairOnce(current);
    if (repaired === undefined) break;
    current = repaired;
  }
  return current;
}

/** How often UTF-8 was read as something else: 0 for text that is well. */
export function mojibakeDepth(text: string): number {
  let depth = 0;
  for (let current: string | undefined = text; depth < 3; depth++) {
    current = repairOnce(current);
    if (current === undefined) break;
  }
  return depth;
}

function repairOnce(text: string): string | undefined {
  let out = '';
  let done = 0;
  let proofs = 0;
  for (let i = 0; i < text.length; ) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      i++;
      continue;
    }
    const lead = byteOf(unit);
    const count =
      lead > 0xff ? -1 : lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 && lead < 0xe0 ? 1 : -1;
    // A letter above U+00FF, or a byte that leads nothing, proves that the text was read rightly.
    if (count < 0 || i + count >= text.length) return undefined;
    let code = count === 1 ? lead & 0x1f : count === 2 ? lead & 0x0f : lead & 7;
    for (let k = 1; k <= count; k++) {
      const next = byteOf(text.charCodeAt(i + k));
      // à is Ã and a no-break space, which is often made a space; XÃ LAN shows that this alone proves nothing.
      const byte = next === 0x20 && lead === 0xc3 ? 0xa0 : next;
      if (byte === next) proofs++;
      if (!(byte >= 0x80 && byte <= 0xbf)) return undefined;
      code = (code << 6) | (byte & 0x3f);
    }
    if (
      code > 0x10ffff ||
      (code >= 0xd800 && code < 0xe000) ||
      code < (count === 2 ? 0x800 : count === 3 ? 0x10000 : 0x80)
    )
      return undefined;
    out += text.slice(done, i) + String.fromCodePoint(code);
    i += count + 1;
    done = i;
  }
  return proofs === 0 ? undefined : out + text.slice(done);
}
