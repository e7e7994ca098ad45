import { nameOf } from '../../../kernel/actor.ts';
import { noteFile } from '../../../platform/files.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { CheckedFile } from '../commands/add-attachments.ts';
import type { ImpactAssessment } from '../rules/assessment.ts';
import { personOf } from './history.ts';
import type { Tables } from './tables.ts';

/** A stored paper as it is sent to whoever may see it. */
export type KeptPaper = CheckedFile;

const PAPER = ['file_name as fileName', 'media_type as mediaType', 'size', 'sha256'] as const;

async function paperRow(tx: Tx, { sha256, fileName, mediaType, size }: CheckedFile) {
	await noteFile(tx.sql, { sha256, size, mediaType });
	return {
		...{ sha256, file_name: fileName, media_type: mediaType, size },
		...{ at: tx.now, person_id: personOf(tx), person_name: nameOf(tx.actor) },
	};
}

export async function insertAssessment(
	tx: Tx,
	document: { id: number; edition: number },
	{ assessedOn, assessor, conclusion }: Pick<ImpactAssessment, 'assessedOn' | 'assessor' | 'conclusion'>,
	paper: CheckedFile,
): Promise<number> {
	const { id } = await tx.sql
		.withTables<Tables>()
		.insertInto('impact_assessment')
		.values({
			document_id: document.id,
			edition: document.edition,
			assessed_on: assessedOn,
			assessor,
			conclusion,
			...(await paperRow(tx, paper)),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** 影响评估 of a document, oldest first. */
export async function selectAssessments(reader: Reader, documentId: number): Promise<ImpactAssessment[]> {
	return await reader.sql
		.withTables<Tables>()
		.selectFrom('impact_assessment')
		.select(['id', 'edition', 'assessed_on as assessedOn', 'assessor', 'conclusion', 'file_name as fileName'])
		.select(['person_name as personName', 'at'])
		.where('document_id', '=', documentId)
		.orderBy('id')
		.execute();
}

export async function selectAssessmentPaper(reader: Reader, documentId: number, id: number): Promise<KeptPaper | null> {
	const row = await reader.sql
		.withTables<Tables>()
		.selectFrom('impact_assessment')
		.select(PAPER)
		.where('document_id', '=', documentId)
		.where('id', '=', id)
		.executeTakeFirst();
	return row ?? null;
}

export async function insertProof(tx: Tx, requestId: number, paper: CheckedFile): Promise<void> {
	await tx.sql
		.withTables<Tables>()
		.insertInto('coordination_proof')
		.values({ request_id: requestId, ...(await paperRow(tx, paper)) })
		.execute();
}

/** The letters bodies outside answered with, by the request about a document. */
export async function selectProofs(
	reader: Reader,
	documentId: number,
): Promise<(KeptPaper & { id: number; requestId: number })[]> {
	return await reader.sql
		.withTables<Tables>()
		.selectFrom('coordination_proof as proof')
		.innerJoin('coordination_request as request', 'request.id', 'proof.request_id')
		.select(['proof.id', 'request_id as requestId', ...PAPER])
		.where('request.document_id', '=', documentId)
		.orderBy('proof.id')
		.execute();
}
