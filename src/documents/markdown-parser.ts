/**
 * All of the Markdown parser that is used, in one place: the build joins this module with what it imports (bundle.mjs).
 * For browsers a part of the parser decodes entities by an element of the page, and a worker, which has no page, could
 * not even load it.
 */
export { decodeNamedCharacterReference } from 'decode-named-character-reference';
export { parse, postprocess, preprocess } from 'micromark';
export { gfm } from 'micromark-extension-gfm';
