import { chineseDay } from '../../../kernel/civil-day.ts';
import { type Block, labelCell, type OfficialDocument, paragraph } from '../../../platform/documents/index.ts';
import type { Round, Tree } from '../model.ts';
import type { ResultRow } from '../queries/results.ts';

export interface ResultPaper {
	round: Round;
	tree: Tree;
	rows: readonly ResultRow[];
}

const WIDTHS = [16, 62, 22, 20, 36];

/** 考核结果通报: the places of each kind of office. */
export function resultPaper({ round, tree, rows }: ResultPaper, county: string, today: string): OfficialDocument {
	const kinds = [...new Set(rows.map(({ kindLabel }) => kindLabel))];
	return {
		title: `关于${round.title}结果的通报`,
		issuer: county,
		addressee: '各乡镇人民政府、县直各单位',
		blocks: [
			paragraph(
				`根据《中华人民共和国政府信息公开条例》第四十六条，对${rows.length}个机关${chineseDay(round.from)}至${chineseDay(round.to)}的政务公开工作进行了考核。考核依据《${tree.title}》（第${tree.version}版），扣分已反馈各机关并听取申诉。现将结果通报如下。`,
			),
			...kinds.flatMap((kind): Block[] => [
				{ kind: 'heading', level: 1, text: kind },
				table(rows.filter(({ kindLabel }) => kindLabel === kind)),
			]),
		],
		signature: { office: county, day: chineseDay(round.closedOn ?? today) },
	};
}

function table(rows: readonly ResultRow[]): Block {
	return {
		kind: 'table',
		widths: WIDTHS,
		headerRows: 1,
		rows: [
			['名次', '机关', '得分', '等次', '说明'].map((text) => labelCell(text)),
			...rows.map(({ rank, officeName, score, gradeLabel, vetoed, bonus }) => [
				{ text: String(rank), align: 'center' as const },
				{ text: officeName },
				{ text: score.toFixed(2), align: 'right' as const },
				{ text: gradeLabel, align: 'center' as const },
				{ text: remark(vetoed, bonus) },
			]),
		],
	};
}

/** Why a grade is not what the points say. */
export function remark(vetoed: boolean, bonus: number): string {
	return [vetoed ? '单项否决' : '', bonus > 0 ? `含加分${bonus.toFixed(2)}` : ''].filter(Boolean).join('；');
}
