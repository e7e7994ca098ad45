import { updateLimit } from '../../catalog/index.ts';
import type { ColumnFacts, Found, OfficeFacts } from '../model.ts';
import { daysSince, defineMonitor } from './define.ts';

const CHECK = '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）';
const FEWEST = 3;

function columnFound(
	{ office }: OfficeFacts,
	column: ColumnFacts,
	message: string,
	facts: Record<string, string>,
): Found {
	return {
		subject: `column:${column.id}`,
		message,
		evidence: { facts: { 栏目: column.name, ...facts }, path: `/o/${office.slug}/c/${column.slug}` },
	};
}

/** Columns in which documents are filed; the others are made of something else. */
const filed = ({ columns }: OfficeFacts) =>
	columns.filter(({ kind, isAbsent }) => ['rules', 'item', 'usual'].includes(kind) && !isAbsent);

export const emptyColumn = defineMonitor({
	id: 'M-EMPTY',
	title: '栏目空白',
	basis: `${CHECK}；没有此类信息的应说明「本机关无此类信息」`,
	severity: 'error',
	points: 4,
	most: 20,
	check: (facts) =>
		filed(facts)
			.filter(({ count }) => count === 0)
			.map((column) => columnFound(facts, column, `栏目「${column.name}」没有任何信息`, { 信息条数: '0' })),
});

export const thinColumn = defineMonitor({
	id: 'M-FEW',
	title: '栏目信息过少',
	basis: CHECK,
	severity: 'warning',
	points: 1,
	most: 5,
	check: (facts) =>
		filed(facts)
			.filter(({ count, kind }) => kind === 'usual' && count > 0 && count < FEWEST)
			.map((column) =>
				columnFound(facts, column, `栏目「${column.name}」只有${column.count}条信息`, {
					信息条数: String(column.count),
				}),
			),
});

export const staleColumn = defineMonitor({
	id: 'M-STALE',
	title: '栏目应更新未更新',
	basis: `${CHECK}；县里规定的更新周期`,
	severity: 'error',
	points: 4,
	most: 20,
	check: (facts) =>
		filed(facts).flatMap((column) => {
			const limit = updateLimit(column);
			if (limit === null || column.lastOn === null) return [];
			const days = daysSince(column.lastOn, facts.today);
			if (days <= limit) return [];
			const message = `栏目「${column.name}」已${days}天没有更新，应当每${limit}天至少更新一次`;
			return [columnFound(facts, column, message, { 最近更新: column.lastOn, 更新周期: `${limit}天` })];
		}),
});

const SILENT_DAYS = 14;

export const silentOffice = defineMonitor({
	id: 'M-SILENT',
	title: '两周没有更新任何信息',
	basis: `${CHECK}：首页两周未更新的单项否决`,
	severity: 'warning',
	points: 2,
	most: 10,
	check: ({ office, lastOn, today }) => {
		const days = lastOn === null ? null : daysSince(lastOn, today);
		if (days !== null && days <= SILENT_DAYS) return [];
		const message = days === null ? '从未发布过信息' : `已${days}天没有发布任何信息`;
		const facts = { 最近发布: lastOn ?? '无' };
		return [{ subject: 'office', message, evidence: { facts, path: `/o/${office.slug}` } }];
	},
});
