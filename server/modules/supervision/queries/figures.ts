import { scopeOf } from '../../../kernel/actor.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { type LoopFigures, selectLoopFigures } from '../store/figures.ts';

export type OfficeFigures = LoopFigures & { officeName: string };

const NOTHING = {
	...{ found: 0, cleared: 0, issued: 0, closed: 0, closedInTime: 0 },
	...{ overdue: 0, appealed: 0, upheld: 0, circulated: 0, repeated: 0 },
};

/** What became of findings and matters in a period: every office the reader sees, and all of them together. */
export async function loopFigures(
	reader: Reader,
	period: { from: string; to: string },
): Promise<{ rows: OfficeFigures[]; total: Omit<LoopFigures, 'officeId'> }> {
	const scope = scopeOf(reader.actor);
	const figures = new Map((await selectLoopFigures(reader, scope, period)).map((row) => [row.officeId, row]));
	const rows = (await listOffices(reader))
		.filter(({ id }) => scope.kind === 'all' || (scope.kind === 'office' && scope.officeId === id))
		.map(({ id, shortName }) => ({ officeName: shortName, ...NOTHING, ...figures.get(id), officeId: id }));
	const total = { ...NOTHING };
	for (const row of rows) {
		for (const key of Object.keys(NOTHING) as (keyof typeof NOTHING)[]) total[key] += row[key];
	}
	return { rows, total };
}
