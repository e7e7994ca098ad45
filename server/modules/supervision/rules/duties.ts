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

const VETO_DAYS = 90;

export const overdueConcern = defineMonitor({
	id: 'M-VOICE',
	title: '公众诉求逾期未答复',
	basis: '本平台约定的答复期限；超过3个月未答复为单项否决（国办秘函〔2019〕19号）',
	severity: 'error',
	points: 3,
	most: 15,
	check: ({ concerns }) =>
		concerns.map(({ id, number, dueOn, days }) => ({
			subject: `concern:${id}`,
			message: `诉求${number}应于${dueOn}前答复，已收到${days}天${days > VETO_DAYS ? '，超过3个月' : ''}`,
			evidence: { facts: { 编号: number, 应答复: dueOn }, path: `/workbench/concerns/${id}` },
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
