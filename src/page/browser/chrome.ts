import type { Strings } from '../strings.ts';
import type { Counts } from './decisions.ts';
import { byId } from './element.ts';

/** The parts that both pages have: counters, theme, copying and saving. */
export function showCounts(counts: Counts, strings: Strings): void {
  const set = (id: string, value: number, label: string): void => {
    byId(id).textContent = String(value);
    byId(`${id}-label`).textContent = label;
  };
  set('count-error', counts.bySeverity.error, strings.errors);
  set('count-warning', counts.bySeverity.warning, strings.warnings);
  set('count-info', counts.bySeverity.info, strings.hints);
  set('count-accepted', counts.accepted, strings.accepted);
  set('count-rejected', counts.rejected, strings.rejected);
  set('count-open', counts.open, strings.open);
}

/** Says something to a screen reader, without moving the focus. */
export function announce(message: string): void {
  byId('status').textContent = message;
}

/** The button changes between light and dark; until then the system decides. */
export function listenToTheme(): void {
  byId('theme').addEventListener('click', () => {
    const root = document.documentElement;
    const isDark = root.dataset.theme
      ? root.dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = isDark ? 'light' : 'dark';
  });
}

/** The buttons that copy and save the corrected text. */
export function listenToOutput(strings: Strings, current: () => { name: string; text: string }): void {
  byId('copy').addEventListener('click', async () => {
    await copyText(current().text);
    announce(strings.copied);
  });
  byId('download').addEventListener('click', () => {
    const { name, text } = current();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  });
}

/** Pages opened from a disk may have no clipboard; then an invisible field is copied. */
async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
}
