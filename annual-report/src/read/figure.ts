import type { CellState } from '../model/index.ts';
import { normalise } from './normalise.ts';
import { parseNumeral } from './numerals.ts';

/** What a cell's text says, before it has a place. */
export interface Figure {
	value: number | null;
	state: CellState;
	/** The unit printed inside the cell, where it is not the unit of the address. */
	unit?: string;
	/** What else stands in the cell, such as 「（其中修订16件）」. */
	remark?: string;
}

const blank: Figure = { value: null, state: 'blank' };
const dash: Figure = { value: null, state: 'dash' };
const unreadable: Figure = { value: null, state: 'unreadable' };

/** Zero marks people print instead of a figure. 「一」 is left out: it may be the numeral. */
const zeroMark = /^(?:[/／\\＼\-–—―─－_~～﹣−]+|无|没有|暂无|N\/?A|None|nil)$/i;

const figurePattern =
	/^(?<sign>[+＋\-－−﹣增减↑↓])?(?<digits>\d{1,3}(?:[,，]\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?<part>\.\d+)?(?<unit>人次|万元|亿元|[条件项个次人元篇期份宗起家户])?(?<remark>[（(].*[）)])?$/;

/** A whole figure as printed, without sign, unit or leading zero. */
const plain = /^(?:0|[1-9]\d{0,14})$/;

/** Powers of ten between amounts: printed unit → 元. */
const yuan: Record<string, number> = { 元: 0, 万元: 4, 亿元: 8 };

/**
 * Reads one cell. `unit` is the unit of its address; an amount printed in another unit is brought to it
 * (「10.6424万元」 for 元 → 106424). Anything that is not plainly a figure, a zero mark or empty is `unreadable`:
 * a letter O, `00`, `3余`, two figures side by side.
 */
export function parseFigure(raw: string, unit = ''): Figure {
	// Nearly every cell is one of these two.
	if (raw === '') return blank;
	if (plain.test(raw)) return { value: Number(raw), state: 'number' };
	const text = normalise(raw)
		.replace(/[\s\u00a0\u3000\u2000-\u200a]+/g, ' ')
		.trim();
	if (text === '') return blank;
	if (zeroMark.test(text)) return dash;
	const match = figurePattern.exec(text.replace(/ (?=[^\d ])|(?<=[^\d ]) /g, ''));
	const groups = match?.groups;
	if (!groups) return fromNumeral(text);
	const digits = (groups.digits ?? '').replace(/[,， ]/g, '');
	if (/^0\d/.test(digits)) return unreadable;
	const printed = groups.unit ?? '';
	const power = (yuan[printed] ?? 0) - (printed in yuan && unit in yuan ? (yuan[unit] ?? 0) : (yuan[printed] ?? 0));
	const sign = /[-－−﹣减↓]/.test(groups.sign ?? '') ? -1 : 1;
	const value = shift(digits + (groups.part ?? ''), power) * sign;
	return {
		value: value === 0 ? 0 : value,
		state: 'number',
		...(printed && printed !== unit ? { unit: printed } : {}),
		...(groups.remark ? { remark: groups.remark } : {}),
	};
}

function fromNumeral(text: string): Figure {
	if (text === '一') return unreadable;
	const value = parseNumeral(text);
	return value === undefined ? unreadable : { value, state: 'number' };
}

/** Moves the decimal point in the text, so that 10.6424 万 is exactly 106424 and not a binary neighbour. */
function shift(decimal: string, power: number): number {
	return Number(`${decimal}e${power}`);
}
