import type { Report } from 'annual-report';
import { addressInfo, allAddresses } from 'annual-report';
import type { OfficeKind } from '../../offices/index.ts';
import { isTotal } from '../compile/totals.ts';
import type { ReportForm } from '../model.ts';

/** An office's figures of a year, and those of the year before where they are known in the same form. */
export interface OfficeFigures {
	officeId: number;
	kind: OfficeKind;
	form: ReportForm;
	cells: Report['cells'];
	before: Report['cells'] | null;
}

/** A figure somebody should look at again; it may well be right. */
export interface Outlier {
	officeId: number;
	address: string;
	value: number;
	/** `jump`: far from the office's own figure of the year before; `apart`: far from those of offices of its kind. */
	kind: 'jump' | 'apart';
	/** The figure it is far from: last year's, or the middle of its kind. */
	beside: number;
}

// No law sets these: they are what is worth a second look and not so often met that nobody looks.
/** Smaller differences are everyday life. */
const LEAST_DIFFERENCE = 20;
const JUMP_TIMES = 3;
/** Distances from the middle, measured in the middle of all distances. */
const APART_TIMES = 6;
/** Fewer offices have no middle to speak of. */
const LEAST_PEERS = 5;

/**
 * Figures worth a second look, the sums of the form but the number of applications left out: their parts are told. A
 * blank is no figure and never far from one.
 */
export function outliersOf(offices: readonly OfficeFigures[]): Outlier[] {
	const addresses = new Set(offices.flatMap(({ form }) => allAddresses(form).filter((one) => isWatched(form, one))));
	return [...addresses].flatMap((address) => [...jumps(offices, address), ...apart(offices, address)]);
}

function isWatched(form: ReportForm, address: string): boolean {
	return address === 't3.new.total' || (!isTotal(form, address) && !addressInfo(address, form)?.local);
}

function jumps(offices: readonly OfficeFigures[], address: string): Outlier[] {
	return offices.flatMap(({ officeId, cells, before }) => {
		const value = cells[address]?.value ?? null;
		const last = before?.[address]?.value ?? null;
		if (value === null || last === null || Math.abs(value - last) < LEAST_DIFFERENCE) return [];
		const isFar = value >= last * JUMP_TIMES || last >= value * JUMP_TIMES;
		return isFar ? [{ officeId, address, value, kind: 'jump' as const, beside: last }] : [];
	});
}

function apart(offices: readonly OfficeFigures[], address: string): Outlier[] {
	const kinds = [...new Set(offices.map(({ kind }) => kind))];
	return kinds.flatMap((kind) => {
		const known = offices.flatMap((office) => {
			const value = office.kind === kind ? (office.cells[address]?.value ?? null) : null;
			return value === null ? [] : [{ officeId: office.officeId, value }];
		});
		if (known.length < LEAST_PEERS) return [];
		const middle = middleOf(known.map(({ value }) => value));
		const usual = Math.max(1, middleOf(known.map(({ value }) => Math.abs(value - middle))));
		return known
			.filter(({ value }) => Math.abs(value - middle) >= Math.max(LEAST_DIFFERENCE, usual * APART_TIMES))
			.map(({ officeId, value }) => ({ officeId, address, value, kind: 'apart' as const, beside: middle }));
	});
}

/** The median. */
export function middleOf(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const half = sorted.length >> 1;
	const upper = sorted[half] ?? 0;
	return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}
