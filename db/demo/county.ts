import { sql } from 'kysely';
import type { Role } from '../../server/kernel/permissions.ts';
import { ROLES } from '../../server/kernel/permissions.ts';
import {
	assignRole,
	createOffice,
	createPerson,
	type DemoSignIn,
	hashPassword,
} from '../../server/modules/offices/index.ts';
import { type Tx, transact } from '../../server/platform/transaction.ts';
import type { Services } from '../../server/services.ts';
import type { DemoWorker } from './desk.ts';
import { COUNTY, DEMO_PASSWORD, type DemoOffice, OFFICES, PEOPLE, SHOWN_SIGN_INS } from './text/county.ts';

/** An office of the demo with its id. */
export type DemoOfficeRow = DemoOffice & { id: number };

/** The demo's offices by slug and its people by login name. */
export interface DemoCounty {
	offices: Map<string, DemoOfficeRow>;
	workers: Map<string, DemoWorker>;
}

/** Sets the county up as an administrator would on the first day, in one transaction. */
export async function makeDemoCounty(services: Services): Promise<DemoCounty> {
	const passwordHash = await hashPassword(DEMO_PASSWORD);
	const context = {
		sql: services.database.sql,
		clock: services.clock,
		actor: { kind: 'system' as const, name: '示范数据' },
		auditEvent: 'demo.loaded',
		listeners: services.listeners,
	};
	return await transact(context, async (tx) => {
		const offices = await makeOffices(tx);
		const workers = await makePeople(tx, offices, passwordHash);
		await storeSettings(tx, offices);
		tx.about({ summary: '载入示范数据' });
		tx.invalidate('site');
		return { offices, workers };
	});
}

async function makeOffices(tx: Tx): Promise<DemoCounty['offices']> {
	const made: DemoCounty['offices'] = new Map();
	let parentId: number | null = null;
	for (const [position, office] of OFFICES.entries()) {
		const { villages: _, ...details } = office;
		const own = office.kind === 'county';
		const id: number = await createOffice(tx, {
			...details,
			areaCode: '990123',
			officeHours: '工作日 8:30—12:00，14:30—17:30',
			court: COUNTY.court,
			reviewBody: own ? COUNTY.higherReviewBody : COUNTY.reviewBody,
			reviewUrl: '',
			position,
			parentId,
		});
		if (own) parentId = id;
		made.set(office.slug, { ...office, id });
	}
	return made;
}

async function makePeople(
	tx: Tx,
	offices: DemoCounty['offices'],
	passwordHash: string,
): Promise<DemoCounty['workers']> {
	const workers: DemoCounty['workers'] = new Map();
	for (const { login, name, office, roles } of PEOPLE) {
		const officeId = offices.get(office)?.id ?? 0;
		const id = await createPerson(tx, { loginName: login, name, passwordHash, mustChangePassword: false, demo: true });
		for (const role of roles as Role[]) await assignRole(tx, { personId: id, officeId, role, from: '2019-01-01' });
		workers.set(login, { id, name, officeId, roles: roles as Role[] });
	}
	return workers;
}

async function storeSettings(tx: Tx, offices: DemoCounty['offices']): Promise<void> {
	const { siteName, name, siteCode, domain, footer } = COUNTY;
	await put(tx, 'site', { name: siteName, county: name, siteCode, domain, footer, demo: true });
	await put(tx, 'demo.signIns', signIns(offices));
}

function signIns(offices: DemoCounty['offices']): DemoSignIn[] {
	return PEOPLE.filter(({ login }) => SHOWN_SIGN_INS.includes(login)).map(({ login, name, office, roles }) => ({
		userName: login,
		password: DEMO_PASSWORD,
		personName: name,
		officeName: offices.get(office)?.shortName ?? '',
		roleLabel: (roles as Role[]).map((role) => ROLES[role].label).join('、'),
	}));
}

async function put(tx: Tx, key: string, value: unknown): Promise<void> {
	await sql`insert into setting (key, value) values (${key}, ${JSON.stringify(value)}) on conflict (key) do update set value = excluded.value`.execute(
		tx.sql,
	);
}
