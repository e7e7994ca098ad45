import { describe, expect, it } from 'vitest';
import { withinDistance } from './distance.ts';

describe('withinDistance', () => {
	it('counts inserted, dropped and changed characters', () => {
		expect(withinDistance('行政复议', '行政复议', 0)).toBe(true);
		expect(withinDistance('行政法复议', '行政复议', 1)).toBe(true);
		expect(withinDistance('行复议', '行政复议', 1)).toBe(true);
		expect(withinDistance('行证复议', '行政复议', 1)).toBe(true);
		expect(withinDistance('行证复义', '行政复议', 1)).toBe(false);
		expect(withinDistance('行证复义', '行政复议', 2)).toBe(true);
	});

	it('gives up early when lengths differ too much', () => {
		expect(withinDistance('', '行政复议', 3)).toBe(false);
		expect(withinDistance('', '', 0)).toBe(true);
	});

	it('treats a swap as two changes', () => {
		expect(withinDistance('政行复议', '行政复议', 1)).toBe(false);
		expect(withinDistance('政行复议', '行政复议', 2)).toBe(true);
	});
});
