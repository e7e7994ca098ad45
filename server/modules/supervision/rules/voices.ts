import type { Found, OfficeFacts } from '../model.ts';
import { defineMonitor, type MonitorRule } from './define.ts';

const REGULATION = '《政府信息公开条例》';

export const unansweredDraft = defineMonitor({
	id: 'M-FEEDBACK',
	title: '征求意见后没有公布采纳情况',
	basis: '《重大行政决策程序暂行条例》：公开征求意见，研究论证并反馈意见采纳情况；期限由县级设定',
	severity: 'error',
	points: 1,
	most: 5,
	check: ({ unanswered }) =>
		unanswered.map(({ id, number, title, toDay, dueOn }) => ({
			subject: `consultation:${id}`,
			message: `《${title}》于${toDay}截止征求意见，应于${dueOn}前公布采纳情况，至今没有公布`,
			evidence: { facts: { 编号: number, 截止: toDay, 应公布: dueOn }, path: `/consultations/${number}` },
		})),
});

const PUBLICITY = '《关于做好全国人大代表建议和全国政协委员提案办理结果公开工作的通知》（国办发〔2014〕46号）';

export const unansweredProposal = defineMonitor({
	id: 'M-PROPOSAL',
	title: '建议提案逾期没有答复',
	basis: `${PUBLICITY}；办理期限以交办时登记的为准`,
	severity: 'error',
	points: 1,
	most: 5,
	check: ({ proposals }) =>
		proposals
			.filter(({ what }) => what === 'reply')
			.map(({ id, number, dueOn }) => ({
				subject: `proposal:${id}`,
				message: `建议提案${number}应于${dueOn}前答复，至今没有答复`,
				evidence: { facts: { 编号: number, 应答复: dueOn }, path: `/workbench/proposals/${id}` },
			})),
});

export const unpublishedProposal = defineMonitor({
	id: 'M-PROPOSAL-OUT',
	title: '建议提案的答复没有按时公开',
	basis: `${PUBLICITY}；有的省份规定答复后20个工作日内公开，期限由县级设定`,
	severity: 'warning',
	points: 0.5,
	most: 3,
	check: ({ proposals }) =>
		proposals
			.filter(({ what }) => what === 'publish')
			.map(({ id, number, dueOn }) => ({
				subject: `proposal:${id}`,
				message: `建议提案${number}的答复应于${dueOn}前公开，至今没有公开`,
				evidence: { facts: { 编号: number, 应公开: dueOn }, path: `/workbench/proposals/${id}` },
			})),
});

export const COMPLAINT_RULE = 'M-COMPLAINT';

/** A complaint within its rule. */
export function complaintSubject(concernId: number): string {
	return `concern:${concernId}`;
}

/** Seen until the office has said how it put the matter right: then the county looks at its proof and closes the matter. */
export const verifiedComplaint = {
	id: COMPLAINT_RULE,
	title: '投诉举报经核查属实，没有整改',
	basis: `${REGULATION}第四十七条、第五十一条：查证属实的，由政府信息公开工作主管部门督促整改或者通报批评`,
	severity: 'error' as const,
	points: 2,
	most: 10,
	check: ({ complaints }: Pick<OfficeFacts, 'complaints'>): Found[] =>
		complaints
			.filter(({ isAnswered }) => !isAnswered)
			.map(({ id, number, verdict, measure, checkedOn, finding, basis }) => ({
				subject: complaintSubject(id),
				message: `投诉举报${number}于${checkedOn}经核查${verdict}：${finding}`,
				evidence: {
					facts: { 编号: number, 核查结论: verdict, 核查日期: checkedOn, 认定依据: basis, 处理: measure },
					// Whoever has to put it right may not see who complained: the matter stands in their list.
					path: '/workbench/rectifications',
				},
			})),
} satisfies MonitorRule;

export const leakedDraft = defineMonitor({
	id: 'M-LEAK-DRAFT',
	title: '征求意见的草案和附件含个人信息',
	basis: `${REGULATION}第十五条；《个人信息保护法》第二十五条、第二十八条`,
	severity: 'veto',
	points: 0,
	most: 0,
	check: ({ draftLeaks }) =>
		draftLeaks.map(({ id, number, title, kinds, count }) => ({
			subject: `consultation:${id}`,
			message: `征求意见《${title}》中发现${count}处疑似${kinds.join('、')}`,
			evidence: {
				facts: { 编号: number, 种类: kinds.join('、'), 处数: String(count) },
				path: `/consultations/${number}`,
			},
		})),
});
