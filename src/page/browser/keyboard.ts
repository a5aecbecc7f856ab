/** What keys do on the page. */
export interface KeyActions {
  move(step: 1 | -1): void;
  accept(choice: number): void;
  reject(): void;
  undo(): void;
  acceptRule(): void;
  rejectRule(): void;
}

/**
 * J and K, or the arrows, go on and back; A or Enter accepts, 1 to 3 another suggestion, R lets stand, U takes back,
 * Shift+A accepts all of the rule, Shift+R lets all of it stand. Silent with Ctrl or Meta. In a text field they are
 * heard with Alt, elsewhere without it.
 */
export function listenToKeys(actions: KeyActions): void {
  document.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey) return;
    const typing = target.matches('input, textarea, select');
    if (typing !== event.altKey) return;
    // Enter and space press the button that has the focus.
    if (target.matches('button, a') && (event.key === 'Enter' || event.key === ' ')) return;
    if (!act(actions, event.code, event.key, event.shiftKey)) return;
    event.preventDefault();
  });
}

/** The number of a list of `length` that is `step` away from `current`, which is -1 for none; round at the ends. */
export function stepped(current: number, step: 1 | -1, length: number): number {
  if (current < 0) return step > 0 ? 0 : length - 1;
  return (current + step + length) % length;
}

/** By place on the keyboard where a letter is meant: an input method for Vietnamese may have changed it. */
function act(actions: KeyActions, code: string, key: string, shift: boolean): boolean {
  if (code === 'KeyJ' || key === 'ArrowDown') actions.move(1);
  else if (code === 'KeyK' || key === 'ArrowUp') actions.move(-1);
  else if (code === 'KeyA' && shift) actions.acceptRule();
  else if (code === 'KeyA' || key === 'Enter') actions.accept(0);
  else if (code === 'KeyR' && shift) actions.rejectRule();
  else if (code === 'KeyR' || code === 'KeyX') actions.reject();
  else if (code === 'KeyU') actions.undo();
  else if (/^Digit[1-3]$/.test(code)) actions.accept(Number(code.slice(5)) - 1);
  else return false;
  return true;
}
