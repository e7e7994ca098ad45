import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { openApplications, openCorrections } from '../../applications/index.ts';
import { allColumns, GUIDE_SECTIONS, guideIssues, guideOf } from '../../catalog/index.ts';
import { listOffices, type Office, peopleWithPermission, workingCalendar } from '../../offices/index.ts';
import { overdueConcerns } from '../../participation/index.ts';
import {
	columnActivity,
	type EditionScan,
	lateDocuments,
	normativeExpiries,
	publicDuplicates,
	publicEditions,
	undatedNormative,
	unexplainedPolicies,
	withheldOverdue,
} from '../../publishing/index.ts';
import { reportMatrix, reportYears } from '../../reports/index.ts';
import type { OfficeFacts } from '../model.ts';
import { daysSince } from '../rules/define.ts';
import { selectScans } from '../store/rounds.ts';

/** Editions listed in one look. */
const PAGE = 5_000;
const YEAR_DAYS = 365;

/** Everything the rules look at, for every active office, gathered with one look into each module. */
export async function gatherFacts(reader: Reader): Promise<OfficeFacts[]> {
	const offices = await listOffices(reader);
	const of = await gatherers(reader);
	return await Promise.all(
		offices.map(async (office): Promise<OfficeFacts> => {
			const guide = await guideOf(reader, office.id);
			return {
				today: reader.today,
				office: { id: office.id, name: office.name, slug: office.slug },
				guide: {
					published: guide !== null,
					missing: guide ? guideIssues(guide.content).map(({ field }) => guideField(field)) : [],
				},
				contacts: contactsMissing(office),
				vacant: await vacantDuties(reader, office.id),
				code: office.code,
				...of(office.id),
			};
		}),
	);
}

const GUIDE_LABELS = new Map<string, string>(
	GUIDE_SECTIONS.flatMap(({ fields }) => fields.map(({ key, label }) => [key, label])),
);

function guideField(field: string | undefined): string {
	return GUIDE_LABELS.get(field ?? '') ?? '内容';
}

function contactsMissing({ address, phone, officeHours, head }: Office): string[] {
	const wanted = { 办公地址: address, 联系电话: phone, 办公时间: officeHours, 负责人: head };
	return Object.entries(wanted).flatMap(([label, value]) => (value.trim() === '' ? [label] : []));
}

function mine<T extends { officeId: number }>(rows: readonly T[], officeId: number): T[] {
	return rows.filter((row) => row.officeId === officeId);
}

async function gatherers(reader: Reader) {
	const columns = await columnFacts(reader);
	const documents = await documentFacts(reader);
	const cases = await caseFacts(reader);
	const report = await reportsDue(reader);
	return (officeId: number) => ({
		...columns(officeId),
		...documents(officeId),
		...cases(officeId),
		report: report(officeId),
	});
}

/** Columns with how much stands in them and since when. */
async function columnFacts(reader: Reader) {
	const columns = await allColumns(reader);
	const activity = new Map((await columnActivity(reader)).map((row) => [row.columnId, row]));
	return (officeId: number) => {
		const own = mine(columns, officeId).map((column) => ({
			...column,
			isAbsent: column.absentSince !== null || column.closed,
			count: Number(activity.get(column.id)?.count ?? 0),
			lastOn: activity.has(column.id) ? civilDay(activity.get(column.id)?.lastAt ?? reader.now) : null,
		}));
		const days = own.flatMap(({ lastOn }) => (lastOn ? [lastOn] : [])).sort();
		return { columns: own, lastOn: days.at(-1) ?? null };
	};
}

/** What is public, what should be, and what it says. */
async function documentFacts(reader: Reader) {
	const since = civilDay(new Date(reader.now.getTime() - YEAR_DAYS * 86_400_000));
	const all = {
		...(await lateDocuments(reader, since)),
		...(await textFacts(reader)),
		unexplained: await unexplainedPolicies(reader, since),
		withheld: await withheldOverdue(reader),
		normative: await normativeExpiries(reader),
		duplicates: await publicDuplicates(reader),
		undated: await undatedNormative(reader),
	};
	return (officeId: number) => ({
		late: mine(all.late, officeId),
		waiting: mine(all.waiting, officeId),
		unexplained: mine(all.unexplained, officeId),
		withheld: mine(all.withheld, officeId),
		normative: mine(all.normative, officeId),
		leaks: mine(all.leaks, officeId),
		texts: mine(all.texts, officeId),
		deadLinks: mine(all.deadLinks, officeId),
		duplicates: mine(all.duplicates, officeId),
		undated: mine(all.undated, officeId),
	});
}

