import { gfm } from './markdown-parser.ts';

type Extension = ReturnType<typeof gfm>;

/**
 * GitHub's extensions for a document, without those for bare addresses where it has none. The parser tries an e-mail
 * address at every letter of ASCII and a word like "www" at every w: that is half its time, four fifths in a long
 * paragraph.
 */
export function extensionsFor(body: string): Extension {
  const absent: string[] = [];
  if (!body.includes('@')) absent.push('emailAutolink');
  if (!/www\./i.test(body)) absent.push('wwwAutolink');
  if (!/https?:/i.test(body)) absent.push('protocolAutolink');
  const key = absent.join();
  let extension = made.get(key);
  if (extension === undefined) {
    extension = without(gfm(), absent);
    made.set(key, extension);
  }
  return extension;
}

/** By what they lack: there are eight. */
const made = new Map<string, Extension>();

function without(extension: Extension, absent: readonly string[]): Extension {
  const text: Extension['text'] = {};
  for (const [code, constructs] of Object.entries(extension.text ?? {})) {
    const left = [constructs].flat().filter((one) => one !== undefined && !absent.includes(one.name ?? ''));
    // The parser stops at every code that it finds here, with or without something to try.
    if (left.length > 0) text[code] = left as never;
  }
  return { ...extension, text };
}
