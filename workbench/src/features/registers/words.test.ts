import { describe, expect, it } from 'vitest';
import type { Kind, Total } from './api.ts';
import {
	entryText,
	feedsReport,
	fieldText,
	mayReportZero,
	particulars,
	standingOf,
	totalText,
	usualYear,
	yearsUpTo,
} from './words.ts';

const TRAINING: Kind = {
	key: 'trainingHeld',
	label: '举办培训班',
	hint: '',
	unit: '次',
	measure: 'sum',
	decimals: 0,
	zeroBasis: '没有举办。',
	fields: [
		{ key: 'trainees', label: '接受培训', type: 'integer', unit: '人次', required: true },
		{ key: 'topic', label: '培训内容', type: 'text' },
		{ key: 'way', label: '方式', type: 'choice', choices: [{ key: 'online', label: '线上' }] },
	],
	feeds: [{ form: '2014', address: 'stat.13.2' }],
};

function total(change: Partial<Total>): Total {
	return {
		kind: 'trainingHeld',
		quantity: '2',
		fields: {},
		choices: {},
		entries: 2,
		zero: null,
		derived: false,
		...change,
	};
}

describe('a total', () => {
	it('that nobody entered is no zero', () => {
		expect(standingOf(undefined)).toBe('unknown');
		expect(totalText(TRAINING, total({ quantity: null }))).toBe('尚未登记');
	});

	it('of a zero report says zero', () => {
		const zero = total({ quantity: '0', zero: { id: 1, basis: '没有举办。' } });
		expect(standingOf(zero)).toBe('zero');
		expect(totalText(TRAINING, zero)).toBe('0 次');
		expect(particulars(TRAINING, zero)).toBe('');
	});

	it('names its particulars', () => {
		const counted = total({ fields: { trainees: '40' }, choices: { 'way=online': '1' } });
		expect(totalText(TRAINING, counted)).toBe('2 次');
		expect(particulars(TRAINING, counted)).toBe('接受培训 40 人次，线上 1');
	});
});

describe('a line', () => {
	it('reads as a sentence, choices by their names, empty ones left out', () => {
		expect(entryText(TRAINING, { fields: { trainees: 26, topic: '答复规范', way: 'online' } })).toBe(
			'接受培训 26 人次；答复规范；方式 线上',
		);
		expect(entryText(TRAINING, { fields: { topic: '' } })).toBe('');
	});

	it('shows a choice it no longer knows as it is', () => {
		const [, , way] = TRAINING.fields;
		expect(way && fieldText(way, 'radio')).toBe('radio');
	});
});

describe('years', () => {
	it('go back to the first of the Regulations', () => {
		expect(yearsUpTo('2010-05-01')).toEqual([2010, 2009, 2008]);
	});

	it('begin with the one whose report is being made', () => {
		expect(usualYear('2026-01-10')).toBe(2025);
		expect(usualYear('2026-02-28')).toBe(2025);
		expect(usualYear('2026-03-01')).toBe(2026);
	});

	it('take a zero report from December on', () => {
		expect(mayReportZero(2026, '2026-11-30')).toBe(false);
		expect(mayReportZero(2026, '2026-12-01')).toBe(true);
		expect(mayReportZero(2025, '2026-01-01')).toBe(true);
	});
});

it('knows which registers the present form needs', () => {
	expect(feedsReport(TRAINING)).toBe(false);
	expect(feedsReport({ ...TRAINING, feeds: [{ form: '2021', address: 't2.license.decisions' }] })).toBe(true);
});
