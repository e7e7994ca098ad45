import { describe, expect, it } from 'vitest';
import { findPersonalData, kindsFound } from './index.ts';
import { isIdNumber, passesLuhn } from './numbers.ts';

/** An ID number with a right checksum, for an area code that is not in use. */
function idNumber(area: string, birth: string, serial: string): string {
	const digits = `${area}${birth}${serial}`;
	for (const check of '0123456789X') if (isIdNumber(digits + check)) return digits + check;
	throw new Error('no check character fits');
}

/** A card number with a right check digit. */
function card(prefix: string): string {
	for (let digit = 0; digit < 10; digit += 1) if (passesLuhn(prefix + digit)) return prefix + digit;
	throw new Error('no check digit fits');
}

const ID = idNumber('999001', '19900307', '123');
const CARD = card('622202000000000123');
const kinds = (text: string) => findPersonalData(text).map(({ kind }) => kind);

describe('ID numbers', () => {
	it('are found by their checksum', () => {
		expect(kinds(`张某，身份证号${ID}。`)).toEqual(['idNumber']);
		expect(kinds(`${ID.slice(0, 6)} ${ID.slice(6, 14)} ${ID.slice(14)}`)).toEqual(['idNumber']);
	});

	it('are found when written full-width, with a small x, with hyphens', () => {
		let withX = '';
		for (let n = 0; n < 1000 && !withX.endsWith('X'); n += 1)
			withX = idNumber('999001', '19851112', String(n).padStart(3, '0'));
		expect(withX).toMatch(/X$/);
		expect(kinds(withX.toLowerCase())).toEqual(['idNumber']);
		const full = [...ID].map((letter) => (letter === 'X' ? 'Ｘ' : String.fromCharCode(letter.charCodeAt(0) + 0xfee0)));
		expect(kinds(full.join(''))).toEqual(['idNumber']);
	});

	it('with one digit wrong are none', () => {
		const wrong = `${ID.slice(0, 16)}${(Number(ID[16]) + 1) % 10}${ID[17]}`;
		expect(kinds(wrong)).toEqual([]);
	});

	it.each(['19901307', '19900230', '18000101', '00000000'])('with the birthday %s are none', (birth) => {
		expect(isIdNumber(`999001${birth}1230`)).toBe(false);
		for (const check of '0123456789X') expect(isIdNumber(`999001${birth}123${check}`)).toBe(false);
	});
});

describe('mobile numbers', () => {
	it.each(['13800138000', '199 0013 8000', '150-0013-8000', '１３８００１３８０００'])('%s is one', (text) => {
		expect(kinds(`联系电话：${text}，`)).toEqual(['mobile']);
	});

	it.each(['12800138000', '1380013800', '138001380001', '0999-8100001', '10086', 'A13800138000', '13800138000B'])(
		'%s is none',
		(text) => {
			expect(kinds(text)).toEqual([]);
		},
	);
});

describe('bank cards', () => {
	it('are found by their check digit', () => {
		expect(kinds(`账号${CARD}`)).toEqual(['bankCard']);
		expect(kinds(CARD.replace(/(\d{4})(?=\d)/g, '$1 '))).toEqual(['bankCard']);
	});

	it('with a wrong check digit are none', () => {
		expect(kinds(CARD.slice(0, -1) + ((Number(CARD.at(-1)) + 1) % 10))).toEqual([]);
	});
});

describe('what is no personal data', () => {
	it.each([
		'索引号：99990123A00000011X/2026-00012',
		'统一社会信用代码 99990123A00000011X',
		'柳政发〔2026〕3号',
		'2026年5月6日至2026年12月31日',
		'合同金额 18,624,000.00 元',
		'预算 1862.4 万元，其中 1204.6 万元',
		'网址 https://www.example.gov.cn/d/20260506001234567890123',
		'00000000000000000000',
	])('%s', (text) => {
		expect(kinds(text)).toEqual([]);
	});

	it('finds each kind once in its summary', () => {
		const found = findPersonalData(`${ID}、${ID}、13800138000`);
		expect(found).toHaveLength(3);
		expect(kindsFound(found)).toBe('身份证号码、手机号码');
	});
});

describe('what is shown of a finding', () => {
	it('is never the number itself, nor one beside it', () => {
		for (const { masked, around } of findPersonalData(`李某${ID}电话13800138000`)) {
			expect(masked).toContain('***');
			expect(around).not.toContain(ID);
			expect(around).not.toContain('13800138000');
			expect(around.replace(/\D/g, '').length).toBeLessThan(6);
		}
	});
});
