import { chineseDay } from '../../../kernel/civil-day.ts';
import { type Block, labelCell, type OfficialDocument, paragraph } from '../../../platform/documents/index.ts';
import type { Board } from '../queries/dashboard.ts';
import type { ItemRow } from '../queries/items.ts';

export interface BoardPaper {
	period: { from: string; to: string };
	board: Board;
	/** Still to be put right. */
	open: readonly ItemRow[];
	county: string;
	today: string;
}

/** 监测情况报告 of a month or a quarter: figures in words, a table of the offices, what is still open. */
export function boardPaper({ period, board, open, county, today }: BoardPaper): OfficialDocument {
	const { total } = board;
	return {
		title: '政府信息公开监测情况报告',
		issuer: county,
		blocks: [
			paragraph(`${chineseDay(period.from)}至${chineseDay(period.to)}，全县政府信息公开监测情况如下。`),
			{ kind: 'heading', level: 1, text: '一、主动公开' },
			paragraph(
				`公开信息${total.published}条，其中超过法定期限公开${total.late}条${share('，按期公开率', total.published - total.late, total.published)}。截至${chineseDay(today)}，法定主动公开事项共${total.items}项，有内容${total.itemsFilled}项，说明本机关无此类信息${total.itemsAbsent}项；空白栏目${total.columnsEmpty}个。`,
			),
			{ kind: 'heading', level: 1, text: '二、依申请公开' },
			paragraph(`办结申请${total.applications}件${outcomes(board)}。目前逾期未答复${total.applicationsOverdue}件。`),
			{ kind: 'heading', level: 1, text: '三、互动回应' },
			...voices(total),
			{ kind: 'heading', level: 1, text: '四、监测和整改' },
			paragraph(
				`新发现问题${total.found}个，消除${total.cleared}个；下发整改${total.issued}个，销号${total.closed}个${share('，按期销号率', total.closedInTime, total.closed)}；申诉${total.appealed}个，成立${total.upheld}个；通报${total.circulated}个；一年内重复出现${total.repeated}个。`,
			),
			{ kind: 'heading', level: 1, text: '五、各机关情况' },
			officeTable(board),
			{ kind: 'heading', level: 1, text: '六、尚未完成的整改' },
			...(open.length > 0 ? [openTable(open)] : [paragraph('无。')]),
		],
		signature: { office: county, day: chineseDay(today) },
	};
}

function voices(total: Board['total']): Block[] {
	return [
		paragraph(
			`收到公众诉求${total.concernsReceived}件，答复${total.concernsAnswered}件，超过期限${total.concernsLate}件；其中投诉举报${total.complaints}件，核查属实${total.complaintsTrue}件。`,
		),
		paragraph(
			`开始征集意见${total.consultationsOpened}件，公布采纳情况${total.consultationsAnswered}件，超过期限${total.consultationsLate}件。收到建议提案${total.proposalsReceived}件，答复${total.proposalsReplied}件，公开答复${total.proposalsPublished}件，超过期限${total.proposalsLate}件。`,
		),
	];
}

function share(label: string, part: number, whole: number): string {
	return whole === 0 ? '' : `${label}${Math.round((part / whole) * 1000) / 10}%`;
}

function outcomes({ outcomes: all }: Board): string {
	const told = all.map(({ label, count }) => `${label}${count}件`).join('、');
	return told ? `，其中${told}` : '';
}

const OFFICE_HEADS = ['机关', '公开', '超期', '事项空缺', '空白栏目', '办结申请', '诉求', '发现', '销号', '逾期'];

function officeTable({ rows }: Board): Block {
	return {
		kind: 'table',
		widths: [30, 14, 14, 14, 14, 14, 14, 14, 14, 14],
		headerRows: 1,
		halfPoints: 20,
		rows: [
			OFFICE_HEADS.map((text) => labelCell(text)),
			...rows.map((row) => [
				{ text: row.officeName },
				...[row.published, row.late, row.itemsMissing, row.columnsEmpty]
					.concat([row.applications, row.concernsReceived, row.found, row.closed, row.overdue])
					.map((figure) => ({ text: String(figure), align: 'center' as const })),
			]),
		],
	};
}

function openTable(rows: readonly ItemRow[]): Block {
	return {
		kind: 'table',
		widths: [28, 84, 26, 18],
		headerRows: 1,
		halfPoints: 20,
		rows: [
			['机关', '问题', '期限', '状态'].map((text) => labelCell(text)),
			...rows.map(({ officeName, message, dueOn, stateLabel, isOverdue }) => [
				{ text: officeName },
				{ text: message },
				{ text: dueOn },
				{ text: isOverdue ? '逾期' : stateLabel },
			]),
		],
	};
}
