export { AnnotatedText, type Annotation } from './annotated-text.ts';
export { type LanguageToolMatch, toMatches } from './languagetool.ts';
export { createLanguageToolServer, type ServeOptions } from './server.ts';
