export { type DecodeLegacyOptions, decodeLegacy } from './decode.ts';
export { detectLegacy, type LegacyDetection } from './detect.ts';
export { encodeLegacy, findUnencodable, type Unencodable } from './encode.ts';
export { repairMojibake } from './mojibake.ts';
export { LEGACY_ENCODINGS, type LegacyEncoding } from './tables.ts';
