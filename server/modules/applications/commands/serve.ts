import { chineseDay } from '../../../kernel/civil-day.ts';
import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { SERVICE_WAYS, type ServiceWay } from '../model.ts';
import { checkDay } from '../rules/days.ts';
import { type IssuedLetter, insertService, selectLetter } from '../store/letters.ts';
import { answerRedo } from '../store/remedies.ts';
import { carryOut, openCase, refuseIf } from './move.ts';

export interface ServiceInput {
	id: number;
	way: ServiceWay;
	/** By post the day of posting, else the day of signing or sending. */
	servedOn: string;
	/** Day it reached the reader, where known. */
	receivedOn: string | null;
	postNumber: string;
	note: string;
}

/**
 * The answer has been served: the clock stops on this day (国办公开办函〔2016〕235号), and the case takes its one row of
 * table 3, unless it has one already from an earlier answer.
 */
export async function serveAnswer(tx: Tx, input: ServiceInput): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'serve');
	const approved = record.decisions.findLast(({ status }) => status === 'approved');
	const letter = approved?.letterId ? await selectLetter(tx, input.id, approved.letterId) : null;
	if (!approved || !letter) throw new AppError('internal', { detail: 'signed without a letter' });
	refuseIf(checkService(input, letter, tx.today));
	await keepService(tx, letter, input);
	const first = record.application.outcome === null;
	if (!first) await answerRedo(tx, input.id, input.servedOn);
	await carryOut(tx, record, move, {
		on: input.servedOn,
		clock: first ? [{ type: 'served', on: input.servedOn }] : [],
		data: { letterId: letter.id, way: input.way },
		changes: first ? { concluded: { outcome: approved.outcome, on: input.servedOn } } : {},
		entry: `送达《${letter.title}》，${SERVICE_WAYS[input.way]}，${chineseDay(input.servedOn)}`,
	});
	const { officeId } = record.application;
	await tx.emit('application.answered', { applicationId: input.id, officeId });
}

/** Service of any other letter of the case; changes no state. */
export async function recordService(tx: Tx, input: ServiceInput & { letterId: number }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'recordService');
	const letter = await selectLetter(tx, input.id, input.letterId);
	if (!letter) throw new AppError('notFound');
	const awaited = record.decisions.some(({ letterId }) => letterId === letter.id) && record.facts.state === 'signed';
	if (awaited) refuseIf([issue('service.answer', '这是答复文书，请用「登记送达」办结。', 'letterId')]);
	refuseIf(checkService(input, letter, tx.today));
	await keepService(tx, letter, input);
	await carryOut(tx, record, move, {
		on: input.servedOn,
		data: { letterId: letter.id, way: input.way },
		entry: `送达《${letter.title}》，${SERVICE_WAYS[input.way]}，${chineseDay(input.servedOn)}`,
	});
}

function checkService(
	{ way, servedOn, receivedOn, postNumber }: ServiceInput,
	letter: IssuedLetter,
	today: string,
): Issue[] {
	const label = way === 'post' ? '交邮日期' : '送达日期';
	return collectIssues(
		checkDay('servedOn', label, servedOn, { today, notBefore: letter.issuedOn, before: '文书日期' }),
		receivedOn === null
			? null
			: checkDay('receivedOn', '对方收到日期', receivedOn, { today, notBefore: letter.issuedOn, before: '文书日期' }),
		way === 'post' && postNumber.trim() === ''
			? issue('service.post', '邮寄送达应当交邮政企业寄递，请填写邮件号码。', 'postNumber')
			: null,
	);
}

async function keepService(tx: Tx, letter: IssuedLetter, input: ServiceInput): Promise<void> {
	const { way, servedOn, receivedOn, postNumber, note } = input;
	await insertService(tx, { letterId: letter.id, way, servedOn, receivedOn, postNumber, note });
}
