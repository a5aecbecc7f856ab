export { type EditorPageOptions, editorPage } from './write-editor.ts';
export { htmlReport } from './write-report.ts';
