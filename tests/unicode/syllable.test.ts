import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countToneStyles,
  isVietnameseSyllable,
  majorityToneStyle,
  parseSyllable,
  restyleTone,
  toneStyleOf,
} from '../../src/unicode/index.ts';
import { anyText } from './shared.ts';

const WELL_FORMED =
  'a y ý ừ ăn yên yểng uống nghiêng nguyễn gì gìn giếng giết giữa quốc quý quỳnh quyển khuya khuỷu ngoẻo xoong boong kỹ nghỉ ghế cà qua quơ thuở huơ hoạch sách việt kết hộp ếch ích tuýp đẹp pin'.split(
    ' ',
  );
const ILL_FORMED =
  'kêt sãch hôp đẩỵ ca\u0301\u0300 cê cy ka gê nge ngha gha ghy quươ iêu iên tyên lyên b ng str foo was jazz việtnam vn1 hà-nội'.split(
    ' ',
  );

describe('parseSyllable', () => {
  it.each(WELL_FORMED)('takes %s', (word) => {
    expect(isVietnameseSyllable(word)).toBe(true);
    expect(isVietnameseSyllable(word.toUpperCase())).toBe(true);
    expect(parseSyllable(word.normalize('NFD'))).toEqual(parseSyllable(word));
    const { onset, rime, nucleus, coda } = parseSyllable(word)!;
    expect(nucleus + coda).toBe(rime);
    expect((onset + rime).length).toBe(word.length);
  });

  it.each(ILL_FORMED)('refuses %s', (word) => {
    expect(parseSyllable(word)).toBeUndefined();
  });

  it('takes a syllable apart', () => {
    expect(parseSyllable('Nguyễn')).toEqual({ onset: 'ng', rime: 'uyên', nucleus: 'uyê', coda: 'n', tone: 'tilde' });
    expect(parseSyllable('gìn')).toEqual({ onset: 'g', rime: 'in', nucleus: 'i', coda: 'n', tone: 'grave' });
    expect(parseSyllable('quả')).toEqual({ onset: 'qu', rime: 'a', nucleus: 'a', coda: '', tone: 'hook' });
  });

  it('does not mind where the tone stands', () => {
    expect(parseSyllable('hoà')).toEqual(parseSyllable('hòa'));
    expect(parseSyllable('nôị')).toEqual(parseSyllable('nội'));
  });

  it('takes a stop coda with acute and dot below only', () => {
    const rimes = 'ac ach ap at'.split(' ');
    for (const rime of rimes) {
      const rest = rime.slice(1);
      expect([...'aàáảãạ'].map((vowel) => isVietnameseSyllable(`t${vowel}${rest}`))).toEqual([
        false,
        false,
        true,
        false,
        false,
        true,
      ]);
    }
  });

  it('never throws', () => {
    fc.assert(fc.property(anyText, (text) => void [parseSyllable(text), restyleTone(text, 'old'), toneStyleOf(text)]));
  });
});

describe('restyleTone', () => {
  const PAIRS = 'hòa hoà,khỏe khoẻ,ủy uỷ,Thúy Thuý,TÒA TOÀ,lũy luỹ,góa goá,òa oà'
    .split(',')
    .map((pair) => pair.split(' '));
  it.each(PAIRS)('%s in the old style is %s in the new', (old, modern) => {
    expect(restyleTone(modern, 'old')).toBe(old);
    expect(restyleTone(old, 'new')).toBe(modern);
    expect(toneStyleOf(old)).toBe('old');
    expect(toneStyleOf(modern)).toBe('new');
  });

  it.each('quà toán hoàng thuế của mía khuỷu quý nghĩa Goá Noé Roá café hoa'.split(' '))('leaves %s', (word) => {
    expect(restyleTone(word, 'old')).toBe(word);
    expect(restyleTone(word, 'new')).toBe(word);
    expect(toneStyleOf(word)).toBeUndefined();
  });

  it('repairs what is wrong in both', () => {
    expect(restyleTone('hoàng'.replace('oà', 'òa'), 'new')).toBe('hoàng');
    expect(toneStyleOf('hòang')).toBeUndefined();
  });
});

// biome-ignore lint/suspicious/noMisleadingCharacterClass: ranges of letters and of marks
const WORDS = /[A-Za-zÀ-ÖØ-öø-ʯḀ-ỿ\u0300-\u052f\u1f00-\u1fff]+/g;

describe('countToneStyles', () => {
  it('counts words, not letters of names', () => {
    expect(countToneStyles('Tòa án Hòa Bình, toà nhà. Goá, Alcoa, quý')).toEqual({ old: 2, new: 1 });
    expect(majorityToneStyle('hoà, hoà, hòa')).toBe('new');
    expect(majorityToneStyle('hoà hòa')).toBeUndefined();
    expect(majorityToneStyle('')).toBeUndefined();
  });

  it('agrees with looking at every word', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const composed = text.normalize('NFC');
        const slow = { old: 0, new: 0 };
        for (const word of composed.match(WORDS) ?? []) {
          const style = toneStyleOf(word);
          if (style !== undefined) slow[style]++;
        }
        expect(countToneStyles(composed)).toEqual(slow);
      }),
      { numRuns: 2000 },
    );
  });
});
