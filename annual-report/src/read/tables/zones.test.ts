import { describe, expect, it } from 'vitest';
import { linesToStream } from '../../../fixtures/read/blocks.setup.ts';
import { figuresOf, printed } from '../../../fixtures/read/figures.setup.ts';
import { cellLines, flat, textReport } from '../../../fixtures/read/text-layouts.setup.ts';
import { findZones } from './zones.ts';

const reportLines = (form: '2014' | '2019' | '2021', write = cellLines) =>
	new TextDecoder().decode(textReport(form, 2022, printed(figuresOf(form, 1)), write)).split('\n');

describe('findZones', () => {
	it('finds three tables in order', () => {
		const stream = linesToStream(reportLines('2021'));
		const zones = findZones(stream, '2021');
		expect(zones.map(({ table }) => table)).toEqual(['t2', 't3', 't4']);
		expect(stream.letters.slice(zones[0]?.start).startsWith('第二十条第一项')).toBe(true);
		expect(stream.letters.slice(zones[1]?.start).startsWith('本年新收')).toBe(true);
		expect(stream.letters.slice(zones[2]?.start).startsWith('行政复议')).toBe(true);
	});

	it('does the same in a text without any border', () => {
		const stream = linesToStream(reportLines('2019', flat));
		expect(findZones(stream, '2019').map(({ table }) => table)).toEqual(['t2', 't3', 't4']);
	});

	it('finds the one table of 2014', () => {
		const stream = linesToStream(reportLines('2014'));
		expect(findZones(stream, '2014').map(({ table }) => table)).toEqual(['stat']);
		expect(findZones(stream, '2021')).toEqual([]);
	});

	it('is not misled by prose that names a row or an article', () => {
		const stream = linesToStream([
			'依照条例第二十条第（一）项公开规章。',
			'本年新收政府信息公开申请数量较上年减少，与上年相比变化不大，我们认真分析了原因并逐件研究了答复，' +
				'同时把便民利民的要求落到实处，使群众少跑路、多办事，力求做到件件有着落、事事有回音，群众满意。',
		]);
		expect(findZones(stream, '2021')).toEqual([]);
	});

	it('finds a table that stands alone', () => {
		const lines = reportLines('2021');
		const from = lines.findIndex((line) => line.startsWith('四、政府信息公开行政复议'));
		expect(findZones(linesToStream(lines.slice(from)), '2021').map(({ table }) => table)).toEqual(['t4']);
	});

	it('finds table 2 by its heads where the articles are missing', () => {
		const lines = reportLines('2021').filter((line) => !line.startsWith('第二十条'));
		expect(findZones(linesToStream(lines), '2021')[0]?.table).toBe('t2');
	});

	it('ends table 3 behind its last row', () => {
		const stream = linesToStream(reportLines('2021'));
		const zone = findZones(stream, '2021')[1];
		const inside = stream.letters.slice(zone?.start, zone?.end);
		expect(inside).toContain('结转下年度继续办理');
		expect(inside).not.toContain('结果维持');
	});
});
