import type { Found, OfficeFacts } from '../model.ts';
import { defineMonitor } from './define.ts';

// What people wrote stands in no finding: it goes out on lists and circulars, and a number opens it to whoever may.
const REGULATION = '《政府信息公开条例》';
const NEAR_DAYS = 3;

export const overdueApplication = defineMonitor({
	id: 'M-APP-OVER',
	title: '依申请公开答复逾期',
	basis: `${REGULATION}第三十三条`,
	severity: 'error',
	points: 5,
	most: 20,
	check: ({ applications }) =>
		applications
			.filter(({ overdueDays }) => overdueDays > 0)
			.map(({ id, number, dueOn, overdueDays }) => ({
				subject: `application:${id}`,
				message: `申请${number}应于${dueOn}前答复，已逾期${overdueDays}个工作日`,
				evidence: { facts: { 编号: number, 应答复: dueOn }, path: `/workbench/applications/${id}` },
			})),
});

export const nearApplication = defineMonitor({
	id: 'M-APP-NEAR',
	title: '依申请公开答复临期',
	basis: `${REGULATION}第三十三条`,
	severity: 'warning',
	points: 0,
	most: 0,
	check: ({ applications }) =>
		applications
			.filter(({ overdueDays, left }) => overdueDays === 0 && left !== null && left <= NEAR_DAYS)
			.map(({ id, number, dueOn, left }) => ({
				subject: `application:${id}`,
				message: `申请${number}应于${dueOn}前答复，还有${left}个工作日`,
				evidence: { facts: { 编号: number, 应答复: dueOn }, path: `/workbench/applications/${id}` },
			})),
});

const CHECK = '国办秘函〔2019〕19号';
/** Two months take points, three months are a veto. */
const VETO_DAYS = 90;
const SITE_ERROR = 'siteError';

type ConcernFacts = OfficeFacts['concerns'][number];

function concernFound({ id, number, dueOn, days }: ConcernFacts, what: string): Found {
	return {
		subject: `concern:${id}`,
		message: `${what}${number}应于${dueOn}前答复，已收到${days}天`,
		evidence: { facts: { 编号: number, 应答复: dueOn, 天数: String(days) }, path: `/workbench/concerns/${id}` },
	};
}

export const neglectedConcern = defineMonitor({
	id: 'M-VOICE-3M',
	title: '留言超过3个月没有答复',
	basis: `${CHECK}：互动回应差，一年内有效留言超过3个月未回应的，单项否决`,
	severity: 'veto',
	points: 0,
	most: 0,
	check: ({ concerns }) =>
		concerns.filter(({ days }) => days > VETO_DAYS).map((concern) => concernFound(concern, '诉求')),
});

export const overdueConcern = defineMonitor({
	id: 'M-VOICE',
	title: '公众诉求逾期未答复',
	basis: `本平台约定的答复期限；${CHECK}对超过2个月未答复的留言扣分`,
	severity: 'error',
	points: 3,
	most: 15,
	check: ({ concerns }) =>
		concerns
			.filter(({ kind, days }) => kind !== SITE_ERROR && days <= VETO_DAYS)
			.map((concern) => concernFound(concern, '诉求')),
});

export const overdueSiteError = defineMonitor({
	id: 'M-ERRATA',
	title: '网站纠错逾期未处理',
	basis: `《政府网站发展指引》设置「我为政府网站找错」入口；3个工作日内答复为有的省份的规定`,
	severity: 'error',
	points: 1,
	most: 5,
	check: ({ concerns }) =>
		concerns
			.filter(({ kind, days }) => kind === SITE_ERROR && days <= VETO_DAYS)
			.map((concern) => concernFound(concern, '网站纠错')),
});

export const overdueConsultation = defineMonitor({
	id: 'M-CONSULT',
	title: '征求意见期满未作决定',
	basis: `${REGULATION}第三十二条、第三十四条：15个工作日内没有答复的，由行政机关依照条例决定`,
	severity: 'warning',
	points: 0.5,
	most: 5,
	check: ({ consultations }) =>
		consultations.map(({ id, number, dueOn, days }) => ({
			subject: `application:${id}`,
			message: `申请${number}征求意见的期限已于${dueOn}届满，过${days}个工作日没有继续办理`,
			evidence: { facts: { 编号: number, 期满: dueOn }, path: `/workbench/applications/${id}` },
		})),
});

export const lateReport = defineMonitor({
	id: 'M-REPORT',
	title: '年度报告逾期未公布',
	basis: `${REGULATION}第四十九条`,
	severity: 'error',
	points: 5,
	most: 10,
	check: ({ office, report }) =>
		report?.isLate
			? [
					{
						subject: `report:${report.year}`,
						message: `${report.year}年度报告应于${report.due}前公布，目前${report.state}`,
						evidence: { facts: { 应公布: report.due, 目前: report.state }, path: `/o/${office.slug}/reports` },
					},
				]
			: [],
});

export const returnedReport = defineMonitor({
	id: 'M-RETURNED',
	title: '年度报告被退回，没有重新报送',
	basis: `${REGULATION}第四十九条、第五十条；县级主管部门对年度报告的审核`,
	severity: 'warning',
	points: 1,
	most: 2,
	check: ({ office, report }) =>
		report?.isReturned
			? [
					{
						subject: `report:${report.year}`,
						message: `${report.year}年度报告被退回修改，至今没有重新报送`,
						evidence: { facts: { 应公布: report.due, 目前: report.state }, path: `/o/${office.slug}/reports` },
					},
				]
			: [],
});

/** So many contradictions stand in a finding; the report shows the rest. */
const TOLD = 3;

export const contradictoryReport = defineMonitor({
	id: 'M-AUDIT',
	title: '年度报告前后矛盾',
	basis: `${REGULATION}第四十九条、第五十条；《政府信息公开工作年度报告格式》：表格勾稽、文字和表格一致`,
	severity: 'error',
	points: 2,
	most: 4,
	check: ({ office, contradictions }) =>
		contradictions && contradictions.messages.length > 0
			? [
					{
						subject: `report:${contradictions.year}`,
						message: `${contradictions.year}年度报告有${contradictions.messages.length}处前后矛盾：${contradictions.messages.slice(0, TOLD).join('')}`,
						evidence: {
							facts: { 处数: String(contradictions.messages.length) },
							path: `/o/${office.slug}/reports`,
						},
					},
				]
			: [],
});
