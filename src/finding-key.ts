/**
 * Name of a finding that survives edits elsewhere: a hash of rule, text and the words beside it, as 14 hexadecimal digits:
 * FNV-1a, and 24 bits of another that multiplies and shifts.
 */
export function findingKey(rule: string, text: string, start: number, end: number): string {
  const around =
    `${rule}\u0000${wordsBefore(text, start)}\u0000${text.slice(start, end)}\u0000${wordsAfter(text, end)}`.normalize(
      'NFC',
    );
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < around.length; i++) {
    a = Math.imul(a ^ around.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ around.charCodeAt(i), 0x5bd1e995);
    b ^= b >>> 15;
  }
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 8).toString(16).padStart(6, '0');
}

const SPAN = 24;

/** The last two words before an offset in its line: the next paragraph may change, or be a new one. */
function wordsBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - SPAN), at);
  return before
    .slice(before.lastIndexOf('\n') + 1)
    .trim()
    .split(/\s+/)
    .slice(-2)
    .join(' ');
}

function wordsAfter(text: string, at: number): string {
  const [after] = text.slice(at, at + SPAN).split('\n', 1);
  return after.trim().split(/\s+/).slice(0, 2).join(' ');
}
