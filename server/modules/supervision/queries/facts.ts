import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { openApplications } from '../../applications/index.ts';
import { allColumns, GUIDE_SECTIONS, guideIssues, guideOf } from '../../catalog/index.ts';
import { listOffices, type Office } from '../../offices/index.ts';
import { overdueConcerns } from '../../participation/index.ts';
import {
	columnActivity,
	lateDocuments,
	normativeExpiries,
	publicEditions,
	unexplainedPolicies,
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

async function gatherers(reader: Reader) {
	const columns = await allColumns(reader);
	const activity = new Map((await columnActivity(reader)).map((row) => [row.columnId, row]));
	const since = civilDay(new Date(reader.now.getTime() - YEAR_DAYS * 86_400_000));
	const { late, waiting } = await lateDocuments(reader, since);
	const unexplained = await unexplainedPolicies(reader, since);
	const normative = await normativeExpiries(reader);
	const leaks = await leaksOfEditions(reader);
	const applications = await openApplications(reader, { kind: 'all' });
	const concerns = await overdueConcerns(reader);
	const report = await reportsDue(reader);
	const mine = <T extends { officeId: number }>(rows: readonly T[], officeId: number) =>
		rows.filter((row) => row.officeId === officeId);
	return (officeId: number) => {
		const own = mine(columns, officeId).map((column) => ({
			...column,
			isAbsent: column.absentSince !== null || column.closed,
			count: Number(activity.get(column.id)?.count ?? 0),
			lastOn: activity.has(column.id) ? civilDay(activity.get(column.id)?.lastAt ?? reader.now) : null,
		}));
		const days = own.flatMap(({ lastOn }) => (lastOn ? [lastOn] : [])).sort();
		return {
			columns: own,
			lastOn: days.at(-1) ?? null,
			late: mine(late, officeId),
			waiting: mine(waiting, officeId),
			unexplained: mine(unexplained, officeId),
			normative: mine(normative, officeId),
			leaks: mine(leaks, officeId),
			applications: mine(applications, officeId).flatMap(({ id, number, title, dueOn, left, overdueDays, paused }) =>
				dueOn === null || paused ? [] : [{ id, number: number ?? '', title, dueOn, left, overdueDays }],
			),
			concerns: mine(concerns, officeId).map(({ id, number, title, limit, receivedAt }) => ({
				...{ id, number, title, dueOn: limit.dueOn },
				days: daysSince(civilDay(receivedAt), reader.today),
			})),
			report: report(officeId),
		};
	};
}

async function leaksOfEditions(reader: Reader) {
	const scans = await selectScans(reader);
	const found: { officeId: number; id: number; title: string; kinds: string[]; count: number }[] = [];
	for (let after = 0; ; ) {
		const editions = await publicEditions(reader, after, PAGE);
		for (const { documentId, revisionId, officeId, title } of editions) {
			const leaks = scans.get(revisionId) ?? [];
			const count = leaks.reduce((sum, leak) => sum + leak.count, 0);
			if (count > 0) found.push({ officeId, id: documentId, title, kinds: leaks.map(({ kind }) => kind), count });
		}
		const last = editions.at(-1);
		if (!last || editions.length < PAGE) return found;
		after = last.documentId;
	}
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
