import { chineseDay } from '../../../kernel/civil-day.ts';
import { type Block, labelCell, type OfficialDocument, paragraph } from '../../../platform/documents/index.ts';
import type { RectificationView } from '../queries/items.ts';

const LIST_WIDTHS = [11, 20, 44, 44, 23, 14];

/** 整改清单 as it goes out to one office, or to all. */
export function listPaper(list: RectificationView, county: string, addressee: string): OfficialDocument {
	return {
		title: list.title,
		issuer: county,
		addressee,
		blocks: [
			paragraph(
				`经监测和检查，发现下列问题，请于${chineseDay(list.dueOn)}前整改到位，并报送整改结果和佐证材料。对问题认定有异议的，可以在期限内提出申诉。`,
			),
			...(list.note ? [paragraph(list.note)] : []),
			itemTable(list),
		],
		signature: { office: county, day: chineseDay(list.issuedOn) },
	};
}

function itemTable({ rows }: RectificationView): Block {
	return {
		kind: 'table',
		widths: LIST_WIDTHS,
		headerRows: 1,
		halfPoints: 21,
		rows: [
			['序号', '机关', '问题', '依据', '期限', '责任人'].map((text) => labelCell(text)),
			...rows.map(({ officeName, message, basis, dueOn, owner }, i) => [
				{ text: String(i + 1), align: 'center' as const },
				{ text: officeName },
				{ text: message },
				{ text: basis },
				{ text: dueOn },
				{ text: owner },
			]),
		],
	};
}

/** 通报: what was found, what was put right, and by name who did not. */
export function circularPaper(list: RectificationView, county: string, today: string): OfficialDocument {
	const closed = list.rows.filter(({ state }) => state === 'closed').length;
	const named = list.rows.filter(({ state }) => state === 'circulated');
	const again = list.rows.filter(({ repeats, state }) => repeats > 0 && state !== 'withdrawn');
	const upheld = list.rows.filter(({ state }) => state === 'withdrawn').length;
	const offices = new Set(list.rows.map(({ officeId }) => officeId)).size;
	return {
		title: `关于《${list.title}》整改情况的通报`,
		issuer: county,
		addressee: '各乡镇人民政府、县直各单位',
		blocks: [
			paragraph(
				`${chineseDay(list.issuedOn)}，我单位下发《${list.title}》，涉及${offices}个机关、${list.rows.length}个问题，整改期限至${chineseDay(list.dueOn)}。现将整改情况通报如下。`,
			),
			{ kind: 'heading', level: 1, text: '一、总体情况' },
			paragraph(
				`截至${chineseDay(today)}，已复查销号${closed}个；经申诉撤销${upheld}个；期满没有完成整改、予以通报的${named.length}个。`,
			),
			{ kind: 'heading', level: 1, text: '二、未按期整改的问题' },
			...(named.length > 0 ? [namedTable(named)] : [paragraph('无。')]),
			{ kind: 'heading', level: 1, text: '三、一年内重复出现的问题' },
			paragraph(again.length > 0 ? again.map(repeated).join('；').concat('。') : '无。'),
			{ kind: 'heading', level: 1, text: '四、工作要求' },
			paragraph('请上述机关于收到本通报之日起立即整改，并报送结果；同类问题再次出现的，将作为年度考核评估的依据。'),
		],
		signature: { office: county, day: chineseDay(today) },
	};
}

function namedTable(rows: RectificationView['rows']): Block {
	return {
		kind: 'table',
		widths: [12, 36, 78, 30],
		headerRows: 1,
		rows: [
			['序号', '机关', '问题', '整改期限'].map((text) => labelCell(text)),
			...rows.map(({ officeName, message, dueOn }, i) => [
				{ text: String(i + 1), align: 'center' as const },
				{ text: officeName },
				{ text: message },
				{ text: dueOn },
			]),
		],
	};
}

function repeated({ officeName, message, repeats }: RectificationView['rows'][number]): string {
	return `${officeName}，${message}（一年内第${repeats + 1}次）`;
}
