import type { Form } from '../model/index.ts';
import { statLines } from './stat.ts';
import { table2Of2019, table2Of2021 } from './table2.ts';
import { applicantColumns, table3Rows } from './table3.ts';
import { caseColumns, caseGroups } from './table4.ts';
import type { Block, TableForm } from './types.ts';

/** What is known of one cell address of one form. */
export interface AddressInfo {
	address: string;
	/** Full Chinese label: table, row, column. */
	label: string;
	unit: string;
	/** True for lines of the 2014 form that are local additions, not part of the national table. */
	local: boolean;
}

/** The blocks of table 2 of a form; none in the 2014 form. */
export function table2Blocks(form: TableForm): readonly Block[] {
	if (form === '2014') return [];
	return form === '2019' ? table2Of2019 : table2Of2021;
}

function table2Info(form: TableForm): AddressInfo[] {
	return table2Blocks(form).flatMap((block) =>
		block.rows.flatMap((row) =>
			block.columns.map((column) => ({
				address: `t2.${row.key}.${column.key}`,
				label: `${row.label}·${column.label}`,
				unit: column.unit,
				local: false,
			})),
		),
	);
}

function table3Info(form: TableForm): AddressInfo[] {
	return table3Rows(form).flatMap((row) =>
		applicantColumns.map((column) => ({
			address: `t3.${row.key}.${column.key}`,
			label: `${[...row.path, row.ordinal + row.label].join(' ')}·${column.label}`,
			unit: '件',
			local: false,
		})),
	);
}

function table4Info(): AddressInfo[] {
	return caseGroups.flatMap((group) =>
		caseColumns.map((column) => ({
			address: `t4.${group.key}.${column.key}`,
			label: `${group.key === 'review' ? '' : '行政诉讼 '}${group.label}·${column.label}`,
			unit: '件',
			local: false,
		})),
	);
}

function statInfo(): AddressInfo[] {
	const heads = new Map(statLines.map((line) => [line.code, line.ordinal + line.label]));
	return statLines
		.filter((line) => !line.header)
		.map((line) => {
			const part = line.code.split('.')[0] ?? '';
			const own = line.ordinal + line.label;
			return {
				address: `stat.${line.code}`,
				label: part === line.code ? own : `${heads.get(part) ?? ''} ${own}`,
				unit: line.unit,
				local: line.local,
			};
		});
}

const catalogues: Record<TableForm, Map<string, AddressInfo>> = {
	'2014': index(statInfo()),
	'2019': index([...table2Info('2019'), ...table3Info('2019'), ...table4Info()]),
	'2021': index([...table2Info('2021'), ...table3Info('2021'), ...table4Info()]),
};

function index(infos: AddressInfo[]): Map<string, AddressInfo> {
	return new Map(infos.map((info) => [info.address, info]));
}

const lists: Record<TableForm, readonly string[]> = {
	'2014': [...catalogues['2014'].keys()],
	'2019': [...catalogues['2019'].keys()],
	'2021': [...catalogues['2021'].keys()],
};

/** Every cell address of a form in printed order: 74, 198 or 200; none for `none`. */
export function allAddresses(form: Form): readonly string[] {
	return form === 'none' ? [] : lists[form];
}

/** Addresses of the rows of tables 2 and 3, spelled once: the keys of maps compare faster when they are the same string. */
const table2Rows = new Map<Block, Map<string, readonly string[]>>(
	(['2019', '2021'] as const)
		.flatMap(table2Blocks)
		.map((block) => [
			block,
			new Map(block.rows.map((row) => [row.key, block.columns.map((column) => `t2.${row.key}.${column.key}`)])),
		]),
);
const table3RowsByKey = new Map<string, readonly string[]>(
	(['2019', '2021'] as const)
		.flatMap(table3Rows)
		.map((row) => [row.key, applicantColumns.map((column) => `t3.${row.key}.${column.key}`)]),
);

/** The addresses of a row of a block of table 2, in printed order; none where the block has no such row. */
export function table2RowAddresses(block: Block, row: string): readonly string[] {
	return table2Rows.get(block)?.get(row) ?? [];
}

/** The seven addresses of a row of table 3; none where no form has the row. */
export function table3RowAddresses(row: string): readonly string[] {
	return table3RowsByKey.get(row) ?? [];
}

/** What is known of an address; without a form the newest form that has it answers. Undefined where no form has it. */
export function addressInfo(address: string, form?: Form): AddressInfo | undefined {
	if (form && form !== 'none') return catalogues[form].get(address);
	return catalogues['2021'].get(address) ?? catalogues['2019'].get(address) ?? catalogues['2014'].get(address);
}

/** The Chinese label of a cell, such as 「三、本年度办理结果 （三）不予公开 1.属于国家秘密·自然人」; the address itself if unknown. */
export function labelOf(address: string, form?: Form): string {
	return addressInfo(address, form)?.label ?? address;
}

/** The unit of a cell (件, 项, 条, 万元, 元 …), empty if the address is unknown. */
export function unitOf(address: string, form?: Form): string {
	return addressInfo(address, form)?.unit ?? '';
}
