export { loadDictionary } from './dictionary-file.ts';
export { type LoadOptions, loadCorrector, readTerms } from './load.ts';
