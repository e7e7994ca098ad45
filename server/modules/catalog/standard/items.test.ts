import { describe, expect, it } from 'vitest';
import { COLUMN_TYPES } from '../model.ts';
import { checkLimit, updateLimit } from '../rules/update-limit.ts';
import { standardColumns } from './columns.ts';
import { ARTICLE_20, ARTICLE_21_TOWNSHIP, itemsFor, legalItem } from './items.ts';

const KINDS = ['county', 'department', 'township'] as const;

describe('items of the Regulations', () => {
	it('number the fifteen of Art 20 in order', () => {
		expect(ARTICLE_20.map(({ code }) => code)).toEqual(
			Array.from({ length: 15 }, (_, index) => `A20-${String(index + 1).padStart(2, '0')}`),
		);
		expect(legalItem('A20-07')?.text).toBe('财政预算、决算信息');
		expect(legalItem('A20-11')?.basis).toBe('《条例》第二十条第（十一）项');
	});

	it('number the eight a township adds', () => {
		expect(ARTICLE_21_TOWNSHIP.map(({ code }) => code)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `A21-T${n}`));
		expect(legalItem('A21-T4')?.text).toContain('宅基地');
	});

	it('give townships 23 items, departments 15', () => {
		expect(itemsFor('township')).toHaveLength(23);
		expect(itemsFor('department')).toHaveLength(15);
		expect(itemsFor('county').map(({ code }) => code)).toContain('A21-C1');
		expect(itemsFor('county').map(({ code }) => code)).not.toContain('A21-T1');
	});

	it('know no other code', () => {
		for (const code of ['A20-16', 'A20-1', 'A21-T9', '', 'a20-01']) expect(legalItem(code)).toBeUndefined();
	});
});

describe.each(KINDS)('standard columns of a %s', (kind) => {
	const columns = standardColumns(kind);

	it('have the uniform names of the fixed five', () => {
		const fixed = columns.filter((column) => !['item', 'usual'].includes(column.kind)).map(({ name }) => name);
		expect(fixed).toEqual([
			'政府信息公开指南',
			'政府信息公开制度',
			'法定主动公开内容',
			'政府信息公开工作年度报告',
			'依申请公开',
		]);
	});

	it('have slugs that are unique and fit an address', () => {
		const slugs = columns.map(({ slug }) => slug);
		expect(new Set(slugs).size).toBe(slugs.length);
		for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
	});

	it('stand every item below 法定主动公开内容, after its parent', () => {
		const items = columns.filter((column) => column.kind === 'item');
		expect(items.map(({ code }) => code)).toEqual(itemsFor(kind).map(({ code }) => code));
		expect(items.every(({ parent }) => parent === 'statutory')).toBe(true);
		const slugs = columns.map(({ slug }) => slug);
		expect(slugs.indexOf('statutory')).toBeLessThan(slugs.indexOf('a20-01'));
	});

	it('carry a type of the page tags and a known code', () => {
		for (const { type, code } of columns) {
			expect(COLUMN_TYPES).toContain(type);
			if (code !== '') expect(legalItem(code)).toBeDefined();
		}
	});

	it('have the usual columns with the update limits of the health check', () => {
		const by = new Map(columns.map((column) => [column.name, column]));
		for (const name of ['工作动态', '通知公告', '政策文件', '政策解读', '财政预决算', '机构职能'])
			expect(by.get(name)?.kind).toBe('usual');
		expect(by.get('工作动态')?.updateDays).toBe(14);
		expect(by.get('通知公告')?.updateDays).toBe(183);
		// 国办秘函〔2019〕19号: what the county starts with is no looser than the check, and yearly columns have no time at all.
		for (const name of ['工作动态', '通知公告', '政策文件']) {
			const column = by.get(name);
			expect(column && checkLimit({ ...column, parentId: null }), name).toBe(column?.updateDays);
		}
		for (const name of ['规划计划', '财政预决算', '惠民惠农补贴']) {
			const column = by.get(name);
			expect(column ? updateLimit({ ...column, parentId: null }) : null, name).toBeNull();
		}
	});
});
