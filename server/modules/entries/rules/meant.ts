import type { Office } from '../../offices/index.ts';
import type { StandardEntry } from '../model.ts';

/** Whether an entry of the standard catalog is meant for an office. */
export function isMeant(
	entry: Pick<StandardEntry, 'targets' | 'officeIds' | 'ended'>,
	office: Pick<Office, 'id' | 'kind'>,
): boolean {
	if (entry.ended) return false;
	return entry.officeIds.includes(office.id) || entry.targets.some((kind) => kind === office.kind);
}
