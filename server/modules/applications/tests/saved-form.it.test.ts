import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, openDesk, portalForm, readReceipt } from '../../../../test/applications.ts';

/** A citizen on an old phone stops in the middle and goes on another day; nobody else can read what was typed. */
let desk: Desk;
beforeAll(async () => {
	desk = await openDesk();
});
afterAll(() => desk?.server.close());

/** Half a form, as it is when somebody stops. */
const HALF = { applicantKind: 'natural', 'person.name': '乔子衿', phone: '13900001234', title: '村级道路<硬化>资料' };

async function put(form: Record<string, string> = HALF): Promise<string> {
	const { body, statusCode } = await desk.post('/apply/liuxi', { ...form, save: '1' });
	expect(statusCode).toBe(200);
	return /([0-9A-Z]{5}-[0-9A-Z]{5})/.exec(body)?.[1] ?? '';
}
const resume = (code: string) => desk.post('/apply/resume', { code });
const rows = async () => (await desk.server.services.database.pool.query('select * from saved_form')).rows;

describe('a form put aside', () => {
	test('comes back filled, with the code alone; nothing of it can be read without', async () => {
		const code = await put();
		const { body, statusCode } = await resume(code.toLowerCase());
		expect(statusCode).toBe(200);
		expect(body).toContain('value="乔子衿"');
		expect(body).toContain('村级道路&lt;硬化&gt;资料');
		expect(body).toContain(`name="savedCode" value="${code.replace('-', '')}"`);
		const { rows: kept } = await desk.server.services.database.pool.query(
			'select t::text as row from saved_form t union all select t::text from audit_entry t union all select t::text from timeline t',
		);
		const text = kept.map(({ row }) => row).join('\n');
		for (const words of ['乔子衿', '13900001234', code, code.replace('-', '')]) {
			expect(text).not.toContain(words);
			expect(text).not.toContain(Buffer.from(words).toString('hex'));
		}
	});

	test('put aside again keeps its code and its place', async () => {
		const code = await put();
		const count = (await rows()).length;
		const again = await put({ ...HALF, title: '改过的名称', savedCode: code });
		expect(again).toBe(code);
		expect(await rows()).toHaveLength(count);
		expect((await resume(code)).body).toContain('改过的名称');
	});

	test('is kept as many days as the county says, thirty where it says nothing', async () => {
		const last = async () => {
			await put();
			const { rows: kept } = await desk.server.services.database.pool.query(
				'select max(expires_on)::text as day from saved_form',
			);
			return kept[0].day;
		};
		expect(await last()).toBe('2026-07-01');
		const officer = await desk.as('countyOfficer');
		const set = async (savedFormDays: number) => {
			const { since } = (await officer.get('/api/settings')).json().limits;
			await officer.put('/api/settings/limits', { value: { savedFormDays }, since });
		};
		await set(60);
		expect(await last()).toBe('2026-07-31');
		await set(30);
		await desk.server.services.database.pool.query('delete from saved_form');
	});

	test('takes no code a sender made up', async () => {
		expect(await put({ ...HALF, savedCode: 'AAAAA-AAAAA' })).not.toBe('AAAAA-AAAAA');
	});

	test('is gone once it has been sent, and only then', async () => {
		const code = await put();
		const savedCode = code.replace('-', '');
		expect((await desk.post('/apply/liuxi', { ...HALF, savedCode })).statusCode).toBe(422);
		expect((await resume(code)).statusCode).toBe(200);
		const sent = await desk.post('/apply/liuxi', portalForm({ savedCode }));
		expect(readReceipt(sent.body).number).toContain('柳溪镇公开');
		expect((await resume(code)).statusCode).toBe(422);
	});

	test('is no application: it takes no number, and counts in no register', async () => {
		const before = (await desk.server.services.database.pool.query('select count(*) from application')).rows;
		await put();
		expect((await desk.server.services.database.pool.query('select count(*) from application')).rows).toEqual(before);
	});

	test('is forgotten after thirty days', async () => {
		const code = await put();
		desk.day('2026-07-01');
		expect((await resume(code)).statusCode).toBe(200);
		desk.day('2026-07-02');
		const late = await resume(code);
		expect(late.statusCode).toBe(422);
		expect(late.body).toContain('没有找到这个保存码');
		await put();
		expect((await rows()).every(({ expires_on }) => String(expires_on) >= '2026-07-02')).toBe(true);
		desk.day('2026-06-01');
	});

	test.each([
		['nothing', ''],
		['three letters', 'ABC'],
		['a long text', 'A'.repeat(5000)],
		['a NUL', '\u0000'],
	])('is not opened by %s', async (_, code) => {
		expect((await resume(code)).statusCode).toBe(422);
	});
});
