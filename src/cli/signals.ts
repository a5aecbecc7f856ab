const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** A wish to end that came from outside. */
export interface Ending {
  /** The signal that came, if one came. */
  readonly signal: NodeJS.Signals | undefined;
  /** Ends the process by the signal that came, as its parent expects; takes the listeners off where none came. */
  die(): void;
}

/** Calls `stop` at the first signal, so that the work can end on a whole line; a second one ends the process at once. */
export function endOnSignal(stop: () => void): Ending {
  let signal: NodeJS.Signals | undefined;
  const removeAll = (): void => {
    for (const name of SIGNALS) process.removeListener(name, listener);
  };
  const listener = (name: NodeJS.Signals): void => {
    signal = name;
    removeAll();
    stop();
  };
  for (const name of SIGNALS) process.on(name, listener);
  return {
    get signal() {
      return signal;
    },
    die() {
      removeAll();
      if (signal !== undefined) process.kill(process.pid, signal);
    },
  };
}
