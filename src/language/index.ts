export { type Dictionary, type DictionaryDescription, openDictionary } from './dictionary.ts';
