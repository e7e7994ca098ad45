import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import type pg from 'pg';
import { buildApp } from '../../server/app.ts';
import { compose, MODULES } from '../../server/compose.ts';
import { readConfig } from '../../server/config.ts';
import type { Role } from '../../server/kernel/permissions.ts';
import { assignRole, createOffice, createPerson, hashPassword } from '../../server/modules/offices/index.ts';
import { migrate } from '../../server/platform/migrate.ts';
import { launchPostgres } from '../../server/platform/postgres/launcher.ts';
import { transact } from '../../server/platform/transaction.ts';
import type { Services } from '../../server/services.ts';

const PASSWORD = 'Qinghe-2026';
export const SLUG = 'liuxi';

/** A county with one township on a database of its own, for loads that go through the routes. */
export interface BenchCounty {
	url: string;
	dataDir: string;
	app: FastifyInstance;
	services: Services;
	pool: pg.Pool;
	/** Seats `count` people of a role and signs them in. */
	seat(role: Role, count: number): Promise<Desk[]>;
	close(): Promise<void>;
}

/** A signed-in person: sends JSON, answers status and body. */
export type Desk = (
	method: 'GET' | 'POST',
	url: string,
	payload?: object,
) => Promise<{ status: number; json(): never }>;

export async function openCounty(): Promise<BenchCounty> {
	const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
	const postgres = await launchPostgres({ dataDir, settings: ['synchronous_commit=off'] });
	const { app, services } = await openNode(postgres.url, dataDir);
	const officeId = await makeTownship(services);
	let people = 0;
	return {
		url: postgres.url,
		dataDir,
		app,
		services,
		pool: services.database.pool,
		seat: async (role, count) => {
			const names = Array.from({ length: count }, () => `person${++people}`);
			const hash = await hashPassword(PASSWORD);
			for (const name of names) await makePerson(services, { name, hash, role, officeId });
			return await Promise.all(names.map((name) => signIn(app, name)));
		},
		close: async () => {
			await app.close();
			await services.database.close();
			await postgres.stop();
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
}

/** The server without a port on a database that is there. */
export async function openNode(url: string, dataDir: string): Promise<{ app: FastifyInstance; services: Services }> {
	const services = compose(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'fatal', PUBLIC_URL: 'http://localhost' }), url);
	await migrate(services.database.pool);
	return { app: await buildApp(MODULES, services), services };
}

function system(services: Services) {
	return {
		sql: services.database.sql,
		clock: services.clock,
		actor: { kind: 'system' as const, name: '测量' },
		auditEvent: 'bench',
		listeners: services.listeners,
		dropPages: () => {},
	};
}

async function makeTownship(services: Services): Promise<number> {
	const shared = {
		areaCode: '990123',
		postcode: '999100',
		address: '中街1号',
		phone: '0999-8100001',
		fax: '0999-8100002',
		email: 'a@b.example',
		officeHours: '工作日',
		contactOffice: '办公室',
		reviewBody: '青河县人民政府',
		court: '青河县人民法院',
	};
	return await transact(system(services), async (tx) => {
		const county = { slug: 'qinghe', name: '青河县人民政府办公室', shortName: '县政府办', code: '99990123A00000001X' };
		const parentId = await createOffice(tx, { ...shared, ...county, kind: 'county', parentId: null });
		const own = { slug: SLUG, name: '柳溪镇人民政府', shortName: '柳溪镇', code: '99990123A00000011X' };
		return await createOffice(tx, { ...shared, ...own, kind: 'township', parentId });
	});
}

interface NewPerson {
	name: string;
	hash: string;
	role: Role;
	officeId: number;
}

async function makePerson(services: Services, { name, hash, role, officeId }: NewPerson): Promise<void> {
	await transact(system(services), async (tx) => {
		const given = { loginName: name, name, passwordHash: hash, mustChangePassword: false };
		const personId = await createPerson(tx, given);
		await assignRole(tx, { personId, officeId, role, from: '2020-01-01' });
	});
}

let addresses = 0;

/** Every caller from an address of its own: the limits per address are not what is measured. */
export function otherAddress(): string {
	addresses++;
	return `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`;
}

export async function signIn(app: FastifyInstance, userName: string): Promise<Desk> {
	const payload = { userName, password: PASSWORD };
	const answer = await app.inject({ method: 'POST', url: '/api/session', payload, remoteAddress: otherAddress() });
	if (answer.statusCode !== 200) throw new Error(`${userName} cannot sign in: ${answer.body}`);
	const [session] = answer.cookies;
	const headers = { cookie: `${session?.name}=${session?.value}`, 'x-csrf-token': answer.json().csrfToken };
	return async (method, url, body) => {
		const options: InjectOptions = { method, url, headers, ...(body === undefined ? {} : { payload: body }) };
		const got = await app.inject(options);
		return { status: got.statusCode, json: () => got.json() as never };
	};
}
