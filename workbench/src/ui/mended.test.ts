import { describe, expect, it } from 'vitest';
import { mended } from './mended.ts';

const wrong = (...name: (string | number)[]) => ({ name, errors: ['请填写。'] });

describe('an input that was refused', () => {
	it('loses the words once it is changed, also when it is emptied', () => {
		expect(mended([wrong('name')], { name: '防汛' })).toEqual([{ name: ['name'], errors: [] }]);
		expect(mended([wrong('name')], { name: undefined })).toEqual([{ name: ['name'], errors: [] }]);
	});

	it('keeps them while something else is changed', () => {
		expect(mended([wrong('name')], { slug: 'flood' })).toEqual([]);
		expect(mended([wrong('name')], {})).toEqual([]);
		expect(mended([wrong('name')], null)).toEqual([]);
	});

	it('is told from those beside it in a group and in a list', () => {
		const inputs = [
			wrong('answers', 'safety', 'answer'),
			wrong('answers', 'safety', 'note'),
			wrong('items', 1, 'title'),
		];
		expect(mended(inputs, { answers: { safety: { note: '已删去' } } }).map(({ name }) => name.join('.'))).toEqual([
			'answers.safety.note',
		]);
		const items: unknown[] = [];
		items[1] = { title: '新' };
		expect(mended(inputs, { items }).map(({ name }) => name.join('.'))).toEqual(['items.1.title']);
	});

	it('is left alone when nothing was wrong', () => {
		expect(mended([{ name: ['name'], errors: [] }], { name: '防汛' })).toEqual([]);
	});
});
