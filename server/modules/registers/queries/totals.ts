import { scopeOf } from '../../../kernel/actor.ts';
import type { Reader } from '../../../platform/transaction.ts';
import type { OfficeKind } from '../../offices/index.ts';
import { figuresOf, type RegisterFigure } from '../counting/figures.ts';
import { type PeriodTotal, totalOf, yearPeriod } from '../counting/totals.ts';
import { REGISTER_KINDS } from '../kinds/index.ts';
import type { RegisterForm, StandingEntry } from '../model.ts';
import { standingEntries } from '../store/read.ts';
import { derivedTotals } from './derived.ts';
import { requireReadable } from './readable.ts';

/** All registers of an office over a year, in the order of the catalogue. */
export async function periodTotals(reader: Reader, officeId: number, year: number): Promise<PeriodTotal[]> {
	const entries = await entriesOf(reader, officeId, year);
	const derived = await derivedTotals(reader, officeId, year);
	return REGISTER_KINDS.map((kind) => derived.get(kind.key) ?? totalOf(kind, entries, yearPeriod(year)));
}

/** The report cells that registers fill, by address. */
export async function registerFigures(
	reader: Reader,
	at: { officeId: number; officeKind: OfficeKind; year: number; form: RegisterForm },
): Promise<Record<string, RegisterFigure>> {
	const entries = await entriesOf(reader, at.officeId, at.year);
	return figuresOf(at.form, at.year, at.officeKind, entries, await derivedTotals(reader, at.officeId, at.year));
}

async function entriesOf(reader: Reader, officeId: number, year: number): Promise<StandingEntry[]> {
	await requireReadable(reader, officeId);
	return await standingEntries(reader, scopeOf(reader.actor), officeId, yearPeriod(year).to);
}
