import type { RuleContext } from '../types.ts';

/** Where something stands that is said again, in words. */
export interface EarlierPlace {
  readonly english: string;
  readonly vietnamese: string;
  /** Short, for the front of a note. */
  readonly label: string;
}

/** The line of an earlier offset; in the line of the later one, whose number would say nothing, the column. */
export function earlierPlace(context: RuleContext, earlier: number, later: number): EarlierPlace {
  const { line, column } = context.position(earlier);
  if (line !== context.position(later).line) {
    return { english: `line ${line}`, vietnamese: `dòng ${line}`, label: `${line}` };
  }
  return {
    english: `column ${column} of the same line`,
    vietnamese: `cột ${column} cùng dòng`,
    label: `${line}:${column}`,
  };
}
