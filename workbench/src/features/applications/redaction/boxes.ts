import type { Answer } from '../../../api/index.ts';

export type RedactionView = Answer<'/api/applications/{id}/redactions/{redactionId}'>;
export type Box = RedactionView['boxes'][number];
export type Ground = Box['ground'];

/** A box with what tells it apart while it is moved. */
export interface Placed extends Box {
	readonly key: number;
}

let last = 0;

export function placed(box: Box): Placed {
	last += 1;
	return { ...box, key: last };
}

/** A point of a page, in parts of it. */
export interface Point {
	x: number;
	y: number;
}

/** Narrower than this is a click, not a stretch. */
const LEAST = 0.004;
/** How far an arrow key moves a box, in parts of the page. */
const STEP = 0.005;

const within = (value: number) => Math.min(1, Math.max(0, value));

/** The stretch between two points, whichever was first; null for a click. */
export function boxBetween(page: number, from: Point, to: Point, ground: Ground): Box | null {
	const [left, right] = [within(Math.min(from.x, to.x)), within(Math.max(from.x, to.x))];
	const [top, bottom] = [within(Math.min(from.y, to.y)), within(Math.max(from.y, to.y))];
	const [width, height] = [right - left, bottom - top];
	return width < LEAST || height < LEAST ? null : { page, x: left, y: top, width, height, ground };
}

/** Where somebody without a mouse begins: a strip in the middle of the page. */
export function stripOn(page: number, ground: Ground): Box {
	return { page, x: 0.3, y: 0.48, width: 0.4, height: 0.04, ground };
}

/** What an arrow key does to a box: moves it, with shift changes its size. Null for any other key. */
export function movedBy(box: Box, key: string, isResizing: boolean): Box | null {
	const [dx, dy] = ARROWS[key] ?? [0, 0];
	if (dx === 0 && dy === 0) return null;
	if (isResizing) {
		const width = Math.min(1 - box.x, Math.max(LEAST, box.width + dx * STEP));
		const height = Math.min(1 - box.y, Math.max(LEAST, box.height + dy * STEP));
		return { ...box, width, height };
	}
	const x = Math.min(1 - box.width, Math.max(0, box.x + dx * STEP));
	const y = Math.min(1 - box.height, Math.max(0, box.y + dy * STEP));
	return { ...box, x, y };
}

const ARROWS: Readonly<Record<string, [number, number]>> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1],
};

/** A box as the style of an element that lies over its page. */
export function styleOf({ x, y, width, height }: Pick<Box, 'x' | 'y' | 'width' | 'height'>) {
	const percent = (part: number) => `${part * 100}%`;
	return { left: percent(x), top: percent(y), width: percent(width), height: percent(height) };
}
