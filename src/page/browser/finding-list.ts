import { LineIndex } from '../../check/positions.ts';
import { ruleTitle } from '../../check/rules/titles.ts';
import type { Finding } from '../../finding.ts';
import { messageOf } from '../../report/record.ts';
import type { Strings } from '../strings.ts';
import type { Decision } from './decisions.ts';
import { element } from './element.ts';

/** What the list tells its page. */
export interface ListEvents {
  decide(index: number, decision: Decision): void;
  acceptRule(rule: string): void;
  /** A card was chosen. */
  select(index: number): void;
}

/** The findings as a list of cards, each with its reason and its choices. */
export class FindingList {
  readonly root: HTMLOListElement;
  readonly #events: ListEvents;
  readonly #strings: Strings;
  readonly #language: 'en' | 'vi';
  #cards: HTMLLIElement[] = [];
  /** What the cards show: while one types it mostly stays the same. */
  #shown: string | undefined;

  constructor(strings: Strings, language: 'en' | 'vi', events: ListEvents) {
    this.root = element('ol', { class: 'cards' });
    this.#strings = strings;
    this.#language = language;
    this.#events = events;
    this.root.addEventListener('click', (event) => this.#click(event));
    this.root.addEventListener('focusin', (event) => {
      const index = indexOf(event.target);
      if (index >= 0) this.#events.select(index);
    });
  }

  /** Shows these findings, of this text. */
  show(text: string, findings: readonly Finding[]): void {
    const lines = new LineIndex(text);
    const shown = JSON.stringify(
      findings.map(({ key, start, message, suggestions }) => [
        key,
        lines.position(start).line,
        message,
        suggestions.map((suggestion) => suggestion.text),
      ]),
    );
    if (shown === this.#shown) return;
    this.#shown = shown;
    const counts = new Map<string, number>();
    for (const { rule, suggestions } of findings)
      if (suggestions.length > 0) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    this.#cards = findings.map((finding, index) =>
      this.#card(finding, index, lines.position(finding.start).line, counts.get(finding.rule) ?? 0),
    );
    this.root.replaceChildren(...this.#cards);
    if (findings.length === 0) this.root.append(element('li', { class: 'none' }, this.#strings.none));
  }

  /** Shows a choice. */
  mark(index: number, decision: Decision): void {
    const card = this.#cards[index];
    if (card === undefined) return;
    card.dataset.state = decision === undefined ? 'open' : decision === 'rejected' ? 'rejected' : 'accepted';
    for (const button of card.querySelectorAll('button')) {
      const { act, choice } = button.dataset;
      if (act === 'accept') button.setAttribute('aria-pressed', String(decision === Number(choice)));
      else if (act === 'reject') button.setAttribute('aria-pressed', String(decision === 'rejected'));
      else if (act === 'undo') button.hidden = decision === undefined;
    }
  }

  /** Makes a card the current one, and brings it into sight. */
  select(index: number, focus: boolean): void {
    for (const [at, card] of this.#cards.entries()) card.classList.toggle('current', at === index);
    const card = this.#cards[index];
    card?.scrollIntoView({ block: 'nearest' });
    if (focus) card?.focus({ preventScroll: true });
  }

  #card(finding: Finding, index: number, line: number, ofRule: number): HTMLLIElement {
    const strings = this.#strings;
    const title = ruleTitle(finding.rule, this.#language);
    const buttons = finding.suggestions.map((suggestion, choice) =>
      element(
        'button',
        {
          type: 'button',
          'data-act': 'accept',
          'data-choice': String(choice),
          'aria-pressed': 'false',
          class: 'accept',
        },
        element('span', { class: 'hidden' }, `${strings.accept} `),
        suggestion.text === '' ? strings.remove : suggestion.text,
      ),
    );
    buttons.push(
      element('button', { type: 'button', 'data-act': 'reject', 'aria-pressed': 'false' }, strings.reject),
      element('button', { type: 'button', 'data-act': 'undo', hidden: '' }, strings.undo),
    );
    if (ofRule > 1)
      buttons.push(
        element('button', { type: 'button', 'data-act': 'rule', class: 'quiet' }, strings.acceptAll(title, ofRule)),
      );
    return element(
      'li',
      {
        class: `card ${finding.severity}`,
        'data-index': String(index),
        'data-rule': finding.rule,
        'data-state': 'open',
        tabindex: '-1',
        id: `finding-${index}`,
      },
      element(
        'p',
        { class: 'head' },
        element('span', { class: 'rule' }, title),
        element('span', { class: 'place' }, `${strings.line} ${line}`),
      ),
      element('p', { class: 'quote' }, shortened(finding.original)),
      element('p', { class: 'message' }, messageOf(finding, { language: this.#language })),
      ...(finding.note === undefined ? [] : [element('p', { class: 'note' }, finding.note)]),
      element('div', { class: 'choices', role: 'group', 'aria-label': title }, ...buttons),
    );
  }

  #click(event: Event): void {
    const index = indexOf(event.target);
    if (index < 0) return;
    this.#events.select(index);
    const button = (event.target as Element).closest('button');
    if (button === null) return;
    const { act, choice } = button.dataset;
    if (act === 'accept') this.#events.decide(index, Number(choice));
    else if (act === 'reject') this.#events.decide(index, 'rejected');
    else if (act === 'undo') this.#events.decide(index, undefined);
    else if (act === 'rule') this.#events.acceptRule(this.#cards[index].dataset.rule ?? '');
  }
}

function indexOf(target: EventTarget | null): number {
  const card = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return card === null ? -1 : Number(card.dataset.index);
}

const shortened = (text: string): string => (text.length > 160 ? `${text.slice(0, 150)} …` : text);
