/**
 * TextDecoder makes strings of units six times as fast as `String.fromCharCode`. It reads little endian; undefined on a
 * host that is not, or has none.
 */
const DECODER: TextDecoder | undefined = ((): TextDecoder | undefined => {
  if (typeof TextDecoder === 'undefined') return undefined;
  const decoder = new TextDecoder('utf-16le', { ignoreBOM: true, fatal: true });
  return decoder.decode(Uint16Array.of(0x1ebf, 0xfeff)) === '\u1ebf\ufeff' ? decoder : undefined;
})();

/** String of the first `size` UTF-16 units of an array, lone surrogates included. */
export function stringOf(units: Uint16Array, size: number): string {
  if (DECODER !== undefined) {
    try {
      return DECODER.decode(units.subarray(0, size));
    } catch {
      // A surrogate without its partner, which a decoder refuses.
    }
  }
  let text = '';
  // A call with many thousand arguments would overflow the stack.
  for (let i = 0; i < size; i += 4096) {
    text += String.fromCharCode.apply(null, units.subarray(i, Math.min(size, i + 4096)) as unknown as number[]);
  }
  return text;
}
