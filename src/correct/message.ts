import type { Dictionary } from '../language/dictionary.ts';
import { FIRST_WORD, ID_BOUNDARY } from '../language/ids.ts';
import { PAIR_TERM, PAIR_WORD } from '../language/lexicon.ts';
import { DELETE, JOIN, type Proposal, SPLIT } from './features.ts';
import type { SuspiciousPlace } from './proposals.ts';

/** A sentence for a person, in English and Vietnamese. */
export interface Explanation {
  readonly message: string;
  readonly messageVi: string;
}

/** What decided, in one sentence: the strongest evidence that the features hold. */
export function explain(
  dictionary: Dictionary,
  place: SuspiciousPlace,
  proposal: Proposal,
  original: string,
  replacement: string,
  illFormed: boolean,
): Explanation {
  const { lexicon, ngrams, vocabulary } = dictionary;
  const { path, at } = place;
  const word = (id: number): string => vocabulary.text[id];
  if (proposal.kind === DELETE) {
    const beside = path[at - 1] === place.original;
    return beside
      ? { message: `“${original}” stands twice.`, messageVi: `Từ “${original}” bị lặp.` }
      : {
          message: `“${original}” is repeated from just before; the sentence reads without it.`,
          messageVi: `“${original}” lặp lại từ ngay phía trước; bỏ đi thì câu trôi chảy.`,
        };
  }
  if (proposal.kind === JOIN)
    return {
      message: `“${original}” is one syllable broken by a space: “${replacement}”.`,
      messageVi: `“${original}” là một âm tiết bị tách bởi dấu cách: “${replacement}”.`,
    };
  if (proposal.kind === SPLIT)
    return {
      message: `“${original}” is two words run together: “${replacement}”.`,
      messageVi: `“${original}” là hai từ bị viết dính: “${replacement}”.`,
    };
  if (illFormed)
    return {
      message: `“${original}” is not a well-formed syllable; “${replacement}” fits here.`,
      messageVi: `“${original}” không phải âm tiết đúng; chỗ này là “${replacement}”.`,
    };
  if (place.original < FIRST_WORD)
    return {
      message: `“${original}” is not a known word; “${replacement}” fits here.`,
      messageVi: `“${original}” không có trong từ điển; chỗ này là “${replacement}”.`,
    };
  const candidate = proposal.ids[0];
  const left = path[at - 1];
  const right = path[at + 1];
  const pairs: [number, number, number, string, string][] = [
    [
      left,
      candidate,
      lexicon.pair(left, candidate),
      `${word(left)} ${word(candidate)}`,
      `${word(left)} ${word(place.original)}`,
    ],
    [
      candidate,
      right,
      lexicon.pair(candidate, right),
      `${word(candidate)} ${word(right)}`,
      `${word(place.original)} ${word(right)}`,
    ],
  ];
  const joined = (kind: number): (typeof pairs)[number] | undefined =>
    pairs.find(([a, b, bits]) => a >= FIRST_WORD && b >= FIRST_WORD && bits & kind);
  const asWord = joined(PAIR_WORD);
  // Two syllables inside a longer term need not be a word ("Thường trực Tỉnh ủy").
  const [, , , phrase, wrong] = asWord ?? joined(PAIR_TERM) ?? [];
  if (phrase !== undefined)
    return {
      message: `“${phrase}” ${asWord ? 'is a word' : 'stands in a known term'}; “${wrong}” ${asWord ? 'is not' : 'does not'}, here.`,
      messageVi: `“${phrase}” ${asWord ? 'là một từ' : 'có trong một thuật ngữ đã biết'}; “${wrong}” thì không, trong ngữ cảnh này.`,
    };
  const leftGain = left === ID_BOUNDARY ? 0 : ngrams.bigram(left, candidate) - ngrams.bigram(left, place.original);
  const rightGain = right === ID_BOUNDARY ? 0 : ngrams.bigram(candidate, right) - ngrams.bigram(place.original, right);
  if (left >= FIRST_WORD && leftGain >= rightGain && leftGain > 2)
    return {
      message: `After “${word(left)}”, “${replacement}” is what is written; “${original}” hardly ever.`,
      messageVi: `Sau “${word(left)}” thường viết “${replacement}”, hầu như không viết “${original}”.`,
    };
  if (right >= FIRST_WORD && rightGain > 2)
    return {
      message: `Before “${word(right)}”, “${replacement}” is what is written; “${original}” hardly ever.`,
      messageVi: `Trước “${word(right)}” thường viết “${replacement}”, hầu như không viết “${original}”.`,
    };
  return {
    message: `“${replacement}” fits this sentence better than “${original}”.`,
    messageVi: `“${replacement}” hợp với câu này hơn “${original}”.`,
  };
}

