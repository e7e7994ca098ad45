import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { openApplications, openCorrections, overdueConsultations } from '../../applications/index.ts';
import { allColumns, GUIDE_SECTIONS, guideIssues, guideOf } from '../../catalog/index.ts';
import { listOffices, type Office, peopleWithPermission, workingCalendar } from '../../offices/index.ts';
import { overdueConcerns } from '../../participation/index.ts';
import { columnActivity } from '../../publishing/index.ts';
import { reportMatrix, reportYears } from '../../reports/index.ts';
import type { OfficeFacts } from '../model.ts';
import { daysSince } from '../rules/define.ts';
import { documentFacts, mine } from './documents.ts';
import { outsideFacts } from './outside.ts';
import { roomFacts } from './rooms.ts';
import { type Look, siteFacts } from './site.ts';

/** Everything the rules look at, for every active office, gathered with one look into each module. */
export async function gatherFacts(reader: Reader, look: Look): Promise<OfficeFacts[]> {
	const offices = await listOffices(reader);
	const of = await gatherers(reader);
	const outside = await outsideFacts(reader);
	const site = await siteFacts(reader, look);
	return await Promise.all(
		offices.map(async (office): Promise<OfficeFacts> => {
			const guide = await guideOf(reader, office.id);
			return {
				today: reader.today,
				office: { id: office.id, name: office.name, slug: office.slug },
				guide: guideFacts(guide, office),
				site: office.kind === 'county' ? site : null,
				outside: outside(office.slug),
				contactOffice: office.contactOffice,
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

function guideFacts(guide: Awaited<ReturnType<typeof guideOf>>, office: Office): OfficeFacts['guide'] {
	if (!guide) return { published: false, missing: [], publishedOn: null, differs: [] };
	const { content, publishedAt } = guide;
	const pairs: Record<string, [string, string]> = {
		办公地址: [content.address, office.address],
		办公时间: [content.officeHours, office.officeHours],
		联系电话: [content.phone, office.phone],
		工作机构名称: [content.bodyName, office.contactOffice],
	};
	return {
		published: true,
		missing: guideIssues(content).map(({ field }) => guideField(field)),
		publishedOn: civilDay(publishedAt),
		// What one of the two leaves empty is told by other rules.
		differs: Object.entries(pairs).flatMap(([label, [told, known]]) =>
			told.trim() && known.trim() && bare(told) !== bare(known) ? [label] : [],
		),
	};
}

/** Spaces and the width of letters are no difference. */
function bare(text: string): string {
	return text.normalize('NFKC').replace(/\s/g, '');
}

function contactsMissing({ address, phone, officeHours, head }: Office): string[] {
	const wanted = { 办公地址: address, 联系电话: phone, 办公时间: officeHours, 负责人: head };
	return Object.entries(wanted).flatMap(([label, value]) => (value.trim() === '' ? [label] : []));
}

async function gatherers(reader: Reader) {
	const columns = await columnFacts(reader);
	const documents = await documentFacts(reader);
	const cases = await caseFacts(reader);
	const report = await reportsDue(reader);
	const rooms = await roomFacts(reader);
	return (officeId: number) => ({
		...rooms(officeId),
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
			isClosed: column.closed,
			count: Number(activity.get(column.id)?.count ?? 0),
			lastOn: activity.has(column.id) ? civilDay(activity.get(column.id)?.lastAt ?? reader.now) : null,
		}));
		const days = own.flatMap(({ lastOn }) => (lastOn ? [lastOn] : [])).sort();
		return { columns: own, lastOn: days.at(-1) ?? null };
	};
}

/** What people wait for. */
async function caseFacts(reader: Reader) {
	const calendar = (await workingCalendar(reader)).latest;
	const applications = await openApplications(reader, { kind: 'all' });
	const corrections = await openCorrections(reader);
	const concerns = await overdueConcerns(reader);
	const consultations = await overdueConsultations(reader);
	return (officeId: number) => ({
		applications: mine(applications, officeId).flatMap(({ id, number, title, dueOn, left, overdueDays, paused }) =>
			dueOn === null || paused ? [] : [{ id, number: number ?? '', title, dueOn, left, overdueDays }],
		),
		unconfirmed: mine(applications, officeId)
			.filter(({ state }) => state === 'arrived')
			.map(({ id, number, channel, arrivedOn }) => ({
				...{ id, number: number ?? '', channel, arrivedOn },
				workingDays: calendar.workingDaysBetween(arrivedOn, reader.today),
			})),
		corrections: mine(corrections, officeId).map(({ applicationId: id, number, dueOn, left }) => ({
			...{ id, number: number ?? '', dueOn, left },
		})),
		consultations: mine(consultations, officeId).map(({ applicationId: id, number, dueOn, days }) => ({
			...{ id, number, dueOn, days },
		})),
		concerns: mine(concerns, officeId).map(({ id, number, title, kind, limit, receivedAt }) => ({
			...{ id, number, title, kind, dueOn: limit.dueOn },
			days: daysSince(civilDay(receivedAt), reader.today),
		})),
	});
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
		return {
			...{ year, due: row.due.publishBy, isLate: row.due.late },
			state: row.report?.stateLabel ?? '没有开始编制',
			isReturned: row.report?.state === 'returned',
		};
	};
}
