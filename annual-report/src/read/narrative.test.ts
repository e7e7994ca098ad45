import { describe, expect, it } from 'vitest';
import { blocksOf, gridOf } from '../../fixtures/read/blocks.setup.ts';
import type { SourceDocument } from './document.ts';
import { narrativeLines } from './narrative.ts';
import { streamOf } from './tables/stream.ts';

function kept(document: Pick<SourceDocument, 'blocks'>, start: number, end: number): string[] {
	const whole = { loose: true, warnings: [], ...document };
	return narrativeLines(whole, streamOf(whole.blocks), [{ start, end }]).map(({ text }) => text);
}

describe('narrativeLines', () => {
	it('leaves out the lines of a table', () => {
		expect(kept({ blocks: blocksOf('前', '规章', '0', '后') }, 1, 4)).toEqual(['前', '后']);
	});

	it('leaves out a table inside a line and keeps both sides apart', () => {
		expect(kept({ blocks: blocksOf('前文。规章 000 后文。') }, 3, 8)).toEqual(['前文。', ' 后文。']);
	});

	it('leaves out tables that are tables anyway', () => {
		const blocks = [...blocksOf('前'), { kind: 'table' as const, grid: gridOf(['规章', '0']) }, ...blocksOf('后')];
		expect(kept({ blocks }, 0, 0)).toEqual(['前', '后']);
	});

	it('leaves out what a crawler wrote above', () => {
		expect(kept({ blocks: blocksOf('标题: 甲', '发布机构: 乙', '索引号：1', '正文。') }, 0, 0)).toEqual(['正文。']);
	});

	it('keeps places', () => {
		const blocks = blocksOf('前', '规章0', '后');
		const lines = narrativeLines({ blocks, loose: true, warnings: [] }, streamOf(blocks), [{ start: 1, end: 4 }]);
		expect(lines.map(({ at }) => at)).toEqual([{ line: 1 }, { line: 3 }]);
	});
});
