import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	APPLICANT,
	type Desk,
	file,
	handled,
	openDesk,
	refused,
	step,
	today,
	view,
} from '../../../../test/applications.ts';
import { reader } from '../../../platform/transaction.ts';
import { countTable3 } from '../index.ts';

/** 一事一申请: a request for several things counts as its parts (law.md, counting rules of table 3). */
let desk: Desk;
beforeAll(async () => {
	desk = await openDesk('2026-06-01');
});
afterAll(() => desk?.close());

const REASON = '两项内容互不相关';
const rows = async (q: string) =>
	(await (await desk.as('clerk')).get(`/api/applications?q=${encodeURIComponent(q)}&pageSize=50`)).json().rows;

describe('a request split', () => {
	test('is worked on as its parts: own numbers and receipts, the same day, clock, papers, applicant and code', async () => {
		const filed = await file(desk, { title: '2025年道路养护资金和危房改造名单' });
		const [found] = await rows(filed.number);
		const id: number = found.id;
		await step(desk, 'clerk', id, 'confirm', { confirmedOn: today(desk), how: '电话' });
		await step(desk, 'clerk', id, 'startHandling');
		await step(desk, 'clerk', id, 'split', { items: '2025年道路养护资金\n2025年危房改造名单', reason: REASON });
		const own = await view(desk, id);
		expect(own.summary.title).toBe('2025年道路养护资金');
		expect(JSON.stringify(own.history)).toContain(REASON);
		const [part] = await rows('危房改造');
		expect(part.number).not.toBe(filed.number);
		const other = await view(desk, part.id);
		expect(other.summary).toMatchObject({
			title: '2025年危房改造名单',
			state: own.summary.state,
			receivedOn: own.summary.receivedOn,
			dueOn: own.summary.dueOn,
		});
		expect(other.letters.map(({ template }: { template: string }) => template)).toEqual(['D03']);
		expect(JSON.stringify(other.history)).toContain(`由${filed.number}按一事一申请拆分`);
		const page = await desk.post('/query', { number: part.number, code: filed.code });
		expect([page.statusCode, page.body]).toEqual([200, expect.stringContaining('2025年危房改造名单')]);
		const identity = await (await desk.as('clerk')).post(`/api/applications/${part.id}/identity`, {
			reason: '寄送回执',
		});
		expect(JSON.stringify(identity.json())).toContain(APPLICANT.idNumber);
	});

	test('counts as its parts', async () => {
		const count = async () => {
			const read = reader(desk.server.as(desk.county.actor('clerk')));
			const cells = await countTable3(read, { officeId: desk.county.townshipA.id, year: 2026, form: '2021' });
			return cells['t3.new.natural']?.length ?? 0;
		};
		const before = await count();
		const id = await handled(desk);
		expect(await count()).toBe(before + 1);
		await step(desk, 'clerk', id, 'split', { items: '甲项\n乙项\n丙项', reason: REASON });
		expect(await count()).toBe(before + 3);
	});

	test('has been asked to supplement once, as a whole (第三十条), and keeps who handles it', async () => {
		const id = await handled(desk, { request: { title: '甲项和已补项' } });
		await step(desk, 'clerk', id, 'requestSupplement', { items: '请写明年份。', until: '2026-06-20' });
		await step(desk, 'clerk', id, 'supplement', { on: today(desk), text: '2025年。' });
		await step(desk, 'clerk', id, 'split', { items: '甲项\n已补项', reason: REASON });
		const [part] = (await rows('已补项')).filter((row: { id: number }) => row.id !== id);
		const again = { items: '再补', until: '2026-06-20' };
		expect(await refused(desk, 'clerk', part.id, 'requestSupplement', again)).toEqual(['supplement.once']);
		expect((await view(desk, part.id)).summary.handlerName).toBe((await view(desk, id)).summary.handlerName);
	});

	test('says beside the input what is wrong, and changes nothing', async () => {
		const id = await handled(desk);
		expect(await refused(desk, 'clerk', id, 'split', { items: '只有一项', reason: '' })).toEqual([
			'split.few',
			'split.reason',
		]);
		expect(await refused(desk, 'clerk', id, 'split', { items: `甲\n${'长'.repeat(300)}`, reason: REASON })).toEqual([
			'text.long',
		]);
		expect((await view(desk, id)).summary.title).toBe('2025年农村道路养护资金使用情况');
	});

	test('takes numbers without a gap when two split at once', async () => {
		const [a, b] = [await handled(desk), await handled(desk)];
		const body = { items: '甲\n乙\n丙', reason: REASON };
		const clerk = await desk.as('clerk');
		const answers = await Promise.all([a, b].map((id) => clerk.post(`/api/applications/${id}/split`, body)));
		expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
		const numbers = (await rows('')).map(({ number }: { number: string }) => Number(/〕(\d+)号/.exec(number)?.[1]));
		expect([...numbers].sort((x, y) => x - y)).toEqual(Array.from({ length: numbers.length }, (_, i) => i + 1));
	});

	test('is refused once last year’s report has carried it over as one', async () => {
		const id = await handled(desk);
		desk.day('2027-01-05');
		expect(await refused(desk, 'clerk', id, 'split', { items: '甲\n乙', reason: REASON })).toEqual(['split.counted']);
	});
});
