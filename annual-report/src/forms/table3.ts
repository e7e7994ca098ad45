import type { Column, Row, TableForm } from './types.ts';

/** The note printed in the head of table 3; its wording carries the identity T3-BAL. */
export const balanceNote = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

const column = (key: string, text: string, ...variants: string[]): Column => ({
	key,
	label: text,
	variants,
	unit: '件',
});

/** The seven applicant columns; `business` to `otherOrg` stand under 「法人或其他组织」. */
export const applicantColumns: readonly Column[] = [
	column('natural', '自然人'),
	column('business', '商业企业', '企业'),
	column('research', '科研机构'),
	column('welfare', '社会公益组织', '公益组织'),
	column('legalService', '法律服务机构', '法律服务组织'),
	column('otherOrg', '其他', '其它'),
	column('total', '总计', '合计'),
];

const row = (path: readonly string[], key: string, ordinal: string, text: string, ...variants: string[]): Row => ({
	key,
	label: text,
	variants,
	ordinal,
	path,
});

const results = '三、本年度办理结果';
const inResults = [results];
const denied = [results, '（三）不予公开'];
const unable = [results, '（四）无法提供'];
const rejected = [results, '（五）不予处理'];
const others = [results, '（六）其他处理'];

const first: readonly Row[] = [
	row([], 'new', '一、', '本年新收政府信息公开申请数量', '本年度新收政府信息公开申请数量', '本年新收申请数量'),
	row([], 'carried_in', '二、', '上年结转政府信息公开申请数量', '上年度结转政府信息公开申请数量', '上年结转申请数量'),
	row(inResults, 'granted', '（一）', '予以公开'),
	row(inResults, 'partial', '（二）', '部分公开（区分处理的，只计这一情形，不计其他情形）', '部分公开'),
	row(denied, 'deny.secret', '1.', '属于国家秘密'),
	row(denied, 'deny.law', '2.', '其他法律行政法规禁止公开', '其他法律、行政法规禁止公开', '法律行政法规禁止公开'),
	row(denied, 'deny.safety', '3.', '危及“三安全一稳定”', '危及三安全一稳定'),
	row(denied, 'deny.third', '4.', '保护第三方合法权益'),
	row(denied, 'deny.internal', '5.', '属于三类内部事务信息', '三类内部事务信息'),
	row(denied, 'deny.process', '6.', '属于四类过程性信息', '四类过程性信息'),
	row(denied, 'deny.case', '7.', '属于行政执法案卷', '行政执法案卷'),
	row(denied, 'deny.query', '8.', '属于行政查询事项', '行政查询事项'),
	row(unable, 'unable.none', '1.', '本机关不掌握相关政府信息', '不掌握相关政府信息'),
	row(unable, 'unable.create', '2.', '没有现成信息需要另行制作', '没有现成信息，需要另行制作'),
	row(unable, 'unable.unclear', '3.', '补正后申请内容仍不明确'),
	row(rejected, 'reject.petition', '1.', '信访举报投诉类申请', '信访、举报、投诉类申请'),
	row(rejected, 'reject.repeat', '2.', '重复申请'),
	row(rejected, 'reject.publication', '3.', '要求提供公开出版物'),
	row(rejected, 'reject.massive', '4.', '无正当理由大量反复申请'),
	row(
		rejected,
		'reject.confirm',
		'5.',
		'要求行政机关确认或重新出具已获取信息',
		'要求行政机关确认或者重新出具已获取信息',
		'要求确认或重新出具已获取信息',
	),
];

const last: readonly Row[] = [
	row(inResults, 'total', '（七）', '总计', '合计'),
	row([], 'carried_out', '四、', '结转下年度继续办理'),
];

const otherOf2019: readonly Row[] = [row(inResults, 'other', '（六）', '其他处理', '其它处理')];

const otherOf2021: readonly Row[] = [
	row(
		others,
		'other.correct',
		'1.',
		'申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
		'申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请',
		'申请人无正当理由逾期不补正',
	),
	row(
		others,
		'other.fee',
		'2.',
		'申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
		'申请人逾期未按收费通知要求缴纳费用，行政机关不再处理其政府信息公开申请',
		'申请人逾期未按收费通知要求缴纳费用',
	),
	row(others, 'other.misc', '3.', '其他', '其它'),
];

/** The rows of table 3 in printed order: 23 in the 2019 form, 25 in the 2021 form, none in the 2014 form. */
export function table3Rows(form: TableForm): readonly Row[] {
	if (form === '2014') return [];
	return [...first, ...(form === '2019' ? otherOf2019 : otherOf2021), ...last];
}

/** Keys of the result rows that 「（七）总计」 adds up, in printed order. */
export function resultKeys(form: TableForm): string[] {
	return table3Rows(form)
		.filter((r) => r.path.length > 0 && r.key !== 'total')
		.map((r) => r.key);
}
