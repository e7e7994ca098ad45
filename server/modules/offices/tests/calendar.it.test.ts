import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../../../test/app.ts';
import { type Browser, makeCounty, signIn } from '../../../../test/fixtures.ts';
import { reader } from '../../../platform/transaction.ts';
import { workingCalendar } from '../index.ts';

let server: TestApp;
let officer: Browser;
beforeAll(async () => {
	server = await createTestApp('2026-11-10T01:00:00Z');
	await makeCounty(server);
	officer = await signIn(server, 'countyOfficer');
});
afterAll(() => server.close());

/** An invented arrangement of 2027 in the words of a notice. */
const TEXT = `各省、自治区、直辖市人民政府：
经批准，现将2027年部分节假日放假调休日期的具体安排通知如下。
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（农历除夕、周五）至11日（农历正月初六、周四）放假调休，共7天。2月14日（周日）、2月20日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。`;
const notice = (more: object = {}) => ({
	scope: 'national',
	year: 2027,
	title: '关于2027年部分节假日安排的通知',
	number: '国办发明电〔2026〕9号',
	published: '2026-11-05',
	text: TEXT,
	...more,
});
const calendar = async () => await workingCalendar(reader(server.as({ kind: 'public' })));
const messages = (answer: { json(): { issues: { field: string; message: string }[] } }) => answer.json().issues;

describe('before the notice is loaded', () => {
	test('the year has no calendar and every limit into it says so', async () => {
		const { latest } = await calendar();
		expect(latest.lastCovered).toBe('2026-12-31');
		expect(latest.addWorkingDays('2027-02-01', 10)).toMatchObject({
			day: '2027-02-15',
			mark: '日历未发布，暂按周末推算',
		});
		const view = (await officer.get('/api/calendar')).json();
		expect(view.years[0]).toMatchObject({ year: 2026, workingDays: 248 });
		expect(view.years[0].notices[0]).toMatchObject({ id: '2026', builtIn: true });
		const { days } = (await officer.get('/api/calendar/2027')).json();
		expect(days).toHaveLength(365);
		expect(days[0]).toMatchObject({ day: '2027-01-01', working: true, provisional: true });
	});
});

describe('the preview', () => {
	test('shows what was read, what was passed over, and which days change', async () => {
		const seen = (await officer.post('/api/calendar/preview', notice())).json();
		expect(seen.issues).toEqual([]);
		expect(seen.arrangements).toEqual([
			{ holiday: '元旦', off: ['2027-01-01', '2027-01-03'], work: [] },
			{ holiday: '春节', off: ['2027-02-05', '2027-02-11'], work: ['2027-02-14', '2027-02-20'] },
			{ holiday: '清明节', off: ['2027-04-03', '2027-04-05'], work: [] },
		]);
		expect(seen.ignored).toHaveLength(2);
		expect(seen.effect).toMatchObject({ workingDaysBefore: 261, workingDaysAfter: 256 });
		expect(seen.effect.days).toContainEqual({
			day: '2027-02-14',
			weekday: '星期日',
			worked: true,
			before: '周末',
			after: '调休上班（春节）',
		});
		expect(seen.effect.days).toHaveLength(9);
		expect((await calendar()).latest.lastCovered).toBe('2026-12-31');
	});

	test('tells every mistake beside its field and shows no effect', async () => {
		const body = notice({
			title: ' ',
			published: '2026-11-31',
			text: TEXT.replace('共7天', '共8天').replace('5日（周一）', '5日（周二）'),
		});
		const seen = (await officer.post('/api/calendar/preview', body)).json();
		expect(seen.effect).toBeNull();
		expect(seen.issues.map(({ field, message }: { field: string; message: string }) => `${field}: ${message}`)).toEqual(
			[
				'text: 「春节」写明共8天，起止日期之间为7天，请核对。',
				'text: 「清明节」中的2027-04-05是星期一，与通知所写不符，请核对。',
				'title: 请填写通知标题。',
				'published: 发布日期应为实际存在的日期，格式如2026-11-04。',
			],
		);
	});

	test('finds a text without any arrangement', async () => {
		const seen = (await officer.post('/api/calendar/preview', notice({ text: '请见附件。' }))).json();
		expect(seen.issues).toEqual([
			{ field: 'text', key: 'notice.nothing', message: '没有读到任何节假日安排，请粘贴通知正文，每个节日一行。' },
		]);
		expect(seen.ignored).toEqual(['请见附件。']);
	});
});

