import type { Reader } from '../../../platform/transaction.ts';
import type { OutsideSite } from '../model.ts';

/** Sites elsewhere with what their visits showed, by the address of the office that owns them. */
export async function outsideFacts(_reader: Reader): Promise<(slug: string) => OutsideSite[]> {
	return () => [];
}
