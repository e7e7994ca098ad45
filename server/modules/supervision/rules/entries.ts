import type { Severity } from '../model.ts';
import { defineMonitor, type MonitorRule } from './define.ts';

const FIELDS = '《关于全面推进基层政务公开标准化规范化工作的指导意见》（国办发〔2019〕54号）';

interface EntryRule {
	id: string;
	title: string;
	basis: string;
	severity: Severity;
	points: number;
	most: number;
	state: 'missing' | 'late';
	/** After the entry's name, before the periods. */
	says: string;
}

/** A rule that holds the catalog of 公开事项 against what is public. */
function entryRule({ state, says, ...rule }: EntryRule): MonitorRule {
	return defineMonitor({
		...rule,
		check: ({ entries }) =>
			entries
				.filter((entry) => entry.state === state)
				.map(({ id, field, title, detail }) => ({
					subject: `entry:${id}`,
					message: `公开事项「${title}」（${field}）${says}${detail ? `：${detail}` : ''}`,
					evidence: { facts: { 领域: field, ...(detail ? { 时段: detail } : {}) }, path: '/workbench/entries' },
				})),
	});
}

export const missingEntry = entryRule({
	...{ id: 'M-ENTRY', severity: 'error', points: 1, most: 10 },
	title: '公开事项到期没有公开',
	basis: `${FIELDS}：按照标准目录载明的时限公开`,
	...{ state: 'missing', says: '到期没有公开' },
});

export const lateEntry = entryRule({
	...{ id: 'M-ENTRY-LATE', severity: 'warning', points: 0.5, most: 5 },
	title: '公开事项超过时限才公开',
	basis: `${FIELDS}：按照标准目录载明的时限公开`,
	...{ state: 'late', says: '超过时限才公开' },
});

export const openEntry = defineMonitor({
	id: 'M-ENTRY-OPEN',
	title: '下发的公开事项没有答复',
	basis: `${FIELDS}：各机关对照标准目录编制本机关的目录；答复期限为县级设定`,
	severity: 'warning',
	points: 0.5,
	most: 3,
	check: ({ entries, entryDays }) =>
		entries
			.filter(({ state, days }) => state === 'proposed' && days > entryDays)
			.map(({ id, field, title, detail, days }) => ({
				subject: `entry:${id}`,
				message: `县级下发的公开事项「${title}」（${field}）已${days}天没有采用或者说明不适用`,
				evidence: { facts: { 领域: field, 下发日期: detail, 期限: `${entryDays}天` }, path: '/workbench/entries' },
			})),
});
