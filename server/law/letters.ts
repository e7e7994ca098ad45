import type { LetterId, OutcomeCode, RemedyKind } from './codes.ts';

/** A blank of a letter that its template needs filled, with the words beside it on the form. */
export interface LetterField {
	readonly key: string;
	readonly label: string;
	/** Of what the law wants told where it can be told only: the tick that says it cannot, and what the letter prints then. */
	readonly unknown?: { readonly key: string; readonly label: string; readonly text: string };
	/** Printed where it is known; nobody is asked to find it out. */
	readonly optional?: true;
}

export interface Letter {
	readonly title: string;
	/** Who gets it; `file` stays in the case file. */
	readonly to: 'applicant' | 'thirdParty' | 'agency' | 'file' | 'office';
	/** Blanks beyond `COMMON_FIELDS`. */
	readonly fields: readonly LetterField[];
	/** `outcome`: chosen by `remedyOf`. R0 and `none` print nothing; R0 says a letter is procedural. */
	readonly remedy: RemedyKind | 'none' | 'outcome';
	/** Whether it takes a number of the county's letter series (×公开复〔年〕×号). */
	readonly numbered: boolean;
	/** Further blanks for one use of a letter that serves several. */
	readonly variants?: Partial<Record<OutcomeCode, readonly LetterField[]>>;
}

const f = (key: string, label: string): LetterField => ({ key, label });

/** Blanks every letter has. */
export const COMMON_FIELDS: readonly LetterField[] = [
	f('officeName', '机关全称'),
	f('letterNumber', '文号'),
	f('applicantName', '申请人'),
	f('receivedOn', '收到申请日期'),
	f('applicationNumber', '申请编号'),
	f('content', '申请内容'),
	f('basis', '依据条款'),
	f('contact', '联系人、电话、地址'),
	f('date', '日期'),
	f('seal', '印章'),
];

const REASON = f('reason', '理由');
const PERIOD = f('period', '期限');

function procedural(title: string, to: Letter['to'], fields: LetterField[], remedy: 'R0' | 'none' = 'R0'): Letter {
	return { title, to, fields, remedy, numbered: true };
}

function answer(title: string, fields: LetterField[], variants?: Letter['variants']): Letter {
	return { title, to: 'applicant', fields, remedy: 'outcome', numbered: true, variants };
}

function paper(title: string, to: Letter['to'], fields: LetterField[]): Letter {
	return { title, to, fields, remedy: 'none', numbered: false };
}

