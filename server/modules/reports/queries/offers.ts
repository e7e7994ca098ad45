import type { Reader } from '../../../platform/transaction.ts';
import { lastYearReport } from '../compile/last-year.ts';
import { compileLive } from '../compile/live.ts';
import type { CountSources } from '../compile/sources.ts';
import { type Offer, offersFor } from '../narrative/offers.ts';
import { withFigures } from '../narrative/references.ts';
import { requireReport } from './report-view.ts';

export interface OfferView extends Offer {
	/** The paragraph with today's figures. */
	preview: string;
	/** Keys it still waits for. */
	missing: string[];
}

export interface FactView {
	key: string;
	label: string;
	value: string | null;
	unit: string;
	/** Offices whose part of a count for the whole county is not known. */
	unknownOf?: string[];
}

/** What may be put into the words: paragraphs, every figure, and what last year's report named as problems. */
export async function offersOf(
	reader: Reader,
	reportId: number,
	sources: CountSources,
): Promise<{ offers: OfferView[]; facts: FactView[]; lastYear: { label: string; problems: string } | null }> {
	const report = await requireReport(reader, reportId);
	const { facts, office } = await compileLive(reader, report, sources);
	const { form, year, officeId } = report;
	const previous = await lastYearReport(reader, officeId, year);
	const five = previous?.report.sections.find((section) => section.level === 1 && section.n === 5);
	return {
		offers: offersFor({ form, office: office.kind, year }, facts).map((offer) => ({
			...offer,
			preview: withFigures(offer.text, facts),
		})),
		facts: [...facts].map(([key, { unknownOf, ...fact }]) => ({
			key,
			...fact,
			...(unknownOf ? { unknownOf: [...unknownOf] } : {}),
		})),
		lastYear: previous && { label: previous.label, problems: problemsOf(previous.report.sections, five) },
	};
}

type Sections = NonNullable<Awaited<ReturnType<typeof lastYearReport>>>['report']['sections'];

/** Section five with what stands below it. */
function problemsOf(sections: Sections, five: Sections[number] | undefined): string {
	if (!five) return '';
	const start = sections.indexOf(five);
	const rest = sections.slice(start + 1);
	const end = rest.findIndex((section) => section.level <= five.level);
	const below = end < 0 ? rest : rest.slice(0, end);
	return [five.body, ...below.flatMap((section) => [section.heading, section.body])]
		.filter((text) => text !== '')
		.join('\n');
}
