import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonKey } from '../../../test/fixtures.ts';
import { type Desk, openDesk } from './desk.setup.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk();
});
afterAll(() => desk?.server.close());

interface Result {
	ready: boolean;
	imported: number;
	rows: {
		row: number;
		title: string;
		kindLabel: string;
		officeName: string;
		isKnown: boolean;
		issues: { message: string }[];
	}[];
}

const HEAD = '工单编号,受理时间,诉求类别,诉求内容,承办单位,诉求人,来电号码,满意度';
const csv = (...lines: string[]) => [HEAD, ...lines].join('\r\n');

const send = async (content: string | Uint8Array, mode: 'check' | 'save' = 'check', person: PersonKey = 'clerk') => {
	const browser = await desk.as(person);
	const answer = await browser.upload('/api/concerns/import', [{ name: '工单.csv', content }], { mode });
	return { status: answer.statusCode, body: answer.json() as Result & { issues: { message: string }[] } };
};
const total = async (person: PersonKey = 'clerk') => (await desk.get<{ total: number }>(person, '/api/concerns')).total;

describe('orders of the hotline', () => {
	const GOOD = csv(
		'12345-001,2026-05-30 09:15,投诉,"来电反映：村口路灯不亮，""晚上""出行不便。",,王女士,13900139000,',
		'12345-002,2026/5/31 21:05:30,投诉举报,反映道路工程结算信息没有公开。,柳溪镇,匿名,,',
		'12345-003,2026年5月31日,要求公开信息,希望公布校车路线和时间。,柳溪镇人民政府,,,',
	);

	it('are looked at before, come in once however often, and who called is sealed', async () => {
		const looked = (await send(GOOD)).body;
		expect([looked.ready, looked.imported, await total()]).toEqual([true, 0, 0]);
		expect(looked.rows.map(({ kindLabel }) => kindLabel)).toEqual(['咨询建议', '投诉举报', '点题公开']);
		expect(looked.rows[0]).toMatchObject({
			row: 2,
			title: '来电反映：村口路灯不亮，"晚上"出行不便',
			officeName: '柳溪镇',
		});
		expect((await send(GOOD, 'save')).body.imported).toBe(3);
		expect(await total()).toBe(3);
		const again = (await send(GOOD, 'save')).body;
		expect([again.imported, again.rows.every(({ isKnown }) => isKnown), await total()]).toEqual([0, true, 3]);
		const { rows } = await desk.get<{ rows: { id: number; originLabel: string; receivedAt: string }[] }>(
			'clerk',
			'/api/concerns?q=路灯',
		);
		expect(rows[0]).toMatchObject({ originLabel: '12345热线', receivedAt: '2026-05-30T01:15:00.000Z' });
		const { pool } = desk.server.services.database;
		for (const table of ['concern', 'concern_contact', 'concern_step', 'audit_entry', 'event']) {
			const { rows: raw } = await pool.query(`select to_jsonb(t)::text as row from ${table} t`);
			expect(raw.map(({ row }) => row).join(), table).not.toMatch(/王女士|13900139000/);
		}
		const contact = await desk.send('clerk', `/api/concerns/${rows[0]?.id}/contact`, { reason: '电话回访' });
		expect(contact.body).toMatchObject({ name: '王女士', phone: '13900139000' });
	});

	it('a sheet that grew since goes on where it was', async () => {
		const before = await total();
		const longer = `${GOOD}\r\n12345-004,2026-06-01 09:00,咨询,请问医保在哪里缴费。,,,,`;
		const { body } = await send(longer, 'save');
		expect([body.imported, await total()]).toEqual([1, before + 1]);
	});

	it('tell each fault beside its row, in Chinese, and then none comes in', async () => {
		const before = await total();
		const { body } = await send(
			csv(
				',2026-05-30 09:15,咨询,没有工单号的工单内容。,,,,',
				'A-1,2026-13-30,咨询,日期不对的工单内容。,,,,',
				'A-2,2027-01-01 09:00,咨询,将来的工单内容。,,,,',
				'A-3,2026-05-30 09:15,咨询,短,,,,',
				'A-4,2026-05-30 09:15,咨询,不知道的承办单位。,某某局,,,',
				'A-5,2026-05-30 09:15,咨询,别的机关承办的工单。,石桥镇,,,',
				'A-6,2026-05-30 09:15,咨询,电话不正确的工单。,,,12,',
				'A-7,2026-05-30 09:15,咨询,同一工单号的工单。,,,,',
				'A-7,2026-05-30 09:15,咨询,同一工单号的工单。,,,,',
			),
			'save',
		);
		expect(body.rows.map(({ row, issues }) => `${row} ${issues.map(({ message }) => message).join('')}`)).toEqual([
			'2 请填写工单号。',
			'3 来电时间应写成 2026-06-01 09:30，不能晚于现在。',
			'4 来电时间应写成 2026-06-01 09:30，不能晚于现在。',
			'5 请填写标题（2至80个字）。请写明具体内容（5至5000个字）。',
			'6 没有名称为「某某局」的机关，请填写机关全称或者简称。',
			'7 只能导入本机关承办的工单；其他机关的，请由县政务公开办导入。',
			'8 电话号码不正确，请检查；也可以不填。',
			'9 ',
			'10 工单号与第9行相同。',
		]);
		expect([body.ready, body.imported, await total()]).toEqual([false, 0, before]);
	});

	it('of all offices are imported by the county; two sheets at once bring each order once', async () => {
		const sheet = csv(
			'B-1,2026-05-30 09:15,咨询,石桥镇承办的第一件。,石桥镇,,,',
			'B-2,2026-05-30 09:15,咨询,石桥镇承办的第二件。,石桥镇,,,',
		);
		const both = await Promise.all([send(sheet, 'save', 'countyOfficer'), send(sheet, 'save', 'countyOfficer')]);
		expect(both.map(({ body }) => body.imported).sort()).toEqual([0, 2]);
		expect(await total('clerkB')).toBe(2);
		// Another office is not told whether it is in: its own sheet names it and it is passed over.
		expect((await send(sheet, 'save', 'clerkB')).body.imported).toBe(0);
	});

	it('as an .xlsx file keep their time, whatever the cells are', async () => {
		const book = new ExcelJS.Workbook();
		const sheet = book.addWorksheet('导出');
		sheet.addRow(['工单号', '来电时间', '标题', '反映内容', '联系电话']);
		sheet.addRow([
			'X-1',
			new Date(Date.UTC(2026, 4, 30, 9, 30)),
			'路面塌陷',
			'来电反映路面塌陷，需要维修。',
			13900139000,
		]);
		const { body } = await send(new Uint8Array(await book.xlsx.writeBuffer()), 'save');
		expect(body).toMatchObject({ imported: 1, rows: [{ title: '路面塌陷' }] });
		const { rows } = await desk.get<{ rows: { receivedAt: string }[] }>('clerk', '/api/concerns?q=路面塌陷');
		expect(rows[0]?.receivedAt).toBe('2026-05-30T01:30:00.000Z');
	});

	it('in GB18030 are read, and what is no table is refused with a sentence', async () => {
		const gb = new Uint8Array([0xb9, 0xa4, 0xb5, 0xa5, 0xba, 0xc5, 0x2c, 0x31]);
		expect((await send(gb)).body.issues[0]?.message).toContain('「来电时间」、「诉求内容」');
		for (const content of [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'PK broken archive', '']) {
			const { status, body } = await send(content);
			expect(status).toBe(422);
			expect(body.issues[0]?.message).toMatch(/表格/);
		}
	});

	it('have a template that reads back', async () => {
		const clerk = await desk.as('clerk');
		const template = await clerk.get('/api/concerns/import/template');
		expect(template.statusCode).toBe(200);
		expect((await send(template.rawPayload)).body).toMatchObject({ ready: true, rows: [{ row: 2 }] });
		expect((await (await desk.as('leader')).get('/api/concerns/import/template')).statusCode).toBe(403);
	});
});
