export * from './forms/index.ts';
export * from './model/index.ts';
export * from './read/index.ts';