/** What people wait for. */
async function caseFacts(reader: Reader) {
	const calendar = (await workingCalendar(reader)).latest;
	const applications = await openApplications(reader, { kind: 'all' });
	const corrections = await openCorrections(reader);
	const concerns = await overdueConcerns(reader);
	return (officeId: number) => ({
		applications: mine(applications, officeId).flatMap(({ id, number, title, dueOn, left, overdueDays, paused }) =>
			dueOn === null || paused ? [] : [{ id, number: number ?? '', title, dueOn, left, overdueDays }],
		),
		unconfirmed: mine(applications, officeId)
			.filter(({ state }) => state === 'arrived')
			.map(({ id, number, arrivedOn }) => ({
				...{ id, number: number ?? '', arrivedOn },
				workingDays: calendar.workingDaysBetween(arrivedOn, reader.today),
			})),
		corrections: mine(corrections, officeId).map(({ applicationId: id, number, dueOn, left }) => ({
			...{ id, number: number ?? '', dueOn, left },
		})),
		concerns: mine(concerns, officeId).map(({ id, number, title, limit, receivedAt }) => ({
			...{ id, number, title, dueOn: limit.dueOn },
			days: daysSince(civilDay(receivedAt), reader.today),
		})),
	});
}

/** Where a document stands with what was read in it. */
interface Scanned {
	officeId: number;
	id: number;
	title: string;
	scan: EditionScan;
}

/** Every public edition that has been looked through, with what was found in it. */
async function scannedEditions(reader: Reader): Promise<{ editions: Scanned[]; publicIds: Set<number> }> {
	const scans = await selectScans(reader);
	const editions: Scanned[] = [];
	const publicIds = new Set<number>();
	for (let after = 0; ; ) {
		const page = await publicEditions(reader, after, PAGE);
		for (const { documentId: id, revisionId, officeId, title } of page) {
			publicIds.add(id);
			const scan = scans.get(revisionId);
			if (scan) editions.push({ officeId, id, title, scan });
		}
		const last = page.at(-1);
		if (!last || page.length < PAGE) return { editions, publicIds };
		after = last.documentId;
	}
}

/** What the words of the public documents show, office by office. */
async function textFacts(reader: Reader) {
	const { editions, publicIds } = await scannedEditions(reader);
	const leaks = editions.flatMap(({ officeId, id, title, scan }) => {
		const count = scan.leaks.reduce((sum, leak) => sum + leak.count, 0);
		return count > 0 ? [{ officeId, id, title, kinds: scan.leaks.map(({ kind }) => kind), count }] : [];
	});
	const texts = editions.flatMap(({ officeId, id, title, scan }) =>
		scan.hints.map(({ kind, messages }) => ({ officeId, id, title, kind, messages })),
	);
	const deadLinks = editions.flatMap(({ officeId, id, title, scan }) => {
		const targets = scan.links.filter((target) => !publicIds.has(target));
		return targets.length > 0 ? [{ officeId, id, title, targets }] : [];
	});
	return { leaks, texts, deadLinks };
}

/** Duties of the law that somebody has to hold, in the words of the staff list. */
const DUTIES = {
	拟稿: 'document.draft',
	保密审查: 'document.secrecyReview',
	签发: 'document.signOff',
	办理申请: 'application.handle',
} as const;

async function vacantDuties(reader: Reader, officeId: number): Promise<string[]> {
	const vacant: string[] = [];
	for (const [duty, permission] of Object.entries(DUTIES)) {
		if ((await peopleWithPermission(reader, officeId, permission)).length === 0) vacant.push(duty);
	}
	return vacant;
}

/** The newest year the county has opened, and where each office stands in it. */
async function reportsDue(reader: Reader) {
	const years = (await reportYears(reader)).map(({ year }) => year).sort((a, b) => b - a);
	const [year] = years;
	const matrix = year === undefined ? null : await reportMatrix(reader, year);
	return (officeId: number): OfficeFacts['report'] => {
		const row = matrix?.rows.find((one) => one.officeId === officeId);
		if (!row || year === undefined || row.publishedAt) return null;
		return { year, due: row.due.publishBy, state: row.report?.stateLabel ?? '没有开始编制', isLate: row.due.late };
	};
}
