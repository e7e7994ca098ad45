import { describe, expect, it } from 'vitest';
import { parseFigure } from './figure.ts';

const read = (raw: string, unit?: string) => {
	const { value, state } = parseFigure(raw, unit);
	return [value, state];
};

describe('parseFigure', () => {
	it('reads plain, full-width, signed, decimal and grouped figures', () => {
		expect(read('0')).toEqual([0, 'number']);
		expect(read(' ４７３ ')).toEqual([473, 'number']);
		expect(read('-15')).toEqual([-15, 'number']);
		expect(read('－8')).toEqual([-8, 'number']);
		expect(read('+3')).toEqual([3, 'number']);
		expect(read('减2')).toEqual([-2, 'number']);
		expect(read('24252.311082')).toEqual([24252.311082, 'number']);
		expect(read('3,985,758')).toEqual([3985758, 'number']);
		expect(read('3 985 758')).toEqual([3985758, 'number']);
		expect(read('-0')).toEqual([0, 'number']);
	});

	it('brings an amount to the unit of its cell without binary noise', () => {
		expect(read('10.6424万元', '元')).toEqual([106424, 'number']);
		expect(read('0.1亿元', '万元')).toEqual([1000, 'number']);
		expect(read('5394432.52元', '元')).toEqual([5394432.52, 'number']);
		expect(read('23.5万元', '万元')).toEqual([23.5, 'number']);
		expect(read('61500元', '万元')).toEqual([6.15, 'number']);
		expect(parseFigure('10.6424万元', '元').unit).toBe('万元');
		expect(parseFigure('12件', '件').unit).toBeUndefined();
	});

	it('keeps a remark apart from the figure', () => {
		expect(parseFigure('22（其中修订16件）', '件')).toEqual({ value: 22, state: 'number', remark: '（其中修订16件）' });
	});

	it('tells blank from zero marks', () => {
		for (const raw of ['', '  ', '\u3000', '\u00a0\t']) expect(read(raw)).toEqual([null, 'blank']);
		for (const raw of ['/', '／', '-', '—', '——', '无', '\\', 'N/A', '－'])
			expect(read(raw), raw).toEqual([null, 'dash']);
	});

	it('never makes a figure of what is not plainly one', () => {
		for (const raw of ['O', '00', '007', '3余', '约3', '0 0', '12 5', '一', '见附件', '3.', '1.2.3', '1,23', '3/4']) {
			expect(read(raw), raw).toEqual([null, 'unreadable']);
		}
	});

	it('understands Chinese numerals in a cell', () => {
		expect(read('十二')).toEqual([12, 'number']);
		expect(read('零')).toEqual([0, 'number']);
		expect(read('一百零三')).toEqual([103, 'number']);
	});
});
