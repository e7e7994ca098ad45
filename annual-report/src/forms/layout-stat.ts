import { statLines } from './stat.ts';
import type { LayoutCell, TableLayout } from './types.ts';

/** The 2014 statistics table: indicator, unit, figure; header lines keep their unit and figure cells empty. */
export function layoutStat(): TableLayout {
	const cell = (row: number, col: number, kind: LayoutCell['kind'], text: string): LayoutCell => ({
		row,
		col,
		rowSpan: 1,
		colSpan: 1,
		kind,
		text,
	});
	const cells = ['统计指标', '单位', '统计数'].map((text, col) => cell(0, col, 'head', text));
	statLines.forEach((line, i) => {
		const row = i + 1;
		cells.push({ ...cell(row, 0, 'label', line.ordinal + line.label + line.note), depth: line.depth });
		cells.push(cell(row, 1, 'unit', line.unit));
		cells.push(
			line.header ? cell(row, 2, 'label', '') : { ...cell(row, 2, 'value', ''), address: `stat.${line.code}` },
		);
	});
	return { key: 'stat', rows: statLines.length + 1, columns: 3, headerRows: 1, widths: [76, 10, 14], cells };
}
