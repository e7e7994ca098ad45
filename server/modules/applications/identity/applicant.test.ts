import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { vaultOf } from '../../../platform/vault/index.ts';
import { applicantFingerprint, applicantOf, openApplicant, sealApplicant } from './applicant.ts';
import { openParty, partySchema, sealParty } from './party.ts';

const vault = vaultOf({ current: 'k1', keys: { k1: randomBytes(32) }, index: randomBytes(32) });
const wang = applicantOf({
	name: '王小雨',
	idNumber: '110101199003077379',
	phone: '13900000000',
	address: '柳溪镇中街1号',
});

describe('the applicant', () => {
	test('comes back whole, with empty texts for what was not given', () => {
		const opened = openApplicant(vault, 3, sealApplicant(vault, 3, wang));
		expect(opened).toEqual(wang);
		expect(opened.email).toBe('');
		expect(opened.idKind).toBe('idCard');
	});

	test('of one case does not open as that of another', () => {
		expect(() => openApplicant(vault, 4, sealApplicant(vault, 3, wang))).toThrow();
	});

	test('a record of an older version without newer fields still opens', () => {
		const sealed = vault.seal(Buffer.from(JSON.stringify({ name: '王小雨' })), 'applicant 9');
		expect(openApplicant(vault, 9, sealed)).toEqual(applicantOf({ name: '王小雨' }));
	});
});

describe('the same applicant', () => {
	const found = (natural: boolean, given: Parameters<typeof applicantOf>[0]) =>
		applicantFingerprint(vault, natural, applicantOf(given));

	test('is found by number however it is written', () => {
		const known = found(true, { name: '王小雨', idNumber: '11010119900307737X' });
		for (const idNumber of [
			'11010119900307737x',
			' 110101 19900307 737X ',
			'１１０１０１19900307737X',
			'110101-19900307-737X',
		]) {
			expect(found(true, { name: '另一个名字', idNumber })).toBe(known);
		}
	});

	test('is not mistaken for one with another number', () => {
		expect(found(true, { idNumber: '110101199003077379' })).not.toBe(found(true, { idNumber: '110101199003077387' }));
	});

	test('a person and an organisation with the same digits are two', () => {
		expect(found(true, { idNumber: '123456' })).not.toBe(found(false, { creditCode: '123456' }));
	});

	test('without a number is found by name and telephone together', () => {
		const known = found(true, { name: '王 小雨', phone: '139-0000-0000' });
		expect(known).not.toBeNull();
		expect(found(true, { name: '王小雨', phone: '13900000000' })).toBe(known);
		expect(found(true, { name: '王小雨', phone: '13900000001' })).not.toBe(known);
		expect(found(true, { name: '王小雪', phone: '13900000000' })).not.toBe(known);
	});

	test('cannot be told from a name alone: namesakes are many', () => {
		expect(found(true, { name: '王小雨' })).toBeNull();
		expect(found(false, { name: '禾木公司' })).toBeNull();
		expect(found(true, {})).toBeNull();
	});

	test('the fingerprint holds nothing of the number', () => {
		expect(found(true, { idNumber: '110101199003077379' })).not.toContain('1101');
	});
});

describe('a third party', () => {
	const party = partySchema.parse({ name: '禾木农业有限公司', phone: '0999-1234567' });

	test('is sealed to its own consultation', () => {
		const sealed = sealParty(vault, 5, party);
		expect(openParty(vault, 5, sealed)).toEqual(party);
		expect(() => openParty(vault, 6, sealed)).toThrow();
		expect(sealed.bytes.toString('utf8')).not.toContain('禾木');
	});

	test('does not open as an applicant, nor an applicant as a third party', () => {
		expect(() => openApplicant(vault, 5, sealParty(vault, 5, party))).toThrow();
		expect(() => openParty(vault, 3, sealApplicant(vault, 3, wang))).toThrow();
	});
});
