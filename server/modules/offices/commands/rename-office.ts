import { addDays, isCivilDay } from '../../../kernel/civil-day.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { detailIssues, placeIssues } from '../rules/office.ts';
import { renameIssues } from '../rules/rename.ts';
import { refuse, requireNone } from '../rules/say.ts';
import { endOfficeName, insertOfficeName, selectOfficeNames, selectRegister, updateOffice } from '../store/offices.ts';
import { announce, detailsOf, lockForMove, moveSlug } from './change-office.ts';

export interface RenameInput {
	revision: number;
	name: string;
	shortName: string;
	/** First day of the new name, today or earlier. */
	on: string;
	/** New address; the old one keeps leading here. */
	slug?: string | undefined;
}

/** Gives an office a new name from a day on; what was issued before keeps the name of its day. */
export async function renameOffice(tx: Tx, id: number, input: RenameInput): Promise<void> {
	const office = await lockForMove(tx, id, 'rename');
	if (office.revision !== input.revision) throw refuse('conflict', 'revision');
	const current = (await selectOfficeNames(tx, id)).at(-1);
	const { name, shortName, on, slug = office.slug } = input;
	const details = { ...detailsOf(office), name, shortName, slug };
	const issues = [...detailIssues(details), ...placeIssues(details, id, await selectRegister(tx))];
	requireNone([...issues, ...renameIssues({ name, shortName, on }, office, current?.from ?? null, tx.today)]);
	if (isCivilDay(on)) await endOfficeName(tx, id, addDays(on, -1));
	await insertOfficeName(tx, id, { name, shortName, from: on, until: null });
	await updateOffice(tx, id, details);
	await moveSlug(tx, office, slug);
	await announce(tx, id, `机关更名：${office.name} → ${name}`, 'renamed', { before: office.name, name, on });
}
