import { printedReport } from '../annual-report/fixtures/read/tables.setup.ts';
import { variations, writers } from '../annual-report/fixtures/read/variations.setup.ts';
import { allAddresses, type Report, readReport, type TableForm } from '../annual-report/src/index.ts';
import type { Gold, GoldCell } from './corpus-gold.ts';

/** How one layout of the generator came out over all gold reports and formats. */
export interface LayoutRow {
	layout: string;
	files: number;
	cells: number;
	wrong: number;
	/** Said to be unreadable where blanks on both sides allow two readings. */
	unread: number;
	zeros: number;
}

/**
 * The figures of the gold reports, printed again in every layout and format of the generator and read back: a cell is
 * right in value and state. What could not be read in the original is printed blank.
 */
export async function measureLayouts(golds: readonly Gold[]): Promise<LayoutRow[]> {
	const rows: LayoutRow[] = [];
	for (const [layout, vary] of Object.entries(variations)) {
		const row = { layout, files: 0, cells: 0, wrong: 0, unread: 0, zeros: 0 };
		for (const { id, form, year, cells } of golds) {
			if (!isTableForm(form)) continue;
			const figures = Object.fromEntries(allAddresses(form).map((address) => [address, printedAs(cells[address])]));
			for (const [ending, write] of Object.entries(writers)) {
				const bytes = await write(vary(printedReport(form, year, figures)));
				count(row, figures, await readReport(bytes, `${id}.${ending}`), `${id} ${layout} ${ending}`);
			}
		}
		rows.push(row);
	}
	return rows;
}

function isTableForm(form: string): form is TableForm {
	return form === '2014' || form === '2019' || form === '2021';
}

function printedAs(cell: GoldCell | undefined): string {
	return cell?.state === 'number' ? String(cell.value) : cell?.state === 'dash' ? '/' : '';
}

function count(row: LayoutRow, figures: Readonly<Record<string, string>>, report: Report, name: string): void {
	row.files++;
	for (const [address, text] of Object.entries(figures)) {
		const { value, state } = report.cells[address] ?? { value: null, state: 'absent' };
		const expected = text === '' || text === '/' ? null : Number(text);
		row.cells++;
		if (value === expected && (expected !== null || state === (text === '/' ? 'dash' : 'blank'))) continue;
		if (state === 'unreadable') row.unread++;
		else row.wrong++;
		if (value === 0) row.zeros++;
		if (process.argv.includes('--verbose')) console.log(`${name}: ${address} «${text}» read ${value} (${state})`);
	}
}
