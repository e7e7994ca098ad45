import ExcelJS from 'exceljs';
import { type OfficialDocument, writePaper } from '../../server/platform/documents/index.ts';
import type { DemoOfficeRow } from './county.ts';
import type { DemoFile, Desk } from './desk.ts';
import { carry, columnsOf, daysBefore } from './publish.ts';
import { staffOf } from './staff.ts';

const OFFICER = 'gongkaiban';

/** One township shows a table and a paper beside its text, and has a list on the desk that must not go out as it is. */
export async function attachFiles(desk: Desk, office: DemoOfficeRow, today: string): Promise<void> {
	const plan = { name: '水渠清淤项目安排表.xlsx', content: await projects(office) };
	const notes = { name: '水渠清淤实施说明.pdf', content: await writePaper(paperOf(office), 'pdf', undefined) };
	await withFiles(desk, office, {
		day: daysBefore(today, 12),
		title: `${office.shortName}关于公布水渠清淤项目安排的通告`,
		summary: '公布今年水渠清淤项目、长度和资金安排。',
		body: '<p>水渠清淤项目安排见附件，欢迎监督。</p>',
		files: [plan, notes],
		publish: true,
	});
	await withFiles(desk, office, {
		day: daysBefore(today, 2),
		title: `${office.shortName}关于临时救助名单的公示`,
		summary: '公示本季度拟给予临时救助的家庭。',
		body: '<p>本季度拟给予临时救助的家庭见附件，公示期为五个工作日。</p>',
		files: [{ name: '临时救助名单.xlsx', content: await relief() }],
		publish: false,
	});
}

/** The county office takes in what the site of before had: three documents, one of them with a number in it. */
export async function importOldSite(desk: Desk, today: string): Promise<void> {
	desk.at(daysBefore(today, 5), 15);
	const lines = [
		['2016-11', '关于冬季森林防火的通告', '2016-11-03', '进入防火期，请不要在林区用火。'],
		['2017-04', '关于春耕用水调度的通知', '2017-04-11', '各村按轮灌顺序用水。'],
		['2017-09', '关于领取补贴的通知', '2017-09-20', '有疑问的，请联系村会计，电话13900000001。'],
		['2018-02', '', '2018-02-05', '这一条在原网站上没有标题。'],
	].map(([id, title, date, html]) => JSON.stringify({ id, title, date, html, office: '望溪镇', column: '通知公告' }));
	const file = { name: '旧网站导出.jsonl', content: Buffer.from(lines.join('\n')) };
	await desk.upload(OFFICER, '/api/imports', { name: '旧网站' }, [file]);
}

interface Item {
	day: string;
	title: string;
	summary: string;
	body: string;
	files: readonly DemoFile[];
	publish: boolean;
}

async function withFiles(desk: Desk, office: DemoOfficeRow, item: Item): Promise<void> {
	const { day, title, summary, body, files, publish } = item;
	const staff = staffOf(office.slug);
	const columns = await columnsOf(desk, office.slug, office.id);
	const column = columns.find(({ name }) => name === '通知公告');
	desk.at(day, 9);
	const created = await desk.post(staff.clerk, '/api/documents', { columnId: column?.id, type: 'notice', title });
	const { id } = created.body as { id: number };
	const added = (await desk.upload(staff.clerk, `/api/documents/${id}/attachments`, {}, files)).body as {
		id: number;
	}[];
	const { version, content } = (await desk.get(staff.clerk, `/api/documents/${id}`)).body as {
		version: number;
		content: object;
	};
	const filled = {
		...{ title, summary, body, issuer: office.name, formedOn: day, theme: '农业、林业、水利', genre: '公告' },
		...{ attribute: 'active', keywords: ['公示'], responsibleUnit: office.contactOffice },
		attachments: added.map((file) => file.id),
	};
	await desk.put(staff.clerk, `/api/documents/${id}/draft`, { version, content: { ...content, ...filled } });
	// A busy machine may not come to read a pdf; the leader has looked at it anyhow.
	if (publish) await carry(desk, id, staff, day, 'published', { checkedByHand: true });
}

async function projects(office: DemoOfficeRow): Promise<Uint8Array> {
	const book = new ExcelJS.Workbook();
	const sheet = book.addWorksheet('项目安排');
	sheet.addRow([`${office.shortName}水渠清淤项目安排表`]);
	sheet.mergeCells('A1:E1');
	sheet.addRow(['序号', '村', '长度（米）', '资金（万元）', '完成日期']);
	office.villages.forEach((village, at) => {
		const done = new Date(Date.UTC(2026, 9, 10 + at));
		sheet.addRow([at + 1, village, 1200 + at * 350, 3.6 + at * 0.75, done]);
	});
	sheet.getColumn(4).numFmt = '0.00';
	sheet.getColumn(5).numFmt = 'yyyy-mm-dd';
	return new Uint8Array(await book.xlsx.writeBuffer());
}

async function relief(): Promise<Uint8Array> {
	const book = new ExcelJS.Workbook();
	const sheet = book.addWorksheet('名单');
	sheet.addRow(['序号', '户主', '救助类别', '联系电话', '金额（元）']);
	sheet.addRow([1, '李建国', '临时救助', '13900000001', 1200]);
	sheet.addRow([2, '王秀兰', '临时救助', '13900000002', 900]);
	sheet.addRow([3, '陈德明', '临时救助', '13900000003', 1500]);
	return new Uint8Array(await book.xlsx.writeBuffer());
}

function paperOf(office: DemoOfficeRow): OfficialDocument {
	return {
		title: '水渠清淤实施说明',
		blocks: [
			{ kind: 'paragraph', text: '清淤在秋收后进行，由各村组织，镇里派人验收。' },
			{ kind: 'paragraph', text: '验收不合格的，限期返工；资金在验收后拨付，结果在镇公开栏张贴。' },
		],
		signature: { office: office.name, day: '2026年9月20日' },
	};
}
