import type { Entry } from './api.ts';

type Judged = Pick<Entry, 'field' | 'standing' | 'standardNews' | 'duty'>;

/** Entries that a filter asks for; an empty part asks for nothing. */
export function matching<E extends Judged>(
	entries: readonly E[],
	{ field, state }: { field: string; state: string },
): E[] {
	return entries.filter((entry) => {
		if (field !== '' && entry.field !== field) return false;
		switch (state) {
			case '':
				return true;
			case 'proposed':
			case 'trimmed':
				return entry.standing === state;
			case 'news':
				return entry.standing === 'adopted' && entry.standardNews !== null;
			default:
				return entry.duty?.state === state;
		}
	});
}

interface Counted {
	officeId: number;
	officeName: string;
	adopted: number;
	trimmed: number;
	proposed: number;
	covered: number;
	missing: number;
	late: number;
}

export interface OfficeCoverage<C extends Counted> extends Counted {
	fields: C[];
}

/** Coverage by office: the sum of its fields, and the fields. */
export function byOffice<C extends Counted>(cells: readonly C[]): OfficeCoverage<C>[] {
	const offices = new Map<number, OfficeCoverage<C>>();
	for (const cell of cells) {
		const { officeId, officeName } = cell;
		const sum = offices.get(officeId) ?? {
			...{ officeId, officeName, adopted: 0, trimmed: 0, proposed: 0, covered: 0, missing: 0, late: 0 },
			fields: [],
		};
		for (const key of ['adopted', 'trimmed', 'proposed', 'covered', 'missing', 'late'] as const) sum[key] += cell[key];
		sum.fields.push(cell);
		offices.set(officeId, sum);
	}
	return [...offices.values()];
}

/** Covered of adopted as a whole percentage; — when nothing was adopted. */
export function rateOf({ covered, adopted }: Pick<Counted, 'covered' | 'adopted'>): string {
	return adopted === 0 ? '—' : `${Math.floor((covered * 100) / adopted)}%`;
}
