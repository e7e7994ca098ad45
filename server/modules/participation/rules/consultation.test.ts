import { describe, expect, it } from 'vitest';
import { countyCalendar } from '../../../law/calendars.ts';
import type { ConsultationDraft, ConsultationState } from '../model/consultation.ts';
import { commentIssues, countOpinions, opinionIssues, readyIssues } from './consultation.ts';
import { daysOf, firstDay, isShort, phaseOf, resultLimit } from './period.ts';

const calendar = countyCalendar([]).latest;

describe('the days of a consultation', () => {
	it('are counted without the first (民法典第二百零一条), and thirty are not few (重大行政决策程序暂行条例第十五条)', () => {
		expect(daysOf('2026-06-01', '2026-07-01')).toBe(30);
		expect(isShort('2026-06-01', '2026-07-01')).toBe(false);
		expect(isShort('2026-06-01', '2026-06-30')).toBe(true);
	});

	it.each([
		[null, '2026-06-05', '2026-06-05'],
		['2026-06-01', '2026-06-05', '2026-06-05'],
		['2026-06-09', '2026-06-05', '2026-06-09'],
	])('planned for %s and signed on %s begin on %s', (planned, today, first) => {
		expect(firstDay(planned, today)).toBe(first);
	});

	const phase = (state: ConsultationState, today: string) =>
		phaseOf({ state, fromDay: '2026-06-01', toDay: '2026-07-01' }, today);

	it('open and close by themselves, the last day within', () => {
		expect(['2026-05-31', '2026-06-01', '2026-07-01', '2026-07-02'].map((day) => phase('open', day))).toEqual([
			'coming',
			'open',
			'open',
			'closed',
		]);
	});

	it('say nothing of what is not signed or was withdrawn, and «closed» until the result is signed', () => {
		expect(phase('draft', '2026-06-10')).toBeNull();
		expect(phase('toSign', '2026-06-10')).toBeNull();
		expect(phase('withdrawn', '2026-06-10')).toBeNull();
		expect(phase('resultToSign', '2026-08-01')).toBe('closed');
		expect(phase('published', '2026-08-01')).toBe('answered');
	});

	it('are followed by a result within twenty working days', () => {
		const { dueOn } = resultLimit('2026-07-01', null, calendar, '2026-07-02', 20);
		expect(dueOn).toBe('2026-07-29');
		expect(resultLimit('2026-07-01', null, calendar, '2026-07-29', 20).overdue).toBe(false);
		expect(resultLimit('2026-07-01', null, calendar, '2026-07-30', 20).overdue).toBe(true);
		expect(resultLimit('2026-07-01', '2026-07-29', calendar, '2026-12-01', 20).overdue).toBe(false);
		expect(resultLimit('2026-07-01', '2026-07-30', calendar, '2026-12-01', 20).overdue).toBe(true);
		// No law sets them: a county may ask for less.
		expect(resultLimit('2026-07-01', null, calendar, '2026-07-02', 5).dueOn).toBe('2026-07-08');
	});
});

describe('what a draft must hold', () => {
	const sound: ConsultationDraft = {
		...{ kind: 'normative', title: '市场管理办法草案', body: '第一条 为了规范市场秩序。', documentId: null },
		...{
			explanation: '现有规定制定于十年前，需要更新。',
			how: '',
			fromDay: null,
			toDay: '2026-07-10',
			shortReason: '',
		},
	};
	const fields = (change: Partial<ConsultationDraft>, facts: object = {}) =>
		readyIssues({ ...sound, ...change }, { files: 0, isDocumentPublic: false, today: '2026-06-01', ...facts }).map(
			({ field }) => field,
		);

	it('is said field by field', () => {
		expect(fields({})).toEqual([]);
		expect(fields({ title: '法' })).toEqual(['title']);
		expect(fields({ body: '' })).toEqual(['body']);
		expect(fields({ body: '' }, { files: 1 })).toEqual([]);
		expect(fields({ documentId: 5 })).toEqual(['documentId']);
		expect(fields({ documentId: 5, body: '' }, { isDocumentPublic: true })).toEqual([]);
		expect(fields({ explanation: '' })).toEqual(['explanation']);
		expect(fields({ toDay: '2026-06-20' })).toEqual(['shortReason']);
		expect(fields({ toDay: '2026-06-20', shortReason: '汛期临近，需要尽快施行。' })).toEqual([]);
		expect(fields({ toDay: '2026-06-01' })).toEqual(['toDay']);
		expect(fields({ fromDay: '2026-07-01', toDay: '2026-06-20' })).toEqual(['toDay']);
	});
});

describe('a comment and what is made of it', () => {
	it('asks nobody who they are', () => {
		const contact = { name: '', phone: '', email: '' };
		expect(commentIssues({ clause: '', body: '赞成', contact })).toEqual([]);
		const bad = commentIssues({ clause: '条'.repeat(101), body: '', contact: { ...contact, email: 'x@y' } });
		expect(bad.map(({ field }) => field)).toEqual(['clause', 'body', 'email']);
	});

	it('whoever is not followed is told why', () => {
		const at = (verdict: 'adopted' | 'partly' | 'declined' | 'unrelated') =>
			opinionIssues({ summary: '开放时间', verdict, reason: '' }).length;
		expect([at('adopted'), at('partly'), at('declined'), at('unrelated')]).toEqual([0, 1, 1, 0]);
	});

	it('is counted: comments once each, opinions by what became of them', () => {
		const counts = countOpinions([
			{ verdict: 'adopted', comments: 3 },
			{ verdict: 'declined', comments: 1 },
			{ verdict: 'unrelated', comments: 2 },
		]);
		expect(counts).toEqual({ comments: 6, opinions: 2, adopted: 1, partly: 0, declined: 1, unrelated: 2 });
	});
});
