/** A quotation of at most 80 characters, cut between words, for the note of a finding. */
export function shorten(text: string): string {
  if (text.length <= 80) return text;
  return `${text.slice(0, text.lastIndexOf(' ', 77) || 77)} …`;
}
