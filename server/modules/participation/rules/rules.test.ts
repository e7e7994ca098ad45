import { describe, expect, it } from 'vitest';
import { countyCalendar } from '../../../law/calendars.ts';
import type { Kind } from '../model.ts';
import { intakeIssues } from './intake.ts';
import { limitOf } from './limit.ts';

const calendar = countyCalendar([]).latest;
const received = new Date('2026-06-01T02:00:00Z');
const DAYS = { questionDays: 15, complaintReplyDays: 15, wantedDays: 15, siteErrorDays: 3 };
const limit = (kind: Kind, now: string, change: object = {}, days: Partial<typeof DAYS> = {}) =>
	limitOf(
		{ kind, urgent: false, receivedAt: received, answeredAt: null, state: 'received', ...change },
		{ calendar, now: new Date(now), limits: { ...DAYS, ...days } },
	);

describe('when a message has to be answered', () => {
	it('counts working days from the day after it came', () => {
		expect(limit('siteError', '2026-06-02T02:00:00Z').dueOn).toBe('2026-06-04');
		expect(limit('siteError', '2026-06-04T15:00:00Z').overdue).toBe(false);
		expect(limit('siteError', '2026-06-04T16:00:00Z').overdue).toBe(true);
	});

	it('are as many as the county set, for each kind by itself, and none for 舆情, which counts hours', () => {
		expect(limit('complaint', '2026-06-02T02:00:00Z', {}, { complaintReplyDays: 2 }).dueOn).toBe('2026-06-03');
		expect(limit('complaint', '2026-06-03T16:00:00Z', {}, { complaintReplyDays: 2 }).overdue).toBe(true);
		expect(limit('wanted', '2026-06-02T02:00:00Z', {}, { wantedDays: 1 }).dueOn).toBe('2026-06-02');
		expect(limit('question', '2026-06-02T02:00:00Z', {}, { complaintReplyDays: 2 }).dueOn).toBe(
			limit('question', '2026-06-02T02:00:00Z').dueOn,
		);
		const all = { questionDays: 1, complaintReplyDays: 1, wantedDays: 1, siteErrorDays: 1 };
		expect(limit('opinion', '2026-06-03T02:00:00Z', {}, all)).toEqual(limit('opinion', '2026-06-03T02:00:00Z'));
	});

	it('passes over holidays: 端午 of 2026', () => {
		const { dueOn } = limit('question', '2026-06-02T02:00:00Z');
		expect(dueOn).toBe(calendar.addWorkingDays('2026-06-01', DAYS.questionDays).day);
		expect(dueOn > '2026-06-22').toBe(true);
	});

	it('gives 48 hours for 舆情, five for a grave event (国办发〔2016〕61号、80号)', () => {
		expect(limit('opinion', '2026-06-03T02:00:00Z')).toMatchObject({
			overdue: false,
			dueAt: new Date('2026-06-03T02:00:00Z'),
		});
		expect(limit('opinion', '2026-06-03T02:00:01Z').overdue).toBe(true);
		expect(limit('opinion', '2026-06-01T07:00:01Z', { urgent: true }).overdue).toBe(true);
	});

	it('is judged by the day of the answer once there is one, and never where no answer is due', () => {
		const answeredAt = new Date('2026-06-03T02:00:00Z');
		expect(limit('siteError', '2026-09-01T02:00:00Z', { answeredAt, state: 'answered' }).overdue).toBe(false);
		expect(limit('siteError', '2026-09-01T02:00:00Z', { state: 'declined' }).overdue).toBe(false);
	});
});

describe('what a message must hold', () => {
	const sound = {
		kind: 'question' as Kind,
		officeId: 1,
		title: '路灯不亮',
		body: '村口路灯坏了半个月。',
		page: '',
		contact: { name: '', phone: '', email: '' },
	};
	const fields = (change: object) => intakeIssues({ ...sound, ...change }).map(({ field }) => field);

	it('asks nobody who they are', () => {
		expect(fields({})).toEqual([]);
	});

	it('names each field beside its fault', () => {
		expect(fields({ title: '路' })).toEqual(['title']);
		expect(fields({ body: '坏了' })).toEqual(['body']);
		expect(fields({ kind: 'siteError' })).toEqual(['page']);
		expect(fields({ contact: { name: '', phone: 'abc', email: 'x@y' } })).toEqual(['phone', 'email']);
		expect(fields({ body: '字'.repeat(5001) })).toEqual(['body']);
	});
});
