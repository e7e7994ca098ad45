import { describe, expect, it } from 'vitest';
import type { DocumentDetail, Review } from '../api.ts';
import { articleOnly, inNewTab } from './article-only.ts';
import { chinaInstant, HOURS, wallOf, wallParts } from './china-time.ts';
import { firstValues, sheetOf } from './secrecy-values.ts';
import { asksLateReason, signOffOf } from './sign-off-values.ts';
import { stepNote } from './step-note.ts';

describe('a secrecy sheet', () => {
	it('leaves questions without an answer out, so that the server names them', () => {
		const sheet = sheetOf({
			answers: { stateSecret: { answer: 'no' }, forbidden: {}, safety: undefined },
			conclusion: 'agree',
		});
		expect(sheet).toEqual({
			answers: { stateSecret: { answer: 'no', note: '' } },
			conclusion: 'agree',
			opinion: '',
			authority: '',
			authorityReply: '',
		});
	});

	it('keeps a note with a yes and drops it when one changed one’s mind', () => {
		const answers = {
			thirdParty: { answer: 'yes' as const, note: '已隐去姓名' },
			internal: { answer: 'no' as const, note: '先前写的话' },
		};
		expect(sheetOf({ answers, conclusion: 'agree' }).answers).toEqual({
			thirdParty: { answer: 'yes', note: '已隐去姓名' },
			internal: { answer: 'no', note: '' },
		});
	});

	it('of nothing is empty', () => {
		expect(sheetOf({ conclusion: 'refer' }).answers).toEqual({});
	});

	const review = (change: Partial<Review>): Review => ({
		id: 1,
		edition: 1,
		reviewerName: '何敏',
		at: '2026-05-21T01:00:00Z',
		answers: { stateSecret: { answer: 'no', note: '' } },
		conclusion: 'refer',
		opinion: '需请示',
		authority: '',
		authorityReply: '',
		...change,
	});

	it('begins empty at each review: nobody’s earlier answers are taken over', () => {
		expect(firstValues([review({})], 'secrecyReview', 1)).toEqual({});
	});

	it('begins after 报请确定 with the answers that led to it, of this edition', () => {
		expect(firstValues([review({})], 'referred', 1)).toMatchObject({ opinion: '需请示' });
		expect(firstValues([review({ edition: 1 })], 'referred', 2)).toEqual({});
		const later = review({ id: 2, opinion: '第二次' });
		expect(firstValues([review({}), later], 'referred', 1).opinion).toBe('第二次');
	});
});

describe('a signature', () => {
	it('publishes at once unless it says otherwise', () => {
		expect(signOffOf({}, 'active')).toEqual({
			comment: '',
			personalReason: '',
			checkedByHand: false,
			objectionReason: '',
			lateReason: '',
			release: 'now',
			publishAt: null,
		});
	});

	it('carries the hour in the time of China', () => {
		const values = { release: 'schedule' as const, publishWall: '2026-06-02T09:30' };
		expect(signOffOf(values, 'active')).toMatchObject({ release: 'schedule', publishAt: '2026-06-02T09:30:00+08:00' });
	});

	it('forgets an hour that was chosen before another way', () => {
		expect(signOffOf({ release: 'hold', publishWall: '2026-06-02T09:30' }, 'active').publishAt).toBeNull();
	});

	it.each(['withheld', 'onRequest', ''])('of what is %j never publishes', (attribute) => {
		const values = { release: 'now' as const, publishWall: '2026-06-02T09:30' };
		expect(signOffOf(values, attribute)).toMatchObject({ release: 'hold', publishAt: null });
	});
});

describe('a late release', () => {
	type Late = Parameters<typeof asksLateReason>[0];
	const clock = { from: '', due: '', mark: null, daysLeft: -3, late: true, basis: '', runs: true };
	const late = (change: Partial<Late> = {}): Late => ({
		clock,
		content: { lateReason: '', attribute: 'active' },
		edition: 1,
		steps: [],
		...change,
	});
	const step = (edition: number, data: Record<string, unknown>) =>
		({ edition, data }) as unknown as DocumentDetail['steps'][number];

	it('is asked why', () => {
		expect(asksLateReason(late())).toBe(true);
	});

	it('is not asked when it is in time, or its clock does not run', () => {
		expect(asksLateReason(late({ clock: { ...clock, late: false } }))).toBe(false);
		expect(asksLateReason(late({ clock: { ...clock, runs: false } }))).toBe(false);
	});

	it('is not asked twice: the draft or the signature has said it', () => {
		expect(asksLateReason(late({ content: { lateReason: '核实数据', attribute: 'active' } }))).toBe(false);
		expect(asksLateReason(late({ steps: [step(1, { lateReason: '核实数据' })] }))).toBe(false);
	});

	it('is asked anew in a new edition', () => {
		expect(asksLateReason(late({ edition: 2, steps: [step(1, { lateReason: '核实数据' })] }))).toBe(true);
	});

	it('is not asked for what will not be opened', () => {
		expect(asksLateReason(late({ content: { lateReason: '', attribute: 'withheld' } }))).toBe(false);
	});
});

