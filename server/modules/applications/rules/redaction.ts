import { type Issue, issue } from '../../../kernel/issue.ts';
import type { WithholdingGround } from '../../../law/outcomes.ts';
import { messages } from '../messages.zh.ts';

/** A place that is blacked out, and on which ground (条例第三十七条 wants each part named). Sides as parts of the page, 0 to 1. */
export interface GroundedBox {
	readonly page: number;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly ground: WithholdingGround;
}

export const MAX_BOXES = 1000;
/** Narrower than this nothing is covered: a slip of the hand. */
const LEAST = 0.002;

/** Everything wrong with the places chosen, by their index. */
export function checkBoxes(boxes: readonly GroundedBox[], pages: number): Issue[] {
	if (boxes.length > MAX_BOXES) return [issue('boxes.many', messages.tooManyBoxes(MAX_BOXES), 'boxes')];
	return boxes.flatMap(({ page, x, y, width, height }, i) => {
		const field = `boxes.${i}`;
		if (!Number.isInteger(page) || page < 1 || page > pages)
			return [issue('boxes.page', messages.boxPage(pages), field)];
		const inside = x >= 0 && y >= 0 && x + width <= 1.000_001 && y + height <= 1.000_001;
		return inside && width >= LEAST && height >= LEAST ? [] : [issue('boxes.place', messages.boxPlace(i + 1), field)];
	});
}

/** 「花名册.pdf」 → 「花名册（公开件）.pdf」: what is handed out is always a pdf. */
export function releasedName(fileName: string): string {
	return `${fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '')}（公开件）.pdf`;
}

/** How many places on which ground, for the history: 「2处」. */
export function groundsIn(boxes: readonly GroundedBox[]): Partial<Record<WithholdingGround, number>> {
	const counts: Partial<Record<WithholdingGround, number>> = {};
	for (const { ground } of boxes) counts[ground] = (counts[ground] ?? 0) + 1;
	return counts;
}
