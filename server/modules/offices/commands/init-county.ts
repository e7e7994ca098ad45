import type { Tx } from '../../../platform/transaction.ts';
import { refuse } from '../rules/say.ts';
import { lockTree, selectOffices } from '../store/offices.ts';
import { putSetting } from '../store/settings.ts';
import { assignRole } from './assign-role.ts';
import { createOffice } from './create-office.ts';
import { createPerson } from './create-person.ts';

export interface InitInput {
	/** 县名, such as 青河县. */
	county: string;
	loginName: string;
	/** Name of the first administrator. */
	name: string;
	passwordHash: string;
}

/**
 * Begins a county: its office, its name on the portal, its first administrator. The demo is never loaded into it.
 * @throws AppError `conflict` when there is one already, `invalid` with the issues of the fields
 */
export async function initCounty(tx: Tx, input: InitInput): Promise<void> {
	await lockTree(tx);
	if ((await selectOffices(tx)).length > 0) throw refuse('conflict', 'init.exists');
	const { county, loginName, name, passwordHash } = input;
	const officeId = await createOffice(tx, {
		slug: 'county',
		name: `${county}人民政府办公室`,
		shortName: '县政府办',
		kind: 'county',
		parentId: null,
	});
	// The password was chosen by the one who will use it.
	const personId = await createPerson(tx, { loginName, name, passwordHash, mustChangePassword: false });
	await assignRole(tx, { personId, officeId, role: 'administrator' });
	await putSetting(tx, 'site', { name: `${county}政府信息公开平台`, county });
	await putSetting(tx, DEMO_STATE, 'off');
	tx.about({ type: 'office', id: officeId, officeId, summary: `建立${county}` });
	tx.invalidate('site');
}

/** Setting that says whether the demo may be loaded: `off` never, `loading` half done, `loaded`. */
export const DEMO_STATE = 'demo.state';
