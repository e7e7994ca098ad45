import type { TableForm } from '../forms/index.ts';
import type { Report } from '../model/index.ts';
import { isSameOffice, placeOf } from '../model/index.ts';
import type { SumCell, Tally } from './tally.ts';
import { joined, newTally, tidy } from './tally.ts';

/** A report that went into a sum, or was left out of it. */
export interface SumUnit {
	organ: string | null;
	file: string;
	form: Report['form'];
	year: number | null;
}

/** Applications that several offices handled together: counted by the one that replied, taken off the others. */
export interface JointDeduction {
	/** The office whose figures hold the case once too often. */
	organ: string;
	/** How many to take off, by address. */
	cells: Record<string, number>;
	/** Which case, for whoever reads the reconciliation. */
	note: string;
}

export interface SumOptions {
	/** The county's own report: counted like a unit, named apart. */
	own?: Report;
	/** Names of the offices that have to report. */
	expected?: readonly string[];
	/** The year summed; that of the first report where left out. Reports of other years are left out and named. */
	year?: number;
	joint?: readonly JointDeduction[];
}

/** County total as a reconciliation: own report plus units. Schema: `sum.schema.json`. */
export interface CountySum {
	year: number | null;
	own: SumUnit | null;
	units: SumUnit[];
	/** Expected offices without a report. */
	missing: string[];
	/** Reports left out, each with the reason in Chinese. */
	leftOut: (SumUnit & { reason: string })[];
	joint: JointDeduction[];
	/** Table 3, table 4 and the 2014 table. With reports in the forms of 2019 and 2021 together, `t3.other.*` holds what 2019 reports could not split. */
	cells: Record<string, SumCell>;
	/** Table 2 for each form apart: the forms count different things and are never added. */
	table2: Partial<Record<TableForm, { reports: number; cells: Record<string, SumCell> }>>;
	/** How many reports of each form went in. */
	forms: Partial<Record<TableForm, number>>;
}

/** A sum in the making, for callers that read one report after the other and keep none of them. */
export interface Summing {
	add(report: Report): void;
	result(): CountySum;
}

/**
 * Adds up units to the county, cell by cell. No state is taken for zero: each summed cell says how many cells of which
 * state went in. Memory stays flat however many reports come: cells are added and forgotten.
 */
export function sumReports(reports: Iterable<Report>, options: SumOptions = {}): CountySum {
	const summing = startSum(options);
	for (const report of reports) summing.add(report);
	return summing.result();
}

/** Starts a sum; see {@link sumReports}. */
export function startSum(options: SumOptions = {}): Summing {
	const tallies = new Map<TableForm, Tally>();
	const seen = new Set<string>();
	const units: SumUnit[] = [];
	const leftOut: CountySum['leftOut'] = [];
	let year = options.year ?? options.own?.year ?? null;

	const take = (report: Report): boolean => {
		year ??= report.year;
		const reason = refusal(report, year, seen);
		if (reason) leftOut.push({ ...unitOf(report), reason });
		if (reason || report.form === 'none') return false;
		seen.add(officeKey(report));
		const tally = tallies.get(report.form) ?? newTally(report.form);
		tallies.set(report.form, tally);
		tally.add(report.cells);
		return true;
	};
	const own = options.own && take(options.own) ? unitOf(options.own) : null;

	return {
		add(report) {
			if (take(report)) units.push(unitOf(report));
		},
		result() {
			const present = own ? [own, ...units] : units;
			const missing = (options.expected ?? []).filter(
				(name) => !present.some(({ organ }) => isSameOffice(name, organ)),
			);
			const joint = [...(options.joint ?? [])];
			return { year, own, units, missing, leftOut, joint, ...merged([...tallies.values()], joint) };
		},
	};
}

/** What tells two reporting offices apart: the place, or the file where no name was found. */
function officeKey({ organ, file }: Report): string {
	return organ === null ? `file:${file}` : placeOf(organ);
}

function unitOf({ organ, file, form, year }: Report): SumUnit {
	return { organ, file, form, year };
}

function refusal(report: Report, year: number | null, seen: ReadonlySet<string>): string | null {
	if (report.form === 'none') return '报告没有统计表';
	if (year !== null && report.year !== year) return `不是${year}年度的报告`;
	return seen.has(officeKey(report)) ? '同一机关已有一份报告计入' : null;
}

function merged(
	tallies: readonly Tally[],
	joint: readonly JointDeduction[],
): Pick<CountySum, 'cells' | 'table2' | 'forms'> {
	const cells: Record<string, SumCell> = {};
	const table2: CountySum['table2'] = {};
	const forms: CountySum['forms'] = {};
	for (const { form, reports, cells: summed } of tallies) {
		forms[form] = reports;
		const own: Record<string, SumCell> = {};
		for (const [address, cell] of summed()) {
			if (address.startsWith('t2.')) own[address] = cell;
			else cells[address] = cells[address] ? joined(cells[address], cell) : cell;
		}
		if (form !== '2014') table2[form] = { reports, cells: own };
	}
	for (const deduction of joint) deduct(cells, deduction);
	return { cells, table2, forms };
}

function deduct(cells: Record<string, SumCell>, deduction: JointDeduction): void {
	for (const [address, count] of Object.entries(deduction.cells)) {
		const cell = cells[address];
		if (cell && cell.value !== null) cells[address] = { ...cell, value: tidy(cell.value - count) };
	}
}
