import { AppError } from '../../../kernel/errors.ts';
import { collectIssues } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { documentById } from '../../publishing/index.ts';
import { say } from '../messages.zh.ts';
import type { Conclusion } from '../model.ts';
import { canOnNormative } from '../policy.ts';
import { insertEvaluation } from '../store/evaluations.ts';
import { refuseWith } from './projects.ts';

export interface GivenEvaluation {
	documentId: number;
	onDay: string;
	conclusion: Conclusion;
	text: string;
}

/** 后评估 of a public document before it ends. What should become of it is done where it is decided: a new term, a mark. */
export async function evaluate(tx: Tx, given: GivenEvaluation): Promise<void> {
	const document = await documentById(tx, given.documentId);
	if (document?.type !== 'normative') throw new AppError('notFound');
	if (!canOnNormative(tx.actor, document.officeId)('normative.handle')) throw new AppError('forbidden');
	refuseWith(
		collectIssues(
			given.onDay > tx.today && say('step.day', 'onDay'),
			given.onDay < document.formedOn && say('step.before', 'onDay', document.formedOn),
			[...given.text.trim()].length < 10 && say('evaluation.text', 'text'),
		),
	);
	await insertEvaluation(tx, { ...given, text: given.text.trim(), expiresOn: document.expiresOn });
	const subject = { type: 'document', id: given.documentId, officeId: document.officeId };
	await tx.timeline(subject, 'evaluate', { conclusion: given.conclusion });
	tx.about({ ...subject, summary: `后评估：${document.title}` });
}
