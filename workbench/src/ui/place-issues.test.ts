import { describe, expect, it } from 'vitest';
import { pathOf, placeIssues } from './place-issues.ts';

const say = (field: string | undefined, message: string) => ({ field, key: 'x', message });

describe('the name of a field', () => {
	it('is a path whose numbers are positions', () => {
		expect(pathOf('items.0.title')).toEqual(['items', 0, 'title']);
		expect(pathOf('name')).toEqual(['name']);
		expect(pathOf('table3.2b')).toEqual(['table3', '2b']);
	});
});

describe('placing issues beside inputs', () => {
	const inputs = [['name'], ['items', 0, 'title'], ['items', 1, 'title'], ['period'], ['address', 'street']];

	it('puts each beside the input of its name, in the order of the form', () => {
		const placed = placeIssues([say('items.1.title', '乙'), say('name', '甲')], inputs);
		expect(placed.fields).toEqual([
			{ name: ['name'], errors: ['甲'] },
			{ name: ['items', 1, 'title'], errors: ['乙'] },
		]);
		expect(placed.rest).toEqual([]);
	});

	it('gathers several of one input, and says the same thing once', () => {
		const placed = placeIssues([say('name', '甲'), say('name', '乙'), say('name', '甲')], inputs);
		expect(placed.fields).toEqual([{ name: ['name'], errors: ['甲', '乙'] }]);
	});

	it('takes the input around it when there is none of its own', () => {
		expect(placeIssues([say('period.1', '晚于')], inputs).fields).toEqual([{ name: ['period'], errors: ['晚于'] }]);
	});

	it('takes the first input inside it when it names a group', () => {
		const placed = placeIssues([say('address', '请填写地址')], inputs);
		expect(placed.fields).toEqual([{ name: ['address', 'street'], errors: ['请填写地址'] }]);
	});

	it('prefers the nearest of several around it', () => {
		const placed = placeIssues([say('a.0.b', '错')], [['a'], ['a', 0]]);
		expect(placed.fields).toEqual([{ name: ['a', 0], errors: ['错'] }]);
	});

	it('does not take «item» for «items»', () => {
		expect(placeIssues([say('item', '错')], inputs).rest).toEqual(['错']);
	});

	it('matches positions written as text by the server', () => {
		expect(placeIssues([say('rows.0', '错')], [['rows', '0']]).fields).toHaveLength(1);
	});

	it('keeps what belongs to no input for the top of the form, once each', () => {
		const placed = placeIssues(
			[say(undefined, '甲'), say('', '乙'), say('unknown', '丙'), say(undefined, '甲')],
			inputs,
		);
		expect(placed).toEqual({ fields: [], rest: ['甲', '乙', '丙'] });
	});

	it('has nothing to place in nothing', () => {
		expect(placeIssues([], inputs)).toEqual({ fields: [], rest: [] });
		expect(placeIssues([say('name', '甲')], []).rest).toEqual(['甲']);
	});
});
