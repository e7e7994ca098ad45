import { can } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { movesFrom } from '../../../kernel/workflow.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices, personName } from '../../offices/index.ts';
import { importFacts } from '../commands/import-run.ts';
import { REPORT_HEAD, reportLine } from '../import/report.ts';
import { importMoves } from '../import/workflow.ts';
import { IMPORT_FATES, IMPORT_STATES, type ImportFate, type ImportPhase } from '../model.ts';
import {
	type ImportRun,
	selectImportCounts,
	selectImportLines,
	selectImportRun,
	selectImportRuns,
} from '../store/import-runs.ts';

export const LINES_A_PAGE = 50;
const REPORTED = 5_000;

type Counts = Record<ImportFate, number>;
const none = (): Counts => ({ ready: 0, published: 0, draft: 0, known: 0, refused: 0 });

async function presented(reader: Reader, runs: readonly ImportRun[]) {
	const counts = await selectImportCounts(
		reader,
		runs.map(({ id }) => id),
	);
	const offices = new Map((await listOffices(reader, { merged: true })).map(({ id, name }) => [id, name]));
	const names = new Map<number, string>();
	for (const { createdBy } of runs)
		if (!names.has(createdBy)) names.set(createdBy, await personName(reader, createdBy));
	return runs.map(({ sha256: _, createdAt, changedAt, createdBy, ...run }) => {
		const of = (phase: ImportPhase) => {
			const sums = none();
			for (const one of counts) if (one.runId === run.id && one.phase === phase) sums[one.became] = Number(one.count);
			return sums;
		};
		return {
			...run,
			stateLabel: IMPORT_STATES[run.state],
			officeName: run.officeId === null ? '' : (offices.get(run.officeId) ?? ''),
			createdAt: createdAt.toISOString(),
			changedAt: changedAt.toISOString(),
			createdByName: names.get(createdBy) ?? '',
			checked: of('check'),
			imported: of('import'),
		};
	});
}

export async function listImports(reader: Reader) {
	return await presented(reader, await selectImportRuns(reader));
}

/** One import with what may be done with it. @throws AppError `notFound` */
export async function importView(reader: Reader, id: number) {
	const run = await required(reader, id);
	const [shown] = await presented(reader, [run]);
	if (!shown) throw new AppError('notFound');
	const moves = movesFrom(importMoves, run.state, await importFacts(reader, id), (permission) =>
		can(reader.actor, permission),
	);
	return { ...shown, moves: moves.map((move) => ({ ...move, reasons: [...move.reasons] })) };
}

async function required(reader: Reader, id: number): Promise<ImportRun> {
	const run = await selectImportRun(reader, id);
	if (!run) throw new AppError('notFound');
	return run;
}

export interface LineFilter {
	phase: ImportPhase;
	became?: ImportFate | undefined;
	page: number;
}

/** A page of what became of the records, in the order of the source. @throws AppError `notFound` */
export async function importLines(reader: Reader, id: number, { phase, became, page }: LineFilter) {
	await required(reader, id);
	const counts = await selectImportCounts(reader, [id]);
	const total = counts
		.filter((one) => one.phase === phase && (!became || one.became === became))
		.reduce((sum, { count }) => sum + Number(count), 0);
	const rows = await selectImportLines(reader, id, phase, {
		...(became ? { became } : {}),
		offset: (page - 1) * LINES_A_PAGE,
		limit: LINES_A_PAGE,
	});
	return {
		total,
		pageSize: LINES_A_PAGE,
		rows: rows.map((row) => ({ ...row, becameLabel: IMPORT_FATES[row.became] })),
	};
}

/** Every record and what became of it, as csv. @throws AppError `notFound` */
export async function importReport(reader: Reader, id: number, phase: ImportPhase): Promise<Uint8Array> {
	await required(reader, id);
	const parts = [REPORT_HEAD];
	for (let after = 0; ; ) {
		const lines = await selectImportLines(reader, id, phase, { after, limit: REPORTED });
		parts.push(...lines.map(reportLine));
		const last = lines.at(-1);
		if (!last || lines.length < REPORTED) return Buffer.from(parts.join(''));
		after = last.number;
	}
}
