import type { TableForm } from '../forms/index.ts';
import { addressInfo, allAddresses, applicantColumns, labelOf, unitOf } from '../forms/index.ts';

/** Something counted, and the cells that count it in each form. Absent form: that form does not count it. */
export interface Concept {
	key: string;
	label: string;
	unit: string;
	cells: Partial<Record<TableForm, readonly string[]>>;
	/** Said beside the figures where the forms count nearly but not quite the same. */
	note?: string;
}

/** Cells of table 2 that mean the same in the forms of 2019 and 2021 (law.md §2.4). */
const sharedInTable2 = new Set(['t2.license.decisions', 't2.punish.decisions', 't2.force.decisions']);

/** Totals that the 2014 table counts too; everything else in it is counted in another way. */
const oldTotals: Record<string, { code: string; note?: string }> = {
	't3.new.total': { code: 'stat.3.1' },
	't4.review.total': { code: 'stat.4', note: '2014年的统计表没有单列尚未审结' },
};

/** What can be said of a set of forms: shared concepts once, the others form by form. In printed order of the newest. */
export function conceptsOf(forms: readonly TableForm[]): Concept[] {
	const wanted = [...new Set(forms)].sort().reverse();
	if (wanted.length === 1) return wanted.flatMap((form) => allAddresses(form).map((address) => single(form, address)));
	const concepts = wanted.includes('2021') && wanted.includes('2019') ? bridged() : wanted.flatMap(own);
	return wanted.includes('2014') ? withOld(concepts.filter(({ cells }) => !cells['2014'])) : concepts;
}

function own(form: TableForm): Concept[] {
	return form === '2014' ? [] : allAddresses(form).map((address) => single(form, address));
}

function single(form: TableForm, address: string): Concept {
	return { key: address, label: labelOf(address, form), unit: unitOf(address, form), cells: { [form]: [address] } };
}

function bridged(): Concept[] {
	const concepts: Concept[] = [];
	for (const address of allAddresses('2021')) {
		const isShared = address.startsWith('t2.')
			? sharedInTable2.has(address)
			: addressInfo(address, '2019') !== undefined;
		if (isShared) concepts.push({ ...single('2021', address), cells: { '2019': [address], '2021': [address] } });
		else concepts.push({ ...single('2021', address), key: `${address}@2021` });
		if (address === 't3.other.misc.total')
			concepts.push(...applicantColumns.map(({ key, label }) => others(key, label)));
	}
	const known = new Set(concepts.flatMap(({ cells }) => cells['2019'] ?? []));
	const rest = allAddresses('2019').filter((address) => !known.has(address));
	return [...concepts, ...rest.map((address) => ({ ...single('2019', address), key: `${address}@2019` }))];
}

/** 其他处理: one row in 2019, three in 2021. */
function others(column: string, label: string): Concept {
	const rows = ['correct', 'fee', 'misc'].map((row) => `t3.other.${row}.${column}`);
	return {
		key: `t3.other.${column}`,
		label: `三、本年度办理结果 （六）其他处理·${label}`,
		unit: '件',
		cells: { '2019': [`t3.other.${column}`], '2021': rows },
	};
}

function withOld(concepts: readonly Concept[]): Concept[] {
	const joined = concepts.map((concept): Concept => {
		const old = oldTotals[concept.key];
		if (!old) return concept;
		return { ...concept, cells: { ...concept.cells, '2014': [old.code] }, ...(old.note ? { note: old.note } : {}) };
	});
	const suits: Concept = {
		key: 't4.suits.total',
		label: '行政诉讼·总计',
		unit: '件',
		cells: {
			'2014': ['stat.5'],
			'2019': ['t4.direct.total', 't4.afterReview.total'],
			'2021': ['t4.direct.total', 't4.afterReview.total'],
		},
		note: '2014年的统计表没有单列尚未审结',
	};
	const known = new Set([...joined, suits].flatMap(({ cells }) => cells['2014'] ?? []));
	const rest = allAddresses('2014').filter((address) => !known.has(address));
	return [...joined, suits, ...rest.map((address) => single('2014', address))];
}
