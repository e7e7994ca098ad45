import type { LetterId } from '../../../law/codes.ts';
import type { FormRow, Template } from './template.ts';

/** Columns of a ruled form in mm: label, value, label, value. */
export const FORM_WIDTHS = [32, 46, 32, 46] as const;

function paper(rows: FormRow[], ...after: string[]): Template {
	return { parts: [{ form: rows, widths: FORM_WIDTHS }, ...after], addressed: false, sealed: false };
}

/** Forms of the case file and answers without a number of their own. */
export const PAPERS: Partial<Record<LetterId, Template>> = {
	D01: paper(
		[
			['申请人类型', '{applicantKind}', '申请编号', '{applicationNumber}'],
			['姓名或者名称', '{applicantName}'],
			['身份证明', '{identity}'],
			['联系电话', '{phone}', '电子邮箱', '{email}'],
			['联系地址', '{address}'],
			['代理人', '{agent}'],
			['所需信息的名称、文号或者特征描述', '{description}'],
			['形式要求', '{medium}', '获取方式', '{way}'],
			['申请人签名', '{signature}', '日期', '{submittedOn}'],
		],
		'依据《中华人民共和国政府信息公开条例》第二十九条填写，申请人无需说明用途。',
	),
	D02: paper([
		['申请编号', '{applicationNumber}', '受理机关', '{officeName}'],
		['申请人', '{applicantName}', '申请人类型', '{applicantKind}'],
		['提交渠道', '{channel}', '提交时间', '{submittedAt}'],
		['收到日期', '{receivedOn}', '答复期限', '{dueDay}'],
		['收到日期的确定依据', '{receivedBecause}'],
		['申请内容', '{content}'],
		['形式要求', '{medium}', '获取方式', '{way}'],
		['经办人', '{handler}', '登记日期', '{date}'],
	]),
	D08: paper(
		[
			['征求意见书文号', '{letterNumber}'],
			['拟公开的信息', '{information}'],
			['意见', '{opinion}'],
			['理由', '{reason}'],
			['答复日期', '{date}'],
		],
		'请在收到征求意见书之日起15个工作日内填写并交回{officeName}。',
	),
	D14: paper([
		['送达文书', '{letterTitle}'],
		['文号', '{letterNumber}', '申请编号', '{applicationNumber}'],
		['受送达人', '{applicantName}'],
		['送达方式', '{way}', '送达日期', '{servedOn}'],
		['邮件号码', '{postNumber}'],
		['受送达人签收', '{signature}', '签收日期', '{signedOn}'],
		['送达人', '{handler}', '备注', '{note}'],
	]),
	D31: paper([
		['申请编号', '{applicationNumber}', '收到日期', '{receivedOn}'],
		['信息名称', '{information}'],
		['来源', '{origin}', '答复期限', '{dueDay}'],
		['拟办结果', '{outcome}', '公开属性', '{attribute}'],
		['拟公开方式', '{way}'],
		['依据', '{basis}'],
		['拟稿人意见', '{drafter}'],
		['复核意见', '{checker}'],
		['保密审查意见', '{secrecyReview}'],
		['批准', '{approval}'],
	]),
	D29: {
		parts: [
			'{you}向本机关提出更正政府信息的申请（编号：{applicationNumber}），内容为：“{content}”。',
			'要求更正的记录：{record}',
			'办理结果：{result}',
			'依据{basis}，特此告知。',
			'{remedy}',
		],
		addressed: true,
		sealed: true,
	},
	D30: {
		parts: [
			'本机关收到{you}提交的内容（编号：{applicationNumber}）：“{content}”。经审查，该内容不属于政府信息公开申请，现回复如下：',
			'{answer}',
		],
		addressed: true,
		sealed: true,
	},
};
