import { allAddresses, auditReport, type Cell, type Report } from 'annual-report';
import { cleanReport } from '../annual-report/fixtures/audit/base.ts';

/** How a zero is printed in the report under test. */
const MARKS = { '0': '0', 空白: '', '/': '/' } as const;
/** What is done to a figure: one more, one less, a slip of the keyboard. A figure that cannot be lowered is raised only. */
const CHANGES = [1, -1, 1000];
const SUMS = new Set(['T3-ROW', 'T3-SUM', 'T3-BAL', 'T3-MISS', 'T4-SUM', 'T4-MISS']);
/** Licences, penalties, compulsory measures and fees: nothing in the report repeats them, only a register proves them. */
const NOT_PROVABLE = ['t2.license.decisions', 't2.punish.decisions', 't2.force.decisions', 't2.fee.wan'];

/** Changes each cell of a clean report in turn and prints how many changes the audit sees, for every way to print a zero. */
export function run(): Promise<void> {
	const clean = cleanReport('2021');
	const table: Record<string, Record<string, string | number>> = {};
	for (const [name, mark] of Object.entries(MARKS)) {
		const report = printed(clean, mark);
		table[`zeros printed «${name}»`] = {
			'false alarms': sumErrors(report).length,
			'table 3': `${caught(report, 't3.')}/175`,
			'table 4': `${caught(report, 't4.')}/15`,
			'table 2 stock cells': `${stockCaught(report)}/6`,
			'table 2 named not provable': `${namedNotProvable(report)}/4`,
		};
	}
	console.table(table);
	return Promise.resolve();
}

function caught(report: Report, table: string): number {
	return allAddresses('2021').filter(
		(address) =>
			address.startsWith(table) &&
			CHANGES.every((by) => {
				const wrong = changed(report, address, by);
				return wrong === undefined || sumErrors(wrong).length > 0;
			}),
	).length;
}

/** With last year's report beside it, in which the office had twelve normative documents in force. */
function stockCaught(report: Report): number {
	const previous = { ...report, year: 2023, cells: { ...report.cells, 't2.normative.valid': figure(12) } };
	const stocks = ['regulation', 'normative'].flatMap((row) =>
		['made', 'repealed', 'valid'].map((column) => `t2.${row}.${column}`),
	);
	return stocks.filter((address) => {
		const wrong = changed(report, address, 1);
		return (
			wrong &&
			auditReport(wrong, { previous }).findings.some((f) => f.rule === 'T2C-STOCK' && f.cells.includes(address))
		);
	}).length;
}

function namedNotProvable(report: Report): number {
	return NOT_PROVABLE.filter((address) => {
		const wrong = changed(report, address, 1);
		const result = wrong && auditReport(wrong, { scopes: ['table', 'year', 'evidence'] });
		return result?.notChecked.some(({ rule, reason }) => rule === 'T2-REG' && reason.includes('无法核实'));
	}).length;
}

function sumErrors(report: Report) {
	const { findings } = auditReport(report, { scopes: ['table'] });
	return findings.filter(({ rule, severity }) => SUMS.has(rule) && severity === 'error');
}

function changed(report: Report, address: string, by: number): Report | undefined {
	const value = (report.cells[address]?.value ?? 0) + by;
	return value < 0 ? undefined : { ...report, cells: { ...report.cells, [address]: figure(value) }, claims: [] };
}

function figure(value: number): Cell {
	return { value, state: 'number', raw: String(value) };
}

function printed(report: Report, mark: string): Report {
	if (mark === '0') return { ...report, claims: [] };
	const zero: Cell = { value: null, state: mark === '' ? 'blank' : 'dash', raw: mark };
	const cells = Object.fromEntries(
		Object.entries(report.cells).map(([address, cell]) => [address, cell.value === 0 ? zero : cell]),
	);
	return { ...report, cells, claims: [] };
}
