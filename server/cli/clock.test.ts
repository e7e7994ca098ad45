import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runClockCli } from './clock.ts';
import { type ApplicationOutput, type ClockOutput, type CountOutput, clockOutputSchema } from './clock-output.ts';

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'clock-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...argv: string[]) {
	let out = '';
	let err = '';
	const status = await runClockCli(argv, {
		out: (text) => {
			out += text;
		},
		err: (text) => {
			err += text;
		},
	});
	return { status, out, err };
}

async function json<T extends ClockOutput = ApplicationOutput>(...argv: string[]): Promise<T> {
	const { status, out, err } = await run(...argv, '--json');
	expect([status, err]).toEqual([0, '']);
	expect(out.endsWith('\n') && out.trim().split('\n').length === 1).toBe(true);
	return clockOutputSchema.parse(JSON.parse(out)) as T;
}

async function file(content: unknown, name = 'events.json'): Promise<string> {
	const path = join(folder, name);
	await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
	return path;
}

const EVENTS = [
	{ type: 'received', on: '2026-02-09', channel: 'online' },
	{ type: 'confirmed', on: '2026-02-10' },
	{ type: 'consultationSent', on: '2026-02-24', kind: 'thirdParty' },
	{ type: 'consultationClosed', on: '2026-03-03' },
	{ type: 'extended', on: '2026-03-10', days: 5 },
	{ type: 'extended', on: '2026-03-11', days: 5 },
];

describe('--received --days', () => {
	it('prints the due date, the receipt and every day with its reason', async () => {
		const { status, out } = await run('--received', '2026-02-10', '--days', '20');
		expect(status).toBe(0);
		const lines = out.split('\n');
		expect(lines.slice(0, 2)).toEqual([
			'收到日期：2026年2月10日（星期二）',
			'届满日期：2026年3月16日（星期一）（20个工作日）',
		]);
		expect(lines).toContain('2026-02-10  星期二   -  起算之日，不计入');
		expect(lines).toContain('2026-02-14  星期六   4  调休上班（春节）');
		expect(lines).toContain('2026-02-20  星期五   -  春节放假');
		expect(lines).toContain('2026-03-16  星期一  20  工作日');
		expect(lines.filter((line) => /^2026-/.test(line))).toHaveLength(35);
	});

	it('as JSON that keeps to its schema', async () => {
		const output = await json<CountOutput>('--received', '2026-02-10', '--days=20');
		expect(output).toMatchObject({
			kind: 'count',
			received: '2026-02-10',
			due: '2026-03-16',
			workingDays: 20,
			mark: null,
		});
		expect(output.calendar).toEqual({ version: '2026', lastCovered: '2026-12-31' });
		expect(output.days.filter((one) => one.counted)).toHaveLength(20);
	});

	it('shows the mark when the calendar is not published', async () => {
		const { out } = await run('--received', '2026-12-10', '--days', '20');
		expect(out).toContain('【日历未发布，暂按周末推算】');
		expect(out).toContain('2027-01-07  星期四  20  工作日（日历未发布）');
	});

	it('counts with the notices known on a day', async () => {
		const before = await json<CountOutput>('--received', '2020-01-17', '--days', '7', '--as-of', '2020-01-26');
		const after = await json<CountOutput>('--received', '2020-01-17', '--days', '7');
		expect([before.due, before.calendar.version, after.due]).toEqual(['2020-02-01', '2020', '2020-02-04']);
	});
});

describe('--received alone', () => {
	it('is the statutory clock of an application handed in that day', async () => {
		expect(await json('--received', '2026-02-10')).toMatchObject({
			kind: 'application',
			regulation: '711',
			status: 'running',
			due: '2026-03-16',
			supplementNoticeDue: '2026-02-26',
			today: null,
		});
		expect(await json('--received', '2019-05-14')).toMatchObject({ regulation: '492', due: '2019-06-04' });
	});

	it('says how urgent it is on a day', async () => {
		expect((await json('--received', '2026-02-10', '--today', '2026-03-18')).today).toMatchObject({
			alarm: 'overdue',
			overdueDays: 2,
		});
		const { out } = await run('--received', '2026-02-10', '--today', '2026-03-09');
		expect(out).toContain('截至2026-03-09：已用15个工作日，还剩5个工作日');
		expect((await json('--received', '2026-02-10', '--today', '2026-01-01')).today).toBeNull();
	});
});

