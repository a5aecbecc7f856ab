export { type CorrectStreamOptions, createCorrectStream } from './correct-stream.ts';
