import { randomUUID } from 'node:crypto';
import type { Report } from 'annual-report';
import { auditAll } from 'annual-report/audit';
import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { countyProfile } from '../audit/profile.ts';
import { messages } from '../messages.zh.ts';
import type { ReadPart } from '../reader/thread.ts';
import { insertOutside } from '../store/outside.ts';

export interface ReadFileAnswer extends ReadPart {
	sha256: string;
}

/**
 * Keeps what was read of one upload. Files of one upload see each other in the audit: an office's other years, and the
 * sibling offices. A file that could not be read is kept with its sentence. Answers the ids in the order of the files.
 */
export async function keepOutside(tx: Tx, officeId: number, files: readonly ReadFileAnswer[]): Promise<number[]> {
	if (files.length === 0) throw new AppError('invalid', { message: messages.noFile });
	const batch = randomUUID();
	const reports = files.flatMap(({ answer }, i) => ('report' in answer ? [keyed(answer.report, i)] : []));
	const profile = await countyProfile(tx, 'import');
	const audited = new Map(auditAll(reports, {}, { profile }).map((one) => [one.report.file, one]));
	const ids: number[] = [];
	for (const [i, { answer, sha256, fileName }] of files.entries()) {
		const found = audited.get(String(i));
		const base = { officeId, batch, sha256, fileName };
		const read = 'report' in answer;
		ids.push(
			await insertOutside(tx, {
				...base,
				failure: read ? null : answer.failure,
				report: read ? answer.report : null,
				findings: found?.findings ?? [],
				notChecked: found?.notChecked ?? [],
			}),
		);
	}
	tx.about({ type: 'outsideReport', officeId, data: { files: files.length, read: reports.length } });
	return ids;
}

/** Two files of one upload may bear the same name; the audit tells them apart by place. */
function keyed(report: Report, i: number): Report {
	return { ...report, file: String(i) };
}
