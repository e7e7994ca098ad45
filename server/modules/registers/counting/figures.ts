import type { OfficeKind } from '../../offices/index.ts';
import { REGISTER_KINDS } from '../kinds/index.ts';
import type { Feed, RegisterForm, RegisterKind, StandingEntry } from '../model.ts';
import { formatAmount, parseAmount } from './amount.ts';
import { type PeriodTotal, totalOf, yearPeriod } from './totals.ts';

/** What the registers know of one report cell. `value` null = the register was neither kept nor reported as zero. */
export interface RegisterFigure {
	readonly value: string | null;
	/** The register lines behind the figure. */
	readonly ids: readonly number[];
	/** Where the figure comes from, in one phrase. */
	readonly basis: string;
	/** Register to go to for more. */
	readonly kind: string;
	/** The documents behind a figure that no line made. */
	readonly documents?: readonly number[];
}

/** The cells of a form that registers fill, for one office and year; every fed address is there, known or not. */
export function figuresOf(
	form: RegisterForm,
	year: number,
	officeKind: OfficeKind,
	entries: readonly StandingEntry[],
	derived: ReadonlyMap<string, PeriodTotal> = new Map(),
): Record<string, RegisterFigure> {
	const figures: Record<string, RegisterFigure> = {};
	for (const kind of REGISTER_KINDS) {
		const feeds = kind.feeds.filter((feed) => feed.form === form);
		if (feeds.length === 0) continue;
		const now = derived.get(kind.key) ?? totalOf(kind, entries, yearPeriod(year));
		const before = totalOf(kind, entries, yearPeriod(year - 1));
		for (const feed of feeds) figures[feed.address] = figure(kind, feed, officeKind, now, before);
	}
	return figures;
}

function figure(
	kind: RegisterKind,
	feed: Feed,
	officeKind: OfficeKind,
	now: PeriodTotal,
	before: PeriodTotal,
): RegisterFigure {
	if (feed.only && !feed.only.includes(officeKind)) {
		return { value: '0', ids: [], basis: '不属于本级机关填报的范围', kind: kind.key };
	}
	if (feed.when === 'change') return change(kind, now, before);
	const total = feed.when === 'lastYear' ? before : now;
	const lines = total.zero ? `零报告：${total.zero.basis}` : `「${kind.label}」台账`;
	const basis = total.derived ? '「公开渠道」自动统计' : lines;
	const documents = total.derived?.documents;
	const own = { value: cellValue(feed, total), ids: total.ids, basis, kind: kind.key };
	return documents ? { ...own, documents } : own;
}

function cellValue(feed: Feed, total: PeriodTotal): string | null {
	if (total.quantity === null) return null;
	if (feed.where) return total.choices[feed.where.join('=')] ?? '0';
	return feed.of ? (total.fields[feed.of] ?? '0') : total.quantity;
}

/** 本年增/减 is signed (2019 form); it is known only when both stocks are. */
function change(kind: RegisterKind, now: PeriodTotal, before: PeriodTotal): RegisterFigure {
	const ids = [...new Set([...before.ids, ...now.ids])];
	const basis = `「${kind.label}」台账年末数减上年末数`;
	if (now.quantity === null || before.quantity === null) return { value: null, ids, basis, kind: kind.key };
	const difference = (parseAmount(now.quantity) ?? 0n) - (parseAmount(before.quantity) ?? 0n);
	return { value: formatAmount(difference), ids, basis, kind: kind.key };
}
