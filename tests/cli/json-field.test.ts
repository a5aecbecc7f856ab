import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFields, readField, writeField } from '../../src/cli/json-field.ts';

describe('writeField', () => {
  it.each([
    // What parse and stringify would not keep: long numbers, their spelling, order of keys, escapes, spaces.
    ['{"id":12345678901234567890,"text":"a"}', '{"id":12345678901234567890,"text":"B"}'],
    ['{"n":1.50e+3, "text" : "a" ,"z":-0}', '{"n":1.50e+3, "text" : "B" ,"z":-0}'],
    ['{"text":"a","2":0,"1":"\\u1ec7\\/"}', '{"text":"B","2":0,"1":"\\u1ec7\\/"}'],
    ['\t{ "text":"\\"}" }\r', '\t{ "text":"B" }\r'],
    // Not the field of an inner object, nor one inside a string.
    ['{"o":{"text":"x"},"l":[{"text":"y"},"}"],"text":"a"}', '{"o":{"text":"x"},"l":[{"text":"y"},"}"],"text":"B"}'],
    ['{"s":"\\"text\\":\\"a\\"","text":"a"}', '{"s":"\\"text\\":\\"a\\"","text":"B"}'],
    // JSON.parse takes the last of two.
    ['{"text":"a","text":"b"}', '{"text":"a","text":"B"}'],
    ['{"te\\u0078t":"a"}', '{"te\\u0078t":"B"}'],
    ['{"text":null}', '{"text":"B"}'],
    ['{"text":[1,{"a":2}],"b":true}', '{"text":"B","b":true}'],
    // A new field goes last.
    ['{"a":12}', '{"a":12,"text":"B"}'],
    ['{ "a": "x" }', '{ "a": "x","text":"B" }'],
    ['{}', '{"text":"B"}'],
  ])('%s becomes %s', (line, wanted) => {
    expect(writeField(line, 'text', '"B"')).toBe(wanted);
  });

  const value = fc.jsonValue({ maxDepth: 3 });
  const key = fc.oneof(fc.constantFrom('text', 'a', '"', '\\', '__proto__', '', 'te"xt'), fc.string());

  it('sets what parse, assign and stringify would set, whatever the object, key and spacing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(key, value), { maxLength: 6 }),
        key,
        value,
        fc.constantFrom('', ' ', '\t', ' \r'),
        (members, name, added, space) => {
          const line = `${space}{${members.map(([k, v]) => `${space}${JSON.stringify(k)}${space}:${space}${JSON.stringify(v, null, space)}${space}`).join(',')}}${space}`;
          const twin = new Map(members);
          twin.set(name, added);
          const read = JSON.parse(writeField(line, name, JSON.stringify(added))) as object;
          // Through JSON, since -0 is written 0.
          const wanted = JSON.parse(
            `{${[...twin].map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`).join()}}`,
          );
          const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);
          expect(Object.entries(read).sort(byKey)).toEqual(Object.entries(wanted).sort(byKey));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('readField', () => {
  it('reads the last of two, and a key that the prototype has too', () => {
    expect(readField('{"text":"a","text":"b"}', 'text')).toBe('b');
    expect(readField('{"__proto__":"a"}', '__proto__')).toBe('a');
  });

  it.each([
    ['[1]', 'expected an object'],
    ['null', 'expected an object'],
    ['{"a":1}', 'field "text" is missing'],
    ['{"text":null}', 'field "text" is null'],
    ['{"text":"a"', 'JSON'],
    ['', 'JSON'],
  ])('refuses %s: %s', (line, message) => {
    expect(() => readField(line, 'text')).toThrow(message);
  });

  it('knows no field that only the prototype has', () => {
    expect(() => readField('{}', 'constructor')).toThrow('field "constructor" is missing');
  });
});

describe('addFields', () => {
  it.each([
    ['{"n":1.0}', '{"n":1.0,"error":"e","line":3}'],
    [' {\t} ', ' {"error":"e","line":3\t} '],
    ['{"line":null, "a":[{"error":1}] }\r', '{"line":null, "a":[{"error":1}],"error":"e" }\r'],
    ['{"err\\u006fr":1,"line":2}', '{"err\\u006fr":1,"line":2}'],
  ])('puts new fields behind those of %j and leaves its own as they are', (line, wanted) => {
    expect(addFields(line, { error: '"e"', line: '3' })).toBe(wanted);
  });
  it.each(['', '[]', 'null', '7', '{'])('refuses %j', (line) => {
    expect(() => addFields(line, { error: '"e"' })).toThrow();
  });
});
