import type { Finding } from '../../finding.ts';
import { STRINGS } from '../strings.ts';
import { announce, listenToOutput, listenToTheme, showCounts } from './chrome.ts';
import { Decisions } from './decisions.ts';
import { byId, element } from './element.ts';
import { FindingList } from './finding-list.ts';
import { listenToKeys, stepped } from './keyboard.ts';
import { segmentsOf } from './segments.ts';

/** What the report holds, as JSON in the page. */
interface ReportData {
  readonly language: 'en' | 'vi';
  readonly files: readonly { path: string; text: string; findings: readonly Finding[] }[];
}

const data = JSON.parse(byId('data').textContent ?? '') as ReportData;
const strings = STRINGS[data.language];
const files = data.files.map(({ path, text, findings }) => ({ path, decisions: new Decisions(text, findings) }));
const view = byId('text');
let file = 0;
let current = -1;

const list = new FindingList(strings, data.language, { decide, acceptRule, select: (index) => select(index, false) });
byId('list').append(list.root);

/** Shows the text as it would be with the choices made, and what is still open. */
function render(): void {
  const { decisions, path } = files[file];
  const isMarkup = /\.x?html?$/i.test(path);
  const { applied } = decisions.result();
  view.replaceChildren(
    ...segmentsOf(decisions.text, decisions.findings, applied).map(({ text, finding, replacement }) => {
      if (replacement !== undefined) {
        const made = element('span', { class: 'change', 'data-index': String(finding) });
        if (text !== '') made.append(element('del', {}, text));
        if (replacement !== '') made.append(element('ins', {}, replacement));
        return made;
      }
      if (finding < 0) return isMarkup ? dimmed(text) : document.createTextNode(text);
      const state = decisions.of(finding) === 'rejected' ? 'rejected' : 'open';
      const { severity } = decisions.findings[finding];
      const mark = element('mark', { class: `${severity} ${state}`, 'data-index': String(finding) }, text);
      if (finding === current) mark.classList.add('current');
      return mark;
    }),
  );
  for (const index of decisions.findings.keys()) list.mark(index, decisions.of(index));
  showCounts(decisions.counts(), strings);
}

/** Tags in a quieter colour. For the eye only: a tag that a finding cuts in two stays as it is. */
function dimmed(text: string): DocumentFragment {
  const made = document.createDocumentFragment();
  for (const part of text.split(/(<[^<>]+>)/))
    made.append(part.startsWith('<') && part.endsWith('>') ? element('span', { class: 'tag' }, part) : part);
  return made;
}

function decide(index: number, decision: Parameters<Decisions['decide']>[1]): void {
  const { decisions } = files[file];
  decisions.decide(index, decision);
  render();
  const made = decisions.of(index);
  const word = made === undefined ? strings.undo : made === 'rejected' ? strings.rejected : strings.accepted;
  announce(`${word}: ${decisions.findings[index]?.original.slice(0, 60)}`);
}

function acceptRule(rule: string): void {
  const count = files[file].decisions.acceptRule(rule);
  render();
  announce(`${count} ${strings.accepted}`);
}

function select(index: number, focus: boolean): void {
  current = index;
  list.select(index, focus);
  for (const mark of view.querySelectorAll('.current')) mark.classList.remove('current');
  const places = view.querySelectorAll(`[data-index="${index}"]`);
  for (const place of places) place.classList.add('current');
  places[0]?.scrollIntoView({ block: 'nearest' });
}

function open(index: number): void {
  file = index;
  current = -1;
  const { path, decisions } = files[file];
  document.title = `${path} - hieudinh`;
  list.show(decisions.text, decisions.findings);
  render();
  for (const [at, tab] of [...byId('files').querySelectorAll('button')].entries())
    tab.setAttribute('aria-pressed', String(at === index));
}

const decided = (index: number): void => {
  const next = files[file].decisions.nextOpen(index);
  if (next >= 0) select(next, true);
};

view.addEventListener('click', (event) => {
  const place = (event.target as Element).closest<HTMLElement>('[data-index]');
  if (place !== null) select(Number(place.dataset.index), true);
});
listenToKeys({
  move(step) {
    const { length } = files[file].decisions.findings;
    if (length > 0) select(stepped(current, step, length), true);
  },
  accept(choice) {
    if (current < 0) return;
    decide(current, choice);
    if (files[file].decisions.of(current) !== undefined) decided(current);
  },
  reject() {
    if (current < 0) return;
    decide(current, 'rejected');
    decided(current);
  },
  undo: () => current >= 0 && decide(current, undefined),
  acceptRule: () => current >= 0 && acceptRule(files[file].decisions.findings[current].rule),
  rejectRule() {
    if (current < 0) return;
    const count = files[file].decisions.rejectRule(files[file].decisions.findings[current].rule);
    render();
    announce(`${count} ${strings.rejected}`);
  },
});
listenToTheme();
listenToOutput(strings, () => ({
  name: files[file].path.split(/[\\/]/).at(-1) ?? 'text.txt',
  text: files[file].decisions.result().text,
}));
if (files.length > 1) {
  byId('files').hidden = false;
  for (const [index, { path, decisions }] of files.entries()) {
    const tab = element(
      'button',
      { type: 'button' },
      path,
      element('span', { class: 'badge' }, String(decisions.findings.length)),
    );
    tab.addEventListener('click', () => open(index));
    byId('files').append(tab);
  }
}
if (files.length > 0) open(0);
