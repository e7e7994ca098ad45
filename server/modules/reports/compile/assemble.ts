import { allAddresses, applicantColumns, type Report } from 'annual-report';
import type { Counted, CountedCells, HandFigure, RecordIds, ReportCell, ReportCells, ReportForm } from '../model.ts';
import { isTotal, sumsOf } from './totals.ts';
import { sumMakeUps, type Units, unitFigures, wholeOf } from './units.ts';

/** Last year's figures, where last year's report is known. */
export interface LastYear {
	readonly cells: Report['cells'];
	/** 「2024年度报告」, and where it was taken from. */
	readonly label: string;
}

const NOTHING: Counted = { value: null, source: 'computed', records: null, basis: '系统中没有来源，请填报' };

/**
 * Puts counts, last year's carry-over and figures given by hand together into the cells of a form, and adds up its sums.
 * Sums follow the figures shown, so that a corrected part is never at odds with its total. With `units` each figure is
 * the office's own and theirs; carried-over applications are then the sum of what each of them carried. Pure.
 */
export function assemble(
	form: ReportForm,
	counts: CountedCells,
	hands: ReadonlyMap<string, HandFigure>,
	lastYear: LastYear | null,
	units: Units | null = null,
): ReportCells {
	const known = units ? counts : { ...counts, ...carryOver(form, counts, lastYear) };
	const cells: Record<string, ReportCell> = {};
	for (const address of allAddresses(form)) {
		// A sum takes its place in the printed order now and its figure below.
		const hand = isTotal(form, address) ? undefined : hands.get(address);
		const own = cellOf(address, known[address] ?? NOTHING, hand);
		cells[address] = units ? withUnits(own, units) : own;
	}
	for (const { address, parts } of sumsOf(form)) cells[address] = sumCell(address, parts, cells);
	return cells;
}

/** Row two of table 3 is last year's row four: taken from last year's report where there is one, never typed. */
function carryOver(form: ReportForm, counts: CountedCells, lastYear: LastYear | null): CountedCells {
	if (!lastYear || form === '2014') return {};
	const taken: Record<string, Counted> = {};
	for (const { key } of applicantColumns) {
		const address = `t3.carried_in.${key}`;
		const value = lastYear.cells[`t3.carried_out.${key}`]?.value;
		if (key === 'total' || value === null || value === undefined) continue;
		const own = counts[address];
		const note = own && own.value !== value ? `；申请登记簿为${own.value}件` : '';
		const basis = `${lastYear.label}「结转下年度继续办理」${note}`;
		taken[address] = { value, source: 'computed', records: own?.records ?? null, basis };
	}
	return taken;
}

function cellOf(address: string, known: Counted, hand: HandFigure | undefined): ReportCell {
	const base = { address, computed: known.value, records: known.records, total: false };
	if (!hand || hand.action === 'clear') {
		const source = known.value === null ? null : known.source;
		return { ...base, value: known.value, source, basis: known.basis, hand: null };
	}
	return {
		...base,
		value: hand.value,
		source: hand.action === 'enter' ? 'entered' : 'override',
		basis: known.basis,
		hand: { name: hand.personName, at: hand.at.toISOString(), ground: hand.ground },
	};
}

function withUnits(own: ReportCell, units: Units): ReportCell {
	const madeUpOf = { own: own.value, units: unitFigures(units, own.address) };
	const basis = `本级（${own.basis.replace(/。$/, '')}）与${units.reports.length}个机关已签发的报告相加`;
	return { ...own, value: wholeOf(madeUpOf), basis, madeUpOf };
}

function sumCell(address: string, parts: readonly string[], cells: Readonly<Record<string, ReportCell>>): ReportCell {
	const found = parts.map((part) => cells[part]);
	const value = sumOf(found.map((cell) => cell?.value ?? null));
	const makeUps = found.map((cell) => cell?.madeUpOf);
	return {
		address,
		value,
		source: value === null ? null : 'computed',
		computed: sumOf(found.map((cell) => cell?.computed ?? null)),
		records: recordsOf(found),
		basis: value === null ? '组成部分尚未填齐' : '按表内勾稽关系加总',
		total: true,
		hand: null,
		...(makeUps.some((makeUp) => makeUp) ? { madeUpOf: sumMakeUps(makeUps) } : {}),
	};
}

/** A sum with an unknown part is unknown. */
function sumOf(values: readonly (number | null)[]): number | null {
	let sum = 0;
	for (const value of values) {
		if (value === null) return null;
		sum += value;
	}
	return sum;
}

function recordsOf(cells: readonly (ReportCell | undefined)[]): RecordIds | null {
	const all = cells.flatMap((cell) => (cell?.records ? [cell.records] : []));
	const [first] = all;
	if (!first) return null;
	return { type: first.type, ids: [...new Set(all.flatMap((records) => records.ids))] };
}
