/** What stands between two lines of three marks at the top of a document. */
export interface FrontMatter {
  /** Where it ends; 0 where there is none. */
  readonly end: number;
  /** Where values stand that readers read: headline and lead of a page that a program makes from the document. */
  readonly values: readonly (readonly [start: number, end: number])[];
}

/** Finds YAML or TOML at the top; of YAML also the values that are read, of one line and without escapes. */
export function readFrontMatter(body: string): FrontMatter {
  const match = /^(---|\+\+\+)[ \t]*\r?\n[\s\S]*?\n\1[ \t]*(?=\r?\n|$)/.exec(body);
  if (match === null) return { end: 0, values: [] };
  const end = match[0].length;
  const values: [start: number, end: number][] = [];
  if (match[1] === '+++') return { end, values };
  const lines = match[0].split('\n');
  let lineStart = 0;
  lines.forEach((line, index) => {
    const key = READ_KEY.exec(line);
    if (key !== null) {
      const value = line.slice(key[0].length).trimEnd();
      const start = lineStart + key[0].length;
      const quoted = QUOTED.exec(value);
      if (quoted !== null) values.push([start + 1, start + 1 + (quoted[1] ?? quoted[2]).length]);
      else {
        const words = withoutComment(value);
        if (PLAIN.test(words) && !/:(?:\s|$)/.test(words) && !isContinued(lines, index + 1))
          values.push([start, start + words.length]);
      }
    }
    lineStart += line.length + 1;
  });
  return { end, values };
}

const READ_KEY = /^(?:title|description|summary|excerpt|subtitle|headline)[ \t]*:[ \t]+/;
/** Between quotes, with nothing that means another letter, and no more than a comment behind. */
const QUOTED = /^(?:"([^"\\]+)"|'([^']+)')(?:[ \t]+#.*)?$/;
/** Begins with no sign of YAML's. */
const PLAIN = /^[^\s\-?:,[\]{}#&*!|>'"%@`~=<]/;

function withoutComment(value: string): string {
  const at = value.search(/\s#/);
  return at < 0 ? value : value.slice(0, at).trimEnd();
}

/** Does a value go on in the next line that holds anything? */
function isContinued(lines: readonly string[], next: number): boolean {
  while (next < lines.length && lines[next].trim() === '') next++;
  return next < lines.length && /^[ \t]/.test(lines[next]);
}

/** Words that end no value of YAML and begin nothing in it, whatever stands beside them, nor in an attribute of HTML. */
export function isPlainWords(text: string): boolean {
  return /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ./,-]*[\p{L}\p{M}\p{N}])?$/u.test(text);
}

/** Whether a whole value of YAML without quotes is no string to some reader: `No` is false, `2024` a number, `1:30` 90. */
export function isTypedValue(value: string): boolean {
  return TYPED.test(value.trim());
}

const TYPED =
  /^(?:true|false|yes|no|on|off|y|n|null|~|\.inf|\.nan|[\d.,:+_-]+(?:e[+-]?\d+)?|[+-]?0(?:x[\da-f_]+|o[0-7_]+|b[01_]+))$/i;
