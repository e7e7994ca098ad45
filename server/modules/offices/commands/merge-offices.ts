import { addDays } from '../../../kernel/civil-day.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import type { Assignment } from '../model.ts';
import { mergeIssues } from '../rules/rename.ts';
import { requireNone } from '../rules/say.ts';
import { endAssignment, insertAssignment, selectAssignments } from '../store/assignments.ts';
import { endOfficeName, lockOffice, markMerged, selectOffices } from '../store/offices.ts';
import { moveSessions } from '../store/sessions.ts';
import { announce, lockForMove } from './change-office.ts';

/**
 * Merges an office into another, from today. Its people keep their roles in the successor, its address leads there, and the
 * successor's people may act in it to finish what it left open; its records and its name on them stay what they were.
 */
export async function mergeOffices(tx: Tx, fromId: number, intoId: number): Promise<void> {
	const from = await lockForMove(tx, fromId, 'merge');
	const into = await lockOffice(tx, intoId);
	if (!into) throw new AppError('notFound');
	requireNone(mergeIssues(from, into, await selectOffices(tx)));
	const moved = await movePeople(tx, fromId, intoId);
	await markMerged(tx, fromId, intoId, tx.today);
	await endOfficeName(tx, fromId, tx.today);
	await moveSessions(tx, fromId, intoId);
	const data = { from: from.name, into: into.name, people: moved };
	await announce(tx, intoId, `${from.name}并入${into.name}`, 'received', data);
	await announce(tx, fromId, `${from.name}并入${into.name}`, 'merged', data);
}

/** Ends what is still to come in the old office and begins it in the new one, for the days that are left. */
async function movePeople(tx: Tx, fromId: number, intoId: number): Promise<number> {
	const yesterday = addDays(tx.today, -1);
	const open = (one: Assignment) => one.until === null || one.until >= tx.today;
	const leaving = (await selectAssignments(tx, { officeId: fromId })).filter(open);
	const there = (await selectAssignments(tx, { officeId: intoId })).filter(open);
	for (const one of leaving) {
		await endAssignment(tx, one.id, yesterday);
		const from = one.from > tx.today ? one.from : tx.today;
		const same = ({ personId, role, deputyFor }: Assignment) =>
			personId === one.personId && role === one.role && deputyFor === one.deputyFor;
		if (there.some(same)) continue;
		const { personId, role, until, deputyFor, reason } = one;
		await insertAssignment(tx, { personId, officeId: intoId, role, from, until, deputyFor, reason });
	}
	return new Set(leaving.map(({ personId }) => personId)).size;
}
