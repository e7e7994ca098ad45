import { describe, expect, it } from 'vitest';
import type { Named } from '../../../module.ts';
import { fitting } from './nearby.ts';

const named = (...names: string[]): Named[] =>
	names.map((name) => ({ kind: '公开事项', name, note: '', href: `/${name}` }));
const names = (all: readonly Named[]) => all.map(({ name }) => name);

describe('names that fit a question', () => {
	const all = named('县民政局', '社会救助：农村低保', '农村低保对象公示和动态管理', '柳溪镇人民政府', '通知公告');

	it('have its words in them, those that have most first, the shorter before the longer', () => {
		expect(names(fitting(all, ['农村', '低保', '农村低保']))).toEqual([
			'社会救助：农村低保',
			'农村低保对象公示和动态管理',
		]);
		expect(names(fitting(all, ['低保', '对象', '公示']))[0]).toBe('农村低保对象公示和动态管理');
	});

	it('are none for words no name has, and for single characters, which stand everywhere', () => {
		expect(fitting(all, ['防汛'])).toEqual([]);
		expect(fitting(all, ['县', '村'])).toEqual([]);
		expect(fitting(all, [])).toEqual([]);
		expect(fitting([], ['低保'])).toEqual([]);
	});

	it('a word said twice counts once', () => {
		const [first] = fitting(named('农村公路', '农村低保公路'), ['农村', '公路', '农村公路', '公路']);
		expect(first?.name).toBe('农村公路');
	});

	it('are few enough to be read', () => {
		expect(fitting(named(...Array.from({ length: 40 }, (_, at) => `低保${at}`)), ['低保'])).toHaveLength(8);
	});
});
