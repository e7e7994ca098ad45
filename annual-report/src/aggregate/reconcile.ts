import type { TableForm } from '../forms/index.ts';
import { allAddresses, labelOf } from '../forms/index.ts';
import type { Cell, Finding, Report } from '../model/index.ts';
import type { RollUpCheck } from './checks.ts';
import { rollUpChecks } from './checks.ts';
import type { CountySum } from './sum.ts';
import type { SumCell } from './tally.ts';
import { joined } from './tally.ts';

const others = ['correct', 'fee', 'misc'];

/**
 * The sum as a report, so that it can be audited and rendered like any other. In the form of 2021 where all units used
 * it, else of 2019 with the three rows of 其他处理 put together. A cell into which an unreadable or absent one went is
 * `unreadable`; one that only has blanks is `blank`; blanks beside figures count as nothing and are told by
 * {@link reconcile}.
 */
export function sumAsReport(sum: CountySum, organ: string): Report {
	const form = formOf(sum);
	const cells = Object.fromEntries(allAddresses(form).map((address) => [address, cellOf(summed(sum, form, address))]));
	return {
		file: '',
		title: `${organ}${sum.year ?? ''}年政府信息公开工作年度报告`,
		organ,
		year: sum.year,
		form,
		period: sum.year === null ? null : [`${sum.year}-01-01`, `${sum.year}-12-31`],
		signedOn: null,
		cells,
		sections: [],
		claims: [],
		warnings: [],
		lines: [],
	};
}

function formOf({ forms }: CountySum): TableForm {
	if (forms['2014'] && !forms['2019'] && !forms['2021']) return '2014';
	return forms['2019'] ? '2019' : '2021';
}

function summed(sum: CountySum, form: TableForm, address: string): SumCell | undefined {
	if (address.startsWith('t2.')) return sum.table2[form]?.cells[address];
	const other = /^t3\.other\.(\w+)$/.exec(address)?.[1];
	if (form !== '2019' || !other || !sum.forms['2021']) return sum.cells[address];
	const parts = [sum.cells[address], ...others.map((row) => sum.cells[`t3.other.${row}.${other}`])];
	return parts.filter((cell) => cell !== undefined).reduce(joined);
}

function cellOf(cell: SumCell | undefined): Cell {
	if (!cell) return { value: null, state: 'absent', raw: '' };
	if (unknownIn(cell) > 0) return { value: null, state: 'unreadable', raw: '' };
	if (cell.value === null) return { value: null, state: 'blank', raw: '' };
	return { value: cell.value, state: 'number', raw: String(cell.value) };
}

function unknownIn({ states }: SumCell): number {
	return (states.unreadable ?? 0) + (states.absent ?? 0);
}

/**
 * What stands against the sum: offices that are missing (U-COV), cells in which some unit gave no figure (U-OPEN), joint
 * cases taken off (U-DUP), and, where the county's published total is given, every cell that differs from it (U-SUM).
 */
export function reconcile(sum: CountySum, published?: Report): Finding[] {
	return [...coverage(sum), ...openCells(sum), ...jointCases(sum), ...(published ? differences(sum, published) : [])];
}

function finding(check: RollUpCheck, rest: Partial<Finding> & Pick<Finding, 'message'>): Finding {
	const { id, severity, basis } = check;
	return { rule: id, severity, cells: [], found: null, expected: null, basis, ...rest };
}

function coverage({ missing, units, own }: CountySum): Finding[] {
	if (missing.length === 0) return [];
	const found = units.length + (own ? 1 : 0);
	const message = `${missing.length}个应报单位没有报告计入：${missing.join('、')}`;
	return [finding(rollUpChecks.coverage, { found, expected: found + missing.length, message })];
}

function openCells(sum: CountySum): Finding[] {
	const all = [sum.cells, ...Object.values(sum.table2).map(({ cells }) => cells)];
	const counts = { blank: 0, dash: 0, unreadable: 0, absent: 0 };
	const cells = new Set<string>();
	for (const table of all) {
		for (const [address, { states }] of Object.entries(table)) {
			for (const state of ['blank', 'dash', 'unreadable', 'absent'] as const) {
				const count = states[state] ?? 0;
				// Local lines of the 2014 table are in no one's duty to fill.
				if (count === 0 || (state === 'absent' && address.startsWith('stat.'))) continue;
				counts[state] += count;
				cells.add(address);
			}
		}
	}
	if (cells.size === 0) return [];
	const kinds = Object.entries({
		空白: counts.blank,
		'填「/」': counts.dash,
		读不出: counts.unreadable,
		缺失: counts.absent,
	})
		.filter(([, count]) => count > 0)
		.map(([name, count]) => `${name}${count}格`);
	const message = `各单位有单元格没有数字（${kinds.join('、')}），汇总数不含这些单元格`;
	return [finding(rollUpChecks.unknown, { cells: [...cells], message })];
}

function jointCases({ joint }: CountySum): Finding[] {
	return joint.map(({ organ, cells, note }) => {
		const message = `「${note}」已由答复单位计数，从「${organ}」的数字中减去`;
		return finding(rollUpChecks.joint, { cells: Object.keys(cells), message });
	});
}

function differences(sum: CountySum, published: Report): Finding[] {
	if (published.form === 'none') return [];
	const { form } = published;
	return allAddresses(form).flatMap((address) => {
		const expected = summed(sum, form, address)?.value ?? null;
		const found = published.cells[address]?.value ?? null;
		if (found === null || expected === null || found === expected) return [];
		const message = `「${labelOf(address, form)}」全县填报${found}，本级和各单位相加为${expected}`;
		return [
			finding(rollUpChecks.sum, { cells: [address], found, expected, message, at: published.cells[address]?.at }),
		];
	});
}
