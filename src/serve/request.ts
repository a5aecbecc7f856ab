import { AnnotatedText, type Annotation } from './annotated-text.ts';
import type { RuleChoice } from './languagetool.ts';

/** A request that cannot be answered, with the status that says why. */
export class RequestError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** What a client asks of `/v2/check`. */
export interface CheckRequest {
  /** What is checked, markup gone. */
  readonly text: string;
  readonly toSource: (start: number, end: number) => [start: number, end: number] | undefined;
  readonly choice: RuleChoice;
}

/** The parameters of LanguageTool's `/v2/check`, of a form or of the address. */
export function readCheckRequest(parameters: URLSearchParams, mostUnits: number): CheckRequest {
  const language = parameters.get('language');
  if (language === null || language === '') {
    throw new RequestError(400, "Error: Missing 'language' parameter, e.g. 'language=vi-VN' or 'language=auto'");
  }
  if (!/^(?:auto|vi|vi-vn)$/i.test(language)) {
    throw new RequestError(
      400,
      `Error: '${language}' is not a language code known to hieudinh. Supported language codes are: vi, vi-VN, auto.`,
    );
  }
  const { text, toSource } = readText(parameters);
  if (text.length > mostUnits) {
    throw new RequestError(
      413,
      `Error: Your text exceeds the limit of ${mostUnits} characters (it's ${text.length} characters). Please submit a shorter text.`,
    );
  }
  const list = (name: string): string[] =>
    parameters
      .get(name)
      ?.split(',')
      .map((item) => item.trim())
      .filter(Boolean) ?? [];
  return {
    text,
    toSource,
    choice: {
      enabledRules: list('enabledRules'),
      disabledRules: list('disabledRules'),
      enabledCategories: list('enabledCategories'),
      disabledCategories: list('disabledCategories'),
      enabledOnly: /^(?:true|yes)$/i.test(parameters.get('enabledOnly') ?? ''),
    },
  };
}

function readText(parameters: URLSearchParams): Pick<CheckRequest, 'text' | 'toSource'> {
  const text = parameters.get('text');
  const data = parameters.get('data');
  if (text !== null && data !== null) {
    throw new RequestError(400, "Error: Set only 'text' or 'data' parameter, not both");
  }
  if (text !== null) return { text, toSource: (start, end) => [start, end] };
  if (data === null) throw new RequestError(400, "Error: Missing 'text' or 'data' parameter");
  let parsed: { text?: unknown; annotation?: unknown } | null;
  try {
    parsed = JSON.parse(data);
  } catch (error) {
    throw new RequestError(400, `Error: 'data' is no JSON: ${(error as Error).message}`);
  }
  if (typeof parsed?.text === 'string') return { text: parsed.text, toSource: (start, end) => [start, end] };
  if (!Array.isArray(parsed?.annotation)) {
    throw new RequestError(400, "Error: 'data' has neither 'text' nor 'annotation', a list of text and markup");
  }
  try {
    const annotated = new AnnotatedText(parsed.annotation as Annotation[]);
    return { text: annotated.text, toSource: (start, end) => annotated.toSource(start, end) };
  } catch (error) {
    throw new RequestError(400, `Error: ${(error as Error).message.replace(/^hieudinh: /, '')}`);
  }
}