describe('loading', () => {
	test('changes every limit from then on; one computed before stays explainable', async () => {
		const before = await calendar();
		const answer = await officer.post('/api/calendar/notices', notice());
		expect(answer.statusCode).toBe(200);
		const after = await calendar();
		expect(after.latest.lastCovered).toBe('2027-12-31');
		expect(after.latest.addWorkingDays('2027-02-01', 10)).toMatchObject({ day: '2027-02-19', mark: null });
		expect(after.asOf('2026-11-04').addWorkingDays('2027-02-01', 10).day).toBe('2027-02-15');
		expect(before.latest.isWorkingDay('2027-02-08')).toBe(true);
		const view = (await officer.get('/api/calendar')).json();
		expect(view.loaded[0]).toMatchObject({
			title: '关于2027年部分节假日安排的通知',
			createdByName: '顾宁',
			withdrawnAt: null,
		});
		expect(view.years[0].notices[0]).toMatchObject({ id: '2027', builtIn: false });
	});

	test('the same again is refused, and so is one with mistakes', async () => {
		const again = await officer.post('/api/calendar/notices', notice());
		expect(messages(again)[0]).toMatchObject({ field: 'published', key: 'notice.sameId' });
		const wrong = await officer.post(
			'/api/calendar/notices',
			notice({ published: '2026-11-08', text: '元旦：1月1日放假，1月5日上班' }),
		);
		expect(messages(wrong).map(({ field, message }) => `${field}: ${message}`)).toEqual([
			'text: 2027-01-05是星期二，本来就是工作日，不应列为调休上班。',
		]);
	});

	test('a second notice of the year changes what it names, and only that', async () => {
		const change = {
			published: '2027-01-20',
			title: '关于调整2027年清明节假期的通知',
			text: '清明节：4月3日至6日放假，共4天。4月10日上班。',
		};
		expect((await officer.post('/api/calendar/notices', notice(change))).statusCode).toBe(200);
		const { latest } = await calendar();
		expect([latest.isWorkingDay('2027-04-06'), latest.isWorkingDay('2027-02-08')]).toEqual([false, false]);
		const unknown = { ...change, published: '2027-01-25', text: '重阳节：10月9日放假。' };
		const refused = await officer.post('/api/calendar/notices', notice(unknown));
		expect(messages(refused)[0]?.message).toContain('原通知中没有「重阳节」');
	});

	test('two people load the same at the same moment: once', async () => {
		const local = {
			scope: 'county',
			title: '关于民族节日放假的通知',
			published: '2026-11-09',
			stopsClocks: true,
			text: '青河节：3月3日放假。',
		};
		const administrator = await signIn(server, 'administrator');
		const answers = await Promise.all([
			officer.post('/api/calendar/notices', notice(local)),
			administrator.post('/api/calendar/notices', notice(local)),
		]);
		expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
		expect((await calendar()).latest.describe('2027-03-03')).toMatchObject({
			working: false,
			reason: '本地放假（青河节）',
		});
	});

	test('local days off that stop no clocks are only noted', async () => {
		const local = {
			scope: 'county',
			title: '关于县庆日的通知',
			published: '2026-11-10',
			stopsClocks: false,
			text: '县庆日：5月18日放假。',
		};
		await officer.post('/api/calendar/notices', notice(local));
		expect((await calendar()).latest.describe('2027-05-18')).toMatchObject({
			working: true,
			reason: '工作日（本地放假「县庆日」，不影响法定期限）',
		});
	});
});

