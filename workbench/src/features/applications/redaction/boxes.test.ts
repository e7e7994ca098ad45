import { describe, expect, it } from 'vitest';
import { boxBetween, movedBy, stripOn, styleOf } from './boxes.ts';

describe('a box drawn with the mouse', () => {
	it('is the stretch between two points, whichever was first, and ends at the edge of the page', () => {
		const box = boxBetween(2, { x: 0.5, y: 0.5 }, { x: 0.25, y: 1.5 }, '15');
		expect(box).toEqual({ page: 2, x: 0.25, y: 0.5, width: 0.25, height: 0.5, ground: '15' });
	});

	it('is none for a click', () => {
		expect(boxBetween(1, { x: 0.5, y: 0.5 }, { x: 0.501, y: 0.9 }, '15')).toBeNull();
	});
});

describe('a box moved with the keyboard', () => {
	const box = stripOn(1, '16-1');

	it('goes where the arrow points and stays on the page', () => {
		expect(movedBy(box, 'ArrowRight', false)?.x).toBeCloseTo(0.305);
		expect(movedBy({ ...box, x: 0.6 }, 'ArrowRight', false)?.x).toBeCloseTo(0.6);
		expect(movedBy({ ...box, y: 0 }, 'ArrowUp', false)?.y).toBe(0);
	});

	it('grows and shrinks with shift, never to nothing', () => {
		expect(movedBy(box, 'ArrowDown', true)?.height).toBeCloseTo(0.045);
		expect(movedBy({ ...box, width: 0.005 }, 'ArrowLeft', true)?.width).toBeGreaterThan(0);
	});

	it('stays with any other key', () => {
		expect(movedBy(box, 'a', false)).toBeNull();
	});
});

it('lies over its page in percent', () => {
	expect(styleOf(stripOn(1, '15'))).toEqual({ left: '30%', top: '48%', width: '40%', height: '4%' });
});
