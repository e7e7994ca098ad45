import type { Reader } from '../../../platform/transaction.ts';
import { selectAlikeGroups, selectUndated } from '../store/oddities.ts';

/** Public documents of an office under one title in one column: the newest, and how many stand beside it. */
export async function publicDuplicates(
	reader: Reader,
): Promise<{ officeId: number; id: number; title: string; count: number }[]> {
	return await selectAlikeGroups(reader);
}

/** Normative documents without a last day: every one has a term (各地规定，一般不超过5年). */
export async function undatedNormative(reader: Reader): Promise<{ officeId: number; id: number; title: string }[]> {
	return await selectUndated(reader);
}
