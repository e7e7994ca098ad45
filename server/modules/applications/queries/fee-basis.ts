import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { feeSentences } from '../../../law/fees.ts';
import type { Reader } from '../../../platform/transaction.ts';
import type { Application } from '../model.ts';
import { checkQuantity, computeFee, naturalMonth } from '../rules/fees.ts';
import { selectApplication } from '../store/applications.ts';
import { selectFiledByApplicant } from '../store/fees.ts';
import { type ApplicationSummary, applicationSummaries } from './summaries.ts';

/** What the register says of an applicant's month, for 按件计收 (国办函〔2020〕109号第四条). */
export interface MonthCount {
	/** `YYYY-MM`, of the day the case was received. */
	month: string;
	/** Units received at this office in the month before the case; null when the applicant cannot be told apart. */
	before: number | null;
	/** Ids of the applications behind `before`, and those received after the case, in the order received. */
	earlier: readonly number[];
	later: readonly number[];
	/** Units by application. */
	units: Readonly<Record<number, number>>;
}

/** Counts what the same applicant filed at this office in the natural month of this case. */
export async function countMonth(reader: Reader, application: Application): Promise<MonthCount> {
	const received = application.receivedOn ?? reader.today;
	const filed = await selectFiledByApplicant(reader, application, naturalMonth(received));
	const place = filed?.findIndex(({ id }) => id === application.id) ?? -1;
	const earlier = place < 0 ? [] : (filed?.slice(0, place) ?? []);
	return {
		month: received.slice(0, 7),
		before: place < 0 ? null : earlier.reduce((total, { units }) => total + units, 0),
		earlier: earlier.map(({ id }) => id),
		later: place < 0 ? [] : (filed?.slice(place + 1).map(({ id }) => id) ?? []),
		units: Object.fromEntries(earlier.map(({ id, units }) => [id, units])),
	};
}

export interface FeeQuestion {
	id: number;
	tariff: 'item' | 'page';
	/** Units before, as corrected by hand; null to take what the register counts. */
	before: number | null;
	quantity: number;
}

/** What a notice would charge and why, before it goes out. */
export interface FeeBasis {
	month: string;
	counted: number | null;
	before: number;
	quantity: number;
	amount: number;
	sentences: readonly string[];
	earlier: readonly (ApplicationSummary & { units: number })[];
	later: readonly ApplicationSummary[];
}

/** @throws AppError `notFound` outside the scope, `invalid` for counts that are no counts. */
export async function feeBasis(reader: Reader, question: FeeQuestion): Promise<FeeBasis> {
	const scope = scopeOf(reader.actor);
	const application = await selectApplication(reader, scope, question.id);
	const { month, before: counted, earlier, later, units } = await countMonth(reader, application);
	const before = question.before ?? counted ?? 0;
	const asked = { tariff: question.tariff, before, quantity: question.quantity };
	const wrong = checkQuantity(asked);
	if (wrong.length > 0) throw new AppError('invalid', { issues: wrong });
	const fee = computeFee(asked);
	const order = (ids: readonly number[], rows: ApplicationSummary[]) =>
		ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
	return {
		month,
		counted,
		before,
		quantity: question.quantity,
		amount: fee.total,
		sentences: feeSentences(fee),
		earlier: order(earlier, await applicationSummaries(reader, scope, earlier)).map((row) => ({
			...row,
			units: units[row.id] ?? 1,
		})),
		later: order(later, await applicationSummaries(reader, scope, later)),
	};
}
