import { z } from 'zod';
import { collectIssues, type Issue } from '../../../kernel/issue.ts';
import { say } from '../messages.zh.ts';

/** One question of 保密审查表 (D31). `blocking`: a «yes» cannot end in agreement. */
export interface SecrecyQuestion {
	key: string;
	text: string;
	basis: string;
	blocking: boolean;
}

export const SECRECY_QUESTIONS: readonly SecrecyQuestion[] = [
	{
		key: 'stateSecret',
		text: '是否含有国家秘密、工作秘密，或者由其汇集后可能推出国家秘密的内容',
		basis: '《条例》第十四条、《保守国家秘密法》',
		blocking: true,
	},
	{ key: 'forbidden', text: '是否含有法律、行政法规禁止公开的内容', basis: '《条例》第十四条', blocking: true },
	{
		key: 'safety',
		text: '公开后是否可能危及国家安全、公共安全、经济安全、社会稳定',
		basis: '《条例》第十四条',
		blocking: true,
	},
	{
		key: 'thirdParty',
		text: '是否涉及商业秘密、个人隐私，公开会损害第三方合法权益',
		basis: '《条例》第十五条',
		blocking: false,
	},
	{
		key: 'internal',
		text: '是否属于内部事务信息、过程性信息或者行政执法案卷信息',
		basis: '《条例》第十六条',
		blocking: false,
	},
	{
		key: 'attachments',
		text: '附件、图片和文件属性中是否有正文之外不宜公开的内容',
		basis: '《保守国家秘密法实施条例》第四十二条',
		blocking: false,
	},
];

export const CONCLUSIONS = {
	agree: '同意按拟定公开属性办理',
	disagree: '不同意，退回修改',
	refer: '不能确定，报请确定',
} as const;
export type Conclusion = keyof typeof CONCLUSIONS;

export const sheetSchema = z.strictObject({
	answers: z.record(
		z.string(),
		z.strictObject({ answer: z.enum(['no', 'yes']), note: z.string().trim().max(300, '不超过300个字').default('') }),
	),
	conclusion: z.enum(['agree', 'disagree', 'refer']),
	opinion: z.string().trim().max(1000, '不超过1000个字').default(''),
	/** Who was asked, and what they answered: after «报请确定» only. */
	authority: z.string().trim().max(100, '不超过100个字').default(''),
	authorityReply: z.string().trim().max(1000, '不超过1000个字').default(''),
});
export type SecrecySheet = z.output<typeof sheetSchema>;

/**
 * What is wrong with a filled sheet (条例第十七条). Every question is answered; a «yes» says what was done about it; a
 * blocking «yes» does not end in agreement unless the authority asked has settled it.
 */
export function sheetIssues(sheet: SecrecySheet, state: 'secrecyReview' | 'referred'): Issue[] {
	const unanswered = SECRECY_QUESTIONS.filter(({ key }) => !sheet.answers[key]);
	const yes = SECRECY_QUESTIONS.filter(({ key }) => sheet.answers[key]?.answer === 'yes');
	const agrees = sheet.conclusion === 'agree';
	const referred = state === 'referred';
	return collectIssues(
		unanswered.map(({ key }) => say('secrecy.answers', `answers.${key}`)),
		yes.filter(({ key }) => !sheet.answers[key]?.note).map(({ key }) => say('secrecy.note', `answers.${key}.note`)),
		agrees &&
			!referred &&
			yes.filter(({ blocking }) => blocking).map(({ key }) => say('secrecy.blocked', `answers.${key}`)),
		!agrees && sheet.opinion === '' && say('secrecy.opinion', 'opinion'),
		referred && sheet.conclusion === 'refer' && say('secrecy.again', 'conclusion'),
		referred && sheet.conclusion !== 'refer' && sheet.authority === '' && say('secrecy.authority', 'authority'),
		referred &&
			sheet.conclusion !== 'refer' &&
			sheet.authorityReply === '' &&
			say('secrecy.authority', 'authorityReply'),
	);
}
