import type { Tx } from '../../../platform/transaction.ts';
import type { OfficeDetails, OfficeKind } from '../model.ts';
import { detailIssues, placeIssues } from '../rules/office.ts';
import { requireNone } from '../rules/say.ts';
import { insertOffice, insertOfficeName, lockTree, selectRegister } from '../store/offices.ts';

// Offices are older than this system; a name whose first day nobody typed in counts as from ever.
const UNKNOWN_DAY = '1949-10-01';

const EMPTY = {
	code: '',
	areaCode: '',
	address: '',
	postcode: '',
	phone: '',
	fax: '',
	email: '',
	officeHours: '',
	contactOffice: '',
	reviewBody: '',
	court: '',
	reviewUrl: '',
	head: '',
	position: 0,
};

/** A new office: its names and place, the rest as far as it is known. */
export interface NewOffice extends Partial<typeof EMPTY> {
	slug: string;
	name: string;
	shortName: string;
	kind: OfficeKind;
	parentId: number | null;
	/** First day of its name; left out when unknown. */
	since?: string;
}

/** Adds an office. @throws AppError `invalid` with the issues of its fields */
export async function createOffice(tx: Tx, input: NewOffice): Promise<number> {
	await lockTree(tx);
	const { since = UNKNOWN_DAY, ...given } = input;
	const details: OfficeDetails = { ...EMPTY, ...given };
	requireNone([...detailIssues(details), ...placeIssues(details, null, await selectRegister(tx))]);
	const id = await insertOffice(tx, details);
	await insertOfficeName(tx, id, { name: details.name, shortName: details.shortName, from: since, until: null });
	tx.about({ type: 'office', id, officeId: id, summary: `新增机关：${details.name}` });
	await tx.timeline({ type: 'office', id, officeId: id }, 'created', { name: details.name });
	await tx.emit('office.changed', { officeId: id });
	tx.invalidate('site', `office:${id}`);
	return id;
}
