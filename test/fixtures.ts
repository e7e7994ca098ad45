import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { SESSION_COOKIE } from '../server/api/session.ts';
import { type PersonActor, personActor } from '../server/kernel/actor.ts';
import type { Role } from '../server/kernel/permissions.ts';
import {
	assignRole,
	createOffice,
	createPerson,
	hashPassword,
	type Office,
	officeById,
} from '../server/modules/offices/index.ts';
import { type Tx, transact } from '../server/platform/transaction.ts';
import type { TestApp } from './app.ts';

/** Everybody's password in tests. */
export const PASSWORD = 'Qinghe-2026';

/** The people of the county: who, where, as what. Names without a letter are of township A. The key is the login name. */
const PEOPLE = {
	clerk: { name: '林晓', role: 'clerk', office: 'townshipA' },
	reviewer: { name: '周航', role: 'reviewer', office: 'townshipA' },
	secrecyReviewer: { name: '何敏', role: 'secrecyReviewer', office: 'townshipA' },
	leader: { name: '方远', role: 'leader', office: 'townshipA' },
	clerkB: { name: '苏禾', role: 'clerk', office: 'townshipB' },
	reviewerB: { name: '邵青', role: 'reviewer', office: 'townshipB' },
	secrecyReviewerB: { name: '秦岚', role: 'secrecyReviewer', office: 'townshipB' },
	leaderB: { name: '程立', role: 'leader', office: 'townshipB' },
	clerkD: { name: '叶舟', role: 'clerk', office: 'department' },
	leaderD: { name: '梁川', role: 'leader', office: 'department' },
	countyOfficer: { name: '顾宁', role: 'countyOfficer', office: 'county' },
	administrator: { name: '石磊', role: 'administrator', office: 'county' },
} as const satisfies Record<string, { name: string; role: Role; office: OfficeKey }>;

export type PersonKey = keyof typeof PEOPLE;
export const PERSON_KEYS = Object.keys(PEOPLE) as PersonKey[];
type OfficeKey = 'county' | 'townshipA' | 'townshipB' | 'department';

/** A county of four offices with somebody in every role. */
export interface County extends Record<OfficeKey, Office> {
	/** Person ids. */
	people: Record<PersonKey, number>;
	/** The person as an actor, for calling commands and queries without a request: `server.as(county.actor('clerk'))`. */
	actor(key: PersonKey): PersonActor;
}

let passwordHash: Promise<string> | null = null;

/** The hash of `PASSWORD`, made once per process. */
export async function hashOfPassword(): Promise<string> {
	passwordHash ??= hashPassword(PASSWORD);
	return await passwordHash;
}

/** Makes 青河县 with 柳溪镇 (A), 石桥镇 (B), 县水务局 and their people in an empty database. */
export async function makeCounty(server: TestApp): Promise<County> {
	const hash = await hashOfPassword();
	return await transact(server.as({ kind: 'system', name: '测试' }, 'test.county'), async (tx) => {
		const ids = await makeOffices(tx);
		const people = {} as Record<PersonKey, number>;
		for (const key of PERSON_KEYS) {
			const { name, role, office } = PEOPLE[key];
			const loginName = key.toLowerCase();
			people[key] = await createPerson(tx, { loginName, name, passwordHash: hash, mustChangePassword: false });
			await assignRole(tx, { personId: people[key], officeId: ids[office], role, from: '2020-01-01' });
		}
		const offices = await readOffices(tx, ids);
		return { ...offices, people, actor: (key) => actorOf(key, people[key], ids) };
	});
}

async function makeOffices(tx: Tx): Promise<Record<OfficeKey, number>> {
	const shared = { areaCode: '990123', postcode: '999100', reviewBody: '青河县人民政府', court: '青河县人民法院' };
	const hours = '工作日 9:00—12:00，13:30—17:30';
	const county = await createOffice(tx, {
		...shared,
		slug: 'qinghe',
		name: '青河县人民政府办公室',
		shortName: '县政府办',
		kind: 'county',
		parentId: null,
		code: '99990123A00000001X',
		address: '青河县河滨路1号',
		phone: '0999-8000001',
		fax: '0999-8000002',
		email: 'xxgk@qinghe.example',
		officeHours: hours,
		contactOffice: '县政务公开办公室',
		reviewBody: '青河市人民政府',
	});
	const township = (slug: string, name: string, serial: number) =>
		createOffice(tx, {
			...shared,
			slug,
			name: `${name}人民政府`,
			shortName: name,
			kind: 'township',
			parentId: county,
			code: `99990123A0000001${serial}X`,
			address: `青河县${name}镇中街${serial}号`,
			phone: `0999-810000${serial}`,
			fax: `0999-810001${serial}`,
			email: `${slug}@qinghe.example`,
			officeHours: hours,
			contactOffice: `${name}党政综合办公室`,
			position: serial,
		});
	return {
		county,
		townshipA: await township('liuxi', '柳溪镇', 1),
		townshipB: await township('shiqiao', '石桥镇', 2),
		department: await createOffice(tx, {
			...shared,
			slug: 'shuiwu',
			name: '青河县水务局',
			shortName: '县水务局',
			kind: 'department',
			parentId: county,
			code: '99990123A00000020X',
			address: '青河县河滨路20号',
			phone: '0999-8000020',
			officeHours: hours,
			contactOffice: '局办公室',
			position: 3,
		}),
	};
}

