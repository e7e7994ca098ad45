import type { Entry, Field, Kind, Total } from './api.ts';

/** How a total stands: nothing known, zero with a ground, or counted. */
export type Standing = 'unknown' | 'zero' | 'counted';

export function standingOf(total: Total | undefined): Standing {
	if (!total || total.quantity === null) return 'unknown';
	return total.zero ? 'zero' : 'counted';
}

/** 「12 件」, or in words why there is no figure. */
export function totalText(kind: Kind, total: Total | undefined): string {
	switch (standingOf(total)) {
		case 'unknown':
			return '尚未登记';
		case 'zero':
			return `0 ${kind.unit}`;
		case 'counted':
			return `${total?.quantity ?? ''} ${kind.unit}`;
	}
}

/** Totals of the particulars: 「接受培训 40 人次」. */
export function particulars(kind: Kind, total: Total | undefined): string {
	if (!total || standingOf(total) !== 'counted') return '';
	const sums = kind.fields
		.filter((field) => total.fields[field.key] !== undefined)
		.map((field) => `${field.label} ${total.fields[field.key]}${field.unit ? ` ${field.unit}` : ''}`);
	const parts = kind.fields.flatMap((field) =>
		(field.choices ?? []).map((choice) => `${choice.label} ${total.choices[`${field.key}=${choice.key}`] ?? '0'}`),
	);
	return [...sums, ...parts].join('，');
}

/** A particular of a line as it is read: a choice by its name, a number with its unit. */
export function fieldText(field: Field, value: string | number | undefined): string {
	if (value === undefined || value === '') return '';
	if (field.type === 'choice') return field.choices?.find((choice) => choice.key === value)?.label ?? String(value);
	return field.unit ? `${value} ${field.unit}` : String(value);
}

/** All particulars of a line in one sentence. */
export function entryText(kind: Kind, entry: Pick<Entry, 'fields'>): string {
	return kind.fields
		.map((field) => ({ field, text: fieldText(field, entry.fields[field.key]) }))
		.filter(({ text }) => text !== '')
		.map(({ field, text }) => (field.type === 'text' ? text : `${field.label} ${text}`))
		.join('；');
}

/** Whether the report of the present form needs this register. */
export function feedsReport(kind: Kind): boolean {
	return kind.feeds.some((feed) => feed.form === '2021');
}

/** The years one may look at: from next year's December back to the first of the Regulations. */
export function yearsUpTo(today: string): number[] {
	const last = Number(today.slice(0, 4));
	return Array.from({ length: last - 2007 }, (_, i) => last - i);
}

/** The year registers are looked at first: in January and February the one just ended, its report is being made. */
export function usualYear(today: string): number {
	const year = Number(today.slice(0, 4));
	return today.slice(5) < '03-01' ? year - 1 : year;
}

/** A zero report can be made from the December of its year on. */
export function mayReportZero(year: number, today: string): boolean {
	return today >= `${year}-12-01`;
}
