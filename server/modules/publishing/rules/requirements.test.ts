import { describe, expect, it } from 'vitest';
import { contentSchema, type DocumentContent } from '../model.ts';
import { documentType, TYPE_KEYS } from '../types.ts';
import { requirements } from './requirements.ts';

const WHOLE: DocumentContent = contentSchema.parse({
	type: 'notice',
	columnId: 1,
	title: '关于汛期值班安排的通知',
	issuer: '柳溪镇人民政府',
	formedOn: '2026-05-06',
	theme: '农业、林业、水利',
	genre: '通知',
	attribute: 'active',
	summary: '安排汛期值班。',
	responsibleUnit: '党政综合办公室',
	body: '<p>各村：</p>',
});
const about = { today: '2026-06-01', edition: 1, termYears: 5 as number | null };
const check = (change: Partial<DocumentContent>, more: Partial<typeof about> = {}) =>
	requirements({ ...WHOLE, ...change }, { ...about, ...more }).map(({ field }) => field);

describe('before a draft is handed on', () => {
	it('a normative document is in force for no longer than the county allows (law.md §5.7)', () => {
		const rule = { type: 'normative', documentNumber: '柳政规〔2026〕1号' } as const;
		expect(check({ ...rule, expiresOn: '2031-05-06' })).toEqual([]);
		expect(check({ ...rule, expiresOn: '2031-05-07' })).toEqual(['expiresOn']);
		expect(check({ ...rule, expiresOn: '2031-05-07' }, { termYears: 6 })).toEqual([]);
		// What was made before the county kept its rules here, what has no term, and what is no 规范性文件.
		expect(check({ ...rule, expiresOn: '2099-01-01' }, { termYears: null })).toEqual([]);
		expect(check({ ...rule, expiresOn: null })).toEqual([]);
		expect(check({ expiresOn: '2099-01-01' })).toEqual([]);
	});

	it('nothing is missing from a whole one', () => {
		expect(check({})).toEqual([]);
	});

	it.each([
		['title', { title: ' ' }],
		['issuer', { issuer: '' }],
		['formedOn', { formedOn: null }],
		['theme', { theme: '' as const }],
		['genre', { genre: '' as const }],
		['attribute', { attribute: '' as const }],
		['summary', { summary: '' }],
		['responsibleUnit', { responsibleUnit: '' }],
		['body', { body: '' }],
		['code', { code: 'A20-16' }],
	])('%s has to be there', (field, change) => {
		expect(check(change)).toEqual([field]);
	});

	it('a file can stand for the body', () => {
		expect(check({ body: '', attachments: [4] })).toEqual([]);
	});

	it('says everything at once', () => {
		expect(check({ title: '', issuer: '', summary: '', attribute: '' })).toEqual([
			'title',
			'issuer',
			'summary',
			'attribute',
		]);
	});

	it.each(TYPE_KEYS)('%s needs a document number when its kind has one', (type) => {
		expect(check({ type })).toEqual(documentType(type).numbered ? ['documentNumber'] : []);
		expect(check({ type, documentNumber: '柳政发〔2026〕3号' })).toEqual([]);
	});

	it('a later edition says what it changes', () => {
		expect(check({}, { edition: 2 })).toEqual(['changeNote']);
		expect(check({ changeNote: '更正电话' }, { edition: 2 })).toEqual([]);
	});
});

describe('days', () => {
	it('a document is not made in the future', () => {
		expect(check({ formedOn: '2026-06-02' })).toEqual(['formedOn']);
		expect(check({ formedOn: '2026-06-01' })).toEqual([]);
	});

	it('a change comes after the making and not after today', () => {
		expect(check({ changedOn: '2026-05-05' })).toEqual(['changedOn']);
		expect(check({ changedOn: '2026-06-02' })).toEqual(['changedOn']);
		expect(check({ changedOn: '2026-05-20' })).toEqual([]);
	});

	it('does not expire before it is made', () => {
		expect(check({ expiresOn: '2026-05-05' })).toEqual(['expiresOn']);
	});
});

describe('the attribute (Arts 14–16)', () => {
	it.each(['onRequest', 'withheld'] as const)('%s needs a ground and a reason', (attribute) => {
		expect(check({ attribute })).toEqual(['ground', 'groundNote']);
		expect(check({ attribute, ground: '16-2', groundNote: '讨论中的过程稿' })).toEqual([]);
	});

	it('what is open has no ground for withholding', () => {
		expect(check({ ground: '15' })).toEqual(['ground']);
	});
});

describe('the shape of content', () => {
	it.each([
		['an unknown field', { secret: true }],
		['an unknown type', { type: 'secret' }],
		['a day that is none', { formedOn: '2026-02-30' }],
		['a day in words', { formedOn: '昨天' }],
		['a title too long', { title: '长'.repeat(201) }],
		['eleven keywords', { keywords: Array.from({ length: 11 }, (_, i) => `词${i}`) }],
		['an unknown ground', { ground: '17' }],
		['a negative column', { columnId: -1 }],
	])('refuses %s', (_name, change) => {
		expect(contentSchema.safeParse({ ...WHOLE, ...change }).success).toBe(false);
	});

	it('takes a draft that has hardly begun', () => {
		expect(contentSchema.parse({ type: 'notice', columnId: 1 })).toMatchObject({
			title: '',
			body: '',
			attachments: [],
		});
	});
});
