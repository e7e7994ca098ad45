import type { Reader } from '../../../platform/transaction.ts';
import { selectClockEntries } from '../store/events.ts';

const NOTICES = { supplement: 'supplementRequested', fee: 'feeNotified' } as const;

/**
 * How many of these applications a notice to supplement (第三十条) or a fee notice (国办函〔2020〕109号) was ever sent in,
 * whatever year it is of. The caller has checked its scope.
 */
export async function noticedCases(
	reader: Reader,
	ids: readonly number[],
	notice: keyof typeof NOTICES,
): Promise<number> {
	const entries = await selectClockEntries(reader, ids);
	return [...entries.values()].filter((clock) => clock.some(({ type }) => type === NOTICES[notice])).length;
}
