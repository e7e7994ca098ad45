import { describe, expect, it } from 'vitest';
import { contentSchema } from '../model.ts';
import { ORIGINS, type Origin, originIssues, originSchema, originText, responsibleFor } from './origin.ts';

const US = ['柳溪镇人民政府', '柳溪镇'];
const origin = (change: Partial<Origin>): Origin => originSchema.parse({ kind: 'own', ...change });

describe('who makes it public (条例第十条)', () => {
	it.each([
		['what the office made', origin({}), '柳溪镇人民政府', true, null],
		['what was written before there was the field', undefined, '柳溪镇人民政府', true, null],
		['the same, as null', null, '柳溪镇人民政府', true, null],
		['what citizens gave: whoever keeps it', origin({ kind: 'people' }), '柳溪镇人民政府', true, null],
		[
			'made together, this office leading',
			origin({ kind: 'joint', lead: '柳溪镇人民政府' }),
			'柳溪镇人民政府',
			true,
			null,
		],
		[
			'the same by its short name, with a blank',
			origin({ kind: 'joint', lead: '柳溪 镇' }),
			'柳溪镇人民政府',
			true,
			null,
		],
		['made together, another leading', origin({ kind: 'joint', lead: '县水务局' }), '县水务局', false, 'origin.lead'],
		['obtained from another', origin({ kind: 'office', from: '县水务局' }), '县水务局', false, 'origin.maker'],
		['not said from whom yet', origin({ kind: 'office' }), '', false, null],
		['not said who leads yet', origin({ kind: 'joint' }), '', false, null],
	])('%s', (_case, given, who, isUs, key) => {
		const { warning, ...rest } = responsibleFor(given, US);
		expect(rest).toEqual({ who, isUs });
		expect(warning?.key ?? null).toBe(key);
		if (warning) expect(warning.message).toMatch(new RegExp(`「${who}」.*负责公开（条例第十条）`));
	});

	it('falls silent once the office says why it publishes', () => {
		const reason = '本机关最初获取。';
		for (const given of [
			origin({ kind: 'office', from: '县水务局', reason }),
			origin({ kind: 'joint', lead: '县水务局', reason }),
		])
			expect(responsibleFor(given, US)).toEqual({ who: '县水务局', isUs: false, warning: null });
	});
});

describe('what has to be said', () => {
	it('is who leads and who else of a joint one, from which agency of an obtained one, nothing else', () => {
		expect(originIssues(origin({ kind: 'joint' })).map(({ key }) => key)).toEqual(['need.lead', 'need.others']);
		expect(originIssues(origin({ kind: 'joint', lead: '县水务局', others: ['柳溪镇人民政府'] }))).toEqual([]);
		expect(originIssues(origin({ kind: 'office' })).map(({ key }) => key)).toEqual(['need.from']);
		for (const given of [undefined, null, origin({}), origin({ kind: 'people' })])
			expect(originIssues(given)).toEqual([]);
	});

	it('is taken in by a draft, and a draft without it stays as it was', () => {
		const bare = { type: 'notice', columnId: 1 };
		expect('origin' in contentSchema.parse(bare)).toBe(false);
		expect(contentSchema.parse({ ...bare, origin: { kind: 'people' } }).origin).toMatchObject({
			kind: 'people',
			others: [],
		});
		expect(contentSchema.safeParse({ ...bare, origin: { kind: 'other' } }).success).toBe(false);
		expect(contentSchema.safeParse({ ...bare, origin: { kind: 'own', others: [' '] } }).success).toBe(false);
	});
});

it('is printed in one line', () => {
	expect(originText(null)).toBe(ORIGINS.own);
	expect(originText(origin({ kind: 'joint', lead: '甲局', others: ['乙局', '丙镇'] }))).toBe(
		'与其他机关共同制作（牵头：甲局；共同制作：乙局、丙镇）',
	);
	expect(originText(origin({ kind: 'office', from: '甲局', reason: '法律另有规定' }))).toBe(
		'从其他行政机关获取（甲局）。由本机关公开的理由：法律另有规定',
	);
	// A reason left over from another choice says nothing.
	expect(originText(origin({ kind: 'own', reason: '法律另有规定' }))).toBe(ORIGINS.own);
});
