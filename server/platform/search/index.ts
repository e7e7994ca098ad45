/** Chinese full-text search: cutting, index literals, questions, extracts. Knows no table; a module's store asks with it. */
export { extractOf, markHits, type Piece } from './extract.ts';
export { exactForm, exactText, gramQuery, gramVector } from './grams.ts';
export { INITIALS, initialGrams, initialQuery, spelledIn } from './initials.ts';
export { isNumber, parseQuestion, partsOf, type Question, type Term } from './query.ts';
export { charactersOf, type Homophone, respell, type Span, spansOf } from './respell.ts';
export { Segmenter } from './segment.ts';
export { quoteLexeme, vectorOf, type Weight } from './vector.ts';
export { type SpokenWord, spokenWords } from './words.ts';
