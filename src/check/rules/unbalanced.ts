import type { TextBlock } from '../../headlines/index.ts';
import type { Rule, RuleFinding } from '../types.ts';

/**
 * A bracket or a curly quote without its partner in the paragraph. A quotation may run over paragraphs, each opened and
 * only the last one closed, and so may a note in square brackets; numbers of a list (a), 1)), seconds of an angle and faces
 * have no partner.
 */
export const unbalanced: Rule = {
  id: 'unbalanced',
  severity: 'warning',
  fixedByDefault: false,
  run(context) {
    const { text } = context;
    const { brackets } = context.scan();
    const findings: RuleFinding[] = [];
    /** Marks that close what an earlier paragraph opened. */
    const awaited = new Set<string>();
    /** Where a law opened the article that it quotes, -1 where none is open. */
    let article = -1;
    const blocks = context.blocks();
    let next = 0;
    const blanked = context.encoded.filter(({ decoded }) => /[()[\]“”]/.test(decoded));
    let nextBlanked = 0;
    for (let index = 0; index < blocks.length && next < brackets.length; index++) {
      const block = blocks[index];
      // What was read in a wrong encoding is blank here, and may be where the partners are.
      while (nextBlanked < blanked.length && blanked[nextBlanked].end <= block.start) nextBlanked++;
      if (nextBlanked < blanked.length && blanked[nextBlanked].start < block.end) {
        while (next < brackets.length && brackets[next] < block.end) next++;
        continue;
      }
      const open = new OpenMarks();
      for (; next < brackets.length && brackets[next] < block.end; next++) {
        const mark = text[brackets[next]];
        const place = brackets[next] - block.start;
        if (CLOSED_BY[mark] !== undefined) open.add(mark, place);
        else if (mark === '”' && isSecondsOfPlace(block.text, place)) continue;
        else if (open.closeLast(mark) || awaited.delete(mark) || (mark === '”' && open.closeFirstQuote())) continue;
        else if (mark === '”' && article >= 0 && isAtEnd(block.text, place)) article = -1;
        else if (!isListNumber(block.text, place, mark) && !isSeconds(block.text, place, mark))
          findings.push(lonely(mark, brackets[next]));
      }
      const isContinued = continuation(blocks, index);
      for (const { mark, at } of open.left()) {
        const start = block.start + at;
        const isArticle = mark === '“' && isQuotedArticle(blocks, index, at);
        // Of two articles one in the other is not quoted: the first was never closed.
        if (isArticle && article >= 0) {
          findings.push(lonely(mark, article));
          article = -1;
        }
        // What follows may be the rest of the quotation, or of the bracket that a line break cut.
        if (isContinued(mark)) awaited.add(CLOSED_BY[mark]);
        else if (isArticle) article = start;
        else if (!isFace(block.text, at)) findings.push(lonely(mark, start));
      }
    }
    if (article >= 0) findings.push(lonely('“', article));
    for (const at of openStraightQuotes(blocks)) findings.push(lonely('"', at));
    return findings;
  },
};

/**
 * Straight quotes, and «, that open the only quotation of their paragraph, inside a sentence, and are never closed. Where a
 * paragraph nearby has one too, the quotation may go on there: a letter is quoted over many. So it may behind the end of a text
 * that is a piece of another.
 */
