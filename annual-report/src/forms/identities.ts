import { statLines } from './stat.ts';
import { applicantColumns, resultKeys, table3Rows } from './table3.ts';
import { caseColumns, caseGroups } from './table4.ts';
import type { Identity, TableForm } from './types.ts';

function rowSums(form: TableForm): Identity[] {
	return table3Rows(form).map((row) => ({
		rule: 'T3-ROW',
		left: applicantColumns.filter((c) => c.key !== 'total').map((c) => `t3.${row.key}.${c.key}`),
		right: [`t3.${row.key}.total`],
	}));
}

function columnSums(form: TableForm): Identity[] {
	return applicantColumns.flatMap((column) => [
		{
			rule: 'T3-SUM',
			left: resultKeys(form).map((key) => `t3.${key}.${column.key}`),
			right: [`t3.total.${column.key}`],
		},
		{
			rule: 'T3-BAL',
			left: [`t3.new.${column.key}`, `t3.carried_in.${column.key}`],
			right: [`t3.total.${column.key}`, `t3.carried_out.${column.key}`],
		},
	]);
}

function caseSums(): Identity[] {
	return caseGroups.map((group) => ({
		rule: 'T4-SUM',
		left: caseColumns.filter((c) => c.key !== 'total').map((c) => `t4.${group.key}.${c.key}`),
		right: [`t4.${group.key}.total`],
	}));
}

/** Sums of the 2014 table: rule, total, and the lines that make it up. */
const statSums: readonly [rule: string, total: string][] = [
	['A-01', '3.1'],
	['A-02', '3.2'],
	['A-03', '3.3'],
	['A-04', '3.3.4'],
	['A-05', '4'],
	['A-05', '5'],
	['A-05', '6'],
	['A-06', '7'],
	['A-06', '8'],
	['A-06', '10'],
	['A-06', '11'],
	['A-07', '12.2'],
];

function statIdentities(): Identity[] {
	return statSums.map(([rule, total]) => ({
		rule,
		left: statLines.filter((line) => isChild(line.code, total)).map((line) => `stat.${line.code}`),
		right: [`stat.${total}`],
	}));
}

function isChild(code: string, parent: string): boolean {
	return code.startsWith(`${parent}.`) && !code.slice(parent.length + 1).includes('.');
}

/**
 * The printed identities of a form: for table 3 every row sum (T3-ROW), column sum (T3-SUM) and the balance
 * (T3-BAL); for table 4 the three group sums (T4-SUM); for the 2014 table its sums (A-01 … A-07).
 * Source: law.md §2.2 and §2.5. Table 2 has none.
 */
export function identitiesOf(form: TableForm): Identity[] {
	if (form === '2014') return statIdentities();
	return [...rowSums(form), ...columnSums(form), ...caseSums()];
}
