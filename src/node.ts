export * from './load/index.ts';
export * from './parallel/index.ts';