async function readOffices(tx: Tx, ids: Record<OfficeKey, number>): Promise<Record<OfficeKey, Office>> {
	const read = async (id: number) => {
		const office = await officeById(tx, id);
		if (!office) throw new Error(`office ${id} is not there`);
		return office;
	};
	return {
		county: await read(ids.county),
		townshipA: await read(ids.townshipA),
		townshipB: await read(ids.townshipB),
		department: await read(ids.department),
	};
}

function actorOf(key: PersonKey, id: number, offices: Record<OfficeKey, number>): PersonActor {
	const { name, role, office } = PEOPLE[key];
	return personActor({ id, name }, offices[office], [role]);
}

/** A signed-in browser. Each call answers what the server sent; bodies are JSON, `upload` is a multipart form. */
export interface Browser {
	cookie: string;
	csrf: string;
	get(url: string): Promise<LightMyRequestResponse>;
	post(url: string, body?: object): Promise<LightMyRequestResponse>;
	put(url: string, body?: object): Promise<LightMyRequestResponse>;
	del(url: string, body?: object): Promise<LightMyRequestResponse>;
	upload(url: string, files: UploadFile[], fields?: Record<string, string>): Promise<LightMyRequestResponse>;
}

export interface UploadFile {
	field?: string;
	name: string;
	content: string | Uint8Array;
	type?: string;
}

/** Whatever answers requests: the server of a test, or one over the demo county. */
export type Asked = Pick<TestApp, 'inject'>;

let addresses = 0;

/** Signs a person in as the workbench does. Each comes from an address of its own, so that tests meet no limit they do not mean. */
export async function signIn(server: Asked, loginName: string, password = PASSWORD): Promise<Browser> {
	addresses++;
	const remoteAddress = `127.0.${Math.floor(addresses / 250)}.${(addresses % 250) + 1}`;
	const answer = await server.inject({
		method: 'POST',
		url: '/api/session',
		payload: { userName: loginName, password },
		remoteAddress,
	});
	if (answer.statusCode !== 200) throw new Error(`${loginName} cannot sign in: ${answer.body}`);
	const cookie = answer.cookies.find(({ name }) => name === SESSION_COOKIE)?.value ?? '';
	return browser(server, cookie, String(answer.json().csrfToken), remoteAddress);
}

/** Requests with a session's cookie and token, as the workbench sends them. */
export function browser(server: Asked, cookie: string, csrf: string, remoteAddress?: string): Browser {
	const send = (method: NonNullable<InjectOptions['method']>, url: string, rest: InjectOptions = {}) =>
		server.inject({
			...rest,
			...(remoteAddress ? { remoteAddress } : {}),
			method,
			url,
			headers: { cookie: `${SESSION_COOKIE}=${cookie}`, 'x-csrf-token': csrf, ...rest.headers },
		});
	const json = (method: NonNullable<InjectOptions['method']>) => (url: string, body?: object) =>
		send(method, url, body === undefined ? {} : { payload: body });
	return {
		cookie,
		csrf,
		get: (url) => send('GET', url),
		post: json('POST'),
		put: json('PUT'),
		del: json('DELETE'),
		upload: (url, files, fields = {}) => {
			const { body, type } = multipart(files, fields);
			return send('POST', url, { payload: body, headers: { 'content-type': type } });
		},
	};
}

/** A multipart body, as browsers write it. */
export function multipart(files: UploadFile[], fields: Record<string, string>): { body: Buffer; type: string } {
	const boundary = '----gongkai-test-boundary';
	const parts: Buffer[] = [];
	for (const [name, value] of Object.entries(fields)) {
		parts.push(Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`));
	}
	for (const { field = 'file', name, content, type = 'application/octet-stream' } of files) {
		const head = `Content-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: ${type}`;
		parts.push(Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n'));
	}
	parts.push(Buffer.from(`--${boundary}--\r\n`));
	return { body: Buffer.concat(parts), type: `multipart/form-data; boundary=${boundary}` };
}
