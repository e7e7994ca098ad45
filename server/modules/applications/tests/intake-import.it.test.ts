import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, openDesk, TRACES } from '../../../../test/applications.ts';
import { queryOn } from '../../../../test/everything.ts';
import { INTAKE_SHEET, type IntakeField } from '../sheets/intake-sheet.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk('2026-06-10');
});
afterAll(() => desk?.close());

type Values = Partial<Record<IntakeField, string | Date>>;

const GOOD: Values = {
	channel: '当面提交',
	submittedOn: '2026-06-10',
	applicantKind: '自然人',
	name: '王小雨',
	idNumber: '110101199003077379',
	phone: '13900001234',
	title: '2025年农村道路养护资金使用情况',
};

async function sheet(rows: Values[]): Promise<Uint8Array> {
	const book = new exceljs.Workbook();
	const page = book.addWorksheet('申请登记');
	page.addRow(INTAKE_SHEET.columns.map(({ header }) => header));
	for (const row of rows) page.addRow(INTAKE_SHEET.columns.map(({ field }) => row[field] ?? ''));
	return new Uint8Array(await book.xlsx.writeBuffer());
}

async function send(
	content: Uint8Array | string,
	mode: 'check' | 'save',
	person: 'clerk' | 'leader' | 'countyOfficer' = 'clerk',
) {
	return await (await desk.as(person)).upload('/api/applications/import', [{ name: '登记.xlsx', content }], { mode });
}

const count = async () =>
	Number(
		(await queryOn<{ n: number }>(desk.server.services.database.url, 'select count(*)::int as n from application'))[0]
			?.n,
	);

describe('批量登记', () => {
	test('the template comes with its lists and reads as its own example', async () => {
		const clerk = await desk.as('clerk');
		const answer = await clerk.get('/api/applications/import/template');
		const book = new exceljs.Workbook();
		await book.xlsx.load(answer.rawPayload.buffer.slice(answer.rawPayload.byteOffset) as ArrayBuffer);
		expect(book.worksheets[0]?.getCell('A5').dataValidation?.formulae?.[0]).toContain('邮寄（签收）');
		const checked = (await send(answer.rawPayload, 'check')).json();
		expect(checked).toMatchObject({ ready: true, rows: [{ channel: '邮寄（签收）', applicationId: null }] });
		expect(await count()).toBe(0);
	});

	test('registers every row with number, receipt and code, in the order of the sheet; a date cell is a date', async () => {
		const rows: Values[] = [
			GOOD,
			{
				...GOOD,
				channel: '邮寄（签收）',
				submittedOn: new Date('2026-06-02'),
				arrivedOn: '2026年6月4日',
				title: '水库安全鉴定报告',
			},
			{ ...GOOD, channel: '电子邮件', arrivedOn: '2026-06-10', title: '学校用地批复' },
		];
		const answer = await send(await sheet(rows), 'save');
		expect(answer.statusCode, answer.body).toBe(200);
		const { rows: done } = answer.json();
		expect(done.map(({ number }: { number: string }) => number)).toEqual(
			[1, 2, 3].map((n) => `柳溪镇公开〔2026〕${n}号`),
		);
		expect(done.map(({ code }: { code: string | null }) => code !== null)).toEqual([true, true, false]);
		const clerk = await desk.as('clerk');
		const post = (await clerk.get(`/api/applications/${done[1].applicationId}`)).json();
		expect(post.summary).toMatchObject({ receivedOn: '2026-06-04', state: 'registered' });
		expect(post.letters).toHaveLength(1);
		expect((await clerk.get(`/api/applications/${done[2].applicationId}`)).json().summary.state).toBe('arrived');
		const query = await desk.post('/query', { number: done[0].number, code: done[0].code });
		expect(query.body).toContain('办理进度');
	});

	test('with one wrong row none is registered, and every mistake is told beside its row', async () => {
		const before = await count();
		const rows: Values[] = [
			GOOD,
			{ ...GOOD, idNumber: '110101199003077370', title: '甲' },
			{ ...GOOD, channel: '快递', submittedOn: '六月', title: '' },
			{ ...GOOD, channel: '邮寄（签收）', title: '乙' },
			{ ...GOOD, submittedOn: '2026-06-11', title: '丙' },
			GOOD,
		];
		const { ready, rows: judged } = (await send(await sheet(rows), 'check')).json();
		expect(ready).toBe(false);
		expect(
			judged.map(({ row, issues }: { row: number; issues: { key: string }[] }) => [row, issues.map(({ key }) => key)]),
		).toEqual([
			[2, []],
			[3, ['applicant.idCard']],
			[4, ['row.word', 'day.invalid', 'request.title']],
			[5, ['day.invalid']],
			[6, ['day.future']],
			[7, ['row.twice']],
		]);
		const saved = await send(await sheet(rows), 'save');
		expect(saved.statusCode).toBe(422);
		expect(await count()).toBe(before);
	});

	test('the sheet, which names people, is kept nowhere: no file, no log, no audit', async () => {
		const files = async () =>
			Number(
				(await queryOn<{ n: number }>(desk.server.services.database.url, 'select count(*)::int as n from file'))[0]?.n,
			);
		const before = await files();
		await send(await sheet([{ ...GOOD, title: '只检查' }]), 'check');
		expect(await files()).toBe(before);
		const audit = await queryOn<{ whole: string }>(
			desk.server.services.database.url,
			`select coalesce(string_agg(a::text, ' '), '') as whole from audit_entry a`,
		);
		for (const trace of TRACES) expect(audit[0]?.whole).not.toContain(trace);
	});

	test('what is no sheet, an empty one, too many rows, and who may not', async () => {
		for (const [content, key] of [
			['不是表格', 'import.file'],
			[await sheet([]), 'import.empty'],
			[await sheet(Array.from({ length: 101 }, (_, n) => ({ ...GOOD, title: `第${n}件` }))), 'import.tooMany'],
		] as const) {
			expect((await send(content, 'check')).json().issues[0].key).toBe(key);
		}
		for (const person of ['leader', 'countyOfficer'] as const)
			expect((await send(await sheet([GOOD]), 'save', person)).statusCode).toBe(403);
	});
});
