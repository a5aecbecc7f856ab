/** What a progress line shows. */
export interface ProgressState {
  readonly lines: number;
  readonly bytes: number;
}

/** Settings of {@link Progress}. */
export interface ProgressOptions {
  /** Of the whole input, where known. */
  readonly totalBytes?: number;
  /** Where the line goes; nothing is written where it is no terminal. */
  readonly stream: { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown };
  /** Milliseconds. Default: performance.now. */
  readonly clock?: () => number;
}

/** Milliseconds between two lines: often enough to look alive. */
const EVERY = 200;

/** One line on a terminal, written over itself: bytes, share, lines a second, time left. */
export class Progress {
  readonly #options: ProgressOptions;
  readonly #clock: () => number;
  readonly #started: number;
  #next: number;
  #shown = false;

  constructor(options: ProgressOptions) {
    this.#options = options;
    this.#clock = options.clock ?? (() => performance.now());
    this.#started = this.#clock();
    this.#next = this.#started + EVERY;
  }

  update(state: ProgressState): void {
    const { stream } = this.#options;
    if (stream.isTTY !== true || this.#clock() < this.#next) return;
    this.#next = this.#clock() + EVERY;
    this.#shown = true;
    const line = progressLine(state, this.#options.totalBytes, (this.#clock() - this.#started) / 1000);
    stream.write(`\r${line.slice(0, (stream.columns ?? 80) - 1)}\x1b[K`);
  }

  /** Wipes the line, so that messages and the shell start on a clean one. */
  clear(): void {
    if (this.#shown) this.#options.stream.write('\r\x1b[K');
    this.#shown = false;
  }
}

/** @param seconds since the start */
export function progressLine({ lines, bytes }: ProgressState, totalBytes: number | undefined, seconds: number): string {
  const rate = seconds > 0 ? lines / seconds : 0;
  const parts = [`${lines.toLocaleString('en')} lines`, `${Math.round(rate).toLocaleString('en')}/s`];
  if (totalBytes === undefined || totalBytes === 0) return [sizeOf(bytes), ...parts].join('  ');
  const share = Math.min(1, bytes / totalBytes);
  const bar = '#'.repeat(Math.floor(share * 20)).padEnd(20, '.');
  const left = share > 0 ? durationOf((seconds / share) * (1 - share)) : '--:--';
  return [
    `[${bar}] ${Math.floor(share * 100)} %`,
    `${sizeOf(bytes)} of ${sizeOf(totalBytes)}`,
    ...parts,
    `${left} left`,
  ].join('  ');
}

function sizeOf(bytes: number): string {
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(0)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function durationOf(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = String(Math.floor(whole / 60) % 60).padStart(2, '0');
  const rest = String(whole % 60).padStart(2, '0');
  return whole < 3600 ? `${minutes}:${rest}` : `${Math.floor(whole / 3600)}:${minutes}:${rest}`;
}
