import { chineseDay, dayOfInstant } from '../../../kernel/civil-day.ts';
import { type Cell, labelCell, type OfficialDocument, paragraph } from '../../../platform/documents/index.ts';
import type { TimelineRow } from '../../../platform/timeline.ts';
import type { CaseRecord } from '../queries/case-record.ts';
import type { ClockView } from '../queries/clock-view.ts';
import { contentsLine, type PlacedLeaf } from '../rules/package.ts';

const text = (value: string): Cell => ({ text: value, align: 'left' });
const header = (...labels: string[]): Cell[] => labels.map((label) => labelCell(label));

/** 卷内文件目录: the first leaf of the volume. */
export function contentsPaper({ application, office }: CaseRecord, leaves: readonly PlacedLeaf[]): OfficialDocument {
	const rows = leaves.map((leaf) => contentsLine(leaf).map(text));
	return {
		title: '卷内文件目录',
		blocks: [
			paragraph(`案卷：${application.number ?? ''}　${application.title}`),
			paragraph(`立卷机关：${office.name}`),
			{
				kind: 'table',
				widths: [14, 82, 36, 24],
				headerRows: 1,
				rows: [header('序号', '文件题名', '文号', '日期'), ...rows],
			},
		],
	};
}

/** 办理经过: every act with its day and hand, and the searches a 「不存在」 stands on. */
export function historyPaper({ application, searches }: CaseRecord, history: readonly TimelineRow[]): OfficialDocument {
	const acts = history.map(({ at, actorName, entry }) =>
		[`${chineseDay(dayOfInstant(at.getTime()))} ${clockTime(at)}`, actorName, entry].map(text),
	);
	const looked = searches.map(({ searchedOn, place, keywords, result }) =>
		[chineseDay(searchedOn), place, `关键词：${keywords}。${result}`].map(text),
	);
	return {
		title: '办理经过',
		blocks: [
			paragraph(`案卷：${application.number ?? ''}　${application.title}`),
			{ kind: 'table', widths: [40, 30, 86], headerRows: 1, rows: [header('时间', '办理人', '事项'), ...acts] },
			...(looked.length > 0
				? ([
						{ kind: 'heading', level: 2, text: '检索记录' },
						{
							kind: 'table',
							widths: [40, 40, 76],
							headerRows: 1,
							rows: [header('日期', '检索范围', '结果'), ...looked],
						},
					] as const)
				: []),
		],
	};
}

/** 答复期限计算: each stretch with its ground, then every day counted or skipped with its reason. */
export function clockPaper({ application, facts, clock }: CaseRecord, view: ClockView): OfficialDocument {
	const due = facts.clock.dueOn ?? clock?.clock.due ?? null;
	const stretches = view.segments.map(({ from, to, workingDays, ground, article }) =>
		[
			`${chineseDay(from)}至${to ? chineseDay(to) : '今'}`,
			workingDays === null ? '' : `${workingDays}个工作日`,
			`${ground}，${article}`,
		].map(text),
	);
	const days = view.days.map(({ day, weekday, count, reason }) =>
		[`${chineseDay(day)} ${weekday}`, count === null ? '不计' : `第${count}日`, reason].map(text),
	);
	return {
		title: '答复期限计算',
		blocks: [
			paragraph(`案卷：${application.number ?? ''}　${application.title}`),
			paragraph(`${due ? `答复期限至${chineseDay(due)}。` : ''}依据的工作日历：${view.calendarVersion}。`),
			{ kind: 'table', widths: [66, 28, 62], headerRows: 1, rows: [header('起止', '日数', '依据'), ...stretches] },
			{ kind: 'heading', level: 2, text: '逐日计算' },
			{ kind: 'table', widths: [58, 22, 76], headerRows: 1, rows: [header('日期', '计数', '说明'), ...days] },
		],
	};
}

/** Time of day in China, 24 hours. */
function clockTime(at: Date): string {
	return at.toLocaleTimeString('zh-CN', {
		timeZone: 'Asia/Shanghai',
		hour: '2-digit',
		minute: '2-digit',
		hour12: false,
	});
}
