import { LIMITS, limitDay } from '../../../law/clocks.ts';
import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { workingCalendar } from '../../offices/index.ts';
import {
	selectAlikeGroups,
	selectIndexGaps,
	selectMissedSchedules,
	selectOwnReviews,
	selectRepealedPenalties,
	selectSharedIndexes,
	selectSharedNumbers,
	selectStuck,
	selectUndated,
	selectUnreviewed,
} from '../store/oddities.ts';
import { STATES } from '../workflow.ts';

/** Public documents of an office under one title in one column: the newest, and how many stand beside it. */
export async function publicDuplicates(
	reader: Reader,
): Promise<{ officeId: number; id: number; title: string; count: number }[]> {
	return await selectAlikeGroups(reader);
}

/** Normative documents without a last day: every one has a term (各地规定，一般不超过5年). */
export async function undatedNormative(reader: Reader): Promise<{ officeId: number; id: number; title: string }[]> {
	return await selectUndated(reader);
}

/** A document with which something is amiss that its words do not show. */
export interface OddDocument {
	kind: 'scheduled' | 'penalty' | 'sharedNumber' | 'sharedIndex' | 'ownReview' | 'unreviewed' | 'stuck';
	officeId: number;
	id: number;
	title: string;
	/** Label → value, what a person checks it by. */
	facts: Readonly<Record<string, string>>;
}

/** A step nobody has taken for so many working days is stuck; our own figure. */
const STUCK_DAYS = 10;
/** Scheduled publishing runs by the minute; an hour later it was missed. */
const MISSED_AFTER = 3_600_000;

/** Documents whose way, number or place is amiss. */
export async function oddDocuments(reader: Reader): Promise<OddDocument[]> {
	const calendar = (await workingCalendar(reader)).latest;
	const missed = await selectMissedSchedules(reader, new Date(reader.now.getTime() - MISSED_AFTER));
	const penalties = (await selectRepealedPenalties(reader)).map((row) => ({
		...row,
		due: limitDay(calendar, row.onDay, LIMITS.penaltyWithdrawal).day,
	}));
	const stuck = (await selectStuck(reader)).map((row) => ({
		...row,
		days: calendar.workingDaysBetween(civilDay(row.since), reader.today),
	}));
	return [
		...missed.map((row) => odd('scheduled', row, { 定时: civilDay(row.publishAt) })),
		...penalties
			.filter(({ due }) => reader.today > due)
			.map((row) => odd('penalty', row, { 撤销日期: row.onDay, 应撤下: row.due })),
		...(await selectSharedNumbers(reader)).map((row) =>
			odd('sharedNumber', row, { 文号: row.number, 条数: row.count }),
		),
		...(await selectSharedIndexes(reader)).map((row) =>
			odd('sharedIndex', row, { 索引号: row.number, 条数: row.count }),
		),
		...(await selectOwnReviews(reader)).map((row) => odd('ownReview', row, { 审查人: row.reviewer })),
		...(await selectUnreviewed(reader)).map((row) => odd('unreviewed', row, { 保密审查: '没有记录' })),
		...stuck
			.filter(({ days }) => days > STUCK_DAYS)
			.map((row) => odd('stuck', row, { 环节: STATES[row.state].label, 自: civilDay(row.since), 工作日: row.days })),
	];
}

function odd(
	kind: OddDocument['kind'],
	{ officeId, id, title }: { officeId: number; id: number; title: string },
	facts: Record<string, string | number>,
): OddDocument {
	const told = Object.fromEntries(Object.entries(facts).map(([label, value]) => [label, String(value)]));
	return { kind, officeId, id, title, facts: told };
}

/** Sequences of index numbers that have given more numbers than documents bear. */
export async function indexGaps(
	reader: Reader,
): Promise<{ officeId: number; prefix: string; last: number; given: number }[]> {
	return await selectIndexGaps(reader);
}
