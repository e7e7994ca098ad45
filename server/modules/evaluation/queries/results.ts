import { AppError } from '../../../kernel/errors.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices, OFFICE_KINDS, type OfficeKind } from '../../offices/index.ts';
import { messages } from '../messages.zh.ts';
import { GRADES, type Grade, type Round, type Tree } from '../model.ts';
import { requireCounty } from '../policy.ts';
import { isIntact, listHash, treeHash } from '../rules/standing.ts';
import { selectDeductions } from '../store/deductions.ts';
import { selectResults } from '../store/results.ts';
import { selectPublished } from '../store/rounds.ts';
import { selectTree } from '../store/trees.ts';
import { readRound } from './rounds.ts';
import { scoresOf } from './scores.ts';

/** A line of the table of results: what everybody may read. */
export interface ResultRow {
	officeId: number;
	officeName: string;
	kind: OfficeKind;
	kindLabel: string;
	score: number;
	deducted: number;
	bonus: number;
	vetoed: boolean;
	grade: Grade;
	gradeLabel: string;
	rank: number;
}

/** The frozen results of a round, kind by kind, best first. Not of one that is not closed. */
export async function resultRows(reader: Reader, round: Round): Promise<ResultRow[]> {
	const offices = new Map((await listOffices(reader, { merged: true })).map((office) => [office.id, office]));
	const rows = (await selectResults(reader, round.id)).map(
		({ roundId: _, evidence: _list, evidenceHash: _hash, ...row }): ResultRow => {
			const office = offices.get(row.officeId);
			const kind = office?.kind ?? 'department';
			return {
				...row,
				...{ kind, kindLabel: OFFICE_KINDS[kind], gradeLabel: GRADES[row.grade], officeName: office?.name ?? '' },
			};
		},
	);
	const order = Object.keys(OFFICE_KINDS);
	return rows.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.rank - b.rank);
}

/** Results the county has published, by the year of the tree, the newest first. */
export async function publishedResults(reader: Reader): Promise<{ round: Round; tree: Tree; rows: ResultRow[] }[]> {
	const all = [];
	for (const round of await selectPublished(reader)) {
		const tree = await selectTree(reader, round.treeId);
		if (tree) all.push({ round, tree, rows: await resultRows(reader, round) });
	}
	return all;
}

/** For papers and sheets. @throws AppError `forbidden`, `notFound`, `conflict` before the round is closed */
export async function closedResults(reader: Reader, id: number) {
	requireCounty(reader.actor);
	const { round, tree } = await readRound(reader, id);
	const rows = await resultRows(reader, round);
	if (rows.length === 0) throw new AppError('conflict', { message: messages.notClosed });
	return { round, tree, rows };
}

/** 核验: scores, places and hashes computed anew from tree, records and evidence, against what was frozen. */
export async function verifyRound(reader: Reader, id: number) {
	requireCounty(reader.actor);
	const { round, tree } = await readRound(reader, id);
	const frozen = new Map((await selectResults(reader, id)).map((result) => [result.officeId, result]));
	if (frozen.size === 0) throw new AppError('conflict', { message: messages.notClosed });
	const broken = (await selectDeductions(reader, id)).filter(({ evidence }) => !isIntact(evidence));
	const rows = (await scoresOf(reader, round, tree.content)).map(({ officeId, officeName, score, rank, evidence }) => {
		const kept = frozen.get(officeId);
		const hash = listHash(treeHash(tree), evidence);
		const isWhole = broken.every((one) => one.officeId !== officeId);
		const isSame = isWhole && kept?.score === score && kept.rank === rank && kept.evidenceHash === hash;
		return {
			...{ officeId, officeName, isSame, score, frozenScore: kept?.score ?? null, hash },
			frozenHash: kept?.evidenceHash ?? '',
		};
	});
	return { isSame: rows.every((row) => row.isSame) && rows.length === frozen.size, rows };
}
