import { editsOf } from '../check/edits.ts';
import { LineIndex } from '../check/positions.ts';
import { ruleTitle } from '../check/rules/titles.ts';
import type { Edit } from '../finding.ts';
import { type CheckedFile, messageOf, type ReportOptions } from './record.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/**
 * Static Analysis Results Interchange Format 2.1.0 (OASIS, 2020): one run, a result for each finding, each suggestion a
 * fix with its replacements. Columns are UTF-16 units, and the finding's key is its fingerprint.
 */
export function sarif(files: readonly CheckedFile[], options: ReportOptions): string {
  const rules = [...new Set(files.flatMap((file) => file.findings.map(({ rule }) => rule)))].sort();
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'hieudinh',
            ...(options.version !== undefined && { semanticVersion: options.version }),
            rules: rules.map((id) => ({ id, shortDescription: { text: ruleTitle(id, options.language) } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: files.map((file) => ({ location: { uri: uriOf(file.path) }, encoding: 'UTF-8' })),
        results: files.flatMap((file, index) => resultsOf(file, index, rules, options)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 1)}\n`;
}

function resultsOf(file: CheckedFile, index: number, rules: readonly string[], options: ReportOptions): object[] {
  const artifactLocation = { uri: uriOf(file.path), index };
  const lines = new LineIndex(file.text);
  const region = ({ start, end }: { start: number; end: number }): object => {
    const from = lines.position(start);
    const to = lines.position(end);
    return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
  };
  const replacement = (edit: Edit): object => ({
    deletedRegion: region(edit),
    ...(edit.replacement !== '' && { insertedContent: { text: edit.replacement } }),
  });
  return file.findings.map((finding) => ({
    ruleId: finding.rule,
    ruleIndex: rules.indexOf(finding.rule),
    level: LEVELS[finding.severity],
    message: { text: messageOf(finding, options) + (finding.note === undefined ? '' : ` (${finding.note})`) },
    locations: [
      {
        physicalLocation: {
          artifactLocation,
          region: { ...region(finding), ...(finding.original !== '' && { snippet: { text: finding.original } }) },
        },
      },
    ],
    partialFingerprints: { 'hieudinh/v1': finding.key },
    ...(finding.suggestions.length > 0 && {
      fixes: finding.suggestions.map((suggestion, choice) => ({
        description: { text: suggestion.text === '' ? 'Remove.' : suggestion.text },
        artifactChanges: [{ artifactLocation, replacements: editsOf(finding, choice).map(replacement) }],
      })),
    }),
  }));
}

/** A relative path stays one; what a URI cannot hold is escaped. */
const uriOf = (path: string): string =>
  encodeURI(path.replaceAll('\\', '/').replace(/\p{Surrogate}/gu, '\ufffd')).replace(/[?#]/g, encodeURIComponent);
