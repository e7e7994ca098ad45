import type { OfficeFacts } from '../model.ts';
import { defineMonitor } from './define.ts';

const REGULATION = '《政府信息公开条例》';
/** The law dates the confirming of ordinary mail alone; for the other ways three working days are what the county expects. */
const CONFIRM_DAYS = 3;

function unconfirmed(arrived: OfficeFacts['unconfirmed'][number], today: string): string | null {
	const { number, arrivedOn, channel, workingDays } = arrived;
	const came = `申请${number}于${arrivedOn}到件`;
	// By the calendar: a letter is confirmed on the day it is there, be that a day of rest.
	if (channel === 'post')
		return arrivedOn < today ? `${came}（邮寄，无需签收），应当当日与申请人确认，至今没有确认` : null;
	return workingDays > CONFIRM_DAYS ? `${came}，已过${workingDays}个工作日没有与申请人确认` : null;
}

export const unconfirmedApplication = defineMonitor({
	id: 'M-CONFIRM',
	title: '网上和邮寄申请未及时确认',
	basis: `${REGULATION}第三十一条第二项：平常信函等无需签收的邮寄，于收到申请的当日与申请人确认，以确认之日为收到之日；第三项的互联网、传真等方式没有规定确认期限，3个工作日为本平台约定`,
	severity: 'warning',
	points: 0.5,
	most: 5,
	check: ({ unconfirmed: arrived, today }) =>
		arrived.flatMap((one) => {
			const message = unconfirmed(one, today);
			if (message === null) return [];
			const facts = { 编号: one.number, 到件日期: one.arrivedOn };
			const path = `/workbench/applications/${one.id}`;
			return [{ subject: `application:${one.id}`, message, evidence: { facts, path } }];
		}),
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
