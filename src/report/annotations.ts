import { adviceOf, type CheckedFile, escapeXml, placed, type ReportOptions } from './record.ts';

/** Annotations of GitHub's workflow log: `::error file=…,line=…,col=…,title=…::message`. */
export function github(files: readonly CheckedFile[], options: ReportOptions): string {
  return files
    .flatMap((file) =>
      placed(file).map(({ finding, line, column, endLine, endColumn }) => {
        const command = { error: 'error', warning: 'warning', info: 'notice' }[finding.severity];
        // Columns are looked at only where the finding is within one line.
        const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : `,endLine=${endLine}`;
        const title = `hieudinh ${finding.rule}`;
        return `::${command} file=${property(file.path)},line=${line}${columns},title=${title}::${data(adviceOf(finding, options))}\n`;
      }),
    )
    .join('');
}

const data = (text: string): string =>
  text.replace(/[%\r\n]/g, (unit) => `%${unit.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

/** Checkstyle's XML, version 4.3, which most CI servers read. */
export function checkstyle(files: readonly CheckedFile[], options: ReportOptions): string {
  const body = files.map((file) => {
    const errors = placed(file).map(
      ({ finding, line, column }) =>
        `  <error line="${line}" column="${column}" severity="${finding.severity}" message="${escapeXml(adviceOf(finding, options))}" source="hieudinh.${finding.rule}"/>\n`,
    );
    return ` <file name="${escapeXml(file.path)}">\n${errors.join('')} </file>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n${body.join('')}</checkstyle>\n`;
}

/** JUnit's XML: a suite for each file, a failed test for each error or warning; suggestions fail nothing. */
export function junit(files: readonly CheckedFile[], options: ReportOptions): string {
  let tests = 0;
  let failures = 0;
  const body = files.map((file) => {
    const all = placed(file);
    const failed = all.filter(({ finding }) => finding.severity !== 'info').length;
    const count = Math.max(1, all.length);
    tests += count;
    failures += failed;
    const name = escapeXml(file.path);
    const cases = all.map(({ finding, line, column }) => {
      const open = `  <testcase classname="${name}" name="${finding.rule} ${line}:${column}"`;
      const message = escapeXml(adviceOf(finding, options));
      if (finding.severity === 'info') return `${open}>\n   <system-out>${message}</system-out>\n  </testcase>\n`;
      return `${open}>\n   <failure type="${finding.severity}" message="${message}">${escapeXml(finding.original)}</failure>\n  </testcase>\n`;
    });
    if (all.length === 0) cases.push(`  <testcase classname="${name}" name="hieudinh"/>\n`);
    return ` <testsuite name="${name}" tests="${count}" failures="${failed}" errors="0">\n${cases.join('')} </testsuite>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="hieudinh" tests="${tests}" failures="${failures}">\n${body.join('')}</testsuites>\n`;
}
