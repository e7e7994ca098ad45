import { describe, expect, it } from 'vitest';
import { matchingOffices, type OfficeLike, type TreeNode, treeOf } from './tree.ts';

const office = (id: number, name: string, parentId: number | null, more: Partial<OfficeLike> = {}): OfficeLike => ({
	id,
	name,
	shortName: name.slice(0, 3),
	code: `9999012300000000${id}X`,
	kind: parentId === null ? 'county' : 'township',
	status: 'active',
	parentId,
	...more,
});

const county = office(1, '青河县人民政府办公室', null);
const liuxi = office(2, '柳溪镇人民政府', 1);
const water = office(3, '青河县水务局', 1, { kind: 'department' });
const station = office(4, '青河县水务局水政站', 3, { kind: 'department' });
const old = office(5, '东岭乡人民政府', 1, { status: 'merged' });
const all = [county, liuxi, water, station, old];
const none = { q: '', kind: '', status: '' };

describe('filtering offices', () => {
	it('keeps everything without filters', () => {
		expect(matchingOffices(all, none)).toEqual(all);
	});

	it('finds names, short names and codes, whatever the case', () => {
		expect(matchingOffices(all, { ...none, q: ' 水务 ' })).toEqual([water, station]);
		expect(matchingOffices(all, { ...none, q: '00002x' })).toEqual([liuxi]);
	});

	it('asks for all filters at once', () => {
		expect(matchingOffices(all, { q: '青河', kind: 'department', status: 'active' })).toEqual([water, station]);
		expect(matchingOffices(all, { ...none, status: 'merged' })).toEqual([old]);
		expect(matchingOffices(all, { q: '青河', kind: 'township', status: '' })).toEqual([]);
	});
});

const drawn = (nodes: TreeNode<OfficeLike>[]): string =>
	nodes.map(({ office: { id }, shown, children }) => `${id}${shown ? '' : '?'}(${drawn(children)})`).join('');

describe('the tree', () => {
	it('stands under the county', () => {
		expect(drawn(treeOf(all, all))).toBe('1(2()3(4())5())');
	});

	it('keeps those above a match, and says that they are no match', () => {
		expect(drawn(treeOf(all, [station]))).toBe('1?(3?(4()))');
	});

	it('is empty when nothing matches', () => {
		expect(treeOf(all, [])).toEqual([]);
		expect(treeOf([], [])).toEqual([]);
	});

	it('puts an office at the top whose parent is not among those told', () => {
		expect(drawn(treeOf([water, station], [water, station]))).toBe('3(4())');
	});
});
