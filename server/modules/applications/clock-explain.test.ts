import { describe, expect, it } from 'vitest';
import { officialCalendar } from '../../law/calendars.ts';
import { clockRules } from '../../law/clocks.ts';
import type { ClockEvent } from './clock-events.ts';
import { explainClock, explainDays } from './clock-explain.ts';

const calendar = officialCalendar.latest;
const segments = (events: ClockEvent[], rules = clockRules()) =>
	explainClock(events, calendar, rules).segments.map(
		({ kind, from, to, workingDays, article }) => `${kind} ${from}–${to ?? ''} ${workingDays ?? '-'} ${article}`,
	);
const received: ClockEvent = { type: 'received', on: '2026-02-10', channel: 'counter' };

describe('explainClock', () => {
	it('tells a plain period as one stretch', () => {
		expect(segments([received])).toEqual(['counted 2026-02-11–2026-03-16 20 《条例》第三十三条第二款']);
	});

	it('tells the wait for confirmation first', () => {
		const online: ClockEvent = { type: 'received', on: '2026-02-06', channel: 'online' };
		expect(segments([online])).toEqual(['waiting 2026-02-07– - 《条例》第三十一条']);
		expect(segments([online, { type: 'confirmed', on: '2026-02-10' }])).toEqual([
			'waiting 2026-02-07–2026-02-10 2 《条例》第三十一条',
			'counted 2026-02-11–2026-03-16 20 《条例》第三十三条第二款',
		]);
	});

	it('voids what ran before a supplement', () => {
		const events: ClockEvent[] = [
			received,
			{ type: 'supplementRequested', on: '2026-02-12' },
			{ type: 'supplemented', on: '2026-03-06' },
		];
		expect(segments(events.slice(0, 2))).toEqual([
			'void 2026-02-11–2026-02-12 2 《条例》第三十条',
			'waiting 2026-02-13– - 《条例》第三十条',
		]);
		expect(segments(events)).toEqual([
			'void 2026-02-11–2026-02-12 2 《条例》第三十条',
			'waiting 2026-02-13–2026-03-06 12 《条例》第三十条',
			'counted 2026-03-07–2026-04-03 20 《条例》第三十三条第二款',
		]);
	});

	it('cuts the period at consultations and at the extension', () => {
		const events: ClockEvent[] = [
			received,
			{ type: 'consultationSent', on: '2026-02-24', id: 'a', kind: 'thirdParty' },
			{ type: 'consultationSent', on: '2026-02-26', id: 'b', kind: 'otherAgency' },
			{ type: 'consultationClosed', on: '2026-03-03', id: 'a' },
			{ type: 'consultationClosed', on: '2026-03-05', id: 'b' },
			{ type: 'extended', on: '2026-03-10', days: 5 },
		];
		const told = explainClock(events, calendar);
		expect(told.segments.map(({ kind, workingDays }) => `${kind} ${workingDays}`)).toEqual([
			'counted 5',
			'paused 2',
			'paused 4',
			'paused 2',
			'counted 15',
			'extension 5',
		]);
		expect(told.segments[2]?.ground).toBe('征求第三方意见、征求其他机关意见，不计入答复期限');
		expect(told.segments.at(-1)).toMatchObject({ to: told.clock.due, ground: '延长答复期限5个工作日' });
	});

	it('leaves a ruling open', () => {
		const events: ClockEvent[] = [
			received,
			{ type: 'consultationSent', on: '2026-02-12', id: '1', kind: 'determination' },
		];
		expect(segments(events)).toEqual([
			'counted 2026-02-11–2026-02-12 2 《条例》第三十三条第二款',
			'paused 2026-02-13– - 《条例》第三十三条第三款',
		]);
	});

	it('tells a fee in both readings of the rule', () => {
		const events: ClockEvent[] = [
			received,
			{ type: 'feeNotified', on: '2026-02-12' },
			{ type: 'feePaid', on: '2026-02-26' },
		];
		const fee = '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）';
		expect(segments(events)).toEqual([
			`void 2026-02-11–2026-02-12 2 ${fee}`,
			`waiting 2026-02-13–2026-02-26 5 ${fee}`,
			'counted 2026-02-27–2026-03-25 20 《条例》第三十三条第二款',
		]);
		const resume = clockRules(undefined, 'resume');
		expect(segments(events, resume)).toEqual([
			'counted 2026-02-11–2026-02-12 2 《条例》第三十三条第二款',
			`paused 2026-02-13–2026-02-26 5 ${fee}`,
			'counted 2026-02-27–2026-03-23 18 《条例》第三十三条第二款',
		]);
		expect(segments(events.slice(0, 2), resume).at(-1)).toBe(`waiting 2026-02-13– - ${fee}`);
	});

	it('tells an agreed delay', () => {
		const events: ClockEvent[] = [received, { type: 'delayed', on: '2026-03-10', until: '2026-05-15' }];
		expect(segments(events).at(-1)).toBe('delay 2026-03-11–2026-05-15 45 《条例》第三十五条');
	});

	it('cites the old order for an old application', () => {
		const old: ClockEvent[] = [
			{ type: 'received', on: '2019-04-10', channel: 'counter' },
			{ type: 'extended', on: '2019-04-15', days: 15 },
		];
		for (const one of explainClock(old, calendar).segments) expect(one.article).toContain('国务院令第492号');
	});
});

describe('explainDays', () => {
	it('starts with the day of receipt and ends with the due date', () => {
		const days = explainDays([received], calendar);
		expect(days[0]).toMatchObject({ day: '2026-02-10', kind: 'start', counted: false, reason: '收到申请之日，不计入' });
		expect(days.at(-1)).toMatchObject({ day: '2026-03-16', count: 20, weekday: '星期一' });
		expect(days.find((one) => one.day === '2026-02-14')).toMatchObject({ counted: true, reason: '调休上班（春节）' });
		expect(days.find((one) => one.day === '2026-02-20')).toMatchObject({ counted: false, reason: '春节放假' });
	});

	it('says of a working day why it is not counted', () => {
		const events: ClockEvent[] = [
			received,
			{ type: 'consultationSent', on: '2026-02-24', id: '1', kind: 'thirdParty' },
			{ type: 'consultationClosed', on: '2026-03-03', id: '1' },
		];
		const days = explainDays(events, calendar);
		expect(days.find((one) => one.day === '2026-02-25')).toMatchObject({
			counted: false,
			count: null,
			segment: 'paused',
			reason: '工作日，征求第三方意见，不计入答复期限',
		});
		expect(days.find((one) => one.day === '2026-03-01')?.reason).toBe('周末');
	});

	it('names the day a new period starts from', () => {
		const events: ClockEvent[] = [
			received,
			{ type: 'supplementRequested', on: '2026-02-12' },
			{ type: 'supplemented', on: '2026-03-06' },
		];
		const days = explainDays(events, calendar);
		expect(days.find((one) => one.day === '2026-03-06')).toMatchObject({
			kind: 'start',
			reason: '收到补正之日，不计入',
		});
		expect(days.find((one) => one.day === '2026-03-09')?.count).toBe(1);
	});

	it('marks the days no notice covers', () => {
		const days = explainDays([{ type: 'received', on: '2026-12-21', channel: 'counter' }], calendar);
		expect(days.filter((one) => one.provisional)[0]?.day).toBe('2027-01-01');
	});
});
