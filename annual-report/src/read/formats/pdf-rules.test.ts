import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { readRules } from './pdf-rules.ts';

const path = (paint: number, ...data: number[]): [number, unknown] => [
	OPS.constructPath,
	[paint, [new Float32Array(data)], null],
];
const read = (...operators: [number, unknown][]) =>
	readRules({ fnArray: operators.map(([fn]) => fn), argsArray: operators.map(([, args]) => args) } as never, 800);

/** moveTo 0, lineTo 1, curveTo 2, closePath 4. */
const line = (x1: number, y1: number, x2: number, y2: number) => [0, x1, y1, 1, x2, y2];
const rectangle = (x1: number, y1: number, x2: number, y2: number) => [0, x1, y1, 1, x2, y1, 1, x2, y2, 1, x1, y2, 4];

describe('readRules', () => {
	it('takes stroked lines, from the top of the page', () => {
		expect(read(path(OPS.stroke, ...line(10, 700, 110, 700)))).toEqual({
			horizontal: [{ at: 100, from: 10, to: 110 }],
			vertical: [],
		});
		expect(read(path(OPS.stroke, ...line(50, 700, 50, 600))).vertical).toEqual([{ at: 50, from: 100, to: 200 }]);
	});

	it('takes the sides of a stroked box', () => {
		const rules = read(path(OPS.stroke, ...rectangle(0, 700, 100, 680)));
		expect([rules.horizontal.length, rules.vertical.length]).toEqual([2, 2]);
	});

	it('takes a thin filled box for a line and a filled area for none', () => {
		expect(read(path(OPS.fill, ...rectangle(0, 700, 100, 699.5))).horizontal).toEqual([
			{ at: 100.25, from: 0, to: 100 },
		]);
		expect(read(path(OPS.eoFill, ...rectangle(50, 700, 50.5, 600))).vertical[0]?.at).toBeCloseTo(50.25);
		expect(read(path(OPS.fill, ...rectangle(0, 700, 100, 600)))).toEqual({ horizontal: [], vertical: [] });
	});

	it('takes no clip, no slanted line and no dot', () => {
		expect(read(path(OPS.endPath, ...rectangle(0, 700, 100, 600)))).toEqual({ horizontal: [], vertical: [] });
		expect(read(path(OPS.stroke, ...line(0, 0, 50, 50)))).toEqual({ horizontal: [], vertical: [] });
		expect(read(path(OPS.stroke, ...line(0, 700, 1, 700)))).toEqual({ horizontal: [], vertical: [] });
	});

	it('follows the transformations of the page', () => {
		const rules = read(
			[OPS.save, null],
			[OPS.transform, [2, 0, 0, 2, 10, 0]],
			path(OPS.stroke, ...line(0, 350, 50, 350)),
			[OPS.restore, null],
			path(OPS.stroke, ...line(0, 700, 50, 700)),
		);
		expect(rules.horizontal).toEqual([
			{ at: 100, from: 10, to: 110 },
			{ at: 100, from: 0, to: 50 },
		]);
	});

	it('turns lines with a turned page', () => {
		const rules = read([OPS.transform, [0, 1, -1, 0, 500, 0]], path(OPS.stroke, ...line(0, 0, 100, 0)));
		expect(rules.vertical).toHaveLength(1);
	});

	it('steps over curves and stops at what it does not know', () => {
		const data = [...line(0, 700, 100, 700), 2, 1, 1, 2, 2, 3, 3, ...line(0, 600, 100, 600)];
		expect(read(path(OPS.stroke, ...data)).horizontal).toHaveLength(2);
		expect(read(path(OPS.stroke, ...line(0, 700, 100, 700), 9, 9, 9)).horizontal).toHaveLength(1);
		expect(read([OPS.constructPath, [OPS.stroke, [null], null]])).toEqual({ horizontal: [], vertical: [] });
		expect(read([OPS.restore, null], [OPS.transform, 'x'])).toEqual({ horizontal: [], vertical: [] });
	});
});
