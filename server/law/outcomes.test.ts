import { describe, expect, it } from 'vitest';
import { placeOf } from './articles.ts';
import { OUTCOME_CODES, type OutcomeCode } from './codes.ts';
import { LETTERS } from './letters.ts';
import { cellOf, groundsOf, isOutcomeCode, OUTCOMES } from './outcomes.ts';

/** Written down a second time: code, article, row of 2019, row of 2021, letter. */
const TABLE = `
O1 第三十六条第（一）项 granted granted D15
O2 第三十六条第（二）项 granted granted D15
O3 第三十七条 partial partial D16
O4 第十四条 deny.secret deny.secret D17
O5 第十四条 deny.law deny.law D17
O6 第十四条 deny.safety deny.safety D17
O7 第十五条 deny.third deny.third D17
O8 第十六条第一款 deny.internal deny.internal D17
O9 第十六条第二款 deny.process deny.process D17
O10 第十六条第二款 deny.case deny.case D17
O11 第三十六条第（七）项 deny.query deny.query D18
O12 第三十六条第（四）项 unable.none unable.none D19
O13 第三十六条第（五）项 unable.none unable.none D20
O14 第三十八条 unable.create unable.create D21
O15 第三十条 unable.unclear unable.unclear D22
O16 第三十九条第一款 reject.petition reject.petition D23
O17 第三十六条第（六）项 reject.repeat reject.repeat D24
O18 第三十九条第二款 reject.publication reject.publication D25
O19 第三十五条 reject.massive reject.massive D26
O20 - reject.confirm reject.confirm D26
O21 第三十条 other other.correct D28
O22 - other other.fee D28
O23 - other other.misc -`;

/** Result rows of the two forms, in the contract's words. */
const RESULT_ROWS =
	'granted partial deny.secret deny.law deny.safety deny.third deny.internal deny.process deny.case deny.query unable.none unable.create unable.unclear reject.petition reject.repeat reject.publication reject.massive reject.confirm'.split(
		' ',
	);

describe('the outcomes', () => {
	it('agree with the second table', () => {
		const lines = OUTCOME_CODES.map((code) => {
			const { basis, rows, letter } = OUTCOMES[code];
			const article = basis[0] ? placeOf(basis[0]) : '';
			return [code, article || '-', rows['2019'], rows['2021'], letter ?? '-'].join(' ');
		});
		expect(lines).toEqual(TABLE.trim().split('\n'));
	});

	it('reach every result row of both forms and no other', () => {
		expect(new Set(OUTCOME_CODES.map((code) => OUTCOMES[code].rows['2019']))).toEqual(
			new Set([...RESULT_ROWS, 'other']),
		);
		expect(new Set(OUTCOME_CODES.map((code) => OUTCOMES[code].rows['2021']))).toEqual(
			new Set([...RESULT_ROWS, 'other.correct', 'other.fee', 'other.misc']),
		);
	});

	it('differ between the forms only in (六)', () => {
		const different = OUTCOME_CODES.filter((code) => OUTCOMES[code].rows['2019'] !== OUTCOMES[code].rows['2021']);
		expect(different).toEqual(['O21', 'O22', 'O23']);
	});

	it('use letters whose remedy is chosen by outcome', () => {
		for (const code of OUTCOME_CODES) {
			const { letter } = OUTCOMES[code];
			if (letter) expect(LETTERS[letter].remedy, code).toBe('outcome');
		}
	});

	it('have different names', () => {
		expect(new Set(OUTCOME_CODES.map((code) => OUTCOMES[code].name)).size).toBe(23);
	});
});

describe('cellOf', () => {
	it('is a contract address', () => {
		expect(cellOf('O12', '2021', 'natural')).toBe('t3.unable.none.natural');
		expect(cellOf('O21', '2019', 'legalService')).toBe('t3.other.legalService');
		expect(cellOf('O21', '2021', 'total')).toBe('t3.other.correct.total');
	});
});

describe('groundsOf', () => {
	it('is the outcome’s own ground for the seven refusals, and only for them', () => {
		const refusals: Partial<Record<OutcomeCode, string>> = {
			O4: '14-1',
			O5: '14-2',
			O6: '14-3',
			O7: '15',
			O8: '16-1',
			O9: '16-2',
			O10: '16-3',
		};
		for (const code of OUTCOME_CODES) {
			const own = refusals[code];
			expect(groundsOf(code), code).toEqual(own ? [own] : []);
		}
	});

	it('is what was withheld for 部分公开, and ignores it elsewhere', () => {
		expect(groundsOf('O3', ['15', '16-2'])).toEqual(['15', '16-2']);
		expect(groundsOf('O2', ['15'])).toEqual([]);
	});
});

it('recognises its codes only', () => {
	expect(['O1', 'O23', 'O0', 'O24', 'o1', 'toString', ''].filter(isOutcomeCode)).toEqual(['O1', 'O23']);
});
