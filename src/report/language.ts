/** Language of the messages. */
export type ReportLanguage = 'en' | 'vi';

/** @throws {RangeError} for a language that messages are not written in */
export function requireLanguage(language: ReportLanguage): void {
  if (language !== 'en' && language !== 'vi')
    throw new RangeError(`hieudinh: language "${String(language)}", expected en or vi`);
}
