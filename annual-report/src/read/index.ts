export { type Member, membersOf, type ReadMember, readMember, readReports } from './archive.ts';
export type { ReadFailure } from './errors.ts';
export { ReadError } from './errors.ts';
export { limits } from './limits.ts';
export { readReport } from './read-report.ts';
export { type SourceBlocks, sourceBlocks, sourceText } from './source-text.ts';