describe('--events', () => {
	it('takes a whole application', async () => {
		const output = await json('--events', await file({ events: EVENTS }));
		expect(output).toMatchObject({
			received: '2026-02-10',
			firstDue: '2026-03-24',
			due: '2026-03-31',
			pausedDays: 6,
			extensionDays: 5,
		});
		expect(output.segments.map((one) => one.kind)).toEqual(['waiting', 'counted', 'paused', 'counted', 'extension']);
		expect(output.notes).toMatchObject([{ at: 5, key: 'clock.secondExtension', applied: false }]);
		expect(output.days.at(-1)).toMatchObject({ day: '2026-03-31', count: 25 });
	});

	it('in words too, with what could not be taken', async () => {
		const { out } = await run('--events', await file(EVENTS), '--today', '2026-02-26');
		expect(out).toContain('收到申请：2026年2月10日（星期二）');
		expect(out).toContain('原定期限：2026年3月24日');
		expect(out).toContain('，当前不计入期限');
		expect(out).toContain(
			'2026-02-25 至 2026-03-03，6个工作日：征求第三方意见，不计入答复期限（《条例》第三十三条第三款）',
		);
		expect(out).toContain('注意：第6个事件（2026-03-11）答复期限只能延长一次，本条不影响期限。');
	});

	it('tells a period that is not running', async () => {
		const waiting = [EVENTS[0], EVENTS[1], { type: 'supplementRequested', on: '2026-02-12', until: '2026-03-10' }];
		const { out } = await run('--events', await file(waiting));
		expect(out).toContain('答复期限：目前没有在计算');
		expect(out).toContain('补正期限：2026年3月10日（星期二）');
		const arrived = await run('--events', await file([EVENTS[0]]));
		expect(arrived.out).toContain('收到申请：尚未确定，待与申请人确认');
		const fee = await run('--events', await file([EVENTS[0], EVENTS[1], { type: 'feeNotified', on: '2026-02-12' }]));
		// 国办函〔2020〕109号: from the day after receipt.
		expect(fee.out).toContain('缴费期限：自申请人收到收费通知次日起计算');
		const known = { type: 'feeNotified', on: '2026-02-12', deliveredOn: '2026-02-13' };
		const delivered = await run('--events', await file([EVENTS[0], EVENTS[1], known]));
		expect(delivered.out).toContain('缴费期限：2026年3月19日（星期四）');
	});

	it('tells the end', async () => {
		const served = await run('--events', await file([EVENTS[0], EVENTS[1], { type: 'served', on: '2026-03-20' }]));
		expect(served.out).toContain('答复送达：2026年3月20日（星期五）（逾期）');
		const ended = await run('--events', await file([EVENTS[0], EVENTS[1], { type: 'ended', on: '2026-03-20' }]));
		expect(ended.out).toContain('终止办理：2026年3月20日');
	});

	it('counts with the calendar the file asks for, unless told otherwise', async () => {
		const path = await file({ calendarAsOf: '2020-01-20', events: [{ type: 'received', on: '2020-01-17' }] });
		expect((await json('--events', path)).due).toBe('2020-02-19');
		expect((await json('--events', path, '--as-of', '2020-02-01')).due).toBe('2020-02-21');
	});

	it('reads a file that begins with a byte order mark', async () => {
		expect((await run('--events', await file(`\uFEFF${JSON.stringify(EVENTS)}`))).status).toBe(0);
	});
});

