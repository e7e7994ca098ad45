import type { Identity, TableForm } from '../forms/index.ts';
import { addressInfo, allAddresses, identitiesOf, labelOf } from '../forms/index.ts';
import type { Cell, Form, Report, RuleContext } from '../model/index.ts';

/** Lines of the 2014 table that are local additions: a document without them lacks nothing. */
const localLines = new Set(allAddresses('2014').filter((address) => addressInfo(address, '2014')?.local));

const noMissing: ReadonlyMap<string, number> = new Map();

type Cells = Readonly<Record<string, Cell>>;

/**
 * The figure a cell brings into a sum: its value; zero for a blank or a dash, unless that blank is a total whose parts
 * are not zero; NaN where nothing is known, or where the cell was recovered from this very identity (`rule`).
 */
export function operand(cells: Cells, address: string, missing: ReadonlyMap<string, number>, rule = ''): number {
	const cell = cells[address];
	if (!cell) return localLines.has(address) ? 0 : Number.NaN;
	switch (cell.state) {
		case 'number':
			return cell.value ?? Number.NaN;
		case 'reconstructed':
			return rule !== '' && cell.by?.includes(rule) ? Number.NaN : (cell.value ?? Number.NaN);
		case 'blank':
		case 'dash':
			return missing.get(address) ?? 0;
		case 'absent':
			return localLines.has(address) ? 0 : Number.NaN;
		default:
			return Number.NaN;
	}
}

/** Adds up cells as {@link operand} reads them; NaN as soon as one of them is unknown. */
export function sumOf(
	cells: Cells,
	addresses: readonly string[],
	missing: ReadonlyMap<string, number>,
	rule = '',
): number {
	let sum = 0;
	for (const address of addresses) {
		sum += operand(cells, address, missing, rule);
		if (Number.isNaN(sum)) return sum;
	}
	return sum;
}

/** The sum of cells of the report under audit, blank totals counted with what their parts give; NaN if unknown. */
export function total(context: RuleContext, ...addresses: string[]): number {
	return sumOf(context.report.cells, addresses, context.missingTotals);
}

/** True for a cell that was left empty or carries a zero mark. */
export function isZeroMark(cell: Cell | undefined): boolean {
	return cell?.state === 'blank' || cell?.state === 'dash';
}

/** True where none of the cells is in the document at all. */
export function allAbsent(cells: Cells, addresses: readonly string[]): boolean {
	return addresses.every((address) => (cells[address]?.state ?? 'absent') === 'absent');
}

/** Sums with one total, inner ones before the outer ones that add them up. */
function totalsOf(form: TableForm): Identity[] {
	const sums = identitiesOf(form).filter((identity) => identity.right.length === 1);
	if (form === '2014') return sums.reverse();
	const columns = sums.filter(({ rule, right }) => rule === 'T3-SUM' && !right[0]?.endsWith('.total.total'));
	return [...columns, ...sums.filter(({ rule }) => rule !== 'T3-SUM')];
}

const totals: Record<TableForm, Identity[]> = {
	'2014': totalsOf('2014'),
	'2019': totalsOf('2019'),
	'2021': totalsOf('2021'),
};

/**
 * Totals that are blank or dashed although their parts are not zero, with the figure the parts give (NaN where a part
 * is unreadable). Such a blank is no zero: every other rule has to count with this figure.
 */
export function missingTotalsOf(report: Report): ReadonlyMap<string, number> {
	if (report.form === 'none') return noMissing;
	let missing: Map<string, number> | undefined;
	for (const { left, right } of totals[report.form]) {
		const address = right[0] ?? '';
		if (!isZeroMark(report.cells[address])) continue;
		const implied = sumOf(report.cells, left, missing ?? noMissing);
		if (implied === 0) continue;
		missing ??= new Map();
		missing.set(address, implied);
	}
	return missing ?? noMissing;
}

/** The row part of a cell's label, such as 「（三）不予公开 1.属于国家秘密」. */
export function rowLabel(address: string, form: Form): string {
	const label = labelOf(address, form).split('·')[0] ?? address;
	return label.replace(/^三、本年度办理结果 /, '').replace(/（区分处理[^）]*）/, '');
}

/** The column part of a cell's label, such as 「自然人」; the whole label where a form has no columns. */
export function columnLabel(address: string, form: Form): string {
	return labelOf(address, form).split('·').at(-1) ?? address;
}

/** Label of a cell for a sentence: 「row」行「column」栏, or the line's own label in the 2014 form. */
export function cellLabel(address: string, form: Form): string {
	const label = labelOf(address, form);
	return label.includes('·') ? `「${rowLabel(address, form)}」的「${columnLabel(address, form)}」` : `「${label}」`;
}
