export * from './aggregate/index.ts';
export * from './audit/index.ts';
export * from './compare/index.ts';
export * from './forms/index.ts';
export * from './model/index.ts';
export * from './read/index.ts';
export * from './render/index.ts';