test('a mistake in a notice that came with the system is corrected by typing it in anew', async () => {
	const official = { year: 2026, published: '2025-11-04', title: '关于2026年部分节假日安排的通知' };
	const text = '元旦：1月1日至3日放假，共3天。1月4日上班。\n端午节：6月19日至22日放假，共4天。';
	expect((await officer.post('/api/calendar/notices', notice({ ...official, text }))).statusCode).toBe(200);
	expect((await calendar()).latest.isWorkingDay('2026-06-22')).toBe(false);
	const { years } = (await officer.get('/api/calendar')).json();
	const [corrected] = years.find(({ year }: { year: number }) => year === 2026).notices;
	expect(corrected).toMatchObject({ id: '2026', builtIn: false });
	const { loaded } = (await officer.get('/api/calendar')).json();
	const { id } = loaded.find(({ year }: { year: number }) => year === 2026);
	await officer.post(`/api/calendar/notices/${id}/withdraw`, { reason: '恢复原有安排' });
	expect((await calendar()).latest.isWorkingDay('2026-06-22')).toBe(true);
});

test('a local notice that says nothing about clocks does what the county decided', async () => {
	const local = (n: number) => ({
		scope: 'county',
		title: '关于本地节日的通知',
		published: `2026-11-1${n}`,
		text: `本地${n === 4 ? '甲' : '乙'}节：6月1${n}日放假。`,
	});
	await officer.post('/api/calendar/notices', notice(local(4)));
	const value = { countyDaysStopClocks: true };
	expect((await officer.put('/api/settings/calendar', { value, since: null })).statusCode).toBe(200);
	expect((await officer.get('/api/calendar')).json().countyDaysStopClocks).toBe(true);
	const seen = (await officer.post('/api/calendar/preview', notice(local(5)))).json();
	expect(seen.effect.days).toMatchObject([{ day: '2027-06-15', worked: false, after: '本地放假（本地乙节）' }]);
	await officer.post('/api/calendar/notices', notice(local(5)));
	const { latest } = await calendar();
	expect([latest.isWorkingDay('2027-06-14'), latest.isWorkingDay('2027-06-15')]).toEqual([true, false]);
});

describe('withdrawing', () => {
	const loaded = async () =>
		(await officer.get('/api/calendar')).json().loaded as { id: number; title: string; withdrawReason: string }[];
	const withdraw = async (title: string, reason: string) => {
		const found = (await loaded()).find((one) => one.title.includes(title));
		return await officer.post(`/api/calendar/notices/${found?.id}/withdraw`, { reason });
	};

	test('needs a reason, and the change before the notice it changes', async () => {
		expect(messages(await withdraw('调整', ' '))[0]?.message).toContain('请填写撤回原因');
		const early = await withdraw('2027年部分', '录入有误');
		expect(early.statusCode).toBe(409);
		expect(early.json().title).toBe('请先撤回其后载入的《关于调整2027年清明节假期的通知》，它是对本通知的调整。');
	});

	test('puts the days back and keeps the record', async () => {
		expect((await withdraw('调整', '录入有误')).statusCode).toBe(200);
		expect((await calendar()).latest.isWorkingDay('2027-04-06')).toBe(true);
		expect((await loaded()).find(({ title }) => title.includes('调整'))?.withdrawReason).toBe('录入有误');
		expect((await withdraw('调整', '再撤一次')).json().title).toBe('该通知已经撤回。');
		expect((await officer.post('/api/calendar/notices/999999/withdraw', { reason: 'x' })).statusCode).toBe(404);
		expect((await withdraw('2027年部分', '整年重新录入')).statusCode).toBe(200);
		expect((await calendar()).latest.lastCovered).toBe('2026-12-31');
		expect((await officer.post('/api/calendar/notices', notice())).statusCode).toBe(200);
	});
});

test('everybody who works here may see it; nobody else changes it', async () => {
	const clerk = await signIn(server, 'clerk');
	expect((await clerk.get('/api/calendar')).json().canManage).toBe(false);
	expect((await clerk.post('/api/calendar/notices', notice({ year: 2028 }))).statusCode).toBe(403);
	expect((await officer.get('/api/calendar/1999')).statusCode).toBe(422);
	expect((await officer.post('/api/calendar/preview', notice({ text: '放'.repeat(20_001) }))).statusCode).toBe(422);
});
