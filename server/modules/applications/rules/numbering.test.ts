import { describe, expect, test } from 'vitest';
import {
	checkNumbering,
	DEFAULT_LETTER_PATTERN,
	DEFAULT_NUMBER_PATTERN,
	defaultNumbering,
	formatNumber,
	typedNumber,
} from './numbering.ts';

const rule = { mark: '青政', numberPattern: DEFAULT_NUMBER_PATTERN, letterPattern: DEFAULT_LETTER_PATTERN };

describe('a number', () => {
	test('reads as its pattern says', () => {
		expect(formatNumber(DEFAULT_NUMBER_PATTERN, '青政', 2026, 12)).toBe('青政公开〔2026〕12号');
		expect(formatNumber(DEFAULT_LETTER_PATTERN, '青政', 2026, 3)).toBe('青政公开复〔2026〕3号');
		expect(formatNumber('{yyyy}-{mark}-{n}', '柳溪', 2026, 1)).toBe('2026-柳溪-1');
	});

	test('of an office that set nothing carries its short name, without brackets', () => {
		expect(defaultNumbering('柳溪镇').mark).toBe('柳溪镇');
		expect(defaultNumbering('县政府办（法制办）').mark).toBe('县政府办法制办');
		expect(defaultNumbering('（）').mark).toBe('本机关');
	});

	test.each([
		'青政公开〔2026〕12号',
		'青政公开[2026]12号',
		'青政公开（2026）12号',
		'青政公开(2026)12号',
		'青政公开【2026】12号',
		' 青政公开 〔2026〕 12 号 ',
		'青政公开〔２０２６〕１２号',
		'青政公开﹝2026﹞12号',
	])('typed as %j is the same', (typed) => {
		expect(typedNumber(typed)).toBe('青政公开〔2026〕12号');
	});

	test('a typed number of another case stays another', () => {
		expect(typedNumber('青政公开〔2026〕1号')).not.toBe(typedNumber('青政公开〔2026〕11号'));
	});
});

describe('a rule', () => {
	const keys = (given: Partial<typeof rule>, others: (typeof rule)[] = []) =>
		checkNumbering({ ...rule, ...given }, others).map(({ key }) => key);

	test('is accepted when it is complete', () => {
		expect(keys({})).toEqual([]);
		expect(keys({ numberPattern: '{yyyy}年{mark}{n}' })).toEqual([]);
	});

	test.each(['{mark}公开{n}号', '{yyyy}{n}', '{mark}〔{yyyy}〕', ''])('needs all three parts: %j', (numberPattern) => {
		expect(keys({ numberPattern })).toContain('numbering.parts');
	});

	test('refuses spaces, unknown blanks and length', () => {
		expect(keys({ numberPattern: '{mark} {yyyy}{n}' })).toContain('numbering.form');
		expect(keys({ numberPattern: '{mark}{yyyy}{n}{x}' })).toContain('numbering.form');
		expect(keys({ letterPattern: `{mark}{yyyy}{n}${'长'.repeat(40)}` })).toContain('numbering.form');
	});

	test('must let application and letter be told apart', () => {
		expect(keys({ letterPattern: rule.numberPattern })).toContain('numbering.same');
	});

	test('refuses a mark another office uses, an empty one, a long one, one with brackets', () => {
		expect(keys({}, [rule])).toContain('numbering.taken');
		expect(keys({ mark: ' ' })).toContain('numbering.mark');
		expect(keys({ mark: '长'.repeat(21) })).toContain('numbering.long');
		expect(keys({ mark: '青（政）' })).toContain('numbering.form');
	});
});
