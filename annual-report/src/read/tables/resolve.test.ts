import { describe, expect, it } from 'vitest';
import { applicantColumns } from '../../forms/index.ts';
import { resolveSegments } from './resolve.ts';
import type { Piece, Segment } from './segment.ts';

const t3 = (row: string) => applicantColumns.map((column) => `t3.${row}.${column.key}`);
const normative = ['t2.normative.made', 't2.normative.repealed', 't2.normative.valid'];

/** Pieces parted by cell borders; `~` before a text means it only had a blank before it. */
function segment(addresses: readonly string[], ...texts: string[]): Segment {
	const pieces = texts.map(
		(text, i): Piece => ({
			text: text.replace(/^~/, ''),
			gap: text.startsWith('~') ? 1 : 2,
			at: { line: i + 1 },
		}),
	);
	return { addresses, pieces, at: { line: 0 } };
}

const resolve = (...segments: Segment[]) => resolveSegments('2021', segments, new Map());
const values = (cells: ReturnType<typeof resolve>, addresses: readonly string[]) =>
	addresses.map((address) => cells.get(address)?.value ?? null);

describe('rows whose cells are known', () => {
	it('reads one piece a cell with its state and place', () => {
		const cells = resolve(segment(t3('new'), '1', '0', '', '/', '约3', '0', '1'));
		expect([...cells.values()].map(({ state }) => state)).toEqual([
			'number',
			'number',
			'blank',
			'dash',
			'unreadable',
			'number',
			'number',
		]);
		expect(cells.get('t3.new.business')?.at).toEqual({ line: 2 });
	});

	it('passes over empty cells behind the row', () => {
		const cells = resolve(segment(normative, '1', '2', '3', '', ''));
		expect(values(cells, normative)).toEqual([1, 2, 3]);
	});

	it('passes over empty cells before the row, which the lost span of a label leaves', () => {
		const cells = resolve(segment(t3('new'), '', '', '1', '0', '2', '0', '0', '0', '3'));
		expect(values(cells, t3('new'))).toEqual([1, 0, 2, 0, 0, 0, 3]);
	});

	it('lets the sum of the row decide where blanks at both ends allow several places', () => {
		const cells = resolve(segment(t3('new'), '', '', '1', '', '2', '', '', '', '3', ''));
		expect(values(cells, t3('new'))).toEqual([1, null, 2, null, null, null, 3]);
	});

	it('does not choose where the sum cannot decide and another row shows that figures do not follow their label', () => {
		const shifted = segment(t3('new'), '', '1', '0', '0', '0', '0', '0', '1');
		const open = segment(t3('granted'), '', '258', '', '', '', '', '', '');
		expect(values(resolve(open), t3('granted'))).toEqual([null, 258, null, null, null, null, null]);
		expect(resolve(shifted, open).get('t3.granted.natural')?.state).toBe('unreadable');
	});

	it('does not choose among more figures than cells', () => {
		const cells = resolve(segment(normative, '1', '2', '3', '4'));
		expect(cells.get('t2.normative.made')).toMatchObject({ state: 'unreadable', raw: '1 2 3 4' });
	});

	it('places none of too few figures', () => {
		const cells = resolve(segment(t3('new'), '3', '3'));
		expect([...cells.values()].every(({ state, value }) => state === 'unreadable' && value === null)).toBe(true);
	});

	it('leaves a row without pieces to be absent', () => {
		expect(resolve(segment(normative)).size).toBe(0);
	});

	it('reads figures parted by blanks where there are as many as cells', () => {
		const cells = resolve(segment(t3('new'), '71', '~3', '~0', '~0', '~0', '~0', '~74'));
		expect(cells.get('t3.new.total')).toMatchObject({ value: 74, state: 'number' });
	});
});

describe('rows whose cells ran together', () => {
	it('cuts by the row sum and says so', () => {
		const cells = resolve(segment(t3('new'), '713000074'));
		expect(values(cells, t3('new'))).toEqual([71, 3, 0, 0, 0, 0, 74]);
		expect(cells.get('t3.new.natural')).toMatchObject({ state: 'reconstructed', by: 'T3-ROW', raw: '71' });
	});

	it('names the digits where there are as many as cells: the sum stays free to be tested', () => {
		const cells = resolve(segment(t3('granted'), '7000007'));
		expect(cells.get('t3.granted.total')).toMatchObject({ value: 7, by: 'digits' });
	});

	it('believes seven digits that do not add up only in a table that lost nothing', () => {
		const wrong = segment(t3('granted'), '7000008');
		expect(resolve(wrong).get('t3.granted.total')).toMatchObject({ value: 8, by: 'digits' });
		const lossy = resolve(wrong, segment(t3('partial'), '5', '5'));
		expect(lossy.get('t3.granted.total')).toMatchObject({ value: null, state: 'unreadable' });
	});

	it('leaves a row unreadable that two cuts satisfy', () => {
		const cells = resolve(segment(t3('granted'), '220000022'));
		expect(cells.get('t3.granted.natural')).toMatchObject({ state: 'unreadable', raw: '220000022' });
	});

	it('does not cut figures that kept a border between them', () => {
		const cells = resolve(segment(t3('granted'), '12', '3000015'));
		expect(cells.get('t3.granted.natural')?.state).toBe('unreadable');
	});

	it('does not cut at blanks where another row shows that empty cells were lost', () => {
		const run = segment(t3('granted'), '10', '~5', '~0', '~0', '~015');
		expect(resolve(run).get('t3.granted.total')?.state).toBe('unreadable');
		const fitting = segment(t3('granted'), '1050000', '~15');
		expect(resolve(fitting).get('t3.granted.total')).toMatchObject({ value: 15, by: 'T3-ROW' });
		const beside = segment(t3('partial'), '3', '~3');
		expect(resolve(fitting, beside).get('t3.granted.total')?.state).toBe('unreadable');
	});

	it('cuts table 4 by its three sums', () => {
		const addresses = ['review', 'direct', 'afterReview'].flatMap((group) =>
			['maintained', 'corrected', 'other', 'pending', 'total'].map((column) => `t4.${group}.${column}`),
		);
		const cells = resolve(segment(addresses, '10203120001200000'));
		expect(cells.get('t4.direct.maintained')).toMatchObject({ value: 12, by: 'T4-SUM' });
	});

	it('cuts signed figures of table 2 at their sign', () => {
		const cells = resolveSegments('2019', [segment(['t2.fee.prev', 't2.fee.delta'], '35-15')], new Map());
		expect(cells.get('t2.fee.delta')).toMatchObject({ value: -15, state: 'reconstructed', by: 'digits' });
	});

	it('cuts table 2 by what the narrative states, if that leaves one cut', () => {
		const run = segment(normative, '8855698');
		const enough = resolveSegments(
			'2021',
			[run],
			new Map([
				['t2.normative.made', 88],
				['t2.normative.valid', 698],
			]),
		);
		expect(values(enough, normative)).toEqual([88, 55, 698]);
		expect(enough.get('t2.normative.repealed')?.by).toBe('narrative');
		const tooLittle = resolveSegments('2021', [run], new Map([['t2.normative.made', 88]]));
		expect(tooLittle.get('t2.normative.valid')?.state).toBe('unreadable');
		const wrong = resolveSegments('2021', [run], new Map([['t2.normative.made', 12]]));
		expect(wrong.get('t2.normative.valid')?.state).toBe('unreadable');
	});
});
