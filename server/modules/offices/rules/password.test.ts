import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashPassword, isPassword, oneTimePassword, pretendCheck } from '../passwords/hash.ts';
import { PASSWORD_RULES, passwordIssues } from './password.ts';

const keys = (password: string, loginName = 'linxiao') => passwordIssues(password, loginName).map(({ key }) => key);

describe('passwordIssues', () => {
	it.each(['Liuxi-Zhen-27', 'xK9#mmmmmm', '河边-ABC-杨柳-123', 'correct Horse 9'])('accepts %s', (password) => {
		expect(keys(password)).toEqual([]);
	});

	it.each([
		['Ab1-', 'password.short'],
		['Abcdefg1-', 'password.short'],
		[`Aa1-${'x'.repeat(125)}`, 'password.long'],
		['alllowercase1', 'password.kinds'],
		['1234567890123', 'password.kinds'],
		['Xx-LinXiao-99', 'password.loginName'],
		['Password2026!', 'password.common'],
		['P@ssw0rd2026', 'password.common'],
		['1qaz@WSX3edc', 'password.common'],
		['Admin-123456', 'password.common'],
		['Qwertyuiop-9', 'password.common'],
		['Woaini-1314!', 'password.common'],
	])('refuses %s: %s', (password, key) => {
		expect(keys(password)).toContain(key);
	});

	it('counts characters, not code units', () => {
		expect(keys('𠮷𠮷𠮷𠮷Aa1-')).toContain('password.short');
		expect(keys('𠮷𠮷𠮷𠮷𠮷𠮷Aa1-')).toEqual([]);
	});

	it('says nothing about a login name there is none of', () => {
		expect(keys('Liuxi-Zhen-27', '')).toEqual([]);
	});

	it('never throws, whatever is typed', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (password) => {
				for (const one of passwordIssues(password, 'x')) expect(one.field).toBe('next');
			}),
		);
	});

	it('has its rules in words', () => {
		expect(PASSWORD_RULES).toHaveLength(4);
	});
});

describe('one-time passwords', () => {
	it('keep the rules themselves and never repeat', () => {
		const made = Array.from({ length: 300 }, oneTimePassword);
		expect(new Set(made).size).toBe(300);
		for (const password of made) {
			expect(keys(password)).toEqual([]);
			expect(password).not.toMatch(/[0O1lIo]/);
		}
	});
});

describe('hashes', () => {
	it('are salted, of their own password, and argon2id', async () => {
		const [one, two] = [await hashPassword('Liuxi-Zhen-27'), await hashPassword('Liuxi-Zhen-27')];
		expect(one).not.toBe(two);
		expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
		expect(await isPassword(one, 'Liuxi-Zhen-27')).toBe(true);
		expect(await isPassword(two, 'Liuxi-Zhen-28')).toBe(false);
		expect(await pretendCheck('nobody has this password')).toBe(false);
	});
});
