import type { LetterId, OutcomeCode } from '../../../law/codes.ts';
import type { Template } from './template.ts';

const OPENING =
	'本机关于{receivedOn}收到{you}提出的政府信息公开申请（申请编号：{applicationNumber}），申请内容为：“{content}”。';

/** Every answer ends with the remedy paragraph that the law of its day prescribes. */
function answer(...parts: string[]): Template {
	return { parts: [OPENING, ...parts, '{remedy}'], addressed: true, sealed: true };
}

/** Answers by letter. Where one letter serves several outcomes, see `BY_OUTCOME`. */
export const ANSWERS: Partial<Record<LetterId, Template>> = {
	D16: answer(
		'经审查，{you}申请公开的政府信息中含有不应当公开的内容，但能够作区分处理。依据{basis}，本机关答复如下：',
		'一、予以公开的内容：{openPart}',
		'二、不予公开的内容及理由：',
		'{withheldParts}',
	),
	D17: answer(
		'经审查，{you}申请公开的政府信息属于{ground}。{reason}',
		'依据{basis}，本机关决定对上述政府信息不予公开。',
	),
	D18: answer(
		'经审查，{you}申请查询的信息属于行政查询事项，{specialLaw}对信息的获取有特别规定。依据{basis}，请{you}按照上述规定办理。',
		'办理机关及方式：{where}',
	),
	D19: answer(
		'经检索，本机关未制作、未获取{you}申请公开的政府信息。检索情况：{search}',
		'依据{basis}，现告知{you}该政府信息不存在。',
	),
	D20: answer(
		'经审查，{you}申请公开的政府信息不属于本机关负责公开。{reason}',
		'依据{basis}，现将上述情况告知{you}。',
		'负责公开该政府信息的机关及其联系方式：{rightOffice}',
	),
	D21: answer(
		'经审查，本机关没有{you}所申请的现成信息，需要对现有政府信息进行加工、分析。{reason}',
		'依据{basis}，本机关不予提供。',
	),
	D22: answer(
		'本机关曾告知{you}补正申请。{you}补正后，申请内容仍不明确：{unclear}',
		'依据{basis}，本机关无法提供该政府信息。{you}可以在明确所需信息后重新提出申请。',
	),
	D23: answer(
		'经审查，{you}提交的内容是以政府信息公开申请的形式进行信访、投诉、举报等活动。依据{basis}，本机关不作为政府信息公开申请处理。',
		'{you}可以通过下列渠道提出：{properChannel}',
	),
	D24: answer(
		'经查，本机关已于{earlierDate}以《{earlierNumber}》就{you}申请公开的相同政府信息作出答复。',
		'依据{basis}，本机关对本次申请不予重复处理。',
	),
	D25: answer('经审查，{you}要求提供的是公开出版物：{publication}', '依据{basis}，现告知获取途径：{where}'),
};

/** Letters whose body depends on the outcome they carry. */
export const BY_OUTCOME: Partial<Record<OutcomeCode, Template>> = {
	O1: answer(
		'经审查，{you}申请公开的政府信息已经主动公开。依据{basis}，现告知获取该政府信息的方式、途径：',
		'{where}',
		'该政府信息的公开日期：{publishedOn}',
	),
	O2: answer(
		'经审查，{you}申请公开的政府信息可以公开。依据{basis}，本机关以{form}形式提供下列政府信息：',
		'{enclosures}',
		'获取时间：{time}',
	),
	O19: answer(
		'{reasonsAsked}。经审查，本机关认为申请理由不合理：{whyUnreasonable}',
		'依据{basis}，本机关对该申请不予处理。',
	),
	O20: answer(
		'经审查，{you}要求本机关确认或者重新出具已经获取的政府信息：{earlierInformation}',
		'该要求不属于申请公开政府信息，本机关不予处理。',
	),
	O21: answer(
		'{facts}本机关要求的补正期限至{supplementPeriod}，{you}无正当理由逾期未补正，视为放弃申请。',
		'依据{basis}，本机关不再处理该政府信息公开申请。',
	),
	O22: answer(
		'{facts}缴费期限至{payBy}，{you}逾期未缴纳信息处理费，视为放弃申请。',
		'依据{basis}，本机关不再处理该政府信息公开申请。',
	),
};
