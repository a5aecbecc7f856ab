import type { ReportLanguage } from '../report/index.ts';
import { escapeXml } from '../report/record.ts';
import { STRINGS } from './strings.ts';

/** The pieces of a page. */
export interface PageParts {
  readonly title: string;
  readonly language: ReportLanguage;
  readonly css: string;
  readonly script: string;
  /** The text pane: what is read, or a field to type in. */
  readonly isEditor: boolean;
  /** Data for the script by id: type and content. */
  readonly data: readonly { id: string; type: string; content: string }[];
}

/** Writes a whole page. It asks nothing of the network, and its policy forbids it. */
export function writePage({ title, language, css, script, isEditor, data }: PageParts): string {
  const strings = STRINGS[language];
  const count = (id: string, kind: string): string =>
    `<li class="${kind}"><b id="count-${id}">0</b> <span id="count-${id}-label"></span></li>`;
  const text = isEditor
    ? `<div class="field"><div id="text" aria-hidden="true"></div><textarea id="input" lang="vi" spellcheck="false" autocapitalize="off" aria-label="${strings.text}" placeholder="${strings.placeholder}" disabled></textarea></div>`
    : '<div id="text" lang="vi" tabindex="0"></div>';
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; worker-src blob:; img-src data:; base-uri 'none'; form-action 'none'">
<title>${escapeXml(title)}</title>
<style>${css}</style>
</head>
<body>
<a class="skip" href="#list">${strings.skip}</a>
<header>
<h1>hieudinh</h1>
<ul class="counts">${count('error', 'error')}${count('warning', 'warning')}${count('info', 'info')}${count('accepted', 'good')}${count('rejected', '')}${count('open', '')}</ul>
<div class="tools"><button type="button" id="copy">${strings.copy}</button><button type="button" id="download">${strings.download}</button><button type="button" id="theme">${strings.theme}</button></div>
</header>
<nav id="files" aria-label="${strings.files}" hidden></nav>
<div class="panes">
<main><h2>${strings.text}</h2>${text}</main>
<aside aria-label="${strings.findings}"><h2>${strings.findings}</h2><div id="list" tabindex="-1"></div></aside>
</div>
<footer><span class="keys">${strings.keys}${isEditor ? ` (${strings.withAlt})` : ''}</span><span id="status" role="status" aria-live="polite"></span></footer>
${data.map(({ id, type, content }) => `<script type="${type}" id="${id}">${content}</script>\n`).join('')}<script>${guarded(script)}</script>
</body>
</html>
`;
}

/** JSON for a script element: nothing in it ends the element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** A script for a script element. In JavaScript a backslash before the slash changes nothing. */
export function guarded(script: string): string {
  return script.replace(/<\/(?=script)/gi, '<\\/').replaceAll('<!--', '\\x3c!--');
}
