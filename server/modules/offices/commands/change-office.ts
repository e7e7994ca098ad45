import { can } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { requireMove } from '../../../kernel/workflow.ts';
import type { Tx } from '../../../platform/transaction.ts';
import type { Office, OfficeDetails } from '../model.ts';
import { isVisible, visibleOffices } from '../policy.ts';
import { detailIssues, placeIssues } from '../rules/office.ts';
import { refuse, requireNone } from '../rules/say.ts';
import {
	correctOfficeName,
	deleteOldSlug,
	insertOldSlug,
	lockOffice,
	lockTree,
	selectOffices,
	selectRegister,
	updateOffice,
} from '../store/offices.ts';
import { type OfficeAction, officeWorkflow } from '../workflow.ts';

/** Locks an office for an action and looks the move up. @throws AppError `notFound`, `conflict`, `forbidden`, `invalid` */
export async function lockForMove(tx: Tx, id: number, action: OfficeAction): Promise<Office> {
	await lockTree(tx);
	const office = await lockOffice(tx, id);
	const visible = visibleOffices(tx.actor, await selectOffices(tx));
	if (!office || !isVisible(visible, id)) throw new AppError('notFound');
	const facts = { kind: office.kind };
	requireMove(officeWorkflow, office.status, action, facts, (permission) => can(tx.actor, permission));
	return office;
}

/**
 * Changes the details of an office. A changed name corrects the present one (a typing error); a new name from a day on is
 * `renameOffice`. `revision` is the one the change was made from: two people at once are told.
 */
export async function changeOffice(
	tx: Tx,
	id: number,
	change: Partial<OfficeDetails> & { revision: number },
): Promise<void> {
	const { revision, ...given } = change;
	const office = await lockForMove(tx, id, 'change');
	if (office.revision !== revision) throw refuse('conflict', 'revision');
	const details = { ...detailsOf(office), ...given };
	requireNone([...detailIssues(details), ...placeIssues(details, id, await selectRegister(tx))]);
	await updateOffice(tx, id, details);
	if (details.name !== office.name || details.shortName !== office.shortName) {
		await correctOfficeName(tx, id, details.name, details.shortName);
	}
	await moveSlug(tx, office, details.slug);
	const changed = Object.keys(given).filter((key) => given[key as keyof OfficeDetails] !== office[key as keyof Office]);
	await announce(tx, id, `修改机关：${details.name}`, 'changed', { fields: changed });
}

/** The part of an office a form may set. */
export function detailsOf(office: Office): OfficeDetails {
	const { id: _id, status: _status, mergedInto: _into, revision: _revision, ...details } = office;
	return details;
}

/** Keeps the old address leading to the office when it gets a new one. */
export async function moveSlug(tx: Tx, office: Office, slug: string): Promise<void> {
	if (slug === office.slug) return;
	await deleteOldSlug(tx, office.id, slug);
	await insertOldSlug(tx, office.id, office.slug);
}

/** Writes down and tells that an office changed. Its name stands in the frame of many pages: the whole site is made anew. */
export async function announce(
	tx: Tx,
	id: number,
	summary: string,
	entry: string,
	data: Record<string, unknown> = {},
): Promise<void> {
	tx.about({ type: 'office', id, officeId: id, summary, data });
	await tx.timeline({ type: 'office', id, officeId: id }, entry, data);
	await tx.emit('office.changed', { officeId: id });
	tx.invalidate('site', `office:${id}`);
}
