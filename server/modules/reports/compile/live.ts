import { createHash } from 'node:crypto';
import type { RenderInput } from 'annual-report/render';
import { AppError } from '../../../kernel/errors.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { countySettings, type Office, officeById, officeNameOn } from '../../offices/index.ts';
import type {
	CountedCells,
	HandFigure,
	ReportCells,
	SectionContent,
	SectionNumber,
	SectionRevision,
	Told,
} from '../model.ts';
import { documentOf } from '../narrative/document.ts';
import { factsOf } from '../narrative/facts.ts';
import type { Facts } from '../narrative/references.ts';
import { toldFacts, toldOf, wholeCounty } from '../narrative/told.ts';
import { speakerOf } from '../rules/organ.ts';
import { handFigures, sectionRevisions } from '../store/contents.ts';
import type { ReportRecord } from '../store/reports.ts';
import { assemble, type LastYear } from './assemble.ts';
import { countCells, type RawCounts } from './count.ts';
import { lastYearOf } from './last-year.ts';
import { type CountAt, type CountSources, readCounts } from './sources.ts';
import type { Units } from './units.ts';
import { unitsOf } from './units-of.ts';

/** A report as the registers, the hands and the words make it at this moment. */
export interface LiveReport {
	report: ReportRecord;
	office: Office;
	officeName: string;
	raw: RawCounts;
	counts: CountedCells;
	hands: ReadonlyMap<string, HandFigure>;
	lastYear: LastYear | null;
	/** The offices behind a report for the whole county; null in an office's own. */
	units: Units | null;
	cells: ReportCells;
	revisions: ReadonlyMap<SectionNumber, SectionRevision>;
	sections: ReadonlyMap<SectionNumber, SectionContent>;
	facts: Facts;
	/** Counts beyond the tables, of whom the report speaks for. */
	told: Told;
	document: RenderInput;
	/** Fingerprint of figures and words: equal when a reader would see the same report. */
	fingerprint: string;
}

/** What differs from the report as it is stored. */
export interface CompileOptions {
	/** Words still being typed. */
	typed?: { section: SectionNumber; content: SectionContent };
	/** The offices behind a county's report; read from what they signed where left out. */
	units?: Units;
}

/** Compiles a report from its sources. The caller has read `report` in its scope. */
export async function compileLive(
	reader: Reader,
	report: ReportRecord,
	sources: CountSources,
	{ typed, units: given }: CompileOptions = {},
): Promise<LiveReport> {
	const { officeId, year, form } = report;
	const office = await officeById(reader, officeId);
	if (!office) throw new AppError('notFound');
	const at = { office, year, form };
	const raw = await readCounts(sources, reader, at);
	const counts = countCells(form, raw);
	const hands = await handFigures(reader, report.id);
	const lastYear = await lastYearOf(reader, officeId, year);
	const units = report.covers === 'county' ? (given ?? (await unitsOf(reader, report))) : null;
	const cells = assemble(form, counts, hands, lastYear, units);
	const officeName = speakerOf(report.covers, await officeNameOn(reader, officeId, reader.today));
	const told = await toldIn(reader, sources, { at, published: raw.published.length, units });
	const facts = await factsFor(reader, { at, officeName, cells, told });
	const revisions = await sectionRevisions(reader, report.id);
	const sections = new Map([...revisions].map(([n, revision]) => [n, revision.content]));
	if (typed) sections.set(typed.section, typed.content);
	const document = documentOf({ form, year, officeName, cells, sections, facts, signedOn: null });
	const fingerprint = fingerprintOf(document);
	return {
		report,
		office,
		officeName,
		raw,
		counts,
		hands,
		lastYear,
		units,
		cells,
		revisions,
		sections,
		facts,
		told: toldOf(told),
		document,
		fingerprint,
	};
}

/** What the words may count beyond the tables: the office's own, or of the county with all its offices. */
async function toldIn(
	reader: Reader,
	sources: CountSources,
	{ at, published, units }: { at: CountAt; published: number; units: Units | null },
): Promise<Facts> {
	const totals = await sources.totals(reader, at);
	const own = toldFacts({ totals, published, fees: await sources.fees(reader, at) });
	if (!units) return own;
	// A report that cannot be added is an office whose counts are not in the sum either.
	const leftOut = units.leftOut.map(({ officeName }) => ({ officeName, told: null }));
	return wholeCounty(own, at.office.name, [...units.reports, ...leftOut]);
}

/** Everything the words may refer to. */
async function factsFor(
	reader: Reader,
	{ at, ...told }: { at: CountAt; officeName: string; cells: ReportCells; told: Facts },
): Promise<Facts> {
	const { office, year, form } = at;
	const { site } = await countySettings(reader);
	return factsOf({ form, year, office, site: site.domain ? `${site.name}（${site.domain}）` : site.name, ...told });
}

/** The hash of what a reader sees. */
export function fingerprintOf(document: RenderInput): string {
	const { title, preface, sections, cells } = document;
	const figures = Object.entries(cells)
		.map(([address, cell]) => `${address}=${cell.value ?? ''}`)
		.sort();
	return createHash('sha256')
		.update(JSON.stringify([title, preface, sections, figures]))
		.digest('hex');
}
