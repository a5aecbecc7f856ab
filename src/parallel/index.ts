export { type CorrectManyOptions, type CorrectManyResult, correctMany } from './correct-many.ts';
