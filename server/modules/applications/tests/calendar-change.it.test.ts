import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, enter, openDesk, step, TRACES, view } from '../../../../test/applications.ts';
import { openPostOffice, type PostOffice, textOf } from '../../../../test/post-office.ts';

/** Limits are computed from the calendar: another notice of days off moves running cases, and every move is on record. */
let post: PostOffice;
let desk: Desk;
beforeAll(async () => {
	post = await openPostOffice();
	desk = await openDesk('2026-12-21', post.env);
});
afterAll(async () => {
	await desk?.close();
	await post?.close();
});

const NOTICE = {
	scope: 'national',
	year: 2027,
	title: '关于2027年部分节假日安排的通知',
	number: '国办发明电〔2026〕9号',
	published: '2026-12-20',
	text: '一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n二、春节：2月5日（农历除夕、周五）至11日（农历正月初六、周四）放假调休，共7天。2月14日（周日）、2月20日（周六）上班。',
};
const moves = async (id: number): Promise<string[]> =>
	(await view(desk, id)).history
		.map(({ entry }: { entry: string }) => entry)
		.filter((entry: string) => entry.startsWith('节假日安排调整'));

let open: number;
let noticeId: number;

test('a notice that takes a working day away moves the limit by one, and says from when to when', async () => {
	open = (await enter(desk)).id;
	const ended = (await enter(desk)).id;
	await step(desk, 'clerk', ended, 'withdraw', { reason: '' });
	// Received on 21 December: without a notice for 2027 every weekday counts, New Year's Day too.
	expect((await view(desk, open)).summary.dueOn).toBe('2027-01-18');
	const officer = await desk.as('countyOfficer');
	const loaded = await officer.post('/api/calendar/notices', NOTICE);
	expect(loaded.statusCode, loaded.body).toBe(200);
	noticeId = loaded.json().id;
	await desk.server.settle();
	expect((await view(desk, open)).summary.dueOn).toBe('2027-01-19');
	expect(await moves(open)).toEqual(['节假日安排调整，答复期限由2027年1月18日变为2027年1月19日']);
	expect(await moves(ended)).toEqual([]);
});

test('the office is told by number, and nothing of what was asked', async () => {
	expect(post.mails.map(({ to }) => to)).toEqual(['liuxi@qinghe.example']);
	const text = textOf(post.mails[0] ?? { to: '', source: '' });
	expect(text).toContain('1件在办申请的答复期限变化');
	expect(text).toContain('2027年1月18日 → 2027年1月19日');
	for (const trace of [...TRACES, '农村道路']) expect(text).not.toContain(trace);
});

test('the same event noted twice stands there once', async () => {
	await sql`update job set done_at = null, locked_until = null where kind = 'applications.noteCalendarChange'`.execute(
		desk.server.services.database.sql,
	);
	await desk.server.settle();
	expect(await moves(open)).toHaveLength(1);
	expect(post.mails).toHaveLength(1);
});

test('a notice taken back moves the limit back, and that is on record too', async () => {
	const officer = await desk.as('countyOfficer');
	const back = await officer.post(`/api/calendar/notices/${noticeId}/withdraw`, { reason: '误录' });
	expect(back.statusCode, back.body).toBe(200);
	await desk.server.settle();
	expect((await view(desk, open)).summary.dueOn).toBe('2027-01-18');
	expect((await moves(open)).at(-1)).toBe('节假日安排调整，答复期限由2027年1月19日变为2027年1月18日');
});

test('days off that move nobody’s limit say nothing', async () => {
	const officer = await desk.as('countyOfficer');
	const far = {
		...NOTICE,
		scope: 'county',
		year: 2027,
		title: '赶集日放假',
		number: '',
		text: '一、赶集日：6月7日（周一）放假，共1天。',
	};
	expect((await officer.post('/api/calendar/notices', far)).statusCode).toBe(200);
	await desk.server.settle();
	expect(await moves(open)).toHaveLength(2);
});
