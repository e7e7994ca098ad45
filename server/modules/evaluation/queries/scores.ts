import type { Reader } from '../../../platform/transaction.ts';
import { listOffices, type OfficeKind } from '../../offices/index.ts';
import type { Deduction, Round, Step, TreeContent } from '../model.ts';
import { ranked, type Score, scoreOf } from '../rules/score.ts';
import { type EvidenceLine, evidenceList } from '../rules/standing.ts';
import { selectDeductions, selectSteps } from '../store/deductions.ts';
import { officesOf } from '../store/rounds.ts';

export interface OfficeScore extends Score {
	officeId: number;
	officeName: string;
	kind: OfficeKind;
	/** Among offices of the same kind. */
	rank: number;
	evidence: EvidenceLine[];
}

/** Steps of each deduction, oldest first. */
export function byDeduction(steps: readonly Step[]): (id: number) => Step[] {
	const map = new Map<number, Step[]>();
	for (const step of steps) {
		const own = map.get(step.deductionId);
		if (own) own.push(step);
		else map.set(step.deductionId, [step]);
	}
	return (id) => map.get(id) ?? [];
}

/** Every office of a round by what counts against it now, ranked among its kind. */
export async function scoresOf(reader: Reader, round: Round, content: TreeContent): Promise<OfficeScore[]> {
	const deductions = await selectDeductions(reader, round.id);
	const steps = await selectSteps(
		reader,
		deductions.map(({ id }) => id),
	);
	return await scoresFrom(reader, round, content, deductions, byDeduction(steps));
}

export async function scoresFrom(
	reader: Reader,
	round: Round,
	content: TreeContent,
	deductions: readonly Deduction[],
	stepsOf: (id: number) => readonly Step[],
): Promise<OfficeScore[]> {
	const offices = new Map((await listOffices(reader, { merged: true })).map((office) => [office.id, office]));
	const rows = (await officesOf(reader, round.id)).map((officeId) => {
		const own = deductions.filter((deduction) => deduction.officeId === officeId);
		const evidence = evidenceList(own, stepsOf);
		const office = offices.get(officeId);
		return {
			...{ officeId, evidence, officeName: office?.shortName ?? '', kind: office?.kind ?? ('department' as const) },
			...scoreOf(content, evidence),
		};
	});
	const kinds = [...new Set(rows.map(({ kind }) => kind))];
	return kinds.flatMap((kind) => ranked(rows.filter((row) => row.kind === kind)).sort((a, b) => a.rank - b.rank));
}