/** The register of letters and papers (宿政办函〔2021〕21号 and practice; law.md §4.7). */
export const LETTERS: Readonly<Record<LetterId, Letter>> = {
	D01: paper('政府信息公开申请表', 'office', [
		f('applicantKind', '申请人类型'),
		f('identity', '身份证明'),
		f('address', '联系地址'),
		f('phone', '联系电话'),
		f('description', '所需信息的名称、文号或者特征描述'),
		f('medium', '信息的形式要求'),
		f('way', '获取方式'),
		f('signature', '签名'),
	]),
	D02: paper('政府信息公开申请登记表', 'file', [
		f('channel', '提交渠道'),
		f('submittedAt', '提交时间'),
		f('receivedBecause', '收到日期的确定依据'),
		f('handler', '经办人'),
	]),
	D03: procedural('政府信息公开申请接收回执', 'applicant', [f('dueDay', '预计答复日期'), f('queryCode', '查询码')]),
	D04: procedural('补正告知书', 'applicant', [f('items', '需要补正的事项'), PERIOD, f('effect', '逾期的后果')]),
	D05: procedural('说明理由告知书', 'applicant', [f('counts', '申请数量、频次'), PERIOD]),
	D06: procedural('延期答复告知书', 'applicant', [
		f('firstDueDay', '原答复期限'),
		f('newDueDay', '延长后的答复期限'),
		REASON,
		f('approver', '批准人'),
	]),
	D07: procedural(
		'征求第三方意见书',
		'thirdParty',
		[f('information', '拟公开的信息'), PERIOD, f('effect', '逾期的后果'), f('replyCode', '答复码')],
		'none',
	),
	D08: paper('第三方意见回复函', 'file', [f('opinion', '意见'), REASON]),
	D09: procedural('征求意见告知书', 'applicant', [
		f('consultation', '征求意见情况'),
		f('notCounted', '所需时间不计入答复期限'),
	]),
	D10: {
		title: '政府信息公开告知书（第三方）',
		to: 'thirdParty',
		fields: [f('information', '决定公开的信息'), REASON],
		remedy: 'R2',
		numbered: true,
	},
	D11: procedural(
		'征求共同制作机关意见书',
		'agency',
		[f('information', '拟公开的信息'), PERIOD, f('effect', '逾期视为同意公开')],
		'none',
	),
	D12: procedural('协办函', 'agency', [f('matter', '协办或者报请确定的事项')], 'none'),
	D13: procedural('政府信息公开信息处理费收费通知', 'applicant', [
		f('tariff', '收费标准'),
		f('computation', '计算过程'),
		f('amount', '数额'),
		f('payment', '缴纳方式'),
		f('payBy', '缴费期限'),
		f('effect', '逾期的后果'),
	]),
	D14: paper('送达回证', 'file', [f('way', '送达方式'), f('servedOn', '送达日期'), f('postNumber', '邮件号码')]),
	D15: answer('政府信息公开告知书', [], {
		O1: [f('where', '获取的方式、途径'), { ...f('publishedOn', '公开日期'), optional: true }],
		O2: [f('enclosures', '所附信息清单'), f('form', '提供形式'), f('time', '获取时间')],
	}),
	D16: answer('政府信息部分公开告知书', [f('openPart', '公开的内容'), f('withheldParts', '不予公开的内容及各自理由')]),
	D17: answer('政府信息不予公开告知书', [f('ground', '不予公开的情形'), REASON]),
	D18: answer('行政查询事项告知书', [f('specialLaw', '有关法律、行政法规'), f('where', '办理机关')]),
	D19: answer('政府信息不存在告知书', [f('search', '检索情况')]),
	D20: answer('非本机关负责公开告知书', [
		REASON,
		{
			...f('rightOffice', '负责公开的机关及联系方式'),
			// 第三十六条第（五）项: 能够确定负责公开该政府信息的行政机关的, and no other.
			unknown: { key: 'rightOfficeUnknown', label: '不能确定负责机关', text: '经查，本机关不能确定。' },
		},
	]),
	D21: answer('需加工分析不予提供告知书', [REASON]),
	D22: answer('补正后仍不明确告知书', [f('unclear', '仍不明确之处')]),
	D23: answer('不作为政府信息公开申请处理告知书', [f('properChannel', '相应渠道')]),
	D24: answer('不予重复处理告知书', [f('earlierNumber', '此前答复文号'), f('earlierDate', '此前答复日期')]),
	D25: answer('公开出版物获取途径告知书', [f('publication', '出版物名称'), f('where', '获取途径')]),
	D26: answer('不予处理告知书', [], {
		O19: [f('reasonsAsked', '要求说明理由的情况'), f('whyUnreasonable', '理由不合理之处')],
		O20: [f('earlierInformation', '已获取信息的情况')],
	}),
	D27: procedural('延迟答复告知书', 'applicant', [REASON, f('newDueDay', '延迟答复的期限')]),
	D28: answer('不再处理告知书', [f('facts', '告知和逾期的情况')], {
		O21: [f('supplementPeriod', '补正期限')],
		O22: [f('payBy', '缴费期限')],
	}),
	D29: {
		title: '政府信息更正告知书',
		to: 'applicant',
		fields: [f('record', '更正的记录'), f('result', '办理结果')],
		remedy: 'R2',
		numbered: true,
	},
	D30: paper('咨询回复', 'applicant', [f('answer', '答复内容')]),
	D31: paper('政府信息公开审查审批单', 'file', [
		f('information', '信息名称'),
		f('origin', '来源'),
		f('way', '拟公开方式'),
		f('attribute', '公开属性'),
		f('drafter', '初审'),
		f('checker', '复核'),
		f('secrecyReview', '保密审查意见'),
		f('approval', '批准'),
	]),
	D32: paper('信息发布审签表', 'file', [
		f('title', '标题'),
		f('column', '栏目'),
		f('channel', '公开渠道'),
		f('drafter', '拟稿'),
		f('checker', '核稿'),
		f('secrecyReviewer', '保密审查'),
		f('signer', '签发'),
		f('publishedAt', '发布时间'),
		f('link', '链接'),
	]),
};

/** Every blank a letter needs beyond the common ones, for the outcome it carries. */
export function fieldsOf(id: LetterId, outcome?: OutcomeCode): readonly LetterField[] {
	const letter = LETTERS[id];
	const further = outcome === undefined ? undefined : letter.variants?.[outcome];
	return further ? [...letter.fields, ...further] : letter.fields;
}
