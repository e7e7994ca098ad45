import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import type { ServiceWay } from '../model.ts';
import { checkDay } from '../rules/days.ts';
import { type IssuedLetter, insertService } from '../store/letters.ts';

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

export function checkService(
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

export async function keepService(tx: Tx, letter: IssuedLetter, input: ServiceInput): Promise<void> {
	const { way, servedOn, receivedOn, postNumber, note } = input;
	await insertService(tx, { letterId: letter.id, way, servedOn, receivedOn, postNumber, note });
}
