import { addressInfo } from 'annual-report';
import { chineseDay } from '../../../kernel/civil-day.ts';
import { type Block, labelCell, type OfficialDocument, paragraph } from '../../../platform/documents/index.ts';
import type { ReportForm } from '../model.ts';
import { titleOf } from '../narrative/document.ts';
import type { ReturnRecord } from '../store/snapshots.ts';

export interface ReturnLetter {
	officeName: string;
	/** Name of the county office that sends it back. */
	county: string;
	year: number;
	form: ReportForm;
	returned: ReturnRecord;
	/** Civil day of the return. */
	day: string;
	/** Last day to hand it in again, as the county set it. */
	submitBy: string;
}

/** 退回修改通知: why a report handed in was sent back, and every finding with its cells. */
export function returnLetter(letter: ReturnLetter): OfficialDocument {
	const { officeName, county, year, returned, day, submitBy } = letter;
	const late = day > submitBy;
	return {
		title: '政府信息公开工作年度报告退回修改通知',
		issuer: county,
		addressee: officeName,
		blocks: [
			paragraph(`你单位报送的《${titleOf(officeName, year)}》经核对，现予退回修改。退回理由：${returned.reason}`),
			...findings(letter),
			paragraph(
				late
					? `报送截止日期${chineseDay(submitBy)}已过，请尽快修改后重新报送。`
					: `请于${chineseDay(submitBy)}前修改后重新报送；确属无误的，请在系统中书面说明。`,
			),
		],
		signature: { office: county, day: chineseDay(day) },
	};
}

function findings({ form, returned }: ReturnLetter): Block[] {
	if (returned.findings.length === 0) return [];
	const text = (value: string) => ({ text: value, align: 'left' as const });
	return [
		{
			kind: 'table',
			widths: [12, 92, 52],
			headerRows: 1,
			rows: [
				['序号', '问题', '涉及的单元格'].map((head) => labelCell(head)),
				...returned.findings.map(({ message, cells }, at) => [
					text(String(at + 1)),
					text(message),
					text(cells.map((address) => addressInfo(address, form)?.label ?? address).join('；')),
				]),
			],
		},
	];
}