describe('--notices', () => {
	const notice = (off: [string, string]) => ({
		notices: [
			{
				id: '2027',
				year: 2027,
				title: '关于2027年部分节假日安排的通知',
				published: '2026-11-20',
				arrangements: [{ holiday: '元旦', off, work: [] }],
			},
		],
	});

	it('loads the calendar of the year to come', async () => {
		const path = await file(notice(['2027-01-01', '2027-01-03']), 'notices.json');
		const output = await json<CountOutput>('--received', '2026-12-10', '--days', '20', '--notices', path);
		expect(output).toMatchObject({ due: '2027-01-08', beyondCalendar: false, calendar: { lastCovered: '2027-12-31' } });
	});

	it('refuses a wrong one with its reason', async () => {
		const wrong = await file(notice(['2027-01-03', '2027-01-01']), 'wrong.json');
		expect(await run('--received', '2026-12-10', '--notices', wrong)).toMatchObject({
			status: 2,
			err: '放假的结束日期不能早于开始日期。\n',
		});
		const shape = await file({ notices: [{}] }, 'shape.json');
		expect((await run('--received', '2026-12-10', '--notices', shape)).err).toContain(
			'放假通知的格式有误：notices.0.id、',
		);
	});
});

describe('mistakes', () => {
	it.each([
		[
			['--received', '2026-02-30', '--days', '20'],
			'--received 的日期「2026-02-30」有误，应为实际存在的日期，格式如2026-02-10。',
		],
		[['--received', '', '--days', '20'], '--received 的日期「」有误'],
		[['--received', '1987-02-10', '--days', '20'], '日期1987-02-10不在可以计算的范围内'],
		[['--received', '2026-02-10', '--days', '0'], '--days 应为1至3660之间的整数。'],
		[['--received', '2026-02-10', '--days', '-5'], '选项 --days 有误。'],
		[['--received', '2026-02-10', '--days', '1e3'], '--days 应为1至3660之间的整数。'],
		[['--received', '2026-02-10', '--days', '99999'], '--days 应为1至3660之间的整数。'],
		[['--received', '2026-02-10', '--today', 'heute'], '--today 的日期「heute」有误'],
		[['--received', '2026-02-10', '--as-of', '2026-13-01'], '--as-of 的日期「2026-13-01」有误'],
		[['--received', '2026-02-10', '--days', '5', '--today', '2026-02-11'], '--today 不能与 --days 一起使用。'],
		[['--received', '2026-02-10', '--events', 'x'], '--received 与 --events 只能选用一个。'],
		[['--events', 'x', '--days', '5'], '--days 只能与 --received 一起使用。'],
		[['--events', '/nowhere/events.json'], '找不到文件「/nowhere/events.json」。'],
		[['--events', '/'], '无法读取文件「/」。'],
		[['--schema', 'x'], '--schema 应为 events、output 或者 notices。'],
		[['--unknown'], '选项 --unknown 有误。'],
		[['2026-02-10'], '参数有误。'],
		[['--received'], '选项 --received 有误。'],
		[[], '请用 --received 或者 --events 说明要计算什么。'],
	])('%j: %s', async (argv, message) => {
		const { status, out, err } = await run(...argv);
		expect([status, out]).toEqual([2, '']);
		expect(err).toContain(message);
		expect(err).not.toMatch(/\bat \/|Error:|node:/);
	});

	it.each([
		['{"events":[', '不是有效的JSON。'],
		['[]', '事件应为1至10000个。'],
		['[{"type":"received","on":"2026-02-30"}]', '第1个事件的on：应为实际存在的日期，格式如2026-02-10。'],
		['[{"type":"received","on":"1950-02-03"}]', '日期1950-02-03不在可以计算的范围内'],
		[
			'[{"type":"received","on":"2026-02-03"},{"type":"delayed","on":"2026-02-04","until":"2300-01-01"}]',
			'日期超出日历的范围（2000年至2099年）。',
		],
	])('a file with %s: %s', async (content, message) => {
		const { status, err } = await run('--events', await file(content, 'bad.json'));
		expect(status).toBe(2);
		expect(err).toContain(message);
	});

	it('a file of 11 MB is not read', async () => {
		expect((await run('--events', await file(' '.repeat(11 * 1024 * 1024), 'big.json'))).err).toContain(
			'过大，不能超过10MB。',
		);
	});
});

describe('--help and --schema', () => {
	it('explain themselves', async () => {
		expect((await run('--help')).out).toContain('用法：gongkai clock');
		for (const name of ['events', 'output', 'notices']) {
			const { status, out } = await run('--schema', name);
			expect([status, JSON.parse(out).$schema]).toEqual([0, 'https://json-schema.org/draft/2020-12/schema']);
		}
	});
});
