import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Grade } from '../model.ts';
import type { EvidenceLine } from '../rules/standing.ts';
import { tables } from './tables.ts';

/** A score as frozen. */
export interface Result {
	roundId: number;
	officeId: number;
	score: number;
	deducted: number;
	bonus: number;
	vetoed: boolean;
	grade: Grade;
	rank: number;
	evidence: EvidenceLine[];
	evidenceHash: string;
}

export async function insertResults(tx: Tx, results: readonly Result[]): Promise<void> {
	const rows = results.map((result) => ({
		round_id: result.roundId,
		office_id: result.officeId,
		score: result.score.toFixed(2),
		deducted: result.deducted.toFixed(2),
		bonus: result.bonus.toFixed(2),
		vetoed: result.vetoed,
		grade: result.grade,
		rank: result.rank,
		evidence: JSON.stringify(result.evidence),
		evidence_hash: result.evidenceHash,
	}));
	await tables(tx).insertInto('evaluation_result').values(rows).execute();
}

/** Of a round the caller has read within its view, best first. */
export async function selectResults(reader: Reader, roundId: number): Promise<Result[]> {
	const rows = await tables(reader)
		.selectFrom('evaluation_result')
		.select(['round_id as roundId', 'office_id as officeId', 'score', 'deducted', 'bonus', 'vetoed', 'grade', 'rank'])
		.select(['evidence', 'evidence_hash as evidenceHash'])
		.where('round_id', '=', roundId)
		.orderBy('rank')
		.orderBy('office_id')
		.execute();
	return rows.map((row) => ({
		...row,
		score: Number(row.score),
		deducted: Number(row.deducted),
		bonus: Number(row.bonus),
	}));
}
