/**
 * The file that a dictionary is: named sections in one buffer, read in place.
 *
 * | offset        | type   | meaning                                                     |
 * | ------------- | ------ | ----------------------------------------------------------- |
 * | 0             | 4 u8   | magic `HDCT`                                                |
 * | 4             | u32    | format version                                              |
 * | 8             | u32    | number of sections, n                                       |
 * | 12            | u32    | length of the whole file in bytes                           |
 * | 16 + 16 i     | 4 u8   | name of section i, ASCII                                    |
 * | 20 + 16 i     | u32    | its offset, a multiple of 8                                 |
 * | 24 + 16 i     | u32    | its length in bytes                                         |
 * | 28 + 16 i     | u32    | its {@link checksum}                                        |
 *
 * Little-endian throughout, as is every machine that JavaScript runs on today; a big-endian one is refused.
 */
const MAGIC = 0x54434448;
export const FORMAT_VERSION = 6;
const HEADER = 16;
const ENTRY = 16;

/** The sections of a dictionary by their four-letter names. */
export type Sections = ReadonlyMap<string, Uint8Array>;

/** Writes sections in the order of the map. */
export function writeContainer(sections: Sections): Uint8Array<ArrayBuffer> {
  let offset = align(HEADER + ENTRY * sections.size);
  const places: { name: string; offset: number; bytes: Uint8Array }[] = [];
  for (const [name, bytes] of sections) {
    if (!/^[A-Z0-9]{4}$/.test(name))
      throw new RangeError(`hieudinh: section name ${name}, expected four capitals or digits`);
    places.push({ name, offset, bytes });
    offset = align(offset + bytes.length);
  }
  const file = new Uint8Array(offset);
  const view = new DataView(file.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, FORMAT_VERSION, true);
  view.setUint32(8, sections.size, true);
  view.setUint32(12, offset, true);
  places.forEach(({ name, offset, bytes }, i) => {
    const at = HEADER + ENTRY * i;
    for (let k = 0; k < 4; k++) view.setUint8(at + k, name.charCodeAt(k));
    view.setUint32(at + 4, offset, true);
    view.setUint32(at + 8, bytes.length, true);
    file.set(bytes, offset);
    view.setUint32(at + 12, checksum(file, offset, align(offset + bytes.length)), true);
  });
  return file;
}

/**
 * Opens a dictionary file: views into `bytes`, which are not copied unless their address is no multiple of 8.
 * @throws RangeError where the file is not a dictionary, is of another version, is cut short or is damaged
 */
export function readContainer(bytes: Uint8Array): Sections {
  if (new Uint8Array(Uint32Array.of(1).buffer)[0] !== 1)
    throw new RangeError('hieudinh: dictionaries need a little-endian machine');
  if (bytes.length < HEADER) throw damaged(`it has ${bytes.length} bytes, less than a header`);
  const file = bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (view.getUint32(0, true) !== MAGIC)
    throw new RangeError('hieudinh: not a dictionary file (it does not start with HDCT)');
  const version = view.getUint32(4, true);
  if (version !== FORMAT_VERSION)
    throw new RangeError(`hieudinh: dictionary format ${version}, expected ${FORMAT_VERSION}`);
  const count = view.getUint32(8, true);
  const length = view.getUint32(12, true);
  if (length !== file.length) throw damaged(`it has ${file.length} bytes, its header says ${length}`);
  if (HEADER + ENTRY * count > length) throw damaged(`its header names ${count} sections`);
  const sections = new Map<string, Uint8Array>();
  for (let i = 0; i < count; i++) {
    const at = HEADER + ENTRY * i;
    const name = String.fromCharCode(
      view.getUint8(at),
      view.getUint8(at + 1),
      view.getUint8(at + 2),
      view.getUint8(at + 3),
    );
    const offset = view.getUint32(at + 4, true);
    const size = view.getUint32(at + 8, true);
    if (offset % 8 !== 0 || offset + size > length) throw damaged(`section ${name} reaches outside of it`);
    if (checksum(file, offset, align(offset + size)) !== view.getUint32(at + 12, true))
      throw damaged(`section ${name} has a wrong checksum`);
    sections.set(name, file.subarray(offset, offset + size));
  }
  return sections;
}

const damaged = (what: string): RangeError => new RangeError(`hieudinh: damaged dictionary: ${what}`);

const align = (offset: number): number => (offset + 7) & ~7;

/** Hash of the 32-bit words in `[from, to)`, both multiples of 8: two multiply-and-xor chains, about 3 GB/s. */
export function checksum(bytes: Uint8Array, from: number, to: number): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + from, (Math.min(to, bytes.length) - from) >> 2);
  let a = 0x9e3779b1;
  let b = 0x85ebca77;
  for (let i = 0; i + 1 < words.length; i += 2) {
    a = Math.imul(a ^ words[i], 0xc2b2ae3d);
    b = Math.imul(b ^ words[i + 1], 0x27d4eb2f);
    a ^= a >>> 15;
    b ^= b >>> 13;
  }
  return (Math.imul(a ^ (b >>> 16), 0x165667b1) ^ b ^ words.length) >>> 0;
}
