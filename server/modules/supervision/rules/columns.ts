import { checkLimit } from '../../catalog/index.ts';
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

export const missingItem = defineMonitor({
	id: 'M-ITEM',
	title: '法定主动公开事项没有内容也没有说明',
	basis: `《政府信息公开条例》第二十条、第二十一条；${CHECK}：空白栏目；没有此类信息的应说明「本机关无此类信息」`,
	severity: 'error',
	points: 4,
	most: 20,
	check: (facts) =>
		filed(facts)
			.filter(({ count, kind }) => count === 0 && kind === 'item')
			.map((column) =>
				columnFound(facts, column, `法定主动公开事项「${column.name}」没有信息，也没有说明「本机关无此类信息」`, {
					信息条数: '0',
				}),
			),
});

export const emptyColumn = defineMonitor({
	id: 'M-EMPTY',
	title: '栏目空白',
	basis: CHECK,
	severity: 'error',
	points: 4,
	most: 20,
	check: (facts) =>
		filed(facts)
			.filter(({ count, kind }) => count === 0 && kind !== 'item')
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

/** Nothing new for more than `limit` days; an empty column is told of by other rules. */
function staleFound(facts: OfficeFacts, column: ColumnFacts, limit: number | null): Found[] {
	if (limit === null || column.lastOn === null) return [];
	const days = daysSince(column.lastOn, facts.today);
	if (days <= limit) return [];
	const message = `栏目「${column.name}」已${days}天没有更新，应当每${limit}天至少更新一次`;
	return [columnFound(facts, column, message, { 最近更新: column.lastOn, 更新周期: `${limit}天` })];
}

/** 国办秘函〔2019〕19号 counts news, notices and policy papers by its own limits, whatever the county set for them. */
const deadByCheck = (facts: OfficeFacts, column: ColumnFacts) => staleFound(facts, column, checkLimit(column));

export const staleColumn = defineMonitor({
	id: 'M-STALE',
	title: '栏目超过约定的更新周期',
	basis: `${CHECK}：应更新未更新的栏目；县里规定的更新周期`,
	severity: 'error',
	points: 4,
	most: 20,
	check: (facts) =>
		// A column dead by the check itself is M-NEWS: one column takes points once.
		filed(facts).flatMap((column) =>
			deadByCheck(facts, column).length > 0 ? [] : staleFound(facts, column, column.updateDays),
		),
});

export const staleNews = defineMonitor({
	id: 'M-NEWS',
	title: '动态、公告、政策类栏目没有更新',
	basis: `${CHECK}：动态、要闻类两周，通知公告、政策文件类一级栏目6个月，县里规定的周期长短不影响`,
	severity: 'error',
	points: 4,
	most: 20,
	check: (facts) => filed(facts).flatMap((column) => deadByCheck(facts, column)),
});

export const closedColumn = defineMonitor({
	id: 'M-CLOSED',
	title: '已停用的栏目里还有信息',
	basis: '《政府网站发展指引》（国办发〔2017〕47号）：停用的栏目，内容应当归并或者归档，不留公众找不到的页面',
	severity: 'warning',
	points: 0.5,
	most: 3,
	check: (facts) =>
		facts.columns
			.filter(({ isClosed, count }) => isClosed && count > 0)
			.map((column) =>
				columnFound(facts, column, `栏目「${column.name}」已经停用，还有${column.count}条信息留在里面`, {
					信息条数: String(column.count),
				}),
			),
});

const SILENT_DAYS = 14;

export const silentOffice = defineMonitor({
	id: 'M-SILENT',
	title: '机关两周没有更新任何信息',
	basis: `参照${CHECK}对首页的要求`,
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
