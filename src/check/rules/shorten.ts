/** Units of a quotation. */
const MOST = 80;

/** A quotation for the note of a finding, cut between words where there is a space. */
export function shorten(text: string): string {
  if (text.length <= MOST) return text;
  const space = text.lastIndexOf(' ', MOST - 3);
  const cut = space > 0 ? space : MOST - 3;
  // Not between the halves of a character.
  const isSplit = (text.charCodeAt(cut - 1) & 0xfc00) === 0xd800;
  return `${text.slice(0, isSplit ? cut - 1 : cut)} …`;
}
