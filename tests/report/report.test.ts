import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/index.ts';
import { report } from '../../src/report/index.ts';

const text = 'Dòng một\nKính gửi {name} ở đây\n';
const files = [{ path: 'a.txt', text, findings: check(text, { rules: ['placeholder'] }) }];

describe('report', () => {
  it('pretty points at the place', () => {
    expect(report(files, 'pretty')).toBe(
      'a.txt:2:10 warning “{name}” is a template variable that was never filled in. placeholder\n' +
        '2 | Kính gửi {name} ở đây\n' +
        '  |          ^^^^^^\n\n' +
        '0 errors, 1 warning, 0 suggestions.\n',
    );
  });
  it('speaks Vietnamese', () => {
    expect(report(files, 'compact', { language: 'vi' })).toBe(
      'a.txt:2:10: warning: “{name}” là biến của mẫu chưa được điền. [placeholder]\n',
    );
  });
  it('json and ndjson hold the same records', () => {
    const records = JSON.parse(report(files, 'json'));
    expect(records).toMatchObject([{ file: 'a.txt', line: 2, column: 10, rule: 'placeholder', start: 18, end: 24 }]);
    expect(
      report(files, 'ndjson')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(records);
  });
  it('refuses other languages', () => {
    expect(() => report([], 'pretty', { language: 'fr' as 'vi' })).toThrow('language "fr", expected en or vi');
  });
  it('refuses other formats', () => {
    expect(() => report(files, 'xml')).toThrow(RangeError);
  });
});
