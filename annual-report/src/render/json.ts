import type { Report } from '../model/index.ts';

/** The report as the JSON object of the contract: what `gongkai report read --json` prints on one line. */
export function reportJson(report: Report): Record<string, unknown> {
	const { file, organ, title, year, form, period, signedOn, cells, sections, claims, warnings } = report;
	return {
		file,
		organ,
		title,
		year,
		form,
		period,
		signedOn,
		cells,
		sections: sections.map(({ body: _, ...section }) => section),
		claims,
		warnings,
	};
}
