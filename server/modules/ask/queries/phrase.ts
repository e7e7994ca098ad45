import { complete, type ModelSettings } from '../../../platform/language-model.ts';
import { maskPersonalData } from '../../publishing/index.ts';
import type { ModelOutcome } from '../model.ts';
import { groundless } from '../rules/grounded.ts';
import type { Quoted } from './answer.ts';

/** The model's words, or why there are none. `answer` is kept even when it is not shown. */
export interface Phrased {
	outcome: ModelOutcome;
	answer: string;
}

const SYSTEM = [
	'你为县政府网站归纳答案。只能依据用户给出的编号原文回答，不得补充原文以外的任何信息。',
	'每句话末尾用方括号注明所依据原文的编号，例如[1]。数字、日期、电话、地点必须与原文一致，不得换算。',
	'原文不足以回答的，只回答“原文没有说明”。不超过200字，不使用列表和网址。',
].join('\n');

/** Has a model word the answer from the passages alone; what cannot be checked against them is dropped. */
export async function phrase(
	model: ModelSettings | null,
	question: string,
	passages: readonly Quoted[],
	answerMs?: number,
): Promise<Phrased> {
	const valid = passages.filter(({ endedOn }) => endedOn === null);
	// Numbers are those of the page: the valid stand first there.
	if (!model || valid.length === 0) return { outcome: 'none', answer: '' };
	const texts = valid.map(({ title, heading, body }) => [title, heading, body].filter(Boolean).join('\n'));
	const numbered = texts.map((text, at) => `[${at + 1}] ${text}`).join('\n\n');
	const user = `问题：${maskPersonalData(question).text}\n\n原文：\n${numbered}`;
	const completion = await complete(model, { system: SYSTEM, user }, answerMs);
	if ('failed' in completion) return { outcome: completion.failed, answer: '' };
	const outcome = groundless(completion.text, texts) === null ? 'shown' : 'ungrounded';
	return { outcome, answer: completion.text.replaceAll('\u0000', '').slice(0, 4000) };
}
