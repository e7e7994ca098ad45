import { isCivilDay } from '../../../kernel/civil-day.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { AUDIT_TITLES } from '../messages.zh.ts';
import { auditScope, isVisible } from '../policy.ts';
import { say } from '../rules/say.ts';
import { type AuditFilter, type AuditRow, countAudit, selectAudit, selectAuditKinds } from '../store/audit.ts';
import { selectOffices } from '../store/offices.ts';

export const PAGE_SIZE = 50;
/** Counting stops here; the screen says 「超过」. */
const COUNT_UP_TO = 10_000;

/** What the search form asks; the scope is the reader's. */
export type AuditSearch = Omit<AuditFilter, 'offices' | 'events'> & { event?: string | undefined };

/** Event name → what it is called, from the routes that declare them. */
export type EventTitles = ReadonlyMap<string, string>;

export function titleOf(event: string, titles: EventTitles): string {
	return titles.get(event) ?? AUDIT_TITLES[event] ?? event;
}

/** The search with the reader's scope. An office outside it is not told to exist. @throws AppError `notFound`, `invalid` */
async function filterOf(reader: Reader, search: AuditSearch): Promise<AuditFilter> {
	const scope = auditScope(reader.actor, await selectOffices(reader));
	if (search.officeId !== undefined && !isVisible(scope, search.officeId)) throw new AppError('notFound');
	const wrong = (['from', 'until'] as const).filter((field) => search[field] && !isCivilDay(search[field]));
	if (wrong.length > 0) throw new AppError('invalid', { issues: wrong.map((field) => say('audit.day', field)) });
	const { event, ...same } = search;
	return { ...same, offices: scope, events: event ? [event] : undefined };
}

const OUTCOMES = { done: '完成', refused: '被拒绝', failed: '失败' };

/** An entry as it is shown and exported. */
export function present(row: AuditRow, titles: EventTitles, offices: ReadonlyMap<number, string>) {
	const { at, event, officeId, outcome, ...same } = row;
	return {
		...same,
		at: at.toISOString(),
		event,
		title: titleOf(event, titles),
		officeId,
		officeName: officeId === null ? '' : (offices.get(officeId) ?? ''),
		outcome,
		outcomeLabel: OUTCOMES[outcome],
	};
}

async function officeNames(reader: Reader): Promise<Map<number, string>> {
	return new Map((await selectOffices(reader)).map(({ id, shortName }) => [id, shortName]));
}

/** One page of the trail, newest first. */
export async function searchAudit(reader: Reader, search: AuditSearch, page: number, titles: EventTitles) {
	const filter = await filterOf(reader, search);
	const total = await countAudit(reader, filter, COUNT_UP_TO + 1);
	const rows = await selectAudit(reader, filter, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
	const offices = await officeNames(reader);
	return {
		entries: rows.map((row) => present(row, titles, offices)),
		page,
		pageSize: PAGE_SIZE,
		total: Math.min(total, COUNT_UP_TO),
		more: total > COUNT_UP_TO,
	};
}

/** Everything a search finds, for a file; at most `most` entries. */
export async function auditForExport(reader: Reader, search: AuditSearch, most: number, titles: EventTitles) {
	const filter = await filterOf(reader, search);
	const rows = await selectAudit(reader, filter, { limit: most + 1, offset: 0 });
	if (rows.length > most) throw new AppError('invalid', { issues: [say('audit.tooMany', 'from', most)] });
	const offices = await officeNames(reader);
	return rows.map((row) => present(row, titles, offices));
}

/** The choices of the search form. */
export async function auditChoices(reader: Reader, titles: EventTitles) {
	const { events, subjectTypes } = await selectAuditKinds(reader);
	return {
		events: events.map((event) => ({ event, title: titleOf(event, titles) })),
		subjectTypes: subjectTypes.map((type) => ({ type, label: SUBJECTS[type] ?? type })),
	};
}

const SUBJECTS: Record<string, string> = {
	office: '机关',
	person: '人员',
	setting: '设置',
	holidayNotice: '节假日通知',
	audit: '操作日志',
	document: '政府信息',
	column: '栏目',
	catalogEntry: '公开事项',
	application: '政府信息公开申请',
	register: '台账',
	report: '年度报告',
};
