import { type Cell, labelCell, type OfficialDocument } from '../../../platform/documents/index.ts';
import { spokenDay } from '../../../platform/instants.ts';
import type { DeliveryItem } from '../model.ts';
import type { Material } from '../queries/material.ts';
import { wechatHtml } from '../rules/wechat.ts';
import { articleBlocks } from './article-blocks.ts';

/** One document on a paper of its own, as the archive keeps it. */
export function articlePaper({ document, office, url }: Material): OfficialDocument {
	return {
		title: document.title,
		...(document.documentNumber ? { number: document.documentNumber } : {}),
		blocks: articleBlocks(document.content.body),
		enclosures: document.attachments.map(({ fileName }) => fileName),
		signature: { office: document.content.issuer || office.name, day: spokenDay(document.formedOn) },
		notes: [`索引号：${document.indexNumber}`, `网址：${url}`],
	};
}

/** The same as one page that needs nothing else; pictures lie beside it. */
export function articlePage({ document, office, url }: Material): string {
	const attachments = document.attachments.map(({ fileName }) => ({ name: fileName, href: url }));
	const html = wechatHtml({
		body: document.content.body,
		pictureAt: () => null,
		url,
		attachments,
		office: office.name,
	});
	const title = document.title.replace(/&/g, '&amp;').replace(/</g, '&lt;');
	return `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body>\n<h1>${title}</h1>\n${html}\n</body></html>\n`;
}

interface Line {
	item: DeliveryItem;
	folder: string;
	material: Material | null;
}

const HEADERS = ['序号', '索引号', '标题', '文号', '发文机关', '成文日期', '文件夹', '备注'] as const;
const WIDTHS = [6, 24, 48, 20, 28, 14, 44, 16] as const;

/** 移交清单. A document withdrawn since the list was made is named by its index number only. */
export async function inventory(
	delivery: { name: string; placeName: string; carrierLabel: string },
	lines: readonly Line[],
): Promise<Uint8Array> {
	const { default: exceljs } = await import('exceljs');
	const book = new exceljs.Workbook();
	const sheet = book.addWorksheet('移交清单');
	sheet.addRow([`${delivery.name}　接收单位：${delivery.placeName}　载体：${delivery.carrierLabel}`]);
	sheet.addRow([...HEADERS]).font = { bold: true };
	WIDTHS.forEach((width, at) => {
		sheet.getColumn(at + 1).width = width;
	});
	lines.forEach(({ item, folder, material }, at) => {
		const document = material?.document;
		const known = document
			? [document.title, document.documentNumber, document.content.issuer, document.formedOn, folder]
			: ['（已撤下）', '', '', '', ''];
		const isNewer = document && document.revisionId !== item.revisionId;
		sheet.addRow([at + 1, item.indexNumber, ...known, isNewer ? '已更新' : '']);
	});
	return new Uint8Array(await book.xlsx.writeBuffer());
}

interface ListLine {
	indexNumber: string;
	shown: { title: string; documentNumber: string; formedOn: string } | null;
}

/** 移交清单 on paper: what is handed over, and room for the names and days of both sides. */
export function listPaper(
	delivery: {
		name: string;
		officeName: string;
		placeName: string;
		carrierLabel: string;
		deliveredOn: string | null;
		receivedBy: string;
		receivedOn: string | null;
	},
	lines: readonly ListLine[],
): OfficialDocument {
	const { name, officeName, placeName, carrierLabel, deliveredOn, receivedBy, receivedOn } = delivery;
	const day = (on: string | null) => (on ? spokenDay(on) : '');
	return {
		title: '政府信息移交清单',
		blocks: [
			{ kind: 'paragraph', text: `批次：${name}　载体：${carrierLabel}　共${lines.length}条`, flush: true },
			{
				kind: 'table',
				widths: [10, 52, 50, 23, 21],
				headerRows: 1,
				rowHeight: 8,
				halfPoints: 18,
				rows: [
					['序号', '索引号', '标题', '文号', '成文日期'].map((text) => labelCell(text)),
					...lines.map(({ indexNumber, shown }, at): Cell[] => [
						{ text: String(at + 1), align: 'center' },
						{ text: indexNumber },
						{ text: shown?.title ?? '（已撤下）' },
						{ text: shown?.documentNumber ?? '' },
						{ text: shown?.formedOn ?? '' },
					]),
				],
			},
			{
				kind: 'table',
				widths: [30, 48, 30, 48],
				rowHeight: 11,
				rows: [
					[labelCell('移交单位'), { text: officeName }, labelCell('接收单位'), { text: placeName }],
					[labelCell('移交人'), { text: '' }, labelCell('签收人'), { text: receivedBy }],
					[labelCell('移交日期'), { text: day(deliveredOn) }, labelCell('签收日期'), { text: day(receivedOn) }],
				],
			},
		],
	};
}
