export type { ComparedFigure, ComparedRow, Comparison } from './compare.ts';
export { compareReports } from './compare.ts';
export type { Concept } from './concepts.ts';
export { conceptsOf } from './concepts.ts';
