import type { RegisterKind, StandingEntry } from '../model.ts';
import { type Amount, formatAmount, parseAmount } from './amount.ts';

/** First and last civil day, both counted. */
export interface Period {
	readonly from: string;
	readonly to: string;
}

/** What a register says of a period. `quantity` null = nothing was entered and no zero report made: not known, not zero. */
export interface PeriodTotal {
	readonly kind: string;
	readonly quantity: string | null;
	/** Totals of the integer and amount fields. */
	readonly fields: Readonly<Record<string, string>>;
	/** Quantity by choice, keyed `field=choice`. */
	readonly choices: Readonly<Record<string, string>>;
	/** The lines the total is made of; a zero report is one line. */
	readonly ids: readonly number[];
	/** The zero report that stands for the period, while no line contradicts it. */
	readonly zero: { readonly id: number; readonly basis: string } | null;
	/** Counted by 公开渠道 and not from lines; the documents behind it where it counts documents. */
	readonly derived?: { readonly documents: readonly number[] | null };
}

export function yearPeriod(year: number): Period {
	return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** Totals one register over a period. `entries` are lines of this register, in any order; others are passed over. */
export function totalOf(kind: RegisterKind, entries: readonly StandingEntry[], period: Period): PeriodTotal {
	const lines = linesOf(kind, entries, period);
	const zero = lines.length === 1 && lines[0]?.entryType === 'zero' ? lines[0] : null;
	return {
		kind: kind.key,
		quantity: lines.length === 0 ? null : sum(lines, (line) => line.quantity),
		fields: fieldTotals(kind, lines),
		choices: choiceTotals(kind, lines),
		ids: lines.map((line) => line.id),
		zero: zero && { id: zero.id, basis: zero.note },
	};
}

/** The lines that make the total: of a sum all lines of the period (a zero report only alone), of a stock the last one. */
function linesOf(kind: RegisterKind, entries: readonly StandingEntry[], period: Period): StandingEntry[] {
	const own = entries.filter((entry) => entry.kind === kind.key && entry.day <= period.to).sort(byDay);
	if (kind.measure === 'stock') return own.slice(-1);
	const inPeriod = own.filter((entry) => entry.day >= period.from);
	const real = inPeriod.filter((entry) => entry.entryType === 'entry');
	return real.length > 0 ? real : inPeriod.slice(-1);
}

function byDay(a: StandingEntry, b: StandingEntry): number {
	return a.day === b.day ? a.id - b.id : a.day < b.day ? -1 : 1;
}

function fieldTotals(kind: RegisterKind, lines: readonly StandingEntry[]): Record<string, string> {
	const totalled = kind.fields.filter((field) => field.type === 'integer' || field.type === 'amount');
	return Object.fromEntries(totalled.map(({ key }) => [key, sum(lines, (line) => String(line.fields[key] ?? '0'))]));
}

function choiceTotals(kind: RegisterKind, lines: readonly StandingEntry[]): Record<string, string> {
	const pairs = kind.fields.flatMap((field) =>
		(field.choices ?? []).map((choice): [string, string] => {
			const chosen = lines.filter((line) => line.fields[field.key] === choice.key);
			return [`${field.key}=${choice.key}`, sum(chosen, (line) => line.quantity)];
		}),
	);
	return Object.fromEntries(pairs);
}

function sum(lines: readonly StandingEntry[], figure: (line: StandingEntry) => string): string {
	const total = lines.reduce((all: Amount, line) => all + (parseAmount(figure(line)) ?? 0n), 0n);
	return formatAmount(total);
}
