import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { applyEdits, type CheckOptions, check } from '../../src/check/index.ts';
import { checkDocument } from '../../src/documents/index.ts';
import type { Edit } from '../../src/finding.ts';
import { report } from '../../src/report/index.ts';

const rules: CheckOptions = { rules: ['placeholder', 'casing', 'tone-style', 'repeated-block'] };
const text = 'Dòng “một” & <hai>\r\nKính gửi {name}, thực hiện Kết Luận số 5\r\nhòa hòa hoà\r\n';
const page = '<p>thực hiện Kết <b>L</b>uận số 5</p>';
const files = [
  { path: 'bài 1/a.txt', text, findings: check(text, rules) },
  { path: 'b.html', text: page, findings: checkDocument(page, { ...rules, format: 'html' }) },
  { path: 'sạch.txt', text: 'sạch', findings: [] },
];

describe('sarif', () => {
  const log = JSON.parse(report(files, 'sarif', { version: '1.2.3' })) as Log;
  const run = log.runs[0];
  it('is valid by the schema of OASIS, and the schema is not blind', () => {
    const path = 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
    const { id: _, $schema, ...schema } = JSON.parse(readFileSync(path, 'utf8'));
    expect($schema).toContain('draft-04');
    const valid = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
    expect([valid(log), valid.errors]).toEqual([true, null]);
    const empty = JSON.parse(report([], 'sarif'));
    expect([valid(empty), valid.errors]).toEqual([true, null]);
    expect(valid({ ...log, version: '1.0' })).toBe(false);
    const [result] = run.results!;
    const broken = { ...log, runs: [{ ...run, results: [{ ...result, level: 'fatal' }] }] };
    expect(valid(broken)).toBe(false);
  });
  it('is 2.1.0, with a driver, rules by index and one result for each finding', () => {
    expect(log.version).toBe('2.1.0');
    expect(run.tool.driver).toMatchObject({ name: 'hieudinh', semanticVersion: '1.2.3' });
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.results).toHaveLength(files[0].findings.length + files[1].findings.length);
    for (const result of run.results!) {
      expect(run.tool.driver.rules![result.ruleIndex!].id).toBe(result.ruleId);
      expect(['error', 'warning', 'note']).toContain(result.level);
      const location = result.locations![0].physicalLocation!;
      expect(run.artifacts![location.artifactLocation!.index!].location!.uri).toBe(location.artifactLocation!.uri);
    }
    expect(run.artifacts![0].location!.uri).toBe('b%C3%A0i%201/a.txt');
    expect(report([{ ...files[0], path: 'a\ud800b.txt' }], 'sarif')).toContain('"a%EF%BF%BDb.txt"');
  });
  it('has regions that hold their snippets, and fixes that write the first suggestions', () => {
    const offset = (source: string, line: number, column: number): number =>
      source
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length +
      (line > 1 ? 1 : 0) +
      column -
      1;
    for (const [index, file] of files.entries()) {
      const edits: Edit[] = [];
      for (const result of run.results!) {
        const { artifactLocation, region } = result.locations![0].physicalLocation!;
        if (artifactLocation!.index !== index) continue;
        const start = offset(file.text, region!.startLine!, region!.startColumn!);
        expect(file.text.slice(start, offset(file.text, region!.endLine!, region!.endColumn!))).toBe(
          region!.snippet!.text,
        );
        for (const { deletedRegion: gone, insertedContent } of result.fixes?.[0].artifactChanges[0].replacements ??
          []) {
          const from = offset(file.text, gone.startLine!, gone.startColumn!);
          const to = offset(file.text, gone.endLine!, gone.endColumn!);
          edits.push({
            start: from,
            end: to,
            original: file.text.slice(from, to),
            replacement: insertedContent?.text ?? '',
          });
        }
      }
      expect(applyEdits(file.text, edits).text).toBe(
        [
          'Dòng “một” & <hai>\r\nKính gửi {name}, thực hiện Kết luận số 5\r\nhòa hòa hòa\r\n',
          '<p>thực hiện Kết <b>l</b>uận số 5</p>',
          'sạch',
        ][index],
      );
    }
  });
});

describe('github', () => {
  it('is a command a line, with what would end it escaped', () => {
    expect(report(files, 'github').split('\n')[0]).toBe(
      '::warning file=bài 1/a.txt,line=2,col=10,endColumn=16,title=hieudinh placeholder::“{name}” is a template variable that was never filled in.',
    );
    const odd = [
      {
        path: 'a:b,c%.txt',
        text: '{name}\n',
        findings: check('{name}\n', rules).map((f) => ({ ...f, message: '1\n2%' })),
      },
    ];
    expect(report(odd, 'github')).toBe(
      '::warning file=a%3Ab%2Cc%25.txt,line=1,col=1,endColumn=7,title=hieudinh placeholder::1%0A2%25\n',
    );
  });
});

describe('checkstyle and junit', () => {
  it('checkstyle has a file for each, and errors with line and column', () => {
    const xml = report(files, 'checkstyle');
    expect(xml).toContain('<file name="bài 1/a.txt">\n  <error line="2" column="10" severity="warning"');
    expect(xml).toContain('<file name="sạch.txt">\n </file>');
  });
  it('junit counts what fails', () => {
    const xml = report(files, 'junit', { language: 'vi' });
    expect(xml).toContain('<testsuites name="hieudinh" tests="5" failures="3">');
    expect(xml).toContain('<testcase classname="sạch.txt" name="hieudinh"/>');
    expect(xml).toContain('“{name}” là biến của mẫu chưa được điền.');
  });
  it.each(['checkstyle', 'junit'])('%s is well formed whatever the text', (format) => {
    const odd = [
      {
        path: '<&">\u0001.txt',
        text: '{name}',
        findings: check('{name}', rules).map((f) => ({ ...f, message: `]]>&<"'\ud800\u0000\n`, original: '<&>' })),
      },
    ];
    const xml = report(odd, format);
    const tags = [...xml.matchAll(/<(\/?)([a-z-]+)(?: [a-z]+="[^"<]*")*(\/?)>/g)];
    expect(xml.replace(/<\?xml[^>]*\?>/, '').replace(/<(\/?)([a-z-]+)(?: [a-z]+="[^"<]*")*(\/?)>/g, '')).not.toMatch(
      /[<]/,
    );
    const open: string[] = [];
    for (const [, close, name, alone] of tags) {
      if (close) expect(open.pop()).toBe(name);
      else if (!alone) open.push(name);
    }
    expect(open).toEqual([]);
    expect(xml).not.toMatch(/(?!\n)\p{Cc}|\p{Cs}/u);
  });
});