describe('the time of China', () => {
	it('is an instant wherever the browser stands', () => {
		expect(new Date(chinaInstant('2026-06-01T00:30')).toISOString()).toBe('2026-05-31T16:30:00.000Z');
	});

	it.each(['', '2026-06-01', '2026-06-01 09:00', '2026-06-01T9:00', 'undefined'])('%j is none', (wall) => {
		expect(() => chinaInstant(wall)).toThrow(RangeError);
	});

	it('has forty-eight half hours, from midnight on', () => {
		expect(HOURS).toHaveLength(48);
		expect([HOURS[0], HOURS[1], HOURS[18], HOURS.at(-1)]).toEqual(['00:00', '00:30', '09:00', '23:30']);
	});

	it('comes apart and together again', () => {
		expect(wallParts('2026-06-01T14:30')).toEqual({ day: '2026-06-01', time: '14:30' });
		expect(wallOf('2026-06-01', '14:30')).toBe('2026-06-01T14:30');
	});

	it('begins in the morning, and is nothing without a day', () => {
		expect(wallParts(null)).toEqual({ day: null, time: '09:00' });
		expect(wallParts('nonsense')).toEqual({ day: null, time: '09:00' });
		expect(wallOf(null, '09:00')).toBeNull();
	});
});

describe('a step of the history', () => {
	const lists = {
		conclusions: [{ value: 'agree', label: '同意按拟定公开属性办理' }],
		validities: [{ value: 'repealed', label: '已废止' }],
		opinions: [{ value: 'open', label: '应当公开' }],
	};
	const note = (data: Record<string, unknown>, comment = '') => stepNote({ comment, data }, lists);

	it('says what the disclosure office thinks of a policy that is kept back', () => {
		expect(note({ opinion: 'open' }, '惠及全镇。')).toEqual(['意见：应当公开', '惠及全镇。']);
	});

	it('says the words that were given', () => {
		expect(note({}, '文字已核对')).toEqual(['文字已核对']);
		expect(note({})).toEqual([]);
	});

	it('puts what the move carried into words', () => {
		expect(note({ conclusion: 'agree' }, '无涉密内容')).toEqual(['结论：同意按拟定公开属性办理', '无涉密内容']);
		expect(note({ indexNumber: 'QH/2026-00012', lateReason: '核实数据' })).toEqual([
			'索引号：QH/2026-00012',
			'逾期原因：核实数据',
		]);
		expect(note({ publishAt: '2026-06-02T01:30:00Z' })).toEqual(['发布时间：2026年6月2日 09:30']);
		expect(note({ validity: 'repealed', onDay: '2026-06-01' })).toEqual(['已废止，自2026年6月1日起']);
	});

	it('names the kinds of personal data and why they are public', () => {
		expect(note({ personalReason: '值班电话须公布', found: ['手机号码', '身份证号码'] })).toEqual([
			'公开个人信息（手机号码、身份证号码）的理由：值班电话须公布',
		]);
	});

	it('is silent about what it does not know', () => {
		expect(note({ something: 'x', indexNumber: 12, found: 'y' })).toEqual([]);
	});
});

describe('the preview', () => {
	const page = '<html><head><title>x</title></head><body><main></main></body></html>';

	it('shows the article without what frames it', () => {
		expect(articleOnly(page)).toMatch(/<style>.*body>:not\(main\).*<\/style><\/head>/);
	});

	it('opens links beside the workbench', () => {
		expect(inNewTab(page)).toContain('<base target="_blank"></head>');
	});

	it('leaves a page without a head as it is', () => {
		expect(articleOnly('<p>x</p>')).toBe('<p>x</p>');
	});
});
