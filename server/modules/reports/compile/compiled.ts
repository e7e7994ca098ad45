import type { Reader } from '../../../platform/transaction.ts';
import type { ReportCells } from '../model.ts';
import { assemble } from './assemble.ts';
import { countCells } from './count.ts';
import { type CountAt, type CountSources, readCounts } from './sources.ts';

/** What the house counts for an office by itself: no hand, no last year. For holding against another count. */
export async function compiledCells(reader: Reader, at: CountAt, sources: CountSources): Promise<ReportCells> {
	return assemble(at.form, countCells(at.form, await readCounts(sources, reader, at)), new Map(), null);
}
