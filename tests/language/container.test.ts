import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContainer, writeContainer } from '../../src/language/container.ts';
import { openDictionary } from '../../src/language/dictionary.ts';

const file = (): Uint8Array =>
  writeContainer(
    new Map([
      ['AAAA', Uint8Array.of(1, 2, 3)],
      ['BBBB', new Uint8Array(40).fill(7)],
      ['NULL', new Uint8Array()],
    ]),
  );

describe('container', () => {
  it('gives back what was written, whatever the address it starts at', () => {
    const bytes = file();
    const moved = new Uint8Array(bytes.length + 3);
    moved.set(bytes, 3);
    // A slice of a Buffer is a view, not a copy.
    for (const input of [bytes, moved.subarray(3), Buffer.from(moved.buffer, 3)]) {
      const sections = readContainer(input);
      expect([...sections.keys()]).toEqual(['AAAA', 'BBBB', 'NULL']);
      expect([...(sections.get('AAAA') ?? [])]).toEqual([1, 2, 3]);
      expect(sections.get('BBBB')).toEqual(new Uint8Array(40).fill(7));
    }
  });

  it('refuses every file with one byte changed', () => {
    const bytes = file();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const broken = bytes.slice();
        broken[at] ^= change;
        // The padding word of the header is the only thing that no check covers; there is none.
        try {
          readContainer(broken);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          return;
        }
        // A section's name may have become another name: then the reader of the dictionary misses it.
        expect(() => openDictionary(broken)).toThrow(RangeError);
      }),
    );
  });

  it('refuses a file that is cut short, empty, or something else, and says so', () => {
    const bytes = file();
    expect(() => readContainer(bytes.subarray(0, bytes.length - 8))).toThrow(
      /damaged dictionary: it has \d+ bytes, its header says \d+/,
    );
    expect(() => readContainer(new Uint8Array())).toThrow(/0 bytes/);
    expect(() => readContainer(new TextEncoder().encode('this is a text file, not a dictionary'))).toThrow(
      /not a dictionary/,
    );
    expect(() => openDictionary('x' as unknown as Uint8Array)).toThrow(TypeError);
  });
});
