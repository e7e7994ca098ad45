import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Deduction, Evidence, Step, StepAction } from '../model.ts';
import { handOf } from './hand.ts';
import { tables } from './tables.ts';

const DEDUCTION = [
	'id',
	'round_id as roundId',
	'office_id as officeId',
	'code',
	'source',
	'source_ref as sourceRef',
	'evidence_kind',
	'evidence_ref',
	'evidence_text',
	'evidence_sha256',
	'evidence_at',
	'file_sha256',
	'file_name',
	'media_type',
	'note',
	'person_id as personId',
	'person_name as personName',
	'created_at as createdAt',
] as const;

interface FileColumns {
	file_sha256: string | null;
	file_name: string | null;
	media_type: string | null;
}

interface EvidenceColumns extends FileColumns {
	evidence_kind: Evidence['kind'];
	evidence_ref: string;
	evidence_text: string;
	evidence_sha256: string;
	evidence_at: Date;
}

function deductionOf<R extends EvidenceColumns & Omit<Deduction, 'evidence'>>(row: R): Deduction {
	const { evidence_kind, evidence_ref, evidence_text, evidence_sha256, evidence_at } = row;
	const { file_sha256, file_name, media_type } = row;
	const { id, roundId, officeId, code, source, sourceRef, note, personId, personName, createdAt } = row;
	return {
		...{ id, roundId, officeId, code, source, sourceRef, note, personId, personName, createdAt },
		evidence: {
			kind: evidence_kind,
			ref: evidence_ref,
			text: evidence_text,
			sha256: evidence_sha256,
			takenAt: evidence_at,
			file:
				file_sha256 === null ? null : { sha256: file_sha256, fileName: file_name ?? '', mediaType: media_type ?? '' },
		},
	};
}

/** Of a round the caller has read within its view; `officeId` narrows it to what an office may see. */
export async function selectDeductions(
	reader: Reader,
	roundId: number,
	filter: { officeId?: number | undefined; id?: number } = {},
): Promise<Deduction[]> {
	let query = tables(reader).selectFrom('evaluation_deduction').select(DEDUCTION).where('round_id', '=', roundId);
	if (filter.officeId !== undefined) query = query.where('office_id', '=', filter.officeId);
	if (filter.id !== undefined) query = query.where('id', '=', filter.id);
	return (await query.orderBy('office_id').orderBy('id').execute()).map(deductionOf);
}

/** The round a deduction belongs to; null when there is none. */
export async function roundOfDeduction(reader: Reader, id: number): Promise<number | null> {
	const row = await tables(reader)
		.selectFrom('evaluation_deduction')
		.select('round_id')
		.where('id', '=', id)
		.executeTakeFirst();
	return row?.round_id ?? null;
}

export type NewDeduction = Pick<
	Deduction,
	'roundId' | 'officeId' | 'code' | 'source' | 'sourceRef' | 'evidence' | 'note'
>;

export async function insertDeduction(tx: Tx, given: NewDeduction): Promise<number> {
	const { evidence } = given;
	const { id } = await tables(tx)
		.insertInto('evaluation_deduction')
		.values({
			round_id: given.roundId,
			office_id: given.officeId,
			code: given.code,
			source: given.source,
			source_ref: given.sourceRef,
			evidence_kind: evidence.kind,
			evidence_ref: evidence.ref,
			evidence_text: evidence.text,
			evidence_sha256: evidence.sha256,
			evidence_at: evidence.takenAt,
			file_sha256: evidence.file?.sha256 ?? null,
			file_name: evidence.file?.fileName ?? null,
			media_type: evidence.file?.mediaType ?? null,
			note: given.note,
			...handOf(tx),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export interface ProofFile {
	sha256: string;
	fileName: string;
	mediaType: string;
	size: number;
}

export async function insertStep(
	tx: Tx,
	deductionId: number,
	step: { action: StepAction; points: number | null; text: string; proofs?: readonly ProofFile[] },
): Promise<void> {
	const { id } = await tables(tx)
		.insertInto('evaluation_step')
		.values({
			deduction_id: deductionId,
			action: step.action,
			points: step.points === null ? null : step.points.toFixed(2),
			text: step.text,
			...handOf(tx),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	for (const { sha256, fileName, mediaType, size } of step.proofs ?? []) {
		await tables(tx)
			.insertInto('evaluation_proof')
			.values({ step_id: id, file_sha256: sha256, file_name: fileName, media_type: mediaType, size })
			.execute();
	}
}

/** Steps of deductions that have been read, oldest first. */
export async function selectSteps(reader: Reader, deductionIds: readonly number[]): Promise<Step[]> {
	if (deductionIds.length === 0) return [];
	const rows = await tables(reader)
		.selectFrom('evaluation_step')
		.select(['id', 'deduction_id as deductionId', 'action', 'points', 'text', 'person_id as personId'])
		.select(['person_name as personName', 'created_at as createdAt'])
		.where('deduction_id', 'in', deductionIds)
		.orderBy('id')
		.execute();
	return rows.map((row) => ({ ...row, points: row.points === null ? null : Number(row.points) }));
}

export async function selectProofs(
	reader: Reader,
	deductionIds: readonly number[],
): Promise<(ProofFile & { id: number; deductionId: number })[]> {
	if (deductionIds.length === 0) return [];
	return await tables(reader)
		.selectFrom('evaluation_proof as p')
		.innerJoin('evaluation_step as s', 's.id', 'p.step_id')
		.select(['p.id', 's.deduction_id as deductionId', 'p.file_sha256 as sha256', 'p.file_name as fileName'])
		.select(['p.media_type as mediaType', 'p.size'])
		.where('s.deduction_id', 'in', deductionIds)
		.orderBy('p.id')
		.execute();
}
