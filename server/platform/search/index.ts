/** Chinese full-text search: cutting, index literals, questions, extracts. Knows no table; a module's store asks with it. */
export { extractOf, markHits, type Piece } from './extract.ts';
export { exactText, gramVector } from './grams.ts';
export { parseQuestion, type Question, type Term } from './query.ts';
export { Segmenter } from './segment.ts';
export { quoteLexeme, vectorOf, type Weight } from './vector.ts';
