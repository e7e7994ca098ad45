import { defineMonitor } from './define.ts';

const REGULATION = '《政府信息公开条例》';
/** Confirming is not dated by law; three working days is what the county expects. */
const CONFIRM_DAYS = 3;

export const unconfirmedApplication = defineMonitor({
	id: 'M-CONFIRM',
	title: '网上和邮寄申请未及时确认',
	basis: `${REGULATION}第三十一条：以双方确认之日为收到申请之日；期限为本平台约定`,
	severity: 'warning',
	points: 0.5,
	most: 5,
	check: ({ unconfirmed }) =>
		unconfirmed
			.filter(({ workingDays }) => workingDays > CONFIRM_DAYS)
			.map(({ id, number, arrivedOn, workingDays }) => ({
				subject: `application:${id}`,
				message: `申请${number}于${arrivedOn}到件，已过${workingDays}个工作日没有与申请人确认`,
				evidence: { facts: { 编号: number, 到件日期: arrivedOn }, path: `/workbench/applications/${id}` },
			})),
});

export const overdueCorrection = defineMonitor({
	id: 'M-CORRECT',
	title: '更正申请逾期未办结',
	basis: `${REGULATION}第四十一条；期限为本平台约定`,
	severity: 'error',
	points: 1,
	most: 5,
	check: ({ corrections }) =>
		corrections
			.filter(({ left }) => left < 0)
			.map(({ id, number, dueOn, left }) => ({
				subject: `application:${id}`,
				message: `更正申请${number}应于${dueOn}前办结，已逾期${-left}个工作日`,
				evidence: { facts: { 编号: number, 应办结: dueOn }, path: `/workbench/applications/${id}` },
			})),
});

export const vacantDuty = defineMonitor({
	id: 'M-POST',
	title: '信息公开岗位无人',
	basis: `${REGULATION}第四条、第十七条：指定机构和人员，公开前由他人保密审查`,
	severity: 'error',
	points: 2,
	most: 6,
	check: ({ office, vacant }) =>
		vacant.length === 0
			? []
			: [
					{
						subject: 'office',
						message: `没有人承担${vacant.join('、')}`,
						evidence: { facts: { 空缺: vacant.join('、') }, path: `/workbench/offices/${office.id}` },
					},
				],
});

export const missingCode = defineMonitor({
	id: 'M-CODE',
	title: '机关没有登记机构代码',
	basis: '索引号由机构代码、年份和顺序号组成（县级设置）',
	severity: 'warning',
	points: 0.5,
	most: 0.5,
	check: ({ office, code }) =>
		code.trim() === ''
			? [
					{
						subject: 'office',
						message: '没有登记机构代码，不能按规则生成索引号',
						evidence: { facts: { 缺少: '机构代码' }, path: `/workbench/offices/${office.id}` },
					},
				]
			: [],
});
