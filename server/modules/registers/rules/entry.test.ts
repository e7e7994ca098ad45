import { describe, expect, it } from 'vitest';
import { registerKind } from '../kinds/index.ts';
import type { EntryInput, RegisterKind } from '../model.ts';
import { entryIssues, reasonIssues } from './entry.ts';
import { zeroIssues } from './zero.ts';

const TODAY = '2026-03-10';

function kindOf(key: string): RegisterKind {
	const kind = registerKind(key);
	if (!kind) throw new Error(`no register ${key}`);
	return kind;
}

function issues(key: string, input: Partial<EntryInput>): string[] {
	const whole = { day: '2025-05-06', quantity: '1', fields: {}, note: '', ...input };
	return entryIssues(kindOf(key), whole, TODAY).map((one) => `${one.field}:${one.key}`);
}

describe('the day', () => {
	it.each([
		['2026-03-10', []],
		['2008-05-01', []],
		['2026-03-11', ['day:entry.future']],
		['2008-04-30', ['day:entry.tooEarly']],
		['2025-02-29', ['day:entry.day']],
		['2025-2-3', ['day:entry.day']],
		['', ['day:entry.day']],
		['今天', ['day:entry.day']],
	])('%s → %j', (day, found) => {
		expect(issues('license', { day })).toEqual(found);
	});
});

describe('the quantity', () => {
	it.each([
		['license', '1', []],
		['license', '0', ['quantity:entry.zero']],
		['license', '1.5', ['quantity:entry.decimals']],
		['license', '-1', ['quantity:entry.number']],
		['license', '十', ['quantity:entry.number']],
		['license', '', ['quantity:entry.number']],
		['fee', '0.0001', []],
		['fee', '0.0000001', ['quantity:entry.number']],
		['fee', '12.5万', ['quantity:entry.number']],
		['staffFull', '0', []],
	])('%s %s → %j', (key, quantity, found) => {
		expect(issues(key, { quantity })).toEqual(found);
	});
});

describe('the particulars', () => {
	it('wants what is required, and knows only its own', () => {
		expect(issues('trainingHeld', {})).toEqual(['fields.trainees:entry.required']);
		expect(issues('license', { fields: { colour: 'red' } })).toEqual(['fields.colour:entry.unknownField']);
	});

	it('takes a choice from its list only', () => {
		expect(issues('complaint', { fields: { result: 'corrected' } })).toEqual([]);
		expect(issues('complaint', { fields: { result: '被纠错' } })).toEqual(['fields.result:entry.choice']);
	});

	it('takes whole numbers, and money to the cent', () => {
		expect(issues('inspection', { fields: { found: 2.5 } })).toEqual(['fields.found:entry.decimals']);
		expect(issues('procurement', { fields: { yuan: '12.345' } })).toEqual(['fields.yuan:entry.decimals']);
		expect(issues('procurement', { fields: { yuan: '12.34' } })).toEqual([]);
	});

	it('keeps a part within its whole', () => {
		expect(issues('pressConference', { quantity: '2', fields: { leader: 2 } })).toEqual([]);
		expect(issues('pressConference', { quantity: '2', fields: { leader: 3 } })).toEqual(['fields.leader:entry.within']);
	});

	it('bounds text', () => {
		expect(issues('license', { note: '长'.repeat(2001) })).toEqual(['note:entry.note']);
		expect(issues('license', { fields: { matter: '长'.repeat(501) } })).toEqual(['fields.matter:entry.text']);
	});

	it('tells all mistakes at once', () => {
		expect(issues('trainingHeld', { day: 'x', quantity: 'x' })).toHaveLength(3);
	});
});

describe('a reason', () => {
	it('is wanted, and bounded', () => {
		expect(reasonIssues(' ').map((one) => one.key)).toEqual(['reason.missing']);
		expect(reasonIssues('x'.repeat(501)).map((one) => one.key)).toEqual(['reason.long']);
		expect(reasonIssues('数字录错')).toEqual([]);
	});
});

describe('a zero report', () => {
	const kind = kindOf('license');
	const none = { kind: 'license', quantity: null, fields: {}, choices: {}, ids: [], zero: null };

	it.each([
		[2025, '经核对', none, []],
		[2026, '经核对', none, ['zero.future']],
		[2025, '', none, ['zero.basis']],
		[2025, '经核对', { ...none, ids: [1], quantity: '2' }, ['zero.contradicted']],
		[2025, '经核对', { ...none, ids: [1], quantity: '0', zero: { id: 1, basis: '经核对' } }, ['zero.twice']],
	])('%i «%s»', (year, basis, total, found) => {
		expect(zeroIssues(kind, year, basis, total, TODAY).map((one) => one.key)).toEqual(found);
	});

	it('is open from December of the year itself', () => {
		expect(zeroIssues(kind, 2025, '经核对', none, '2025-12-01')).toEqual([]);
		expect(zeroIssues(kind, 2025, '经核对', none, '2025-11-30').map((one) => one.key)).toEqual(['zero.future']);
	});
});
