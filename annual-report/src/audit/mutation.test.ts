import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanReport } from '../../fixtures/audit/base.setup.ts';
import type { Cell, Report } from '../model/index.ts';
import { auditReport } from './index.ts';

/*
 * The oracle below works on plain matrices and knows nothing of addresses, identities or the rules' code: row 22 of 25
 * is 总计, rows 0 and 1 are 新收 and 结转, row 24 is 结转下年度, column 6 is 总计.
 */
const rows = [
	...['new', 'carried_in', 'granted', 'partial', 'deny.secret', 'deny.law', 'deny.safety', 'deny.third'],
	...['deny.internal', 'deny.process', 'deny.case', 'deny.query', 'unable.none', 'unable.create', 'unable.unclear'],
	...['reject.petition', 'reject.repeat', 'reject.publication', 'reject.massive', 'reject.confirm'],
	...['other.correct', 'other.fee', 'other.misc', 'total', 'carried_out'],
];
const columns = ['natural', 'business', 'research', 'welfare', 'legalService', 'otherOrg', 'total'];
const groups = ['review', 'direct', 'afterReview'];
const outcomes = ['maintained', 'corrected', 'other', 'pending', 'total'];
const marks = ['0', '', '/'] as const;
type Mark = (typeof marks)[number];
type Matrix = number[][];

const t3 = (r: number, c: number) => `t3.${rows[r]}.${columns[c]}`;
const t4 = (g: number, o: number) => `t4.${groups[g]}.${outcomes[o]}`;

function cellOf(value: number, mark: Mark): Cell {
	if (value !== 0 || mark === '0') return { value, state: 'number', raw: String(value) };
	return { value: null, state: mark === '' ? 'blank' : 'dash', raw: mark };
}

function reportOf(table3: Matrix, table4: Matrix, mark: Mark): Report {
	const report = cleanReport('2021');
	const cells = { ...report.cells };
	table3.forEach((row, r) => {
		row.forEach((value, c) => {
			cells[t3(r, c)] = cellOf(value, mark);
		});
	});
	table4.forEach((row, g) => {
		row.forEach((value, o) => {
			cells[t4(g, o)] = cellOf(value, mark);
		});
	});
	return { ...report, cells, claims: [] };
}

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

/** Which sums of table 3 fail, by plain arithmetic: r5 is row 5, c2 the results of column 2, b2 its balance. */
function failing(table: Matrix): string[] {
	const at = (r: number, c: number) => table[r]?.[c] ?? Number.NaN;
	const bad: string[] = [];
	for (let r = 0; r < 25; r++) if (sum(table[r]?.slice(0, 6) ?? []) !== at(r, 6)) bad.push(`r${r}`);
	for (let c = 0; c < 7; c++) {
		let results = 0;
		for (let r = 2; r <= 22; r++) results += at(r, c);
		if (results !== at(23, c)) bad.push(`c${c}`);
		if (at(0, c) + at(1, c) !== at(23, c) + at(24, c)) bad.push(`b${c}`);
	}
	return bad.sort();
}

function found(report: Report): string[] {
	const names: Record<string, (cells: string[]) => string> = {
		'T3-ROW': (cells) => `r${rows.indexOf(/^t3\.(.+)\.\w+$/.exec(cells[0] ?? '')?.[1] ?? '')}`,
		'T3-SUM': (cells) => `c${columns.indexOf(cells[0]?.split('.').at(-1) ?? '')}`,
		'T3-BAL': (cells) => `b${columns.indexOf(cells[0]?.split('.').at(-1) ?? '')}`,
	};
	const { findings } = auditReport(report, { scopes: ['table'] });
	return findings.flatMap(({ rule, cells }) => names[rule]?.(cells) ?? []).sort();
}

const sums = new Set(['T3-ROW', 'T3-SUM', 'T3-BAL', 'T3-MISS', 'T4-SUM', 'T4-MISS']);
const alarms = (report: Report) =>
	auditReport(report, { scopes: ['table'] }).findings.filter(
		({ rule, severity }) => sums.has(rule) && severity === 'error',
	);

/** A table 3 in which everything adds up, zeros and large figures mixed. */
const balanced = fc
	.record({
		items: fc.array(
			fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(40)), { minLength: 6, maxLength: 6 }),
			{
				minLength: 21,
				maxLength: 21,
			},
		),
		out: fc.array(fc.nat(5), { minLength: 6, maxLength: 6 }),
		before: fc.array(fc.nat(100), { minLength: 6, maxLength: 6 }),
	})
	.map(({ items, out, before }) => {
		const total = columns.slice(0, 6).map((_, c) => sum(items.map((row) => row[c] ?? 0)));
		const carried = total.map((n, c) => Math.min(before[c] ?? 0, n + (out[c] ?? 0)));
		const fresh = total.map((n, c) => n + (out[c] ?? 0) - (carried[c] ?? 0));
		return [fresh, carried, ...items, total, out].map((row) => [...row, sum(row)]);
	});
