import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROLES } from '../../kernel/permissions.ts';
import { AUDIT_TITLES, ENTRIES, MESSAGES } from './messages.zh.ts';
import { refuse, requireNone, say } from './rules/say.ts';

const folder = import.meta.dirname;
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'messages.zh.ts')
	.map((name) => readFileSync(join(folder, name), 'utf8'))
	.join('\n');
const keys = Object.keys(MESSAGES) as (keyof typeof MESSAGES)[];
const wordingOf = (key: keyof typeof MESSAGES) => (MESSAGES[key] as (...given: unknown[]) => string)('甲', 3, '乙');

describe('every message', () => {
	it.each(keys)('%s is one calm Chinese sentence or two', (key) => {
		const text = wordingOf(key);
		expect(text).toMatch(/^[^\n]{4,120}。$/);
		expect(text).toMatch(/[\u4e00-\u9fff]{2}/);
		expect(text).not.toMatch(/undefined|\[object|null|NaN|！/);
	});

	it.each(keys)('%s is said somewhere', (key) => {
		expect(sources.includes(`'${key}'`)).toBe(true);
	});
});

describe('every line of a history', () => {
	const written = [...sources.matchAll(/tx\.timeline\(\s*\{[^}]*\},\s*'(\w+)'/g)].map(([, entry]) => entry ?? '');
	const announced = [...sources.matchAll(/(?:announce|note)\(tx, \w+, `[^`]*`, '(\w+)'/g)].map(
		([, entry]) => entry ?? '',
	);

	it('that is written has its words', () => {
		const used = [...new Set([...written, ...announced])];
		expect(used.length).toBeGreaterThan(10);
		expect(used.filter((entry) => !ENTRIES[entry])).toEqual([]);
	});

	it('speaks of roles by their names', () => {
		expect(ENTRIES.roleAssigned?.({ role: 'clerk' })).toBe(`任${ROLES.clerk.label}`);
		expect(ENTRIES.roleEnded?.({ role: 'gone' })).toBe('不再任');
		expect(ENTRIES.created?.({})).toBe('新增');
		expect(ENTRIES.created?.({ name: '某局' })).toBe('新增：某局');
	});
});

describe('saying', () => {
	it('keeps key, field and the words that were given', () => {
		expect(say('office.nameTaken', 'name', '某局')).toEqual({
			key: 'office.nameTaken',
			field: 'name',
			message: '已有名为「某局」的机关。',
		});
		expect(say('person.self')).not.toHaveProperty('field');
	});

	it('refuses with the sentence of the key', () => {
		expect(refuse('conflict', 'revision')).toMatchObject({
			status: 409,
			userMessage: '内容已被他人更新，请刷新后再修改。',
		});
		expect(() => requireNone([])).not.toThrow();
		expect(() => requireNone([say('person.name', 'name')])).toThrow(expect.objectContaining({ code: 'invalid' }));
	});

	it('names events that no route declares', () => {
		for (const title of Object.values(AUDIT_TITLES)) expect(title).toMatch(/^[\u4e00-\u9fff]+$/);
	});
});
