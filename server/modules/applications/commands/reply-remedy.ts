import { scopeOf } from '../../../kernel/actor.ts';
import { chineseDay } from '../../../kernel/civil-day.ts';
import { AppError } from '../../../kernel/errors.ts';
import { collectIssues } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { mayChange } from '../policy.ts';
import { checkDay } from '../rules/days.ts';
import { checkReply, replyName } from '../rules/remedies.ts';
import { lockRemedyCase, noteReply } from '../store/remedies.ts';
import { selectRemediesByIds } from '../store/remedy-lists.ts';
import { groupOf } from './joint-remedy.ts';
import { refuseIf } from './move.ts';

/**
 * Our answer to the review body (行政复议法第四十八、五十四条) or the court (行政诉讼法第六十七条) has gone out: from here on
 * nobody is reminded of it. One answer serves every application the case is about.
 * @throws AppError `notFound` outside the scope, `forbidden` for who may not handle it
 */
export async function replyRemedy(tx: Tx, input: { id: number; repliedOn: string; note: string }): Promise<void> {
	const [asked] = await selectRemediesByIds(tx, scopeOf(tx.actor), [input.id]);
	const remedy = asked && (await lockRemedyCase(tx, scopeOf(tx.actor), asked.joinsId ?? asked.id));
	if (!remedy) throw new AppError('notFound');
	const { officeId, track, receivedOn } = remedy;
	if (!mayChange(tx.actor, officeId)('application.handle')) throw new AppError('forbidden');
	const note = input.note.trim();
	const limits = { today: tx.today, notBefore: receivedOn, before: '收到副本日期' };
	refuseIf(collectIssues(...checkReply(remedy, note), checkDay('repliedOn', '提交日期', input.repliedOn, limits)));
	const entry = `${replyName(track)}已于${chineseDay(input.repliedOn)}提交${note ? `：${note}` : ''}`;
	for (const { id, applicationId } of await groupOf(tx, remedy)) {
		await noteReply(tx, id, { on: input.repliedOn, note });
		const subject =
			applicationId === null
				? { type: 'remedyCase', id, officeId }
				: { type: 'application', id: applicationId, officeId };
		await tx.timeline(subject, entry);
	}
	tx.about({ type: 'remedyCase', id: remedy.id, officeId, summary: entry });
}
