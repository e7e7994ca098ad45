import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	APPLICANT,
	type Desk,
	enter,
	openDesk,
	originalLetter,
	refused,
	step,
	view,
} from '../../../../test/applications.ts';
import { readDocx } from '../../../../test/docx.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk('2026-06-01');
});
afterAll(() => desk?.close());

const REFERRAL = { to: 'correction', record: '户籍登记的出生日期', evidence: '出生医学证明', answer: '' };

async function referred(): Promise<number> {
	desk.day('2026-06-01');
	const { id } = await enter(desk, { request: { title: '请更正我的出生日期' } });
	desk.day('2026-06-03');
	await step(desk, 'clerk', id, 'referElsewhere', REFERRAL);
	return id;
}

async function open(
	person: 'clerk' | 'clerkB' | 'countyOfficer' = 'clerk',
): Promise<{ applicationId: number; left: number; dueOn: string }[]> {
	return (await (await desk.as(person)).get('/api/applications/corrections')).json().rows;
}

const lineOf = async (id: number, person?: 'clerk' | 'clerkB' | 'countyOfficer') =>
	(await open(person)).find(({ applicationId }) => applicationId === id);

describe('更正申请 (第四十一条)', () => {
	test('leaves the procedure, takes no row of table 3, and waits with a limit of its own from the day it came', async () => {
		const id = await referred();
		const found = await view(desk, id);
		expect(found.summary).toMatchObject({ state: 'left', outcome: null });
		expect(found.letters.map(({ template }: { template: string }) => template)).toEqual(['D03']);
		// 20 working days from 1 June 2026, as an answer has; 19 June is 端午.
		expect(found.correction).toMatchObject({ record: '户籍登记的出生日期', dueOn: '2026-06-30', closedOn: null });
		expect(await lineOf(id)).toMatchObject({ dueOn: '2026-06-30', left: 18 });
		desk.day('2026-07-02');
		expect((await lineOf(id))?.left).toBe(-2);
	});

	test('is due by the county’s limit once it has set one, open cases as well', async () => {
		const id = await referred();
		const officer = await desk.as('countyOfficer');
		const set = async (correctionDays: number) => {
			const { since } = (await officer.get('/api/settings')).json().limits;
			expect((await officer.put('/api/settings/limits', { value: { correctionDays }, since })).statusCode).toBe(200);
		};
		await set(10);
		expect((await view(desk, id)).correction).toMatchObject({ dueOn: '2026-06-15' });
		expect(await lineOf(id)).toMatchObject({ dueOn: '2026-06-15', left: 8 });
		await set(20);
		expect(await lineOf(id)).toMatchObject({ dueOn: '2026-06-30' });
	});

	test.each([
		['corrected', '已予以更正', '已改为1990年3月7日。'],
		['unfounded', '不予更正', '登记与出生医学证明一致。'],
		['forwarded', '已转送有权更正的行政机关', '县公安局，电话0999-8000110'],
		['directed', '请向有权更正的行政机关提出', '县公安局，电话0999-8000110'],
	])('ends as %s by a letter that says so and tells the remedy', async (result, words, finding) => {
		const id = await referred();
		expect(await refused(desk, 'clerk', id, 'closeCorrection', { result, finding: ' ' })).toEqual([
			'correction.finding',
		]);
		await step(desk, 'clerk', id, 'closeCorrection', { result, finding });
		const { text } = readDocx(await originalLetter(desk, id, 'D29'));
		for (const part of [
			APPLICANT.name,
			'户籍登记的出生日期',
			words,
			finding.replace(/。$/, ''),
			'第四十一条',
			'行政复议',
		])
			expect(text).toContain(part);
		expect(text).not.toMatch(/。。|undefined/);
		expect(await lineOf(id)).toBeUndefined();
		expect((await view(desk, id)).correction).toMatchObject({ closedOn: '2026-06-03', result });
		expect(await refused(desk, 'clerk', id, 'closeCorrection', { result, finding })).toEqual(['correction.none']);
	});

	test('a record has to be named; what is no correction has none to close', async () => {
		const { id } = await enter(desk);
		expect(await refused(desk, 'clerk', id, 'referElsewhere', { ...REFERRAL, record: '' })).toEqual(['refer.record']);
		await step(desk, 'clerk', id, 'referElsewhere', { to: 'petition', answer: '请向信访局提出。' });
		expect(await refused(desk, 'clerk', id, 'closeCorrection', { result: 'corrected', finding: 'x' })).toEqual([
			'correction.none',
		]);
	});

	test('another office does not see it, the county does', async () => {
		const id = await referred();
		expect(await lineOf(id, 'clerkB')).toBeUndefined();
		expect(await lineOf(id, 'countyOfficer')).toBeDefined();
		expect(
			(
				await (
					await desk.as('clerkB')
				).post(`/api/applications/${id}/closeCorrection`, { result: 'corrected', finding: 'x' })
			).statusCode,
		).toBe(404);
	});

	test('of two who end it at once, one is told; there is one letter', async () => {
		const id = await referred();
		const clerk = await desk.as('clerk');
		const answers = await Promise.all(
			['corrected', 'unfounded'].map((result) =>
				clerk.post(`/api/applications/${id}/closeCorrection`, { result, finding: '经核对' }),
			),
		);
		expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
		expect(
			(await view(desk, id)).letters.filter(({ template }: { template: string }) => template === 'D29'),
		).toHaveLength(1);
	});
});
