import { scopeOf } from '../../../kernel/actor.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { selectFindingCounts, selectItemFlags } from '../store/figures.ts';

/** Figures of matters, each the number of those with its flag. */
export const ITEM_FIGURES = [
	...(['issued', 'closed', 'closedInTime', 'overdue'] as const),
	...(['appealed', 'upheld', 'circulated', 'repeated'] as const),
];
export type ItemFigure = (typeof ITEM_FIGURES)[number];

/** What became of findings and matters in a period. */
export type LoopFigures = Record<'found' | 'cleared' | ItemFigure, number>;
export type OfficeFigures = LoopFigures & { officeId: number; officeName: string };

const NOTHING: LoopFigures = {
	...{ found: 0, cleared: 0, issued: 0, closed: 0, closedInTime: 0 },
	...{ overdue: 0, appealed: 0, upheld: 0, circulated: 0, repeated: 0 },
};

/** Of every office the reader sees, and of all of them together. */
export async function loopFigures(
	reader: Reader,
	period: { from: string; to: string },
): Promise<{ rows: OfficeFigures[]; total: LoopFigures }> {
	const scope = scopeOf(reader.actor);
	const counts = new Map((await selectFindingCounts(reader, scope, period)).map((row) => [row.officeId, row]));
	const items = await selectItemFlags(reader, scope, period);
	const rows = (await listOffices(reader))
		.filter(({ id }) => scope.kind === 'all' || (scope.kind === 'office' && scope.officeId === id))
		.map(({ id, shortName }): OfficeFigures => {
			const { found = 0, cleared = 0 } = counts.get(id) ?? {};
			const row = { ...NOTHING, found, cleared, officeId: id, officeName: shortName };
			const mine = items.filter(({ officeId }) => officeId === id);
			for (const key of ITEM_FIGURES) row[key] = mine.filter((item) => item[key]).length;
			return row;
		});
	const total = { ...NOTHING };
	for (const row of rows) {
		for (const key of Object.keys(NOTHING) as (keyof LoopFigures)[]) total[key] += row[key];
	}
	return { rows, total };
}
