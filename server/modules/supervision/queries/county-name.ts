import { scopeOf } from '../../../kernel/actor.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';

/** The county's own office signs what goes out; an office reads its own list in the same words. */
export async function countyName(read: Reader): Promise<string> {
	const county = (await listOffices(read)).find(({ kind }) => kind === 'county');
	return county?.name ?? (scopeOf(read.actor).kind === 'all' ? '县政务公开办' : '');
}
