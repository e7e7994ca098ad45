import { scopeOf } from '../../../kernel/actor.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { isReportOf } from '../rules/organ.ts';
import { adoptable, pastPlaces } from '../store/outside.ts';
import { adoptOutside } from './adopt-outside.ts';

/** What became of the readings nobody had placed yet. */
export interface Adopted {
	adopted: number;
	/** Names in the files that are no office's, or more than one's. */
	unknown: string[];
}

/**
 * Makes every outside report that names its office and year stand for that past year, the newest reading of each; what
 * somebody has chosen already stays. The history of a county begins with all its old reports at once.
 */
export async function adoptMatching(tx: Tx): Promise<Adopted> {
	const scope = scopeOf(tx.actor);
	const offices = (await listOffices(tx)).filter(({ id }) => scope.kind === 'all' || id === ownOf(scope));
	const taken = new Set((await pastPlaces(tx)).map(({ officeId, year }) => `${officeId}/${year}`));
	const unknown = new Set<string>();
	let adopted = 0;
	for (const { id, organ, year } of await adoptable(tx, scope)) {
		const own = offices.filter((office) => isReportOf(office, organ));
		const [office] = own;
		if (!office || own.length > 1) {
			unknown.add(organ);
			continue;
		}
		const place = `${office.id}/${year}`;
		if (taken.has(place)) continue;
		taken.add(place);
		await adoptOutside(tx, id, { officeId: office.id, year });
		adopted++;
	}
	return { adopted, unknown: [...unknown] };
}

function ownOf(scope: ReturnType<typeof scopeOf>): number {
	return scope.kind === 'office' ? scope.officeId : 0;
}
