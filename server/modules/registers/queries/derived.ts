import { AppError } from '../../../kernel/errors.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { channelFigures, FIGURE_REGISTERS } from '../../channels/index.ts';
import type { PeriodTotal } from '../counting/totals.ts';
import { messages } from '../messages.zh.ts';

/**
 * Totals of the registers whose source is 公开渠道, by register. Where that module knows nothing of an office's year, the lines of
 * the register count, as they did before there was one.
 */
export async function derivedTotals(
	reader: Reader,
	officeId: number,
	year: number,
): Promise<ReadonlyMap<string, PeriodTotal>> {
	const figures = await channelFigures(reader, officeId, year);
	return new Map(
		figures.map(({ register, quantity, fields, choices, documents }) => [
			register,
			{ kind: register, quantity: String(quantity), fields, choices, ids: [], zero: null, derived: { documents } },
		]),
	);
}

/** A register counted elsewhere takes no lines of that year: nothing is counted twice. @throws AppError `conflict` */
export async function refuseDerived(reader: Reader, officeId: number, kind: string, day: string): Promise<void> {
	const year = Number(day.slice(0, 4));
	if (
		!FIGURE_REGISTERS.has(kind) ||
		!Number.isInteger(year) ||
		!(await derivedTotals(reader, officeId, year)).has(kind)
	)
		return;
	throw new AppError('conflict', { message: messages.derived });
}
