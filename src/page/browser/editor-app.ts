import { applyEdits, editsOf } from '../../check/edits.ts';
import type { Edit, Finding } from '../../finding.ts';
import { STRINGS } from '../strings.ts';
import { BlockCache } from './block-cache.ts';
import { announce, listenToOutput, listenToTheme, showCounts } from './chrome.ts';
import type { Decision } from './decisions.ts';
import { byId, element } from './element.ts';
import { FindingList } from './finding-list.ts';
import { listenToKeys, stepped } from './keyboard.ts';
import { segmentsOf } from './segments.ts';
import type { WorkerAnswer, WorkerRequest } from './worker-messages.ts';

const { language } = JSON.parse(byId('data').textContent ?? '') as { language: 'en' | 'vi' };
const strings = STRINGS[language];
const input = byId<HTMLTextAreaElement>('input');
const view = byId('text');
const cache = new BlockCache();
/** Keys of what the writer let stand, and how much was accepted. */
const stands = new Set<string>();
let accepted = 0;
let findings: readonly Finding[] = [];
let current = -1;
/** The number of the text: an answer about an older one is out of date. */
let revision = 0;
let typedAt = 0;
let idle: ReturnType<typeof setTimeout> | undefined;
/** Milliseconds without a key before the whole page is checked. */
const PAUSE = 400;

const list = new FindingList(strings, language, { decide, acceptRule, select: (index) => select(index, false) });
byId('list').append(list.root);

const worker = new Worker(URL.createObjectURL(new Blob([byId('worker').textContent ?? ''])));
const ask = (request: WorkerRequest): void => worker.postMessage(request);
worker.onerror = (event) => announce(event.message);
worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
  if (data.kind === 'failed') announce(data.message);
  else if (data.kind === 'ready') {
    input.disabled = false;
    announce(strings.ready);
    input.focus();
    if (input.value !== '') changed();
  } else if (data.id === revision) {
    if (data.kind === 'blocks') {
      for (const [index, block] of asked.entries()) cache.add(block, data.findings[index]);
      show(cache.findingsOf(input.value));
      announce(strings.checked(Math.round(performance.now() - typedAt)));
      document.documentElement.dataset.answer = String(performance.now() - typedAt);
    } else {
      cache.learn(input.value, data.findings);
      show(data.findings);
      document.documentElement.dataset.page = String(data.id);
    }
  }
};
let asked: readonly string[] = [];

/** The text is another: paragraphs that are new are checked at once, the whole page when typing pauses. */
function changed(): void {
  revision++;
  typedAt = performance.now();
  asked = cache.unknownOf(input.value);
  ask({ kind: 'blocks', id: revision, blocks: asked });
  clearTimeout(idle);
  idle = setTimeout(() => ask({ kind: 'page', id: revision, text: input.value }), PAUSE);
  // The old marks would stand at wrong places until the answer is there.
  show(cache.findingsOf(input.value));
}

function show(found: readonly Finding[]): void {
  findings = found.filter(({ key }) => !stands.has(key));
  current = -1;
  list.show(input.value, findings);
  list.select(-1, false);
  const segments = segmentsOf(input.value, findings, []);
  view.replaceChildren(
    ...segments.map(({ text, finding }) =>
      finding < 0
        ? document.createTextNode(text)
        : element('mark', { class: findings[finding].severity, 'data-index': String(finding) }, text),
    ),
    // A text area shows an empty last line; a block does not.
    document.createTextNode('\n'),
  );
  view.scrollTop = input.scrollTop;
  const bySeverity = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) bySeverity[severity]++;
  showCounts({ accepted, rejected: stands.size, open: findings.length, bySeverity }, strings);
}

function decide(index: number, decision: Decision): void {
  const finding = findings[index];
  if (finding === undefined || decision === undefined) return;
  if (decision === 'rejected') {
    stands.add(finding.key);
    show(findings);
  } else write(editsOf(finding, decision), 1);
}

function acceptRule(rule: string): void {
  const own = findings.filter((finding) => finding.rule === rule && finding.suggestions.length > 0);
  write(
    own.flatMap((finding) => [...editsOf(finding)]),
    own.length,
  );
}

/** Writes edits so that the browser can take them back with Ctrl+Z. */
function write(edits: readonly Edit[], count: number): void {
  if (edits.length === 0) return;
  const { text } = applyEdits(input.value, edits);
  const { scrollTop } = input;
  input.focus();
  const old = input.value;
  let start = 0;
  while (start < Math.min(old.length, text.length) && old[start] === text[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, text.length) - start && old.at(-1 - end) === text.at(-1 - end)) end++;
  input.setSelectionRange(start, old.length - end);
  const fresh = text.slice(start, text.length - end);
  const done = fresh === '' ? document.execCommand('delete') : document.execCommand('insertText', false, fresh);
  if (!done || input.value !== text) {
    input.value = text;
    changed();
  }
  input.scrollTop = scrollTop;
  accepted += count;
}

function select(index: number, focus: boolean): void {
  current = index;
  list.select(index, focus);
  for (const mark of view.querySelectorAll('.current')) mark.classList.remove('current');
  const mark = view.querySelector<HTMLElement>(`[data-index="${index}"]`);
  if (mark === null) return;
  mark.classList.add('current');
  const top = mark.offsetTop - input.clientHeight / 2;
  if (mark.offsetTop < input.scrollTop || mark.offsetTop > input.scrollTop + input.clientHeight - 40)
    input.scrollTop = top;
}

/** The finding under the caret. */
function atCaret(): number {
  const caret = input.selectionStart;
  return findings.findIndex(({ start, end }) => start <= caret && caret <= end);
}

input.addEventListener('input', changed);
input.addEventListener('scroll', () => {
  view.scrollTop = input.scrollTop;
});
input.addEventListener('click', () => {
  const index = atCaret();
  if (index >= 0) select(index, false);
});
const chosen = (): number => (current >= 0 ? current : atCaret());
listenToKeys({
  move(step) {
    if (findings.length > 0) select(stepped(current, step, findings.length), document.activeElement !== input);
  },
  accept: (choice) => decide(chosen(), choice),
  reject: () => decide(chosen(), 'rejected'),
  undo: () => document.execCommand('undo'),
  acceptRule: () => chosen() >= 0 && acceptRule(findings[chosen()].rule),
  rejectRule() {
    const rule = findings[chosen()]?.rule;
    for (const finding of findings) if (finding.rule === rule) stands.add(finding.key);
    show(findings);
  },
});
listenToTheme();
listenToOutput(strings, () => ({ name: 'hieudinh.txt', text: input.value }));
announce(strings.loading);
show([]);
ask({ kind: 'open', dictionary: byId('dictionary').textContent ?? '' });
byId('dictionary').remove();
