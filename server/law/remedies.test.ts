import { describe, expect, it } from 'vitest';
import { OUTCOME_CODES, type OutcomeCode } from './codes.ts';
import { overdueRemedy, type RemedyKind, remedyOf, remedyParagraph, reviewComesFirst } from './remedies.ts';

const parties = { reviewBody: '青河县人民政府', court: '清源市铁路人民法院' };
const now = { decidedOn: '2026-03-16' };

describe('remedyOf', () => {
	it('is R1 for the seven refusals under Arts 14–16 and R2 for the rest', () => {
		const reviewFirst: OutcomeCode[] = ['O4', 'O5', 'O6', 'O7', 'O8', 'O9', 'O10'];
		for (const code of OUTCOME_CODES) {
			expect(remedyOf(code, now), code).toBe(reviewFirst.includes(code) ? 'R1' : 'R2');
		}
	});

	it('does not put review first for 行政查询事项, although it stands under (三)', () => {
		expect(reviewComesFirst('O11', now)).toBe(false);
	});

	it.each([
		['2023-12-31', 'R2'],
		['2024-01-01', 'R1'],
		['2008-05-01', 'R2'],
	])('of a refusal decided on %s is %s', (decidedOn, kind) => {
		expect(remedyOf('O7', { decidedOn })).toBe(kind);
	});

	it('of 部分公开 goes by what was withheld', () => {
		expect(remedyOf('O3', { ...now, withheld: ['16-2'] })).toBe('R1');
		expect(remedyOf('O3', now)).toBe('R2');
		expect(remedyOf('O3', { decidedOn: '2023-06-01', withheld: ['16-2'] })).toBe('R2');
	});

	it('of a withdrawal is none, of any other ending R2', () => {
		expect(remedyOf('O23', { ...now, withdrawn: true })).toBe('R0');
		expect(remedyOf('O23', now)).toBe('R2');
		expect(remedyOf('O2', { ...now, withdrawn: true })).toBe('R2');
	});

	it('of silence is review first from 2024', () => {
		expect([overdueRemedy('2023-12-31'), overdueRemedy('2024-01-01')]).toEqual(['R2', 'R3']);
	});
});

describe('remedyParagraph', () => {
	const text = (kind: RemedyKind) => {
		const result = remedyParagraph(kind, parties);
		return result.ok ? result.value : '';
	};

	it('is the county’s wording with its own bodies', () => {
		expect(text('R1')).toBe(
			'如不服本决定，请自收到本告知书之日起60日内先向青河县人民政府申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起15日内依法向清源市铁路人民法院提起行政诉讼。',
		);
		expect(text('R2')).toBe(
			'如不服本答复，可以自收到本告知书之日起60日内向青河县人民政府申请行政复议，或者自收到本告知书之日起6个月内依法向清源市铁路人民法院提起行政诉讼。',
		);
	});

	it('never offers a direct suit where review comes first', () => {
		for (const kind of ['R1', 'R3'] as const) {
			expect(text(kind)).toContain('先向');
			expect(text(kind)).not.toContain('6个月');
		}
		expect(text('R2')).not.toContain('先向');
	});

	it('is empty for procedural letters, whoever the bodies are', () => {
		expect(remedyParagraph('R0', { reviewBody: '', court: '' })).toEqual({ ok: true, value: '' });
	});

	it('names the online way when there is one', () => {
		const result = remedyParagraph('R2', { ...parties, onlineAddress: 'https://fy.example.gov.cn' }, true);
		expect(result).toMatchObject({ ok: true, value: expect.stringContaining('https://fy.example.gov.cn。') });
	});

	it('refuses to print with a gap', () => {
		const result = remedyParagraph('R1', { reviewBody: ' ', court: '' }, true);
		expect(result.ok ? [] : result.issues.map((one) => one.field)).toEqual(['reviewBody', 'court', 'onlineAddress']);
		expect(remedyParagraph('R1', parties, true).ok).toBe(false);
		expect(remedyParagraph('R1', parties, false).ok).toBe(true);
	});
});
