import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { requireMove } from '../../../kernel/workflow.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { checkFiles, documentById } from '../../publishing/index.ts';
import { messages } from '../messages.zh.ts';
import type { Consultation, Opinion } from '../model/consultation.ts';
import { canOnConsultation } from '../policy.ts';
import { factsOf } from '../queries/consultation-facts.ts';
import { readyIssues } from '../rules/consultation.ts';
import { type FileWord, fileIssues, keptWord, toldWord } from '../rules/files.ts';
import { atLeast } from '../rules/length.ts';
import { firstDay } from '../rules/period.ts';
import { selectOpinions } from '../store/comments.ts';
import { type ConsultationChange, lockConsultation, selectFiles, updateConsultation } from '../store/consultations.ts';
import { appendStep, personOf } from '../store/history.ts';
import { type ConsultationAction, consultationWorkflow } from '../workflow.ts';
import { personalIssues, reasonIssues, refuseWith } from './checks.ts';

export interface ConsultationMove extends FileWord {
	id: number;
	action: Exclude<ConsultationAction, 'edit'>;
	/** Reason; the words of the result. */
	text: string;
	/** extend: the new last day. */
	toDay: string | null;
	/** As it was read; what somebody changed since is not signed unseen. */
	revision: number;
}

interface Effect {
	issues: Issue[];
	change: ConsultationChange;
	/** What the history says of it beside the words of the person. */
	told?: string;
}

/** One hand on a consultation, as the table grants it. @throws AppError `notFound`, `conflict`, `forbidden`, `invalid` */
export async function moveConsultation(tx: Tx, move: ConsultationMove): Promise<void> {
	const consultation = await lockConsultation(tx, scopeOf(tx.actor), move.id);
	if (!consultation) throw new AppError('notFound');
	const { id, officeId, number, state } = consultation;
	const can = canOnConsultation(tx.actor, officeId);
	const row = requireMove(consultationWorkflow, state, move.action, await factsOf(tx, consultation), can);
	if (consultation.revision !== move.revision) throw new AppError('conflict', { message: messages.changed });
	const { issues, change, told } = await effectOf(tx, consultation, move);
	refuseWith(issues);
	await updateConsultation(tx, consultation, { state: row.to, ...change });
	await appendStep(tx, 'consultation', id, move.action, [move.text.trim(), told].filter(Boolean).join('\n'));
	tx.about({ type: 'consultation', id, officeId, summary: `${row.label}：${number}` });
	tx.invalidate('consultations');
}

async function effectOf(tx: Tx, consultation: Consultation, move: ConsultationMove): Promise<Effect> {
	switch (move.action) {
		case 'submit':
			return { issues: await signIssues(tx, consultation), change: { submittedBy: personOf(tx) } };
		case 'sign':
			return await sign(tx, consultation, move);
		case 'return':
		case 'returnResult':
			return { issues: reasonIssues(move.text), change: {} };
		case 'extend':
			return extendTo(tx, consultation, move);
		case 'withdraw':
			return withdraw(tx, consultation, move);
		case 'submitResult':
			return {
				issues: await resultIssues(tx, consultation.id, move.text),
				change: { result: move.text.trim(), submittedBy: personOf(tx) },
			};
		case 'publishResult':
			return { issues: await resultIssues(tx, consultation.id, consultation.result), change: { resultAt: tx.now } };
		case 'retractResult':
			return { issues: reasonIssues(move.text), change: { resultAt: null } };
	}
}

/** Looked at twice: when it is sent, and on the day it is signed, which decides how many days are left. */
async function signIssues(tx: Tx, consultation: Consultation): Promise<Issue[]> {
	const { id, documentId, title, body, explanation, how, shortReason } = consultation;
	const isDocumentPublic = documentId !== null && (await documentById(tx, documentId)) !== null;
	const files = (await selectFiles(tx, id)).length;
	return collectIssues(
		readyIssues(consultation, { files, isDocumentPublic, today: tx.today }),
		personalIssues([title, body, explanation, how, shortReason].join('\n'), 'body'),
	);
}

/** From here everybody reads it, its files too. */
async function sign(tx: Tx, consultation: Consultation, word: FileWord): Promise<Effect> {
	const check = await checkFiles(tx, await selectFiles(tx, consultation.id));
	const kept = keptWord(check, word);
	return {
		issues: [...(await signIssues(tx, consultation)), ...fileIssues(check, word)],
		change: { fromDay: firstDay(consultation.fromDay, tx.today), openedAt: tx.now, ...kept },
		told: toldWord(kept),
	};
}

function extendTo({ today }: Tx, consultation: Consultation, { toDay, text }: ConsultationMove): Effect {
	const isLater = toDay !== null && toDay > consultation.toDay;
	const note = `${today}：截止日期由${consultation.toDay}延长至${toDay}。${text.trim()}`;
	return {
		issues: collectIssues(
			!isLater && issue('consultation.extend', messages.extendTo, 'toDay'),
			reasonIssues(text),
			personalIssues(text, 'text'),
		),
		change: isLater ? { toDay, extensionNote: `${consultation.extensionNote}\n${note}`.trim() } : {},
	};
}

/** Whoever comes to the address is told why; a draft nobody saw goes without a word. */
function withdraw(tx: Tx, { openedAt }: Consultation, { text }: ConsultationMove): Effect {
	const wasPublic = openedAt !== null;
	return {
		issues: wasPublic ? [...reasonIssues(text), ...personalIssues(text, 'text')] : [],
		change: { withdrawnAt: tx.now, withdrawReason: text.trim() },
	};
}

/** What stands in the result: the words of the clerk and those of each opinion. */
async function resultIssues(tx: Tx, id: number, result: string): Promise<Issue[]> {
	const opinions = await selectOpinions(tx, id);
	const words = ({ summary, reason }: Opinion) => `${summary}\n${reason}`;
	return collectIssues(
		!atLeast(result, 10) && issue('consultation.result', messages.result, 'text'),
		personalIssues([result, ...opinions.map(words)].join('\n'), 'text'),
	);
}
