import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, enter, file, handled, openDesk, step, today, view, WHERE } from '../../../../test/applications.ts';
import { readDocx } from '../../../../test/docx.ts';

/** How townships say they handle applications (docs/requirements.md). */
let desk: Desk;
beforeAll(async () => {
	desk = await openDesk('2026-06-01');
});
afterAll(() => desk?.close());

const clerk = async () => await desk.as('clerk');

/** 条例第三十三条第一款. */
describe('somebody stands at the counter', () => {
	test('and is answered on the spot: received, signed, handed over the same day', async () => {
		const { id } = await enter(desk);
		await step(desk, 'clerk', id, 'startHandling');
		await step(desk, 'clerk', id, 'propose', { outcome: 'O1', details: WHERE });
		await step(desk, 'leader', id, 'approve');
		await step(desk, 'clerk', id, 'serve', { way: 'counter', servedOn: today(desk) });
		const { summary } = await view(desk, id);
		expect(summary).toMatchObject({ state: 'answered', receivedOn: '2026-06-01', concludedOn: '2026-06-01' });
		const { rows } = (await (await clerk()).get('/api/applications/open')).json();
		expect(rows.map((row: { id: number }) => row.id)).not.toContain(id);
	});

	test('and what cannot be answered on the spot runs from that day, twenty working days', async () => {
		const { id } = await enter(desk);
		const { rows } = (await (await clerk()).get('/api/applications/open')).json();
		const line = rows.find((row: { id: number }) => row.id === id);
		// 端午, 2026-06-19, is off.
		expect(line).toMatchObject({ dueOn: '2026-06-30', left: 20 });
	});
});

/** 办理表格: what the file of a case holds, on paper. */
describe('a paper of the case', () => {
	test.each([
		['the receipt', 'D03', '回执'],
		['the notice of the result', 'D15', '告知书'],
	])('%s', async (_, template, words) => {
		const id = await handled(desk);
		await step(desk, 'clerk', id, 'propose', { outcome: 'O1', details: WHERE });
		await step(desk, 'leader', id, 'approve');
		const { letters, summary } = await view(desk, id);
		const letter = letters.find((one: { template: string }) => one.template === template);
		const answer = await (await clerk()).get(`/api/applications/${id}/letters/${letter?.id}`);
		const { text } = readDocx(answer.rawPayload);
		expect(text).toContain(words);
		expect(text).toContain(summary.number);
		// The copy of the file names nobody.
		expect(text).not.toContain('王小雨');
	});
});

/** 条例第三十四、三十五条: another office is asked inside the procedure, not beside it. */
describe('offices work together', () => {
	test('what another office made is asked of it, with a limit, and its answer stays in the file', async () => {
		const id = await handled(desk);
		await step(desk, 'clerk', id, 'consultations', { kind: 'agency', agency: '青河县水务局', information: '水厂批复' });
		expect((await view(desk, id)).summary.state).toBe('otherAgency');
		const { consultations } = await view(desk, id);
		expect(consultations).toHaveLength(1);
		const [asked] = consultations;
		expect(asked).toMatchObject({ kind: 'agency', information: '水厂批复' });
		const reply = { on: today(desk), reply: 'answered', reasons: '没有意见' };
		await step(desk, 'clerk', id, `consultations/${asked.id}/reply`, reply);
		const after = await view(desk, id);
		expect(after.summary.state).toBe('handling');
		expect(after.history.at(-1)?.entry).toBe('其他机关意见：已答复');
		expect(after.consultations[0]).toMatchObject({ reply: 'answered' });
	});
});

describe('counted as it came', () => {
	test.each([
		['an application over the counter', { channel: 'counter' }],
		['an application by letter', { channel: 'registeredPost', arrivedOn: '2026-06-01' }],
	])('%s', async (_, change) => {
		const list = async () =>
			(await (await clerk()).get(`/api/applications?channel=${change.channel}`)).json().total as number;
		const before = await list();
		await enter(desk, change);
		expect(await list()).toBe(before + 1);
	});

	test('an application by the net', async () => {
		const list = async () => (await (await clerk()).get('/api/applications?channel=portal')).json().total as number;
		const before = await list();
		await file(desk);
		expect(await list()).toBe(before + 1);
	});

	test('none is a number too: a year without any lists nothing', async () => {
		expect((await (await clerk()).get('/api/applications?year=2019')).json()).toMatchObject({ total: 0, rows: [] });
	});
});
