import { addDays } from '../../../kernel/civil-day.ts';
import type { InHand } from '../../../module.ts';
import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { columnsOf, isFiled, updateLimit } from '../../catalog/index.ts';
import { countySettings, workingCalendar } from '../../offices/index.ts';
import { type CoordinationRequest, inForce, isOverdue } from '../rules/coordination.ts';
import { selectWaiting } from '../store/asked.ts';
import { selectRequestsOfOffice } from '../store/coordination.ts';
import { selectOpenDocuments } from '../store/due.ts';
import { selectColumnActivity } from '../store/monitoring.ts';
import { STATES } from '../workflow.ts';
import { normativeExpiries } from './monitoring.ts';

/** Something an office owes its readers on a day, beside the papers on people's desks. */
export interface Obligation {
	key: string;
	title: string;
	action: string;
	/** Screen of the workbench. */
	path: string;
	due: string;
	/** Somebody waits for it now, however far its day. */
	waits?: true;
}

/**
 * What falls due in an office by itself: documents that wait for their hour, columns that need something new, normative
 * documents that expire and of which nobody has said what becomes of them. The caller has checked the office.
 */
export async function obligationsOf(reader: Reader, officeId: number): Promise<Obligation[]> {
	return [
		...(await asked(reader, officeId)),
		...(await chased(reader, officeId)),
		...(await scheduled(reader, officeId)),
		...(await columnsDue(reader, officeId)),
		...(await expiring(reader, officeId)),
	];
}

/** What other offices asked to be confirmed before they publish it (条例第十一条). */
async function asked(reader: Reader, officeId: number): Promise<Obligation[]> {
	return (await selectWaiting(reader, officeId)).map(({ id, title, replyBy }) => ({
		...{ key: `coordination ${id}`, title, path: `/documents/coordination/${id}`, due: replyBy, waits: true as const },
		action: '其他机关征求意见，待答复',
	}));
}

/** What the office asked itself: bodies that are late with their answer, and objections nobody has settled. */
async function chased(reader: Reader, officeId: number): Promise<Obligation[]> {
	const all = await selectRequestsOfOffice(reader, officeId);
	return [...new Set(all.map(({ documentId }) => documentId))].flatMap((documentId) => {
		const mine = all.filter((one) => one.documentId === documentId);
		const { title = '', currentEdition = 0 } = mine[0] ?? {};
		return inForce(mine, currentEdition).flatMap((one) => {
			const action = chaseOf(one, reader.today);
			if (action === null) return [];
			const key = `coordination asked ${one.id}`;
			return [{ key, title, action, path: `/documents/${documentId}`, due: one.replyBy, waits: true as const }];
		});
	});
}

function chaseOf(request: CoordinationRequest, today: string): string | null {
	const { name, outcome } = request;
	if (outcome?.kind === 'objected') return `${name}有意见，待协商一致`;
	return !outcome && isOverdue(request, today) ? `${name}超过期限没有答复，请催办` : null;
}

async function scheduled(reader: Reader, officeId: number): Promise<Obligation[]> {
	const documents = await selectOpenDocuments(reader, { kind: 'office', officeId });
	return documents.flatMap(({ id, title, state, publishAt }) =>
		state === 'scheduled' && publishAt
			? [
					{
						...{ key: `scheduled ${id}`, title, path: `/documents/${id}`, due: civilDay(publishAt) },
						action: '定时发布，到时自动公开',
					},
				]
			: [],
	);
}

async function columnsDue(reader: Reader, officeId: number): Promise<Obligation[]> {
	const activity = new Map((await selectColumnActivity(reader)).map((row) => [row.columnId, row.lastAt]));
	return (await columnsOf(reader, officeId)).filter(isFiled).flatMap((column) => {
		const limit = updateLimit(column);
		const lastAt = activity.get(column.id);
		if (limit === null || lastAt === undefined) return [];
		return [
			{
				key: `column ${column.id}`,
				title: `栏目「${column.name}」`,
				action: `应当每${limit}天至少更新一次`,
				path: '/documents',
				due: addDays(civilDay(lastAt), limit),
			},
		];
	});
}

async function expiring(reader: Reader, officeId: number): Promise<Obligation[]> {
	const { remindMonths } = (await countySettings(reader)).normative;
	const until = (await workingCalendar(reader)).latest.addCalendarMonths(reader.today, remindMonths).day;
	return (await normativeExpiries(reader))
		.filter((row) => row.officeId === officeId && !row.isMarked && row.expiresOn <= until)
		.map(({ id, title, expiresOn }) => ({
			...{ key: `normative ${id}`, title, path: `/documents/${id}`, due: expiresOn },
			action: '规范性文件有效期届满，待评估',
		}));
}

/** What an office has in hand here, for a hand-over sheet. */
export async function documentsInHand(reader: Reader, officeId: number): Promise<InHand[]> {
	const open = (await selectOpenDocuments(reader, { kind: 'office', officeId })).map(
		({ title, state, publishAt, createdBy }): InHand => ({
			...{ group: '在办信息', title: title || '（未填写标题）', state: STATES[state].label, personId: createdBy },
			due: publishAt ? civilDay(publishAt) : null,
		}),
	);
	const owed = (await obligationsOf(reader, officeId))
		.filter(({ key }) => !key.startsWith('scheduled'))
		.map(({ title, action, due }): InHand => ({ group: '到期义务', title, state: action, due, personId: null }));
	return [...open, ...owed];
}
