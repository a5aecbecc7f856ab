import { checkstyle, github, junit } from './annotations.ts';
import { requireLanguage } from './language.ts';
import { pretty, summary } from './pretty.ts';
import { type CheckedFile, messageOf, placed, type ReportOptions } from './record.ts';
import { sarif } from './sarif.ts';

type Writer = (files: readonly CheckedFile[], options: ReportOptions) => string;

const WRITERS: Readonly<Record<string, Writer>> = {
  pretty: (files, options) =>
    files.map((file) => pretty(file, options)).join('') + summary(files, options.language ?? 'en'),
  compact: (files, options) =>
    files
      .flatMap((file) =>
        placed(file).map(
          ({ finding, line, column }) =>
            `${file.path}:${line}:${column}: ${finding.severity}: ${messageOf(finding, options)} [${finding.rule}]\n`,
        ),
      )
      .join(''),
  json: (files) => `${JSON.stringify(files.flatMap(records), null, 1)}\n`,
  ndjson: (files) =>
    files
      .flatMap(records)
      .map((record) => `${JSON.stringify(record)}\n`)
      .join(''),
  sarif,
  github,
  checkstyle,
  junit,
};

/** Names of the formats. */
export const REPORT_FORMATS: readonly string[] = Object.keys(WRITERS);

/**
 * Writes a report on files. For people: `pretty` shows each finding in its line, `compact` is a line each. For programs:
 * `json` is one array of all, with file, line and column beside the fields of {@link Finding}, `ndjson` the same, one a
 * line; `sarif` (2.1.0, with fixes), `github` (annotations of a workflow), `checkstyle` and `junit` are what CI servers
 * read.
 * @throws {RangeError} if there is no such format, or no such language
 */
export function report(files: readonly CheckedFile[], format: string, options: ReportOptions = {}): string {
  if (!Object.hasOwn(WRITERS, format)) {
    throw new RangeError(`hieudinh: no format "${format}", expected one of ${REPORT_FORMATS.join(', ')}`);
  }
  requireLanguage(options.language ?? 'en');
  return WRITERS[format](files, options);
}

const records = (file: CheckedFile): object[] =>
  placed(file).map(({ finding, line, column }) => ({ file: file.path, line, column, ...finding }));
