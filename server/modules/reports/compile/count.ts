import { allAddresses, applicantColumns, caseColumns, caseGroups, table3Rows } from 'annual-report';
import type { RegisterFigure } from '../../registers/index.ts';
import type { Counted, CountedCells, RecordType, ReportForm } from '../model.ts';

/** What the other modules counted, before it is put into cells. Ids by address, or by the office's document library. */
export interface RawCounts {
	/** Applications by address of table 3, or by line of part 3 of the 2014 statistics; totals may be left out. */
	table3: Readonly<Record<string, readonly number[]>>;
	/** Reviews and suits by address of table 4; totals may be left out. */
	table4: Readonly<Record<string, readonly number[]>>;
	registers: Readonly<Record<string, RegisterFigure>>;
	normative: {
		readonly made: readonly number[];
		readonly repealed: readonly number[];
		readonly valid: readonly number[];
	};
	/** Documents made public in the year, each once however many channels carried it. */
	published: readonly number[];
}

const NO_RULES_POWER = '依照《中华人民共和国立法法》第九十三条，本级机关无规章制定权';

/** The cells of a form that a system can count by itself; sums of the form are left to `assemble`. */
export function countCells(form: ReportForm, raw: RawCounts): CountedCells {
	const cells: Record<string, Counted> = {};
	for (const [address, figure] of Object.entries(raw.registers)) cells[address] = fromRegister(figure);
	if (form === '2014') return { ...cells, ...statCells(raw) };
	return { ...cells, ...measuresCells(form, raw), ...applicationCells(form, raw), ...caseCells(raw) };
}

function fromRegister({ value, ids, basis, documents }: RegisterFigure): Counted {
	if (documents && value !== null)
		return { value: Number(value), source: 'computed', records: { type: 'document', ids: documents }, basis };
	return {
		value: value === null ? null : Number(value),
		source: 'register',
		records: ids.length > 0 ? { type: 'registerEntry', ids } : null,
		basis,
	};
}

function counted(type: RecordType, ids: readonly number[], basis: string): Counted {
	return { value: ids.length, source: 'computed', records: { type, ids }, basis };
}

/**
 * Article 20 (1). No office of a county may make 规章, so its row is 0 by law. The two forms ask different things of
 * normative documents: 2021 made / repealed / in force, 2019 made / newly published / all published.
 */
function measuresCells(form: ReportForm, raw: RawCounts): CountedCells {
	const { made, repealed, valid } = raw.normative;
	const library = '规范性文件库';
	const own: Record<string, Counted> =
		form === '2021'
			? {
					't2.normative.made': counted('document', made, `${library}：本年制发`),
					't2.normative.repealed': counted('document', repealed, `${library}：本年废止、失效`),
					't2.normative.valid': counted('document', valid, `${library}：12月31日现行有效`),
				}
			: { 't2.normative.made': counted('document', made, `${library}：本年新制作`) };
	const rules = allAddresses(form).filter((address) => address.startsWith('t2.regulation.'));
	const none: Counted = { value: 0, source: 'computed', records: null, basis: NO_RULES_POWER };
	return { ...own, ...Object.fromEntries(rules.map((address) => [address, none])) };
}

function applicationCells(form: ReportForm, raw: RawCounts): CountedCells {
	const rows = table3Rows(form).filter((row) => row.key !== 'total');
	const columns = applicantColumns.filter((column) => column.key !== 'total');
	const addresses = rows.flatMap((row) => columns.map((column) => `t3.${row.key}.${column.key}`));
	return byAddress(addresses, raw.table3, 'application', '申请登记簿');
}

function caseCells(raw: RawCounts): CountedCells {
	const columns = caseColumns.filter((column) => column.key !== 'total');
	const addresses = caseGroups.flatMap((group) => columns.map((column) => `t4.${group.key}.${column.key}`));
	return byAddress(addresses, raw.table4, 'remedyCase', '复议诉讼登记簿');
}

/** A register of cases that names no case for a cell says 0: every case there is stands in it. */
function byAddress(
	addresses: readonly string[],
	ids: Readonly<Record<string, readonly number[]>>,
	type: RecordType,
	basis: string,
): CountedCells {
	return Object.fromEntries(addresses.map((address) => [address, counted(type, ids[address] ?? [], basis)]));
}

/** Lines of the 2014 table that documents and cases answer; what they do not, is entered. */
function statCells(raw: RawCounts): CountedCells {
	const cases = (group: string, ...columns: string[]) =>
		columns.flatMap((column) => raw.table4[`t4.${group}.${column}`] ?? []);
	const suits = (...columns: string[]) => [...cases('direct', ...columns), ...cases('afterReview', ...columns)];
	const book = '复议诉讼登记簿';
	const applications = Object.entries(raw.table3).map(([line, ids]) => [
		line,
		counted('application', ids, '申请登记簿'),
	]);
	return {
		...Object.fromEntries(applications),
		'stat.1.1': counted('document', raw.published, '政府信息发布登记'),
		'stat.1.1.2': counted('document', raw.normative.made, '规范性文件库：本年制发'),
		'stat.4.1': counted('remedyCase', cases('review', 'maintained'), book),
		'stat.4.2': counted('remedyCase', cases('review', 'corrected'), book),
		'stat.4.3': counted('remedyCase', cases('review', 'other'), book),
		'stat.5.1': counted('remedyCase', suits('maintained'), book),
		'stat.5.2': counted('remedyCase', suits('corrected'), book),
		'stat.5.3': counted('remedyCase', suits('other'), book),
	};
}