function openStraightQuotes(blocks: readonly TextBlock[]): number[] {
  const hasQuote = blocks.map(({ text }) => /["«»]/.test(text));
  return blocks.flatMap(({ text, start }, index) => {
    if (
      !hasQuote[index] ||
      index + 1 === blocks.length ||
      hasQuote.slice(Math.max(0, index - 1), index + LONGEST_LETTER).filter(Boolean).length > 1
    )
      return [];
    const at = text.search(/["«]/);
    const isAlone = at >= 0 && !/["«»“”„‘’'′″]/.test(text.slice(0, at) + text.slice(at + 1));
    const isOpening =
      /\p{L}[:,]? \(?$/u.test(text.slice(Math.max(0, at - 4), at)) && /^\p{L}/u.test(text.slice(at + 1));
    return isAlone && isOpening ? [start + at] : [];
  });
}

/** In paragraphs. */
const LONGEST_LETTER = 20;

const CLOSED_BY: Readonly<Record<string, string>> = { '(': ')', '[': ']', '“': '”' };

interface OpenMark {
  readonly mark: string;
  /** In its paragraph. */
  readonly at: number;
  isClosed: boolean;
}

/** Marks of a paragraph that wait for their partner. Each is looked at once when it goes, however many there are. */
class OpenMarks {
  readonly #all: OpenMark[] = [];
  /** Those of them that are quotes; before `#firstQuote` all are closed. */
  readonly #quotes: OpenMark[] = [];
  #firstQuote = 0;

  add(mark: string, at: number): void {
    const open = { mark, at, isClosed: false };
    this.#all.push(open);
    if (mark === '“') this.#quotes.push(open);
  }

  /** Closes the last one, if it is the partner of `mark`. */
  closeLast(mark: string): boolean {
    while (this.#all.at(-1)?.isClosed) this.#all.pop();
    const last = this.#all.at(-1);
    if (last === undefined || CLOSED_BY[last.mark] !== mark) return false;
    this.#all.pop();
    if (last.mark === '“') this.#quotes.pop();
    return true;
  }

  /** Of a quotation inside a quotation only the first mark may be printed. */
  closeFirstQuote(): boolean {
    if (this.#firstQuote === this.#quotes.length) return false;
    this.#quotes[this.#firstQuote++].isClosed = true;
    return true;
  }

  left(): OpenMark[] {
    return this.#all.filter(({ isClosed }) => !isClosed);
  }
}

function lonely(mark: string, start: number): RuleFinding {
  const shown = mark === '“' || mark === '”' ? mark : `“${mark}”`;
  return {
    start,
    end: start + 1,
    message: `${shown} has no partner in this paragraph.`,
    messageVi: `Dấu ${mark} không có dấu đi cặp trong đoạn này.`,
  };
}

/** How many paragraphs on a quotation, or a note, may end. */
const NEAR = 5;

/** Says of a mark that a paragraph leaves open whether the next ones go on with it; asked again, it looks no more. */
function continuation(blocks: readonly TextBlock[], index: number): (mark: string) => boolean {
  const known = new Map<string, boolean>();
  return (mark) => {
    let isContinued = known.get(mark);
    if (isContinued === undefined) {
      // A round bracket goes over no line.
      isContinued = mark !== '(' && isClosedIn(blocks.slice(index + 1, index + 1 + NEAR), mark);
      known.set(mark, isContinued);
    }
    return isContinued;
  };
}

/** Does a paragraph nearby close what it has not opened, or open as the next one of a long quotation? */
function isClosedIn(next: readonly TextBlock[], mark: string): boolean {
  return next.some(({ text }, index) => {
    if (index === 0 && mark === '“' && text.startsWith(mark)) return true;
    const close = text.indexOf(CLOSED_BY[mark]);
    const open = text.indexOf(mark);
    return close >= 0 && (open < 0 || close < open);
  });
}

/** Does the article begin here that a law is to have from now on? It may go over any number of paragraphs. */
function isQuotedArticle(blocks: readonly TextBlock[], index: number, at: number): boolean {
  if (at > 0) return /như sau: ?$/u.test(blocks[index].text.slice(Math.max(0, at - 10), at));
  const before = blocks[index - 1]?.text ?? '';
  return before.endsWith('như sau:') || /sửa đổi, bổ sung/iu.test(before);
}

/** Does nothing but the end of a sentence stand behind this mark? */
const isAtEnd = (text: string, at: number): boolean => at >= text.length - 3 && /^[.,;]*$/.test(text.slice(at + 1));

/** a), iv), 1.2), and the smiling ones of faces. */
const LIST_NUMBER = /(?:^|[\s;,.:(–-])(?:\p{L}\d?|[ivx]{1,4}|[IVX]{1,4}|\d+(?:\.\d+)*)$|[:;=8xX][-']?$/u;
/** The same where a quoted article, or markup, begins with it: “b), *đ). */
const QUOTED_LIST_NUMBER = /(?:^|[\s(])["“‘*_~]+(?:[a-zđ]{1,2}|\d+)$/;

function isListNumber(text: string, at: number, mark: string): boolean {
  if (mark !== ')' && mark !== ']') return false;
  const before = text.slice(Math.max(0, at - 10), at);
  return LIST_NUMBER.test(before) || QUOTED_LIST_NUMBER.test(before);
}

/** Seconds of an angle: 15°27’00.5”. */
const isSeconds = (text: string, at: number, mark: string): boolean =>
  mark === '”' && /\d[’'′] ?\d{1,2}(?:[.,]\d{1,6})? ?$/u.test(text.slice(Math.max(0, at - 13), at));

/** Seconds with a direction behind them (15°27’00”N) close nothing, even inside a quotation. */
const isSecondsOfPlace = (text: string, at: number): boolean =>
  /^ ?[NSEWBĐT](?!\p{L})/u.test(text.slice(at + 1, at + 4)) && isSeconds(text, at, '”');

const isFace = (text: string, at: number): boolean => /[:;=]-?$/.test(text.slice(Math.max(0, at - 2), at));
