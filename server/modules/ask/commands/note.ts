import { createHash } from 'node:crypto';
import type { Tx } from '../../../platform/transaction.ts';
import { maskPersonalData } from '../../publishing/index.ts';
import type { ModelOutcome } from '../model.ts';
import type { Answer } from '../queries/answer.ts';
import { keyOf } from '../rules/question.ts';
import { insertLog, insertVerdict, selectLogId, sourceName } from '../store/log.ts';

/** A token as it is kept: reading the log gives nobody another's answer. */
function fingerprintOf(token: string): string {
	return createHash('sha256').update(`ask ${token}`).digest('hex');
}

export interface Asked {
	question: string;
	/** Of the form: sent twice it is one question. */
	token: string;
	answer: Answer;
	modelOutcome: ModelOutcome;
	modelAnswer: string;
	tookMs: number;
}

/** Keeps what was asked and shown, without who asked and without personal data in the question. */
export async function noteQuestion(
	tx: Tx,
	{ question, token, answer, modelOutcome, modelAnswer, tookMs }: Asked,
): Promise<void> {
	const masked = maskPersonalData(question).text;
	await insertLog(tx, {
		...{ question: masked, key: keyOf(masked), found: answer.passages.length > 0, modelOutcome, modelAnswer, tookMs },
		passages: [...answer.passages, ...answer.nearest].map(({ source, position, body }) => ({
			source: sourceName(source),
			position,
			body,
		})),
		tokenFingerprint: token ? fingerprintOf(token) : null,
	});
}

/** What somebody thought of the answer they got. False when nobody got one under this token. */
export async function judge(tx: Tx, token: string, useful: boolean): Promise<boolean> {
	const id = token ? await selectLogId(tx, fingerprintOf(token)) : null;
	if (id === null) return false;
	await insertVerdict(tx, id, useful);
	return true;
}
