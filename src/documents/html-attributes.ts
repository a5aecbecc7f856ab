/** Values of `name` or `property` of a `meta` whose `content` readers see: in search results, and where a page is shared. */
const READ_META: ReadonlySet<string> = new Set(['description', 'og:title', 'og:description']);

/**
 * Where the words of a `meta` stand that are read; undefined where it has none, or writes letters as entities.
 * @param start of the tag
 */
export function metaContent(
  source: string,
  start: number,
  end: number,
  attributes: Readonly<Record<string, string>>,
): [start: number, end: number] | undefined {
  const { name, property, content } = attributes;
  if (content === undefined || !READ_META.has((property ?? name ?? '').trim().toLowerCase())) return undefined;
  const tag = source.slice(start, end);
  ATTRIBUTE.lastIndex = '<meta'.length;
  for (let match = ATTRIBUTE.exec(tag); match !== null; match = ATTRIBUTE.exec(tag)) {
    if (match[1].toLowerCase() !== 'content') continue;
    const value = match[2] ?? match[3];
    if (value === undefined || value !== content || value.includes('&')) return undefined;
    // The quote is what the match ends with.
    const to = start + ATTRIBUTE.lastIndex - 1;
    return [to - value.length, to];
  }
  return undefined;
}

const ATTRIBUTE = /[\s/]*([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|[^\s>"']+))?/y;
