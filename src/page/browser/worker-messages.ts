import type { Finding } from '../../finding.ts';

/** What the page asks of its worker. */
export type WorkerRequest =
  | { readonly kind: 'open'; readonly dictionary: string }
  /** Misspelt words of these paragraphs, each by itself. */
  | { readonly kind: 'blocks'; readonly id: number; readonly blocks: readonly string[] }
  /** Everything, with the whole page as evidence. */
  | { readonly kind: 'page'; readonly id: number; readonly text: string };

/** What it answers. */
export type WorkerAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'blocks'; readonly id: number; readonly findings: readonly (readonly Finding[])[] }
  | { readonly kind: 'page'; readonly id: number; readonly findings: readonly Finding[] };