const caseTable = fc
	.array(fc.array(fc.nat(9), { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 3 })
	.map((table) => table.map((row) => [...row, sum(row)]));

function mutate(table: Matrix, r: number, c: number, by: number): Matrix {
	return table.map((row, i) => (i === r ? row.map((value, j) => (j === c ? Math.max(0, value + by) : value)) : row));
}

describe.each(marks)('one wrong figure, zeros printed as «%s»', (mark) => {
	const clean = cleanReport('2021');
	const table3 = rows.map((_, r) => columns.map((__, c) => clean.cells[t3(r, c)]?.value ?? 0));
	const table4 = groups.map((_, g) => outcomes.map((__, o) => clean.cells[t4(g, o)]?.value ?? 0));

	it('is found in all 175 cells of table 3, one too many or one too few', () => {
		expect(alarms(reportOf(table3, table4, mark))).toEqual([]);
		let caught = 0;
		rows.forEach((_, r) => {
			columns.forEach((__, c) => {
				const isCaught = (by: number) => {
					const wrong = mutate(table3, r, c, by);
					if (wrong[r]?.[c] === table3[r]?.[c]) return true;
					return alarms(reportOf(wrong, table4, mark)).length > 0;
				};
				if (isCaught(1) && isCaught(-1) && isCaught(1000)) caught++;
			});
		});
		expect(caught).toBe(175);
	});

	it('is found in all 15 cells of table 4', () => {
		let caught = 0;
		groups.forEach((_, g) => {
			outcomes.forEach((__, o) => {
				if (alarms(reportOf(table3, mutate(table4, g, o, 1), mark)).length > 0) caught++;
			});
		});
		expect(caught).toBe(15);
	});

	it('is found in any balanced report, and nothing is found before', () => {
		const place = fc.record({ r: fc.nat(24), c: fc.nat(6), by: fc.integer({ min: 1, max: 60 }) });
		fc.assert(
			fc.property(balanced, caseTable, place, (three, four, { r, c, by }) => {
				expect(alarms(reportOf(three, four, mark))).toEqual([]);
				const wrong = alarms(reportOf(mutate(three, r, c, by), four, mark));
				expect(wrong.length).toBeGreaterThan(0);
				const row = rows[r] ?? '';
				const near = wrong.flatMap(({ cells }) => cells);
				expect(near.some((a) => a.startsWith(`t3.${row}.`) || a.endsWith(`.${columns[c]}`))).toBe(true);
			}),
			{ numRuns: 150 },
		);
	});
});

describe('the sums of table 3 against plain arithmetic', () => {
	const wild = fc.tuple(
		balanced,
		fc.array(fc.tuple(fc.nat(24), fc.nat(6), fc.integer({ min: -3, max: 50 })), { maxLength: 6 }),
	);
	const bent = wild.map(([table, changes]) => changes.reduce((t, [r, c, by]) => mutate(t, r, c, by), table));
	const four: Matrix = groups.map(() => [0, 0, 0, 0, 0]);

	it('fail exactly where arithmetic says, however many figures are wrong', () => {
		fc.assert(
			fc.property(bent, (table) => {
				expect(found(reportOf(table, four, '0'))).toEqual(failing(table));
			}),
			{ numRuns: 300 },
		);
	});

	it('raise an alarm with blanks or dashes exactly when they do with zeros', () => {
		fc.assert(
			fc.property(bent, fc.constantFrom('' as const, '/' as const), (table, mark) => {
				expect(alarms(reportOf(table, four, mark)).length > 0).toBe(failing(table).length > 0);
			}),
			{ numRuns: 300 },
		);
	});
});

describe('one wrong figure in table 2 with last year beside it', () => {
	const stock = ['regulation', 'normative'].flatMap((row) =>
		['made', 'repealed', 'valid'].map((c) => `t2.${row}.${c}`),
	);
	const rest = ['t2.license.decisions', 't2.punish.decisions', 't2.force.decisions', 't2.fee.wan'];
	const clean = cleanReport('2021');
	const before: Report = { ...clean, year: 2023, cells: { ...clean.cells, 't2.normative.valid': cellOf(12, '0') } };
	const bumped = (address: string): Report => {
		const value = (clean.cells[address]?.value ?? 0) + 1;
		return { ...clean, cells: { ...clean.cells, [address]: cellOf(value, '0') }, claims: [] };
	};

	it.each(stock)('finds it in the stock cell %s', (address) => {
		const { findings } = auditReport(bumped(address), { previous: before });
		expect(findings.filter(({ rule }) => rule === 'T2C-STOCK').flatMap(({ cells }) => cells)).toContain(address);
	});

	it.each(rest)('says that %s cannot be proved', (address) => {
		const { findings, notChecked } = auditReport(bumped(address), {
			previous: before,
			scopes: ['table', 'year', 'evidence'],
		});
		expect(findings.filter(({ cells }) => cells.includes(address))).toEqual([]);
		expect(notChecked.find(({ rule }) => rule === 'T2-REG')?.reason).toContain('无法核实');
	});
});
