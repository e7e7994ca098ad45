import { addressInfo, allAddresses, type TableForm } from '../forms/index.ts';
import type { Glance, Report } from '../model/index.ts';

type Kind = 'count' | 'delta' | 'amount';

interface Layout {
	readonly addresses: readonly string[];
	readonly kinds: readonly Kind[];
	readonly tables: readonly string[];
	/** Each table once. */
	readonly names: readonly string[];
	/** Lines of the 2014 table that a document may leave out. */
	readonly isLocal: readonly boolean[];
	readonly at: ReadonlyMap<string, number>;
}

function layoutFor(form: TableForm): Layout {
	const addresses = allAddresses(form);
	const tables = addresses.map((address) => address.slice(0, address.indexOf('.')));
	return {
		addresses,
		kinds: addresses.map(kindOf),
		tables,
		names: [...new Set(tables)],
		isLocal: addresses.map((address) => addressInfo(address, form)?.local === true),
		at: new Map(addresses.map((address, i) => [address, i])),
	};
}

const layouts: Record<TableForm, Layout> = {
	'2014': layoutFor('2014'),
	'2019': layoutFor('2019'),
	'2021': layoutFor('2021'),
};

/** Deltas may be negative, amounts may have decimals; everything else is a count. */
function kindOf(address: string): Kind {
	if (address.endsWith('.delta')) return 'delta';
	return address === 't2.fee.wan' || address === 't2.procurement.yuan' || address === 'stat.12.3' ? 'amount' : 'count';
}

/** Whether a cell can hold this figure. */
export function isPlausible(address: string, value: number): boolean {
	return fits(kindOf(address), value);
}

function fits(kind: Kind, value: number): boolean {
	if (kind === 'amount') return value >= 0;
	return Number.isInteger(value) && (kind === 'delta' || value >= 0);
}

/** Places of cells in `Glance.figures`. */
export function placesOf(form: TableForm, addresses: readonly string[]): Int16Array {
	return Int16Array.from(addresses, (address) => layouts[form].at.get(address) ?? -1);
}

/** Looks once over the cells of a report; of one without tables nothing is told. */
export function glanceAt({ form, cells }: Pick<Report, 'form' | 'cells'>): Glance {
	if (form === 'none') return nothing;
	const { addresses, kinds, tables, isLocal, names } = layouts[form];
	const figures = new Float64Array(addresses.length);
	const odd = new Set<string>();
	let isWhole = true;
	for (let i = 0; i < addresses.length; i++) {
		const cell = cells[addresses[i] ?? ''];
		const value = cell?.state === 'number' ? cell.value : null;
		if (value === null) isWhole = false;
		else figures[i] = value;
		if (!isLocal[i] && (value === null || !fits(kinds[i] ?? 'count', value))) odd.add(tables[i] ?? '');
	}
	return { figures: isWhole ? figures : null, plain: new Set(names.filter((table) => !odd.has(table))) };
}

const nothing: Glance = { figures: null, plain: new Set() };