/** Of words that are written again right after themselves. */
export function explainRepeatedWords(words: string): Explanation {
  return { message: `“${words}” is written twice in a row.`, messageVi: `“${words}” viết hai lần liền nhau.` };
}

/** Of a word that keeps others from being a term of the user. */
export function explainTermSlip(term: string, written: string): Explanation {
  return {
    message: `“${term}” is one of your terms; “${written}” is a slip away from it.`,
    messageVi: `“${term}” có trong danh sách thuật ngữ; “${written}” chỉ khác một chút.`,
  };
}

/** Of a spelling that is no mistake, but not today's. */
export function explainOlder(original: string, replacement: string): Explanation {
  return {
    message: `“${original}” is an older spelling; today “${replacement}” is printed.`,
    messageVi: `“${original}” là cách viết cũ; nay viết “${replacement}”.`,
  };
}

/** Of a word whose letters are right but for their size. */
export function explainMisreadCase(original: string, replacement: string): Explanation {
  return {
    message: `“${original}” stands in capitals between small letters: misread for “${replacement}”.`,
    messageVi: `“${original}” viết hoa giữa các chữ thường: nhận dạng nhầm từ “${replacement}”.`,
  };
}

/** Of a word with a capital that is a slip of the shift key, or a small letter among capitals. */
export function explainMixedCase(original: string, replacement: string): Explanation {
  return {
    message: `“${original}” has capitals and small letters mixed: “${replacement}”.`,
    messageVi: `“${original}” lẫn chữ hoa với chữ thường: “${replacement}”.`,
  };
}

/** Of a number with a letter in it, or a letter in its place. */
export function explainMisreadNumber(original: string, replacement: string): Explanation {
  return {
    message: `“${original}” has a letter where a digit belongs: misread for “${replacement}”.`,
    messageVi: `“${original}” có chữ cái ở chỗ của chữ số: nhận dạng nhầm từ “${replacement}”.`,
  };
}

/** Of the number of a document with a space in it. */
export function explainCutNumber(replacement: string): Explanation {
  return {
    message: `A space cuts the number of a document in two: “${replacement}” has none.`,
    messageVi: `Số hiệu văn bản bị cắt rời bởi dấu cách: “${replacement}” viết liền.`,
  };
}

/** Of a mark between two words that belong together. */
export function explainStrayMark(original: string): Explanation {
  return {
    message: `“${original}” parts two words that belong together: a speck on the page.`,
    messageVi: `Dấu “${original}” chen giữa hai tiếng liền nhau: vết bẩn trên bản quét.`,
  };
}

/** Of a stop before a small letter, or a comma before a capital that only begins a sentence. */
export function explainMisreadStop(original: string, next: string, replacement: string): Explanation {
  return {
    message: `“${original}” before “${next}”: misread for “${replacement}”.`,
    messageVi: `Dấu “${original}” đứng trước “${next}”: nhận dạng nhầm từ dấu “${replacement}”.`,
  };
}

/** Of the last word of a full name, which may be the person's own. */
export function explainFullName(original: string, usual: string): Explanation {
  return {
    message: `“${original}” may be the person's own name; “${usual}” is what is mostly written here.`,
    messageVi: `“${original}” có thể là tên riêng của người này; chỗ này thường viết “${usual}”.`,
  };
}

/** Of a name that stands once, beside one that stands often and is nearly the same. */
export function explainOddName(original: string, usual: string, times: number): Explanation {
  return {
    message: `“${original}” stands once, “${usual}” ${times} times: one name?`,
    messageVi: `“${original}” chỉ có một lần, “${usual}” ${times} lần: có phải một tên?`,
  };
}

/** Names the letter, or mark, that is none of Vietnamese. */
export function explainLookAlike(original: string, replacement: string): Explanation {
  const odd = Array.from(original).find((char) => char > '\x7f' && !replacement.includes(char)) ?? original;
  const code = `U+${(odd.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    message: `“${odd}” (${code}) in “${original}” only looks Vietnamese: “${replacement}”.`,
    messageVi: `“${odd}” (${code}) trong “${original}” chỉ trông giống chữ Việt: “${replacement}”.`,
  };
}
