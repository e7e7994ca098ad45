import { formatDay, formatInstant } from '../../../ui/index.ts';
import type { Options, Step } from '../api.ts';
import { labelOf } from '../editor/fields.ts';

type Lists = Pick<Options, 'conclusions' | 'validities' | 'opinions'>;

/** What a step of the history says besides its name: the words given, and what the move carried with it. */
export function stepNote({ comment, data }: Pick<Step, 'comment' | 'data'>, lists: Lists): string[] {
	const text = (key: string) => (typeof data[key] === 'string' ? data[key] : '');
	const names = (key: string) => {
		const given = data[key];
		return Array.isArray(given) ? given.filter((one) => typeof one === 'string').join('、') : '';
	};
	const found = names('found');
	const notes = [
		text('conclusion') && `结论：${labelOf(lists.conclusions, text('conclusion'))}`,
		text('opinion') && `意见：${labelOf(lists.opinions, text('opinion'))}`,
		text('validity') && `${labelOf(lists.validities, text('validity'))}，自${formatDay(text('onDay'))}起`,
		comment,
		text('indexNumber') && `索引号：${text('indexNumber')}`,
		text('publishAt') && `发布时间：${formatInstant(text('publishAt'))}`,
		text('personalReason') && `公开个人信息（${found}）的理由：${text('personalReason')}`,
		names('checkedByHand') && `已人工核对附件：${names('checkedByHand')}`,
		text('objectionReason') && `不采纳${names('objectors')}意见的理由：${text('objectionReason')}`,
		text('lateReason') && `逾期原因：${text('lateReason')}`,
	];
	return notes.filter((note) => note !== '');
}
