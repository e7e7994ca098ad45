import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.setup.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk('2026-06-01T02:00:00Z');
});
afterAll(() => desk?.server.close());

const record = async (more: Record<string, string> = {}, person: 'countyOfficer' | 'clerk' = 'countyOfficer') =>
	await (await desk.as(person)).upload('/api/accountability', [{ name: '决定.txt', content: '决定书' }], {
		...{ officeId: String(desk.county.townshipA.id), kind: 'circular', basis: '47', decidedBy: '青河县人民政府办公室' },
		...{ decidedOn: '2026-05-20', persons: '2', facts: '连续两次监测发现问题后没有按期整改。', ...more },
	});
const lines = async () => {
	await desk.server.settle();
	const url = '/api/registers/entries?kind=accountability&from=2026-01-01&to=2026-12-31&year=2026';
	return (await (await desk.as('clerk')).get(url)).json().rows;
};

describe('责任追究 (第四十七、五十二、五十三条)', () => {
	it('is recorded by the county, read by the office, counted once in its register, and gone from there when struck out', async () => {
		const made = await record();
		expect(made.statusCode, made.body).toBe(200);
		const { id } = made.json();
		const [row] = (await (await desk.as('clerk')).get('/api/accountability')).json().rows;
		expect(row).toMatchObject({ kindLabel: '通报批评', basisLabel: '《条例》第四十七条', persons: 2, voided: null });
		expect((await (await desk.as('clerk')).get(`/api/accountability/${id}/paper`)).body).toBe('决定书');
		expect((await lines()).map((line: { quantity: string }) => line.quantity)).toEqual(['2']);
		// The job may run twice.
		const { pool } = desk.server.services.database;
		await pool.query("update job set done_at = null, run_at = now(), attempts = 0 where kind = 'registers.recordDue'");
		expect(await lines()).toHaveLength(1);
		const officer = await desk.as('countyOfficer');
		expect((await officer.post(`/api/accountability/${id}/void`, { reason: '' })).statusCode).toBe(422);
		expect((await officer.post(`/api/accountability/${id}/void`, { reason: '复核后决定撤销通报。' })).statusCode).toBe(
			200,
		);
		expect((await officer.post(`/api/accountability/${id}/void`, { reason: '复核后决定撤销通报。' })).statusCode).toBe(
			409,
		);
		expect(await lines()).toEqual([]);
		const [kept] = (await (await desk.as('clerk')).get('/api/accountability')).json().rows;
		expect(kept.voided.reason).toBe('复核后决定撤销通报。');
	});

	it('is no other office’s business', async () => {
		const { id } = (await record()).json();
		expect((await (await desk.as('clerkB')).get('/api/accountability')).json()).toEqual({ rows: [] });
		expect((await (await desk.as('clerkB')).get(`/api/accountability/${id}/paper`)).statusCode).toBe(404);
		expect((await record({}, 'clerk')).statusCode).toBe(403);
	});

	it('says what is wrong beside its field, and names nobody', async () => {
		const fields = async (more: Record<string, string>) =>
			(await record(more)).json().issues.map(({ field }: { field: string }) => field);
		expect(await fields({ decidedOn: '2026-06-02' })).toEqual(['decidedOn']);
		expect(await fields({ persons: 'x' })).toEqual(['persons']);
		expect(await fields({ officeId: '999999' })).toEqual(['officeId']);
		expect(await fields({ roundId: '999999' })).toEqual(['roundId']);
		expect(await fields({ facts: '责任人身份证号110101199003070011，没有整改。' })).toEqual(['facts']);
	});

	it('is numbered without gap when many come at once', async () => {
		await Promise.all(Array.from({ length: 5 }, () => record()));
		const { rows } = (await (await desk.as('countyOfficer')).get('/api/accountability')).json();
		const serials = rows
			.map(({ number }: { number: string }) => Number(number.slice(6)))
			.sort((a: number, b: number) => a - b);
		expect(serials).toEqual(serials.map((_: number, at: number) => at + 1));
	});
});
