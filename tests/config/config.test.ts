import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, it } from 'vitest';
import { check, RULE_IDS } from '../../src/check/index.ts';
import { HELP } from '../../src/cli/help.ts';
import { Baseline, baselineText, ConfigLoader, HouseStyle, parseConfig, readConfig } from '../../src/config/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'hieudinh-config-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (path: string, content: unknown): string => {
  const full = join(folder, path);
  mkdirSync(join(full, '..'), { recursive: true });
  writeFileSync(full, typeof content === 'string' ? content : JSON.stringify(content));
  return full;
};

const KEY = '0123456789abcd';

describe('parseConfig and the JSON Schema agree', () => {
  const valid = new Ajv({ strict: true }).compile(JSON.parse(readFileSync('hieudinh.schema.json', 'utf8')));
  it.each([
    {},
    { $schema: 'x', extends: 'a.json', profile: 'ocr', level: 'auto', failOn: 'never', lang: 'vi', baseline: 'b.json' },
    { extends: ['a.json', 'b.json'], rules: { spelling: 'off', casing: 'error' }, fix: ['casing'], ignore: [KEY] },
    { accept: ['a.tsv'], reject: ['b.tsv'], exclude: ['old'] },
    { rules: Object.fromEntries(RULE_IDS.map((id) => [id, 'info'])) },
  ])('accept %j', (config) => {
    expect(parseConfig(JSON.stringify(config), 'x')).toEqual(config);
    expect(valid(config)).toBe(true);
  });
  it.each([
    [[], 'expected an object'],
    [{ rule: {} }, 'no field "rule", expected $schema'],
    [{ rules: [] }, 'rules: expected an object of severities'],
    [{ rules: { speling: 'off' } }, 'rules: no rule "speling"'],
    [{ rules: { spelling: 'fatal' } }, 'rules: spelling: expected error'],
    [{ profile: 'book' }, 'profile: expected edited, typed, ocr'],
    [{ fix: ['x'] }, 'fix: item 0: no rule "x"'],
    [{ ignore: ['x'] }, 'ignore: item 0: expected the key of a finding'],
    [{ extends: 5 }, 'extends: expected a list'],
    [{ accept: 'a.tsv' }, 'accept: expected a list'],
    [{ lang: 'fr', failOn: 'all' }, 'lang: expected vi, en; failOn: expected error'],
  ])('refuse %j', (config, message) => {
    expect(() => parseConfig(JSON.stringify(config), 'x')).toThrow(RangeError);
    expect(() => parseConfig(JSON.stringify(config), 'x')).toThrow(message);
    expect(valid(config)).toBe(false);
  });
  it('says where JSON is broken', () => {
    expect(() => parseConfig('{', 'dir/hieudinh.config.json')).toThrow('hieudinh: dir/hieudinh.config.json: ');
  });
});

describe('configurations', () => {
  it('are the nearest above a file, with what they extend under them, and paths from where they stand', () => {
    write('site/base.json', { rules: { casing: 'error', quotes: 'off' }, accept: ['base.tsv'], profile: 'ocr' });
    write('site/hieudinh.config.json', {
      extends: 'base.json',
      rules: { casing: 'off' },
      accept: ['own.tsv'],
      exclude: ['old/', '*.draft.md', './2019'],
    });
    const loader = new ConfigLoader();
    expect(loader.nearest(join(folder, 'site/a/b/page.html'))).toEqual({
      rules: { casing: 'off', quotes: 'off' },
      accept: [join(folder, 'site/base.tsv'), join(folder, 'site/own.tsv')],
      exclude: ['**/old/', '**/*.draft.md', '2019'].map((one) => `${folder}/site/${one}`),
      profile: 'ocr',
    });
    write('site/near/hieudinh.config.json', { profile: 'typed' });
    expect(loader.nearest(join(folder, 'site/near/page.html'))).toEqual({ profile: 'typed' });
  });
  it('may not extend themselves, nor what is not there', () => {
    const round = write('round/a.json', { extends: './b.json' });
    write('round/b.json', { extends: './a.json' });
    expect(() => readConfig(round)).toThrow('extends itself');
    expect(() => readConfig(write('gone/a.json', { extends: 'b.json' }))).toThrow('cannot be read: ENOENT');
  });
  it('become the settings of the rules, under what the caller asks for', () => {
    write('house/accept.tsv', '# ours\nMường Lát\tplace\n');
    write('house/reject.tsv', 'xe hơi\tô tô\ntuy nhiên\n');
    write('house/hieudinh.config.json', {
      accept: ['accept.tsv'],
      reject: ['reject.tsv'],
      ignore: [KEY],
      rules: { casing: 'off' },
      fix: ['spelling', 'casing', 'quotes'],
      level: 'auto',
    });
    const page = join(folder, 'house/page.html');
    const house = new HouseStyle({});
    expect(house.optionsOf(page, 'check')).toEqual({
      rules: { casing: 'off' },
      level: 'auto',
      terms: [{ text: 'Mường Lát', kind: 'place' }],
      rejected: [{ text: 'xe hơi', instead: 'ô tô' }, { text: 'tuy nhiên' }],
      ignore: new Set([KEY]),
    });
    expect(house.optionsOf(page, 'fix').rules).toEqual(['spelling', 'quotes']);
    expect(house.ignores).toEqual(new Set([KEY]));
    expect(new HouseStyle({ rules: ['date'], level: 'suggest' }).optionsOf(page, 'check')).toMatchObject({
      rules: ['date'],
      level: 'suggest',
    });
    expect(new HouseStyle({ config: false }).optionsOf(page, 'check')).toEqual({});
  });
});

describe('a baseline', () => {
  const rules = ['placeholder'];
  it('leaves out what was there, wherever it moved to, and nothing else', () => {
    const page = join(folder, 'old/a.txt');
    const before = check('Ba Chào {name} nhé Hai\nBa Chào {name} nhé Hai\n', { rules });
    const path = write(
      'old/baseline.json',
      baselineText(join(folder, 'old/baseline.json'), [{ path: page, findings: before }]),
    );
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ version: 1, files: { 'a.txt': { [before[0].key]: 2 } } });
    const baseline = new Baseline(path);
    const after = check('Tít\n\nBa Chào {name} nhé Hai\nGửi {time}\n', { rules });
    expect(baseline.newOf(page, after).map(({ original }) => original)).toEqual(['{time}']);
    expect(baseline.unmet).toBe(1);
    expect(new Baseline(path).unmet).toBe(0);
    expect(baseline.newOf(join(folder, 'old/b.txt'), after)).toHaveLength(2);
  });
  it('counts: of three where two were known one is new', () => {
    const page = join(folder, 'old/c.txt');
    const line = 'Ba Chào {name} nhé Hai\n';
    const path = write(
      'old/c.json',
      baselineText(join(folder, 'old/c.json'), [{ path: page, findings: check(line.repeat(2), { rules }) }]),
    );
    expect(new Baseline(path).newOf(page, check(line.repeat(3), { rules }))).toHaveLength(1);
  });
  it.each([
    '{',
    '{}',
    'null',
    '{"version":2,"files":{}}',
    '{"version":1,"files":{"a.txt":null}}',
    '{"version":1,"files":{"a.txt":{"0123456789abcd":"1"}}}',
    '{"version":1,"files":{"a.txt":{"0123456789abcd":-1}}}',
  ])('refuses %s', (json) => {
    expect(() => new Baseline(write('old/bad.json', json))).toThrow(RangeError);
  });
});

describe('help', () => {
  it('names every rule', () => {
    for (const rule of RULE_IDS) expect(HELP).toContain(rule);
  });
});
