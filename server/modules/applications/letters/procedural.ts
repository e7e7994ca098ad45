import type { LetterId } from '../../../law/codes.ts';
import type { Template } from './template.ts';

function letter(...parts: string[]): Template {
	return { parts, addressed: true, sealed: true };
}

const OPENING =
	'本机关于{receivedOn}收到{you}提出的政府信息公开申请（申请编号：{applicationNumber}），申请内容为：“{content}”。';

/** Letters on the way to an answer: none of them can be attacked on its own, so none tells a remedy. */
export const PROCEDURAL: Partial<Record<LetterId, Template>> = {
	D03: letter(
		OPENING,
		'{receivedBecause}。依据{basis}，本机关将于{dueDay}前作出答复。需要补正申请、征求第三方或者其他机关意见、延长答复期限、缴纳信息处理费的，答复期限依法调整，并另行告知。',
		'{you}可以登录政府信息公开平台，凭申请编号和查询码（{queryCode}）查询办理进度、下载文书。查询码请妥善保管，不要告诉他人。',
	),
	D04: letter(
		OPENING,
		'经审查，{you}的申请需要补正。依据{basis}，现一次性告知如下，请于{period}前作出补正：',
		'{items}',
		'{effect}',
	),
	D05: letter(
		OPENING,
		'经核查，{counts}，申请公开政府信息的数量、频次明显超过合理范围。依据{basis}，请{you}于{period}前书面说明理由。',
		'本机关认为申请理由不合理，或者{you}逾期未说明理由的，将不予处理。',
	),
	D06: letter(
		OPENING,
		'因{reason}，本机关不能在{firstDueDay}前作出答复。依据{basis}，经{approver}同意，答复期限延长至{newDueDay}。',
		'特此告知。',
	),
	D09: letter(
		OPENING,
		'经审查，{consultation}。依据{basis}，{notCounted}。',
		'收到意见后，本机关将继续办理并依法作出答复。',
	),
	D13: letter(
		OPENING,
		'{you}申请公开政府信息的数量、频次明显超过合理范围。依据{basis}，本机关决定收取信息处理费。收费标准：{tariff}。计算过程如下：',
		'{computation}',
		'以上合计{amount}元。',
		'缴纳方式：{payment}。',
		'请{you}于{payBy}前缴纳。{effect}',
	),
	D27: letter(
		OPENING,
		'{you}已就申请的数量、频次说明理由，本机关认为理由合理。但{reason}，难以在规定期限内答复。依据{basis}，本机关将于{newDueDay}前作出答复。',
		'特此告知。',
	),
};

/** Letters to third parties and other offices. They say what is asked, never who asked. */
export const CONSULTING: Partial<Record<LetterId, Template>> = {
	D07: letter(
		'本机关正在办理一件政府信息公开申请。申请公开的下列政府信息涉及你方的商业秘密、个人隐私等合法权益：',
		'{information}',
		'依据{basis}，现征求你方是否同意公开的意见。请自收到本意见书之日起{period}内书面提出意见；不同意公开的，请说明理由。',
		'意见可以书面提出，也可以登录政府信息公开平台，在“依申请公开”的“第三方意见”中凭本意见书文号（{letterNumber}）和答复码（{replyCode}）在线提出。答复码请妥善保管，不要告诉他人。',
		'{effect}',
	),
	D10: letter(
		'本机关曾就一件政府信息公开申请征求你方意见，你方不同意公开。经审查，本机关决定公开下列政府信息：',
		'{information}',
		'决定公开的理由：{reason}',
		'依据{basis}，现将决定公开的政府信息内容和理由书面告知你方。',
		'{remedy}',
	),
	D11: letter(
		'本机关正在办理一件政府信息公开申请。下列政府信息由本机关会同你单位共同制作：',
		'{information}',
		'依据{basis}，现征求你单位是否同意公开的意见。请自收到本意见书之日起{period}内书面答复。',
		'{effect}',
	),
	D12: letter(
		'本机关正在办理一件政府信息公开申请，需要你单位协助或者确定下列事项：',
		'{matter}',
		'依据{basis}，请你单位研究后尽快书面答复。办理政府信息公开申请有法定期限，请予支持。',
	),
};
