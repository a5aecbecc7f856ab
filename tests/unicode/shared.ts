import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe } from 'vitest';

const FOLDER = new URL('../../../shared/vectors/', import.meta.url);

/** Rows of a vector file that stands beside the project, or undefined where it is absent. */
export function vectors<Row>(name: string): Row[] | undefined {
  const url = new URL(name, FOLDER);
  if (!existsSync(url)) return undefined;
  const lines = readFileSync(url, 'utf8').split('\n');
  return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
}

/** Text of a vector file, or undefined where it is absent. */
export function vectorText(name: string): string | undefined {
  const url = new URL(name, FOLDER);
  return existsSync(url) ? readFileSync(url, 'utf8') : undefined;
}

/** A group of tests that is skipped, and says so, where its vectors are absent. */
export function describeWith<Value>(name: string, value: Value | undefined, body: (value: Value) => void): void {
  if (value === undefined) describe.skip(`${name} (skipped: ../shared/vectors is absent)`, () => body([] as never));
  else describe(name, () => body(value));
}

const PIECES =
  'a á ạ ê e o u ư ơ g i q n h k t đ y ý ỳ ĩ Ð ð а о ѐ ƣ ή й ´ ˀ ` 1 , . - ( ) 漢 가 ᆨ ᄀ ᅡ ﬁ Ａ ｂ hoà hòa toán uỷ tóan nghiệp Kỹ kĩ'
    .split(' ')
    .concat([
      ...'\u0302\u0301\u0323\u031b\u0306\u0300\u0309\u0303\u0341\u200b\u00a0\u00ad\ufeff\u200d\x85\x93\ud83d\ude00',
    ])
    .concat([' ', ' ', '\n', '\n\n', '  ', '\r\n', 'một dòng dài đủ để được nối với dòng sau nó']);

/** Strings in which the fixers have much to do, and any UTF-16, lone surrogates included. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 }).map((units) => String.fromCharCode(...units)),
);
