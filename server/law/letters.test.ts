import { describe, expect, it } from 'vitest';
import { LETTER_IDS, OUTCOME_CODES } from './codes.ts';
import { COMMON_FIELDS, fieldsOf, LETTERS } from './letters.ts';
import { OUTCOMES } from './outcomes.ts';

const labels = (fields: readonly { label: string }[]) => fields.map((field) => field.label);

describe('the register of letters', () => {
	it('runs from D01 to D32 without a gap', () => {
		expect(LETTER_IDS).toEqual(Array.from({ length: 32 }, (_, at) => `D${String(at + 1).padStart(2, '0')}`));
		expect(Object.keys(LETTERS)).toEqual([...LETTER_IDS]);
	});

	it('has a title of its own and different blanks for each', () => {
		expect(new Set(LETTER_IDS.map((id) => LETTERS[id].title)).size).toBe(32);
		for (const id of LETTER_IDS) {
			const keys = [...COMMON_FIELDS, ...fieldsOf(id)].map((field) => field.key);
			const doubled = keys.filter((key, at) => keys.indexOf(key) !== at);
			expect(
				doubled.filter((key) => key !== 'basis'),
				id,
			).toEqual([]);
		}
	});

	it('never asks for the purpose of an application', () => {
		const everything = LETTER_IDS.flatMap((id) => labels(fieldsOf(id))).join();
		expect(everything).not.toMatch(/用途|特殊需要/);
	});

	it('gives a remedy to answers and decisions, R0 to procedural letters, none to papers of the file', () => {
		const by = (remedy: string) => LETTER_IDS.filter((id) => LETTERS[id].remedy === remedy);
		expect(by('R0')).toEqual(['D03', 'D04', 'D05', 'D06', 'D09', 'D13', 'D27']);
		expect(by('R2')).toEqual(['D10', 'D29']);
		expect(by('outcome')).toEqual([
			'D15',
			'D16',
			'D17',
			'D18',
			'D19',
			'D20',
			'D21',
			'D22',
			'D23',
			'D24',
			'D25',
			'D26',
			'D28',
		]);
		expect(by('R1')).toEqual([]);
	});

	it('keeps a consultation reply out of the number series, since it decides nothing', () => {
		expect(LETTERS.D30).toMatchObject({ numbered: false, remedy: 'none' });
	});
});

describe('fieldsOf', () => {
	it.each([
		['D04', undefined, ['需要补正的事项', '期限', '逾期的后果']],
		['D06', undefined, ['原答复期限', '延长后的答复期限', '理由', '批准人']],
		['D15', 'O1', ['获取的方式、途径', '公开日期']],
		['D15', 'O2', ['所附信息清单', '提供形式', '获取时间']],
		['D26', 'O19', ['要求说明理由的情况', '理由不合理之处']],
		['D28', 'O22', ['告知和逾期的情况', '缴费期限']],
	] as const)('%s for %s', (id, outcome, expected) => {
		expect(labels(fieldsOf(id, outcome))).toEqual(expected);
	});

	it('asks every answer for something that is its own', () => {
		for (const code of OUTCOME_CODES) {
			const { letter } = OUTCOMES[code];
			if (letter) expect(fieldsOf(letter, code).length, code).toBeGreaterThan(0);
		}
	});

	it('has variants only for outcomes that use the letter', () => {
		for (const id of LETTER_IDS) {
			for (const code of OUTCOME_CODES) {
				if (LETTERS[id].variants?.[code]) expect(OUTCOMES[code].letter, `${id} ${code}`).toBe(id);
			}
		}
	});
});
